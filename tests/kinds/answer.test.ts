import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { setScene } from '../../src/judge/scene.ts';
import { answer } from '../../src/kinds/answer.ts';
import { makeFragment, makeMessage } from '../../src/model/conversation.ts';
import type { Ear } from '../../src/model/ear.ts';
import type { Judgement } from '../../src/model/verdict.ts';

/** What is said, and how surely the ear hears each act in it; `!` after a score stands for a phrase. */
type Line = readonly [who: string, acts: Readonly<Record<string, number>>, text?: string];

/** Judges a talk of `customer` and agents by name; offers and wishes stand in the second half, all else in the first. */
const judged = (agentName: string, ...lines: readonly Line[]): Judgement => judgedBy({}, agentName, ...lines);

/** The same with options of the rule. */
function judgedBy(options: { sure?: number }, agentName: string, ...lines: readonly Line[]): Judgement {
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
  return answer.compile(v.parse(answer.options, options), { calendar: null }).judge(scene, agent);
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
    expect(said(judged('Tom', ['Tom', { refusal: 0.5 }]))).toBe('na no-misfit');
    expect(said(judged('Tom', ['Tom', { refusal: 0.98 }]))).toBe('fail refusal-without-alternative');
  });

  it('hears no refusal where a hitch or a lack of information is heard as surely', () => {
    const doubtful = { refusal: 0.5, denial: 1 };
    expect(said(judged('Tom', ['Tom', { ...doubtful, difficulty: 0.9 }]))).toBe('na no-misfit');
    expect(said(judged('Tom', ['Tom', { ...doubtful, 'no-information': 0.9 }]))).toBe('na no-misfit');
  });

  it('takes the customer as a witness: regret speaks for a refusal and against an offer, joy the other way', () => {
    const unclear = { refusal: 0.5, denial: 1 };
    expect(said(judged('Tom', asked, ['Tom', unclear], ['customer', { disappointed: 1 }]))).toBe(
      'fail refusal-without-alternative',
    );
    expect(said(judged('Tom', asked, ['Tom', unclear], ['customer', { pleased: 1 }]))).toBe('na no-misfit');
    const offered: Line = ['Tom', { offer: 0.35 }];
    expect(said(judged('Tom', asked, ['Tom', refused], offered, ['customer', { pleased: 1 }]))).toBe('pass offered');
    expect(said(judged('Tom', asked, ['Tom', refused], offered, ['customer', { disappointed: 1 }]))).toBe(
      'fail refusal-without-alternative',
    );
  });

  it('passes where the customer names another way and the agent grants it, but not for a mere yes', () => {
    const asks: Line = ['customer', { proposes: 0.8 }, 'Could I have it in grey then?'];
    expect(said(judged('Tom', ['Tom', refused], asks, ['Tom', { grants: 1 }]))).toBe('pass offered');
    expect(said(judged('Tom', ['Tom', refused], asks, ['Tom', {}]))).toBe('fail refusal-without-alternative');
    const leaves: Line = ['customer', { proposes: 0.3 }, 'I will leave it then'];
    expect(said(judged('Tom', ['Tom', refused], leaves, ['Tom', { grants: 1 }]))).toBe(
      'fail refusal-without-alternative',
    );
  });

  it('takes what went through at the second try for a difficulty', () => {
    const again: Line = ['customer', { retries: 1 }];
    expect(said(judged('Tom', ['Tom', refused], again, ['Tom', { grants: 1 }]))).toBe('na no-misfit');
    expect(said(judged('Tom', ['Tom', refused], again, ['Tom', refused]))).toBe('fail refusal-without-alternative');
  });

  it("takes a yes to the agent's own question for a way taken up, but not to whether there is anything else", () => {
    const yes: Line = ['customer', { grants: 1 }];
    expect(said(judged('Tom', asked, ['Tom', refused, 'We cannot. Shall I do that?'], yes))).toBe('pass offered');
    expect(said(judged('Tom', asked, ['Tom', { ...refused, 'check-back': 1 }, 'We cannot. Anything else?'], yes))).toBe(
      'fail refusal-without-alternative',
    );
  });

  it('takes good wishes for no offer', () => {
    const wishes: Line = ['Tom', { offer: 0.9, 'farewell-warm': 0.9 }];
    expect(said(judged('Tom', ['Tom', refused], wishes))).toBe('fail refusal-without-alternative');
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
