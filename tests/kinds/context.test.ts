import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { setScene } from '../../src/judge/scene.ts';
import { answer } from '../../src/kinds/answer.ts';
import { CONTEXT_SIGNALS, Context } from '../../src/kinds/parts/context-signals.ts';
import inContext from '../../src/kinds/parts/grown/in-context.json' with { type: 'json' };
import {
  type ContextTrees,
  HEARD_IN_CONTEXT,
  InContext,
  signalsOfAct,
} from '../../src/kinds/parts/heard-in-context.ts';
import type { Listening } from '../../src/kinds/parts/misfits.ts';
import { makeFragment, makeMessage } from '../../src/model/conversation.ts';
import type { Ear } from '../../src/model/ear.ts';
import type { Scene } from '../../src/model/scene.ts';

type Line = readonly [who: 'customer' | 'agent' | 'system', text: string, acts?: Readonly<Record<string, number>>];

/** What the trained model alone thinks of an act for which a phrase stands, by the act. */
type Trained = Readonly<Record<string, number>>;

const TALK: readonly Line[] = [
  ['customer', 'Any direct flights?', { request: 0.9 }],
  ['agent', 'There are no direct flights.', { refusal: 0.4, denial: 1 }],
  ['system', 'Tom joined'],
  ['customer', 'Via Dublin then?', { proposes: 0.8 }],
  ['agent', 'Seven fifteen, via Dublin.', { offer: 0.3 }],
  ['agent', 'Bye!', { 'farewell-warm': 0.9 }],
];

/** What the kind listens for when a rule says nothing else. */
const ACTS = v.parse(answer.options, {}) as Listening['acts'];

function sceneOf(lines: readonly Line[], trained: Trained = {}): Scene {
  const ear: Ear = {
    hear: ({ index }, act) => {
      const score = lines[index]?.[2]?.[act] ?? 0;
      const said = { score, spots: [], label: null };
      const doubt = trained[act];
      return doubt === undefined || score < 1
        ? { ...said, by: score === 0 ? 'none' : 'model' }
        : { ...said, by: 'phrase', trained: doubt };
    },
  };
  return setScene(
    makeFragment({
      id: 'c',
      language: 'en',
      source: { file: 'x', format: 'native', line: null },
      messages: lines.map(([role, text]) => makeMessage({ role, name: role === 'agent' ? 'Tom' : null, text })),
    }),
    { ear, languages: ['en'], asOf: null, assumeChannel: 'chat' },
  );
}

/** The signals of a message by name. */
function read(index: number): Readonly<Record<string, number | undefined>> {
  const found = new Context(sceneOf(TALK), ACTS).signalsOf(index);
  const names = CONTEXT_SIGNALS[found?.side ?? 'agent'];
  expect(found?.signals).toHaveLength(names.length);
  return Object.fromEntries(names.map((name, place) => [name, found?.signals[place]]));
}

