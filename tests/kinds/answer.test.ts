import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { setScene } from '../../src/judge/scene.ts';
import { answer } from '../../src/kinds/answer.ts';
import { surest } from '../../src/kinds/parts/listening.ts';
import { type Listening, misfitsOf } from '../../src/kinds/parts/misfits.ts';
import { waysFrom } from '../../src/kinds/parts/ways.ts';
import { makeFragment, makeMessage } from '../../src/model/conversation.ts';
import type { Ear } from '../../src/model/ear.ts';
import type { Scene, SceneAgent } from '../../src/model/scene.ts';
import type { Judgement } from '../../src/model/verdict.ts';

/** What is said, and how surely the ear hears each act in it; `!` after a score stands for a phrase. */
type Line = readonly [who: string, acts: Readonly<Record<string, number>>, text?: string];

/** Judges a talk of `customer` and agents by name; offers and wishes stand in the second half, all else in the first. */
const judged = (agentName: string, ...lines: readonly Line[]): Judgement => judgedBy({}, agentName, ...lines);

/** The same with options of the rule. */
function judgedBy(options: { sure?: number }, agentName: string, ...lines: readonly Line[]): Judgement {
  const { scene, agent } = staged(agentName, lines);
  return answer.compile(v.parse(answer.options, options), { calendar: null }).judge(scene, agent);
}

/** What is listened for in a talk, and to whom. */
function listeningTo(agentName: string, ...lines: readonly Line[]): Listening {
  return { ...staged(agentName, lines), acts: v.parse(answer.options, {}) as Listening['acts'] };
}

/** How surely the surest misfit is one, and the surest way from it. */
function heard(...lines: readonly Line[]): { misfit: number; way: number } {
  const listening = listeningTo('Tom', ...lines);
  const misfit = surest(misfitsOf(listening).own);
  return { misfit: misfit?.score ?? 0, way: misfit === null ? 0 : (surest(waysFrom(listening, misfit))?.score ?? 0) };
}

function staged(agentName: string, lines: readonly Line[]): { scene: Scene; agent: SceneAgent } {
  const ear: Ear = {
    hear: ({ index, text }, act) => {
      const score = lines[index]?.[1][act] ?? 0;
      const middle = text.length >> 1;
      const spot =
        act === 'offer' || act === 'farewell-warm' ? { start: middle, end: text.length } : { start: 0, end: middle };
      return {
        score,
        spots: score > 0 ? [{ message: index, ...spot }] : [],
        label: act === 'denial' && score > 0 ? 'plain' : null,
        by: score === 0 ? 'none' : score === 1 ? 'phrase' : 'model',
      };
    },
  };
  const scene = setScene(
    makeFragment({
      id: 'c',
      language: 'en',
      source: { file: 'x', format: 'native', line: null },
      messages: lines.map(([who, , text = 'What is said here.']) =>
        makeMessage({ role: who === 'customer' ? 'customer' : 'agent', name: who, text }),
      ),
    }),
    { ear, languages: ['en'], asOf: null, assumeChannel: 'chat' },
  );
  const agent = scene.agents.find(({ name }) => name === agentName);
  if (agent === undefined) {
    throw new Error(`no agent ${agentName}`);
  }
  return { scene, agent };
}

const refused = { refusal: 0.9, denial: 1 };
const asked: Line = ['customer', { request: 0.9 }, 'Could I have it in blue?'];
const said = ({ verdict, reason }: Judgement): string => `${verdict} ${reason}`;

