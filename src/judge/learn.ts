import { type Act, AGENT_ACTS, CUSTOMER_ACTS } from '../model/rule.ts';
import { tokenize } from '../text/tokens.ts';
import type { ActHead, StoredModel } from './act-model.ts';
import { averagePrecision, fitLogistic } from './calibrate.ts';
import { eachFeature, GROUP_SHARE, GROUPS, type Hint } from './features.ts';
import { type Sample, trainSeparator } from './separator.ts';

/** One message with all acts that it performs. */
export interface ActItem {
  readonly id: string;
  /** Who wrote it: whole writers are held out when the model is measured and calibrated. */
  readonly writer: string;
  readonly speaker: 'agent' | 'customer';
  readonly text: string;
  readonly before: readonly { readonly speaker: 'agent' | 'customer'; readonly text: string }[];
  readonly acts: readonly string[];
}

export interface Lesson {
  /** Of one language. */
  readonly items: readonly ActItem[];
  /** The packs' phrases in a text, for the features that they make. */
  readonly hintsOf: (text: string, speaker: 'agent' | 'customer') => readonly Hint[];
  /** How many features the model keeps. */
  readonly features: number;
}

/** How well an act is recognised on writers that the model did not learn from. */
export interface ActMeasure {
  readonly act: Act;
  readonly positives: number;
  /** Of all held-out writers together. */
  readonly averagePrecision: number;
  readonly writers: readonly { readonly writer: string; readonly averagePrecision: number }[];
}

export interface Learned {
  readonly model: StoredModel;
  readonly measures: readonly ActMeasure[];
}

/** A feature seen once only teaches the message that it was seen in. */
const LEAST_SEEN = 2;

/**
 * Trains one language's model: a linear separator for each act on hashed word and letter features, the strongest
 * features kept, weights as small whole numbers, margins calibrated to probabilities on held-out writers. The same
 * items in the same order give the same model.
 */
export function learnActs(lesson: Lesson): Learned {
  const samples = lesson.items.map((item) => sampleOf(item, lesson.hintsOf));
  const index = indexFeatures(samples);
  const dense = samples.map((sample) => narrowed(sample, index));
  const writers = [...new Set(lesson.items.map(({ writer }) => writer))].sort();
  const acts = [
    ...AGENT_ACTS.map((act) => ({ act, speaker: 'agent' as const })),
    ...CUSTOMER_ACTS.map((act) => ({ act, speaker: 'customer' as const })),
  ];
  const whole = acts.map(({ act, speaker }) => {
    const pool = rowsOf(lesson.items, speaker);
    return trainSeparator(
      pool.map((row) => dense[row] ?? EMPTY),
      truths(lesson.items, pool, act),
      index.size,
    );
  });
  const kept = strongest(
    whole.map(({ weights }) => weights),
    seenTimes(dense, index.size),
    lesson.features,
  );
  const slim = dense.map((sample) => narrowed(sample, kept));
  const measures: ActMeasure[] = [];
  const trained = acts.map(({ act, speaker }) => {
    const pool = rowsOf(lesson.items, speaker);
    const heldOut = heldOutMargins(lesson.items, slim, pool, act, writers, kept.size);
    measures.push(measured(act, lesson.items, pool, heldOut, writers));
    const separator = trainSeparator(
      pool.map((row) => slim[row] ?? EMPTY),
      truths(lesson.items, pool, act),
      kept.size,
    );
    return { act, speaker, ...separator, ...fitLogistic(heldOut, truths(lesson.items, pool, act)) };
  });
  return { model: pressed(trained, index, kept), measures };
}

const EMPTY: Sample = { ids: new Int32Array(0), values: new Float32Array(0) };

function sampleOf({ text, speaker, before }: ActItem, hintsOf: Lesson['hintsOf']): Sample {
  const groups = new Map<number, number>();
  const sizes = new Uint32Array(GROUPS.length);
  eachFeature({ text, tokens: tokenize(text), before }, hintsOf(text, speaker), (group, id) => {
    sizes[group] = (sizes[group] ?? 0) + 1;
    groups.set(id, group);
  });
  const values = [...groups.values()].map((group) => (GROUP_SHARE[group] ?? 0) / Math.sqrt(sizes[group] || 1));
  return { ids: Int32Array.from(groups.keys()), values: Float32Array.from(values) };
}

/** Numbers the features that were seen often enough, in the order of their hashes. */
function indexFeatures(samples: readonly Sample[]): Map<number, number> {
  const seen = new Map<number, number>();
  for (const { ids } of samples) {
    for (const id of ids) {
      seen.set(id, (seen.get(id) ?? 0) + 1);
    }
  }
  const often = [...seen].filter(([, times]) => times >= LEAST_SEEN).map(([id]) => id);
  return new Map(often.sort((one, other) => one - other).map((id, place) => [id, place]));
}