describe('a message in its context', () => {
  it('is known by its own acts and those of its neighbours of both sides; of one that is not there all is -1', () => {
    expect(read(1)).toMatchObject({
      refusal: 0.4,
      denial: 1,
      words: 5,
      'is question': 0,
      place: 1 / 5,
      'count of messages': 5,
      'request said before by the other': 0.9,
      'is question said before by the other': 1,
      'distance said before by the other': 1,
      'proposes said next by the other': 0.8,
      'refusal said before by the same': -1,
      'distance said before by the same': -1,
      'offer said next by the same': 0.3,
      'distance said next by the same': 2,
    });
  });

  it('is known by what was said anywhere before and after, and by how much of it repeats the others', () => {
    expect(read(4)).toMatchObject({
      'refusal anywhere before': 0.4,
      'denial anywhere before': 1,
      'proposes anywhere before': 0.8,
      'proposes anywhere after': 0,
      'offer anywhere before': 0,
      'messages before': 3,
      'messages after': 1,
      // Of "seven", "fifteen" and "dublin" the customer has said the last.
      'count of long words': 3,
      'share of words said before by the other': 1 / 3,
      'share of words said last by the other': 1 / 3,
      'share of words said before by the same': 0,
      'share of words said next by the other': 0,
      'share of numbers said before': -1,
      'count of numbers': 0,
    });
    expect(read(1)).toMatchObject({
      'offer anywhere after': 0.3,
      // Of "there", "direct" and "flights" two repeat the question.
      'share of words said last by the other': 2 / 3,
      'share of words said next by the other': 0,
    });
  });

  it('is known by what the trained model would say where a phrase stands, and by the phrase where there is no model', () => {
    const lines: Line[] = [['agent', 'Unfortunately it rained.', { refusal: 1, offer: 0.2, deflection: 1 }]];
    const found = new Context(sceneOf(lines, { refusal: 0.1 }), ACTS).signalsOf(0);
    const signals = new Map(CONTEXT_SIGNALS.agent.map((name, place) => [name, found?.signals[place]]));
    expect(signals.get('refusal')).toBe(1);
    expect(signals.get('refusal to the model')).toBe(0.1);
    expect(signals.get('offer to the model')).toBe(0.2);
    expect(signals.get('deflection to the model')).toBe(1);
  });

  it('has neighbours further away where the same side speaks twice, and hears a parting as one', () => {
    expect(read(5)).toMatchObject({
      parting: 0.9,
      'proposes said before by the other': 0.8,
      'distance said before by the other': 2,
      'offer said before by the same': 0.3,
      'proposes said next by the other': -1,
    });
    expect(read(3)).toMatchObject({
      proposes: 0.8,
      'refusal said before by the other': 0.4,
      'request said next by the same': -1,
    });
  });

  it('is nothing where a message is neither an agent’s nor a customer’s', () => {
    expect(new Context(sceneOf(TALK), ACTS).signalsOf(2)).toBeNull();
  });
});

/** Trees that ask one signal, by its name: above a half the odds are e to 1, else 1 to e. */
function asking(act: keyof typeof HEARD_IN_CONTEXT, name: string): ContextTrees {
  const silent = { start: [0], rounds: [] };
  const signal = signalsOfAct(act).indexOf(name);
  return {
    ...{ refusal: silent, offer: silent, declines: silent, proposes: silent },
    [act]: { start: [0], rounds: [[[signal, 0.5, 5, -1, -1, -1, 1]]] },
  };
}

describe('hearing in context', () => {
  it('asks the trees of the act, and hears nothing of an act that is the other side’s', () => {
    const heard = new InContext(sceneOf(TALK), ACTS, asking('refusal', 'proposes said next by the other'));
    expect(heard.hear(1, 'refusal')).toBeCloseTo(0.7311, 4);
    expect(heard.hear(4, 'refusal')).toBeCloseTo(0.2689, 4);
    expect(heard.hear(1, 'offer')).toBeCloseTo(0.5, 4);
    expect(heard.hear(0, 'refusal')).toBe(0);
    expect(heard.hear(2, 'refusal')).toBe(0);
    expect(heard.hear(1, 'declines')).toBe(0);
  });
});

describe('the trees that are shipped', () => {
  it.each(Object.keys(HEARD_IN_CONTEXT) as (keyof typeof HEARD_IN_CONTEXT)[])(
    'of %s tell one thing and ask signals that there are, else run "npm run weigh"',
    (act) => {
      const { start, rounds } = inContext[act] as ContextTrees[typeof act];
      expect(start).toHaveLength(1);
      expect(rounds.length).toBeGreaterThan(0);
      const asked = rounds.flatMap((trees) => trees.flatMap(signalsAsked));
      expect(Math.max(...asked)).toBeLessThan(signalsOfAct(act).length);
    },
  );
});

function signalsAsked(tree: readonly number[]): number[] {
  const asked: number[] = [];
  for (let place = 0; place < tree.length; ) {
    const signal = tree[place] as number;
    if (signal >= 0) {
      asked.push(signal);
    }
    place += signal < 0 ? 2 : 3;
  }
  return asked;
}
