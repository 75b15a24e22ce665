import { type Act, AGENT_ACTS, CUSTOMER_ACTS } from '../model/rule.ts';
import { tokenize } from '../text/tokens.ts';
import type { ActHead, StoredModel } from './act-model.ts';
import { averagePrecision, fitLogistic } from './calibrate.ts';
import { commonWords, FrameReader } from './frame.ts';
import {
  type ActItem,
  type Columns,
  columnsOf,
  type HintsOf,
  type MessageSample,
  narrowed,
  sampled,
  strongest,
} from './lesson.ts';
import { type Meanings, NO_MEANINGS, weightByMeaning } from './meanings.ts';
import type { Separator } from './separator.ts';
import { learnTwoReadings, type TwoReadings } from './two-readings.ts';

export interface Lesson {
  /** Of one language. */
  readonly items: readonly ActItem[];
  /** The packs' phrases in a text, for the features that they make. */
  readonly hintsOf: HintsOf;
  /** How many features the model keeps because they tell; words that mean something come on top. */
  readonly features: number;
  /** What words mean; where absent, words that the items never had tell nothing. */
  readonly meanings?: Meanings;
  /** Writers are held out in so many groups; one by one where absent. */
  readonly folds?: number;
  /** Only these acts; all that the items have where absent. */
  readonly acts?: readonly Act[];
  /** The writers whose held-out models are wanted, to judge whole conversations of theirs by. */
  readonly heldOutOf?: readonly string[];
}

/** How well an act is recognised on writers that the model did not learn from. */
export interface ActMeasure {
  readonly act: Act;
  readonly positives: number;
  /** Of all held-out writers together. */
  readonly averagePrecision: number;
  /** Of writers who wrote the act at all. */
  readonly writers: readonly { readonly writer: string; readonly averagePrecision: number }[];
}

export interface Learned {
  readonly model: StoredModel;
  readonly measures: readonly ActMeasure[];
  /** For each writer asked for the model that learnt from all others. */
  readonly heldOut: ReadonlyMap<string, StoredModel>;
}

/** How many words stand for themselves in frames; found by cross-validation over held-out writers, and flat around it. */
const COMMON_WORDS = 800;

interface Pool {
  readonly act: Act;
  readonly speaker: 'agent' | 'customer';
  readonly rows: readonly number[];
  readonly truth: readonly boolean[];
  /** How much each row counts. */
  readonly weights: readonly number[];
}

interface TrainedAct extends Pool, TwoReadings {
  readonly slope: number;
  readonly shift: number;
}

/**
 * Trains one language's model: for each act linear separators on hashed word and letter features, over messages and
 * over sentences; the strongest features kept, weights as small whole numbers, margins calibrated to probabilities on
 * held-out writers. The same items in the same order give the same model.
 */
export function learnActs(lesson: Lesson): Learned {
  const { items, meanings = NO_MEANINGS } = lesson;
  const common = commonWords(
    items.map(({ text }) => tokenize(text)),
    COMMON_WORDS,
  );
  const frames = new FrameReader(common);
  const messages = items.map((item) => sampled(item, lesson.hintsOf, frames, meanings));
  const pools = poolsOf(lesson);
  const columns = columnsOf(messages);
  const wide = messages.map((message) => narrowed(message, columns));
  const first = pools.map((pool) => learn(wide, pool, columns.size + meanings.dimensions));
  const weights = first.flatMap(({ whole, sentence }) => [whole.weights, sentence.weights]);
  const kept = strongest(columns, weights, wide, lesson.features);
  const slim = messages.map((message) => narrowed(message, kept));
  const size = kept.size + meanings.dimensions;
  const measures: ActMeasure[] = [];
  const folds = new Map<string, TrainedAct[]>((lesson.heldOutOf ?? []).map((writer) => [writer, []]));
  const trained = pools.map((pool): TrainedAct => {
    const all = learn(slim, pool, size);
    const readings = heldOutReadings(items, slim, pool, size, lesson.folds ?? items.length);
    const margins = pool.rows.map((row) => marginOf(readings.get(writerOf(items, row)), slim[row]));
    const curve = fitLogistic(margins, pool.truth);
    measures.push(measured(items, pool, margins));
    for (const [writer, acts] of folds) {
      acts.push({ ...pool, ...(readings.get(writer) ?? all), ...curve });
    }
    return { ...pool, ...all, ...curve };
  });
  const rows = rowsOf(kept, meanings);
  return {
    model: pressed(trained, rows, common),
    measures,
    heldOut: new Map([...folds].map(([writer, acts]) => [writer, pressed(acts, rows, common)])),
  };
}

function poolsOf({ items, acts }: Lesson): Pool[] {
  const all = [
    ...AGENT_ACTS.map((act) => ({ act, speaker: 'agent' as const })),
    ...CUSTOMER_ACTS.map((act) => ({ act, speaker: 'customer' as const })),
  ];
  return all.flatMap(({ act, speaker }): Pool[] => {
    const rows = items.flatMap((item, row) =>
      item.speaker === speaker && (item.judged === undefined || item.judged.includes(act)) ? [row] : [],
    );
    const truth = rows.map((row) => items[row]?.acts.includes(act) ?? false);
    const weights = rows.map((row) => items[row]?.weight ?? 1);
    const wanted = acts === undefined || acts.includes(act);
    return wanted && truth.includes(true) ? [{ act, speaker, rows, truth, weights }] : [];
  });
}

