import type { Act } from '../../model/rule.ts';
import type { Scene, SceneAgent } from '../../model/scene.ts';
import { aroundTurn, type Closing } from './closing.ts';
import { type EndingActs, endingOf, recordedEnding } from './ending.ts';
import { customerBetween, heardIn, messagesOf, openQuestions } from './listening.ts';
import { asks, type SignalTable, signalOfEach, wordsOf } from './signal-table.ts';
import { questionsIn } from './standing-question.ts';
import { onlyGreets, type Warm, type WarmthActs } from './warmth.ts';

/** The acts in a closing, and of the customer before and after it. */
export interface ClosingActs extends WarmthActs, EndingActs {
  readonly offer: Act;
  readonly refusal: Act;
  readonly deflection: Act;
  readonly difficulty: Act;
  readonly no_information: Act;
  readonly patience: Act;
  readonly grants: Act;
  readonly request: Act;
  readonly declines: Act;
  readonly proposes: Act;
  readonly pleased: Act;
  readonly disappointed: Act;
}

/** A closing as its signals are read off it. */
interface Leave {
  readonly scene: Scene;
  readonly closing: Closing;
  readonly warm: readonly Warm[];
  readonly acts: ClosingActs;
  /** The messages of the last turn; those of the agent's turns before it that belong to the closing. */
  readonly last: readonly number[];
  readonly earlier: readonly number[];
  /** All of the agent, and of all customers. */
  readonly own: readonly number[];
  readonly customers: readonly number[];
  /** The customer's words just before the last turn, and after it. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** How surely one of the messages performs an act. */
  said(indexes: readonly number[], act: Act): number;
  /** How surely one of them is warm beyond its greeting: «Доброго дня!» at the head of an answer takes no leave. */
  warmBeyondGreeting(indexes: readonly number[]): number;
}

/** What the last turn does. */
const LAST = [
  'warm_hint',
  'warm_trap',
  'parting_thanks',
  'daytime',
  'bare',
  'notice',
  'check',
  'holding',
  'asking',
  'offer',
  'refusal',
  'deflection',
  'difficulty',
  'no_information',
  'patience',
  'grants',
] as const satisfies readonly (keyof ClosingActs)[];

/** What customers do around it. */
const OF_CUSTOMERS = [
  'closes',
  'request',
  'declines',
  'proposes',
  'pleased',
  'disappointed',
] as const satisfies readonly (keyof ClosingActs)[];

/** Every signal: how surely something was heard, from 0 to 1, but for those that count or begin with `is`. */
const READ_SIGNAL: SignalTable<Leave> = {
  warmth: ({ warm }) => warmest(warm),
  'warmth of the last turn': ({ warm, last }) => warmest(warm.filter(({ message }) => last.includes(message))),
  'is open by what is plain': ({ scene, closing, acts }) => Number(endingOf(scene, closing.last, acts) === 'open'),
  'is recorded as over': ({ scene }) => Number(recordedEnding(scene) === 'over'),
  'is recorded as open': ({ scene }) => Number(recordedEnding(scene) === 'open'),
  'warm in the last turn': ({ warmBeyondGreeting, last }) => warmBeyondGreeting(last),
  ...signalOfEach<(typeof LAST)[number], Leave>(LAST, 'in the last turn', ({ said, last, acts }, name) =>
    said(last, acts[name]),
  ),
  'warm in the turns before': ({ warmBeyondGreeting, earlier }) => warmBeyondGreeting(earlier),
  'bare in the turns before': ({ said, earlier, acts }) => said(earlier, acts.bare),
  ...signalOfEach<(typeof OF_CUSTOMERS)[number], Leave>(OF_CUSTOMERS, 'just before', ({ said, before, acts }, name) =>
    said(before, acts[name]),
  ),
  ...signalOfEach<(typeof OF_CUSTOMERS)[number], Leave>(OF_CUSTOMERS, 'after it', ({ said, after, acts }, name) =>
    said(after, acts[name]),
  ),
  'is a question in the last turn': ({ scene, last }) => asks(scene, last),
  'count of questions left open': ({ scene, closing, acts }) =>
    openQuestions(scene, closing.last.messages, acts).length,
  'is a question just before': ({ scene, before }) => asks(scene, before),
  'count of questions after it': ({ scene, after }) => questionsIn(scene, after).length,
  'count of words of the last turn': ({ scene, last }) => wordsOf(scene, last),
  'count of words just before': ({ scene, before }) => wordsOf(scene, before),
  'count of words after it': ({ scene, after }) => wordsOf(scene, after),
  'count of the agent': ({ own }) => own.length,
  'count of the customer': ({ customers }) => customers.length,
  'refusal anywhere': ({ said, own, acts }) => said(own, acts.refusal),
  'closes anywhere': ({ said, customers, acts }) => said(customers, acts.closes),
};

/** The names of the signals, in their order. */
export const CLOSING_SIGNALS: readonly string[] = Object.keys(READ_SIGNAL);

/** What a closing without a warm phrase is weighed by, in the order of CLOSING_SIGNALS; `warm` are its words that may be warm. */
export function hearClosing(
  scene: Scene,
  agent: SceneAgent,
  closing: Closing,
  warm: readonly Warm[],
  acts: ClosingActs,
): readonly number[] {
  const leave: Leave = {
    ...{ scene, closing, warm, acts },
    last: closing.last.messages,
    earlier: closing.before.flatMap(({ messages }) => messages),
    own: messagesOf(scene, agent),
    customers: customerBetween(scene, -1),
    ...aroundTurn(scene, closing.last),
    said: (indexes, act) => heardIn(scene, indexes, act),
    warmBeyondGreeting(indexes) {
      const parting = indexes.filter((index) => !onlyGreets(scene, agent, index, acts));
      return heardIn(scene, parting, acts.warm);
    },
  };
  return Object.values(READ_SIGNAL).map((read) => read(leave));
}

const warmest = (warm: readonly Warm[]): number => Math.max(0, ...warm.map(({ score }) => score));
