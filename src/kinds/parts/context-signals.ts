import type { Scene, Utterance } from '../../model/scene.ts';
import { HISTORY_SIGNALS, historyOf } from './context-history.ts';
import { heardByModel } from './listening.ts';
import { isPublic, type Listening } from './misfits.ts';
import { asks, wordsOf } from './signal-table.ts';

type Acts = Listening['acts'];

/** What is listened for in a message, by whose it is. */
const OF_AGENTS = [
  'refusal',
  'difficulty',
  'no_information',
  'offer',
  'deflection',
  'urging',
  'check_back',
  'grants',
  'denial',
  'pleased',
  'asks_detail',
] as const satisfies readonly (keyof Acts)[];

const OF_CUSTOMERS = [
  'declines',
  'proposes',
  'closes',
  'request',
  'grants',
  'denial',
  'disappointed',
  'pleased',
  'takes_up',
  'retries',
  'asks_for',
  'asks_about',
] as const satisfies readonly (keyof Acts)[];

type Side = 'agent' | 'customer';

/** What the trained model by itself is asked for as well: phrases mean something else often enough. */
const TO_THE_MODEL: Readonly<Record<Side, readonly Exclude<keyof Acts, 'parting'>[]>> = {
  agent: ['refusal', 'difficulty', 'no_information', 'offer', 'deflection', 'urging', 'check_back'],
  customer: ['declines', 'proposes', 'closes', 'request'],
};

/** What is known of a message by itself: its acts, its words, whether it asks. */
const OWN: Readonly<Record<Side, readonly string[]>> = {
  agent: [...OF_AGENTS, 'parting', 'words', 'is question'],
  customer: [...OF_CUSTOMERS, 'words', 'is question'],
};

/** The nearest messages of both sides, before and after. */
const NEIGHBOURS = [
  { title: 'said before by the other', same: false, step: -1 },
  { title: 'said next by the other', same: false, step: 1 },
  { title: 'said before by the same', same: true, step: -1 },
  { title: 'said next by the same', same: true, step: 1 },
] as const;

/** What stands for everything about a neighbour that is not there. */
const NOBODY = -1;

const otherThan = (side: Side): Side => (side === 'agent' ? 'customer' : 'agent');

const named = (side: Side): string[] => [
  ...OWN[side],
  ...TO_THE_MODEL[side].map((name) => `${name} to the model`),
  'place',
  'count of messages',
  ...NEIGHBOURS.flatMap(({ title, same }) =>
    [...OWN[same ? side : otherThan(side)], 'distance'].map((name) => `${name} ${title}`),
  ),
  ...HISTORY_SIGNALS,
];

/** The names of the signals of a message in its context, in their order. */
export const CONTEXT_SIGNALS: Readonly<Record<Side, readonly string[]>> = {
  agent: named('agent'),
  customer: named('customer'),
};

/** What is known of a message beside its neighbours, and whose it is. */
export interface MessageInContext {
  readonly side: Side;
  /** In the order of CONTEXT_SIGNALS. */
  readonly signals: readonly number[];
}

/** A conversation whose messages are read each beside its neighbours. */
export class Context {
  private readonly scene: Scene;
  private readonly acts: Acts;
  /** What customers and agents said, in order. */
  private readonly said: readonly Utterance[];
  /** The place in `said` of each message, by its index. */
  private readonly places: ReadonlyMap<number, number>;
  /** What is known of each message by itself, by its place in `said`. */
  private readonly known: readonly (readonly number[])[];
  /** What was said before and after each of them, by its place in `said`. */
  private readonly history: readonly (readonly number[])[];
  /** The signals read so far, by the index of the message: several acts ask for the same. */
  private readonly asked = new Map<number, MessageInContext | null>();

  constructor(scene: Scene, acts: Acts) {
    this.scene = scene;
    this.acts = acts;
    this.said = scene.utterances.filter(isPublic);
    this.places = new Map(this.said.map(({ index }, place) => [index, place]));
    this.known = this.said.map((utterance) => this.read(utterance));
    this.history = historyOf(scene, acts, this.said);
  }

  /** The signals of a message, in the order of CONTEXT_SIGNALS; null for one that is neither an agent's nor a customer's. */
  signalsOf(index: number): MessageInContext | null {
    let found = this.asked.get(index);
    if (found === undefined) {
      found = this.find(index);
      this.asked.set(index, found);
    }
    return found;
  }

  private find(index: number): MessageInContext | null {
    const place = this.places.get(index);
    if (place === undefined) {
      return null;
    }
    const utterance = this.said[place] as Utterance;
    const side = sideOf(utterance);
    const signals = [
      ...(this.known[place] as readonly number[]),
      ...TO_THE_MODEL[side].map((name) => heardByModel(this.scene, [utterance.index], this.acts[name])),
      place / this.said.length,
      this.said.length,
    ];
    for (const { same, step } of NEIGHBOURS) {
      const wanted = same ? side : otherThan(side);
      const there = this.nearest(place, step, wanted);
      if (there === null) {
        signals.push(...OWN[wanted].map(() => NOBODY), NOBODY);
      } else {
        signals.push(...(this.known[there] as readonly number[]), Math.abs(there - place));
      }
    }
    signals.push(...(this.history[place] as readonly number[]));
    return { side, signals };
  }

  private nearest(place: number, step: number, wanted: Side): number | null {
    for (let there = place + step; there >= 0 && there < this.said.length; there += step) {
      if (sideOf(this.said[there] as Utterance) === wanted) {
        return there;
      }
    }
    return null;
  }

  private read(utterance: Utterance): number[] {
    const { scene, acts } = this;
    const { index } = utterance;
    const hear = (act: string): number => scene.hear(index, act).score;
    const heard =
      sideOf(utterance) === 'agent'
        ? [...OF_AGENTS.map((name) => hear(acts[name])), Math.max(0, ...acts.parting.map(hear))]
        : OF_CUSTOMERS.map((name) => hear(acts[name]));
    return [...heard, wordsOf(scene, [index]), asks(scene, [index])];
  }
}

const sideOf = ({ part }: Utterance): Side => (part === 'agent' ? 'agent' : 'customer');
