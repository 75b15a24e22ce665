import type { Act } from '../../model/rule.ts';
import type { Scene, SceneAgent, Utterance } from '../../model/scene.ts';
import { findSpokenTimes } from '../../text/spoken-time.ts';
import { customerBetween, heardIn, messagesOf, surest } from './listening.ts';
import type { PressingActs, Pressure } from './pressing-words.ts';
import type { ShutDoorOptions } from './shut-door.ts';
import { asks, type SignalTable, secondOf, shareBefore, signalOfEach, wordsOf } from './signal-table.ts';

/** What words can say plainly, in the order in which one is told. */
export const PLAIN_REASONS = [
  'urged',
  'others-waiting',
  'impatience',
  'ultimatum',
  'pressed-to-buy',
  'closed-on-open-question',
] as const;

/** The acts of the message that presses most, and of the customer before and after it. */
export interface PaceActs extends PressingActs, ShutDoorOptions {
  readonly presence: Act;
  readonly holding: Act;
  readonly urging: Act;
  readonly refusal: Act;
  readonly offer: Act;
  readonly deflection: Act;
  readonly check_back: Act;
  readonly difficulty: Act;
  readonly no_information: Act;
  readonly denial: Act;
  readonly declines: Act;
  readonly request: Act;
  readonly disappointed: Act;
  readonly pleased: Act;
}

/** What the pace of an agent is weighed by, and the message in which pressure is heard most. */
export interface PaceHeard {
  /** In the order of PACE_SIGNALS. */
  readonly signals: readonly number[];
  readonly most: number;
}

/** A pace as its signals are read off it. */
interface Pace {
  /** Why the message presses, where words say so plainly; null where none do. */
  readonly plainly: string | null;
  /** How surely the trained model alone hears pressure in it. */
  readonly trained: number;
  readonly scene: Scene;
  readonly acts: PaceActs;
  /** The agent's messages; those of all customers. */
  readonly own: readonly number[];
  readonly customers: readonly number[];
  /** How surely each of the agent's messages presses. */
  readonly pressures: readonly { readonly message: number; readonly score: number }[];
  /** The message in which pressure is heard most. */
  readonly most: number;
  readonly utterance: Utterance;
  /** The customer's last message before it and first after it; none where there is none. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** How surely one of the messages performs an act. */
  said(indexes: readonly number[], act: Act): number;
}

/** What the message that presses most does besides. */
const BESIDES = [
  'rush_hint',
  'demand',
  'patience',
  'rush_trap',
  'presence',
  'notice',
  'holding',
  'bare',
  'warm',
  'urging',
  'refusal',
  'offer',
  'deflection',
  'check_back',
  'difficulty',
  'no_information',
  'denial',
] as const satisfies readonly (keyof PaceActs)[];

/** What customers do beside it. */
const OF_CUSTOMERS = [
  'declines',
  'closes',
  'request',
  'disappointed',
  'pleased',
  'rushing',
] as const satisfies readonly (keyof PaceActs)[];

/** What the agent does anywhere. */
const ANYWHERE = [
  'patience',
  'notice',
  'urging',
  'warm',
  'rush_hint',
  'demand',
  'presence',
  'refusal',
] as const satisfies readonly (keyof PaceActs)[];

/** Every signal: how surely something was heard, from 0 to 1, but for those that count or begin with `is`. */
const READ_SIGNAL: SignalTable<Pace> = {
  'is said plainly': ({ plainly }) => Number(plainly !== null),
  ...signalOfEach<string, Pace>(PLAIN_REASONS, 'is its plain reason', ({ plainly }, name) => Number(plainly === name)),
  'pressure to the model': ({ trained }) => trained,
  pressure: ({ pressures }) => surest(pressures)?.score ?? 0,
  'second pressure': ({ pressures }) => secondOf(pressures),
  'mean pressure': ({ pressures }) => pressures.reduce((sum, { score }) => sum + score, 0) / pressures.length,
  ...signalOfEach<(typeof BESIDES)[number], Pace>(BESIDES, 'with it', ({ said, most, acts }, name) =>
    said([most], acts[name]),
  ),
  'is a question': ({ scene, most }) => asks(scene, [most]),
  'is an exclamation': ({ utterance }) => Number(utterance.text.includes('!')),
  'count of its words': ({ scene, most }) => wordsOf(scene, [most]),
  'count of the minutes that it names': ({ utterance }) => {
    const times = findSpokenTimes(utterance.tokens).map(({ ms }) => ms);
    return times.length === 0 ? -1 : Math.min(...times) / 60_000;
  },
  ...signalOfEach<(typeof OF_CUSTOMERS)[number], Pace>(OF_CUSTOMERS, 'before it', ({ said, before, acts }, name) =>
    said(before, acts[name]),
  ),
  ...signalOfEach<(typeof OF_CUSTOMERS)[number], Pace>(OF_CUSTOMERS, 'after it', ({ said, after, acts }, name) =>
    said(after, acts[name]),
  ),
  'is a question before it': ({ scene, before }) => asks(scene, before),
  'is a question after it': ({ scene, after }) => asks(scene, after),
  'count of words before it': ({ scene, before }) => wordsOf(scene, before),
  'count of words after it': ({ scene, after }) => wordsOf(scene, after),
  'place of it': ({ own, customers, most }) => shareBefore([...own, ...customers], most),
  ...signalOfEach<(typeof ANYWHERE)[number], Pace>(ANYWHERE, 'anywhere', ({ said, own, acts }, name) =>
    said(own, acts[name]),
  ),
  'count of the agent': ({ own }) => own.length,
  'count of the customer': ({ customers }) => customers.length,
  'mean count of words': ({ scene, own }) => wordsOf(scene, own) / own.length,
};

/** The names of the signals, in their order. */
export const PACE_SIGNALS: readonly string[] = Object.keys(READ_SIGNAL);

/**
 * Everything that is known of the pace of an agent; null where the agent says nothing.
 *
 * @param plain - what the agent's words say plainly
 */
export function hearPace(
  scene: Scene,
  agent: SceneAgent,
  acts: PaceActs,
  plain: readonly Pressure[],
): PaceHeard | null {
  const own = messagesOf(scene, agent);
  const reasons = new Map(plain.flatMap(({ reason, spots }) => spots.map(({ message }) => [message, reason] as const)));
  const trainedIn = (message: number): number => {
    const { trained, score, by } = scene.hear(message, acts.rushing);
    return trained ?? (by === 'phrase' ? 0 : score);
  };
  // What is said plainly goes before what is only guessed.
  const pressures = own.map((message) => {
    const trained = trainedIn(message);
    return { message, trained, score: reasons.has(message) ? (1 + trained) / 2 : trained };
  });
  const top = surest(pressures);
  const most = top?.message ?? -1;
  const utterance = scene.utterances[most];
  if (top === null || utterance === undefined) {
    return null;
  }
  const customers = customerBetween(scene, -1);
  const pace: Pace = {
    ...{ scene, acts, own, customers, pressures, most, utterance },
    plainly: reasons.get(most) ?? null,
    trained: top.trained,
    before: customers.filter((index) => index < most).slice(-1),
    after: customers.filter((index) => index > most).slice(0, 1),
    said: (indexes, act) => heardIn(scene, indexes, act),
  };
  return { signals: Object.values(READ_SIGNAL).map((read) => read(pace)), most };
}