describe('the answer to a misfit', () => {
  it('passes by another way in the same message, at once, or some messages later', () => {
    expect(said(judged('Tom', ['customer', {}], ['Tom', { ...refused, offer: 0.95 }]))).toBe('pass offered');
    expect(said(judged('Tom', ['Tom', refused], ['Tom', { offer: 0.9 }]))).toBe('pass offered');
    expect(said(judged('Tom', ['Tom', refused], ['customer', {}], ['Tom', {}], ['Tom', { offer: 0.7 }]))).toBe(
      'pass offered',
    );
  });

  it('names the misfit first, then the offer', () => {
    const { evidence } = judged('Tom', ['Tom', refused], ['Tom', { offer: 0.9 }]);
    expect(evidence.map(({ message }) => message)).toEqual([0, 1]);
  });

  it('fails where nothing follows, and says how', () => {
    expect(said(judged('Tom', ['Tom', refused], ['customer', {}], ['Tom', {}]))).toBe(
      'fail refusal-without-alternative',
    );
    expect(said(judged('Tom', ['Tom', refused], ['Tom', { deflection: 0.9 }]))).toBe('fail deflected');
    const declined: Line = ['customer', { declines: 0.98, denial: 1, disappointed: 1 }];
    const again: Line = ['customer', { declines: 0.9, denial: 1, disappointed: 1 }];
    expect(said(judged('Tom', ['Tom', {}], declined, ['Tom', {}], again, ['Tom', {}]))).toBe(
      'fail declined-without-alternative',
    );
    expect(said(judged('Tom', ['Tom', {}], declined, ['Tom', { urging: 0.9 }], again, ['Tom', { urging: 0.9 }]))).toBe(
      'fail urged-after-refusal',
    );
  });

  it('does not count an offer made before the misfit', () => {
    expect(said(judged('Tom', ['Tom', { offer: 0.99 }], ['customer', {}], ['Tom', refused]))).toBe(
      'fail refusal-without-alternative',
    );
  });

  it('is not asked where nothing was refused', () => {
    expect(said(judged('Tom', ['customer', {}], ['Tom', { offer: 0.9 }]))).toBe('na no-misfit');
  });

  it('leaves open what is too close to call: the surer a fail must be, the more', () => {
    const doubtful: Line = ['Tom', { refusal: 0.75, denial: 1 }];
    expect(said(judgedBy({ sure: 0.4 }, 'Tom', asked, doubtful))).toBe('fail refusal-without-alternative');
    expect(said(judgedBy({ sure: 0.99 }, 'Tom', asked, doubtful))).toBe('na unsure');
    expect(said(judgedBy({ sure: 0.4 }, 'Tom', asked, ['Tom', refused], ['Tom', { offer: 0.05 }]))).toBe(
      'fail refusal-without-alternative',
    );
    expect(said(judgedBy({ sure: 0.4 }, 'Tom', asked, ['Tom', refused], ['Tom', { offer: 0.6 }]))).toBe('pass offered');
  });

  it('must hear a refusal without a word of denial more surely', () => {
    expect(heard(['Tom', { refusal: 0.5 }]).misfit).toBeLessThan(heard(['Tom', { refusal: 0.5, denial: 1 }]).misfit);
    expect(said(judged('Tom', ['Tom', { refusal: 0.25 }]))).toBe('na no-misfit');
    expect(said(judged('Tom', ['Tom', { refusal: 0.98 }]))).toBe('fail refusal-without-alternative');
  });

  it('accuses nobody where a hitch or a lack of information is heard far more surely than a refusal', () => {
    const doubtful = { refusal: 0.15, denial: 1 };
    const end: readonly Line[] = [
      ['customer', { closes: 0.8 }],
      ['Tom', { 'farewell-warm': 0.9 }],
    ];
    expect(said(judged('Tom', asked, ['Tom', { ...doubtful, difficulty: 0.9 }], ...end))).toBe('na no-misfit');
    expect(said(judged('Tom', asked, ['Tom', { ...doubtful, 'no-information': 0.9 }], ...end))).toBe('na no-misfit');
  });

  it('takes the customer as a witness: regret speaks for a refusal and against an offer, joy the other way', () => {
    const unclear: Line = ['Tom', { refusal: 0.5, denial: 1 }];
    const regret: Line = ['customer', { disappointed: 1 }];
    const joy: Line = ['customer', { pleased: 1 }];
    // Log odds of 0, of 1 with regret and of -1 with joy.
    expect(heard(asked, unclear, regret).misfit).toBeCloseTo(0.7311, 4);
    expect(heard(asked, unclear).misfit).toBeCloseTo(0.5, 4);
    expect(heard(asked, unclear, joy).misfit).toBeCloseTo(0.2689, 4);
    const offered: Line = ['Tom', { offer: 0.5 }];
    expect(heard(asked, ['Tom', refused], offered, joy).way).toBeCloseTo(0.7311, 4);
    expect(heard(asked, ['Tom', refused], offered, regret).way).toBeCloseTo(0.2689, 4);
  });

  it('finds a way where the customer names one and the agent grants it, but not for a mere yes', () => {
    const asks: Line = ['customer', { proposes: 0.8 }, 'Could I have it in grey then?'];
    expect(heard(['Tom', refused], asks, ['Tom', { grants: 1 }]).way).toBeCloseTo(0.8, 4);
    expect(heard(['Tom', refused], asks, ['Tom', {}]).way).toBe(0);
    const leaves: Line = ['customer', { proposes: 0.3 }, 'I will leave it then'];
    expect(heard(['Tom', refused], leaves, ['Tom', { grants: 1 }]).way).toBe(0);
  });

  it('takes what went through at the second try for a difficulty', () => {
    const again: Line = ['customer', { retries: 1 }];
    expect(heard(['Tom', refused], again, ['Tom', { grants: 1 }]).misfit).toBe(0);
    expect(heard(['Tom', refused], again, ['Tom', refused]).misfit).toBeCloseTo(0.9, 4);
  });

  it("takes a yes to the agent's own question for a way taken up, but not to whether there is anything else", () => {
    const yes: Line = ['customer', { grants: 1 }];
    expect(heard(asked, ['Tom', refused, 'We cannot. Shall I do that?'], yes).way).toBeCloseTo(0.4, 4);
    const anythingElse: Line = ['Tom', { ...refused, 'check-back': 1 }, 'We cannot. Anything else?'];
    expect(heard(asked, anythingElse, yes).way).toBe(0);
  });

  it('takes good wishes for no offer', () => {
    expect(heard(['Tom', refused], ['Tom', { offer: 0.9 }]).way).toBeCloseTo(0.9, 4);
    expect(heard(['Tom', refused], ['Tom', { offer: 0.9, 'farewell-warm': 0.9 }]).way).toBe(0);
  });

  it('charges a refusal to who spoke it: the next one can pass by it, never fail', () => {
    const talk: Line[] = [
      ['Tom', refused],
      ['customer', {}],
      ['Dana', {}],
    ];
    expect(said(judged('Tom', ...talk))).toBe('fail refusal-without-alternative');
    expect(said(judged('Dana', ...talk))).toBe('na inherited');
    expect(said(judged('Dana', ['Tom', refused], ['customer', {}], ['Dana', { offer: 0.9 }]))).toBe('pass offered');
  });
});