function narrowed(sample: Sample, index: ReadonlyMap<number, number>): Sample {
  const ids: number[] = [];
  const values: number[] = [];
  for (const [place, id] of sample.ids.entries()) {
    const column = index.get(id);
    if (column !== undefined) {
      ids.push(column);
      values.push(sample.values[place] ?? 0);
    }
  }
  return { ids: Int32Array.from(ids), values: Float32Array.from(values) };
}

function seenTimes(samples: readonly Sample[], size: number): Uint32Array {
  const times = new Uint32Array(size);
  for (const { ids } of samples) {
    for (const id of ids) {
      times[id] = (times[id] ?? 0) + 1;
    }
  }
  return times;
}

/** The features that move margins most, summed over the messages that have them, numbered anew. */
function strongest(weights: readonly Float64Array[], times: Uint32Array, count: number): Map<number, number> {
  const force = Float64Array.from(times, (seen, feature) => {
    const most = weights.reduce((best, each) => Math.max(best, Math.abs(each[feature] ?? 0)), 0);
    return most * Math.sqrt(seen);
  });
  const order = Array.from(times.keys()).sort((one, other) => (force[other] ?? 0) - (force[one] ?? 0) || one - other);
  const chosen = order.slice(0, count).sort((one, other) => one - other);
  return new Map(chosen.map((feature, place) => [feature, place]));
}

const rowsOf = (items: readonly ActItem[], speaker: 'agent' | 'customer'): number[] =>
  items.flatMap((item, row) => (item.speaker === speaker ? [row] : []));

const truths = (items: readonly ActItem[], rows: readonly number[], act: Act): boolean[] =>
  rows.map((row) => items[row]?.acts.includes(act) ?? false);

/** For each row the margin of a separator that learnt from all other writers. */
function heldOutMargins(
  items: readonly ActItem[],
  samples: readonly Sample[],
  pool: readonly number[],
  act: Act,
  writers: readonly string[],
  size: number,
): number[] {
  const margins = new Map<number, number>();
  for (const writer of writers) {
    const rest = pool.filter((row) => items[row]?.writer !== writer);
    const separator = trainSeparator(
      rest.map((row) => samples[row] ?? EMPTY),
      truths(items, rest, act),
      size,
    );
    for (const row of pool.filter((each) => items[each]?.writer === writer)) {
      margins.set(row, separator.margin(samples[row] ?? EMPTY));
    }
  }
  return pool.map((row) => margins.get(row) ?? 0);
}

function measured(
  act: Act,
  items: readonly ActItem[],
  pool: readonly number[],
  margins: readonly number[],
  writers: readonly string[],
): ActMeasure {
  const truth = truths(items, pool, act);
  const byWriter = writers.map((writer) => {
    const own = pool.flatMap((row, place) => (items[row]?.writer === writer ? [place] : []));
    return {
      writer,
      averagePrecision: averagePrecision(
        own.map((place) => margins[place] ?? 0),
        own.map((place) => truth[place] ?? false),
      ),
    };
  });
  return {
    act,
    positives: truth.filter(Boolean).length,
    averagePrecision: averagePrecision(margins, truth),
    writers: byWriter,
  };
}

interface TrainedHead {
  readonly act: Act;
  readonly speaker: 'agent' | 'customer';
  readonly weights: Float64Array;
  readonly bias: number;
  readonly slope: number;
  readonly shift: number;
}

/** Rounds the weights of every act to whole numbers of eight bits. */
function pressed(
  trained: readonly TrainedHead[],
  index: ReadonlyMap<number, number>,
  kept: ReadonlyMap<number, number>,
): StoredModel {
  const hashes = [...index.keys()];
  const ids = Int32Array.from([...kept.keys()].map((feature) => hashes[feature] ?? 0));
  const weights = new Int8Array(ids.length * trained.length);
  const heads = trained.map(({ act, speaker, weights: exact, bias, slope, shift }, head): ActHead => {
    const largest = exact.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    const step = largest / 127 || 1;
    for (let row = 0; row < ids.length; row += 1) {
      weights[row * trained.length + head] = Math.round((exact[row] ?? 0) / step);
    }
    return { act, speaker, bias: rounded(bias), step: rounded(step), slope: rounded(slope), shift: rounded(shift) };
  });
  return { heads, ids, weights };
}

const rounded = (value: number): number => Number(value.toPrecision(6));