function learn(messages: readonly MessageSample[], { rows, truth, weights }: Pool, size: number): TwoReadings {
  return learnTwoReadings({ messages: rows.flatMap((row) => messages[row] ?? []), truth, weights }, size);
}

const writerOf = (items: readonly ActItem[], row: number): string => items[row]?.writer ?? '';

function writersOf(items: readonly ActItem[], { rows }: Pool): string[] {
  return [...new Set(rows.map((row) => writerOf(items, row)))].sort();
}

/** For each writer of the pool the readings that learnt from all others, or from all other groups of writers. */
function heldOutReadings(
  items: readonly ActItem[],
  messages: readonly MessageSample[],
  pool: Pool,
  size: number,
  folds: number,
): Map<string, TwoReadings> {
  const readings = new Map<string, TwoReadings>();
  for (const group of groupsOf(items, pool, folds)) {
    const places = pool.rows.flatMap((row, place) => (group.includes(writerOf(items, row)) ? [] : [place]));
    const rest: Pool = {
      ...pool,
      rows: places.map((place) => pool.rows[place] ?? 0),
      truth: places.map((place) => pool.truth[place] ?? false),
      weights: places.map((place) => pool.weights[place] ?? 1),
    };
    const own = learn(messages, rest, size);
    for (const writer of group) {
      readings.set(writer, own);
    }
  }
  return readings;
}

/** The writers of a pool in so many groups of about the same number of items, the longest first. */
function groupsOf(items: readonly ActItem[], pool: Pool, folds: number): string[][] {
  const counts = new Map<string, number>();
  for (const row of pool.rows) {
    counts.set(writerOf(items, row), (counts.get(writerOf(items, row)) ?? 0) + 1);
  }
  const groups = Array.from({ length: Math.min(folds, counts.size) }, () => ({ size: 0, writers: [] as string[] }));
  const byLength = [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
  for (const [writer, count] of byLength) {
    const least = groups.reduce((best, group) => (group.size < best.size ? group : best));
    least.size += count;
    least.writers.push(writer);
  }
  return groups.map(({ writers }) => writers);
}

function marginOf(readings: TwoReadings | undefined, message: MessageSample | undefined): number {
  return readings === undefined || message === undefined ? 0 : readings.margin(message);
}

function measured(items: readonly ActItem[], pool: Pool, margins: readonly number[]): ActMeasure {
  const writers = writersOf(items, pool).map((writer) => {
    const own = pool.rows.flatMap((row, place) => (writerOf(items, row) === writer ? [place] : []));
    const precision = averagePrecision(
      own.map((place) => margins[place] ?? 0),
      own.map((place) => pool.truth[place] ?? false),
    );
    return { writer, averagePrecision: precision };
  });
  return {
    act: pool.act,
    positives: pool.truth.filter(Boolean).length,
    averagePrecision: averagePrecision(margins, pool.truth),
    writers: writers.filter((each) => !Number.isNaN(each.averagePrecision)),
  };
}

/** The features of a model, ascending, and how much each of them weighs for a separator. */
interface Rows {
  readonly ids: Int32Array;
  weightsOf(separator: Separator): Float64Array;
}

/** Rows for the features kept and for all words that mean something. */
function rowsOf(kept: Columns, meanings: Meanings): Rows {
  const ids = Int32Array.from(new Set([...kept.keys(), ...meanings.ofFeature.keys()])).sort();
  return {
    ids,
    weightsOf: ({ weights }) => {
      const learnt = weights.subarray(kept.size);
      return Float64Array.from(ids, (id) => {
        const column = kept.get(id);
        return (column === undefined ? 0 : (weights[column] ?? 0)) + weightByMeaning(id, learnt, meanings);
      });
    },
  };
}

/** Rounds the weights of every reading to whole numbers of eight bits. */
function pressed(trained: readonly TrainedAct[], { ids, weightsOf }: Rows, common: Int32Array): StoredModel {
  const width = trained.length * 2;
  const weights = new Int8Array(ids.length * width);
  const press = (separator: Separator, column: number): { bias: number; step: number } => {
    const exact = weightsOf(separator);
    const largest = exact.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
    const step = largest / 127 || 1;
    for (let row = 0; row < ids.length; row += 1) {
      weights[row * width + column] = Math.round((exact[row] ?? 0) / step);
    }
    return { bias: rounded(separator.bias), step: rounded(step) };
  };
  const heads = trained.map(
    ({ act, speaker, whole, sentence, slope, shift }, head): ActHead => ({
      act,
      speaker,
      whole: press(whole, head),
      sentence: press(sentence, head + trained.length),
      slope: rounded(slope),
      shift: rounded(shift),
    }),
  );
  return { heads, common, ids, weights };
}

const rounded = (value: number): number => Number(value.toPrecision(6));
