import { wordsOfNames } from '../text/names/person.ts';
import { tokenize } from '../text/tokens.ts';
import { eachFeature, eachFeatureBefore, eachFeatureOfAnswer, GROUP_SHARE, GROUPS, type Hint } from './features.ts';
import { type FrameReader, takeFrames } from './frame.ts';
import { type Meanings, meaningOf } from './meanings.ts';
import { hintsIn, NameMask } from './nameless.ts';
import { hintsWithin, sentencesOf } from './sentences.ts';
import type { Sample } from './separator.ts';

/** One message with the acts that it performs. */
export interface ActItem {
  readonly id: string;
  /** Who wrote it: whole writers are held out when the model is measured and calibrated. */
  readonly writer: string;
  readonly speaker: 'agent' | 'customer';
  readonly text: string;
  readonly before: readonly { readonly speaker: 'agent' | 'customer'; readonly text: string }[];
  /** What the other side said next; null where it is not known. */
  readonly answer: { readonly text: string } | null;
  /** Of those who talk, as far as they are known. */
  readonly names: readonly string[];
  readonly acts: readonly string[];
  /** The acts that somebody looked for; of all others nothing is known. Absent where all were. */
  readonly judged?: readonly string[];
  /** How much it counts beside others when a model learns; 1 where absent. */
  readonly weight?: number;
}

/** What the shipped models are trained with, and users' own: more features make a larger file and hardly a better model. */
export const KEPT_FEATURES = 72_000;
/** Holding out every writer alone would take four times as long for nearly the same figures. */
export const FOLDS_OF_WRITERS = 5;

export type HintsOf = (text: string) => readonly Hint[];

/** A message as the separators learn from it: whole, and sentence by sentence. */
export interface MessageSample<Kind extends Sample = Sample> {
  readonly whole: Kind;
  readonly sentences: readonly Kind[];
}

/** A text as it was read: its ids are hashes, not yet columns, and what its words mean stands beside them. */
export interface HashedSample extends Sample {
  readonly meaning: Float32Array;
}

/** The features of an item, by hash. */
export function sampled(
  item: ActItem,
  hintsOf: HintsOf,
  frames: FrameReader,
  meanings: Meanings,
): MessageSample<HashedSample> {
  const mask = new NameMask(wordsOfNames(item.names));
  const named = tokenize(item.text);
  const nameless = mask.read(item.text, named);
  const { text, tokens } = nameless ?? { text: item.text, tokens: named };
  const hints = nameless === null ? hintsOf(item.text) : hintsIn(nameless, hintsOf(item.text));
  const before = item.before.map((said) => mask.plain(said));
  const answer = item.answer === null ? null : mask.plain(item.answer);
  const said = sentencesOf(text, tokens);
  const frame = frames.read(tokens, item.speaker, before);
  const whole = sample(meanings, (take) => {
    eachFeature({ text, tokens }, hints, take);
    eachFeatureBefore(before, take);
    eachFeatureOfAnswer(answer, take);
    takeFrames({ text, tokens }, frame, take);
  });
  const sentences = said.map((part) =>
    sample(meanings, (take) => {
      eachFeature(part, hintsWithin(part, hints), take);
      eachFeatureBefore(before, take);
      eachFeatureOfAnswer(answer, take);
      takeFrames(part, frame.slice(part.first, part.first + part.tokens.length), take);
    }),
  );
  return { whole, sentences: said.length === 1 ? [whole] : sentences };
}

function sample(meanings: Meanings, each: (take: (group: number, id: number) => void) => void): HashedSample {
  const groups = new Map<number, number>();
  const sizes = new Uint32Array(GROUPS.length);
  each((group, id) => {
    sizes[group] = (sizes[group] ?? 0) + 1;
    groups.set(id, group);
  });
  const ids = Int32Array.from(groups.keys());
  const shares = [...groups.values()].map((group) => (GROUP_SHARE[group] ?? 0) / Math.sqrt(sizes[group] || 1));
  const values = Float32Array.from(shares);
  return { ids, values, meaning: meaningOf(ids, values, meanings) };
}

/** Which column each hash has; hashes ascend with the columns. */
export type Columns = ReadonlyMap<number, number>;

const inOrder = (hashes: readonly number[]): Columns =>
  new Map([...hashes].sort((one, other) => one - other).map((hash, column) => [hash, column]));

/** A feature seen once only teaches the message that it was seen in. */
const LEAST_SEEN = 2;

/** Columns for the features that enough messages have. */
export function columnsOf(samples: readonly MessageSample[]): Columns {
  const seen = new Map<number, number>();
  for (const { whole } of samples) {
    for (const id of whole.ids) {
      seen.set(id, (seen.get(id) ?? 0) + 1);
    }
  }
  return inOrder([...seen].filter(([, times]) => times >= LEAST_SEEN).map(([hash]) => hash));
}

/**
 * The message with columns for hashes; features without a column are dropped. The dimensions of its meaning are columns
 * after all others.
 */
export function narrowed({ whole, sentences }: MessageSample<HashedSample>, columns: Columns): MessageSample {
  const slim = narrow(whole, columns);
  return {
    whole: slim,
    sentences: sentences.map((sentence) => (sentence === whole ? slim : narrow(sentence, columns))),
  };
}

function narrow(wide: HashedSample, columns: Columns): Sample {
  const ids: number[] = [];
  const values: number[] = [];
  for (const [place, id] of wide.ids.entries()) {
    const column = columns.get(id);
    if (column !== undefined) {
      ids.push(column);
      values.push(wide.values[place] ?? 0);
    }
  }
  for (const [dimension, part] of wide.meaning.entries()) {
    ids.push(columns.size + dimension);
    values.push(part);
  }
  return { ids: Int32Array.from(ids), values: Float32Array.from(values) };
}

/**
 * The features that move margins most, summed over the messages that have them.
 *
 * @param weights - Of several separators, by column.
 */
export function strongest(
  columns: Columns,
  weights: readonly Float64Array[],
  samples: readonly MessageSample[],
  count: number,
): Columns {
  const times = new Uint32Array(columns.size);
  for (const { whole } of samples) {
    for (const id of whole.ids) {
      // Meanings have columns after those counted.
      if (id < times.length) {
        times[id] = (times[id] ?? 0) + 1;
      }
    }
  }
  const forces = [...columns].map(([hash, column]) => {
    const most = weights.reduce((best, each) => Math.max(best, Math.abs(each[column] ?? 0)), 0);
    return { hash, force: most * Math.sqrt(times[column] ?? 0) };
  });
  forces.sort((one, other) => other.force - one.force || one.hash - other.hash);
  return inOrder(forces.slice(0, count).map(({ hash }) => hash));
}
