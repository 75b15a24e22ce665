import type { Heard } from '../model/ear.ts';
import type { Act } from '../model/rule.ts';
import { eachFeature, eachFeatureBefore, GROUP_SHARE, GROUPS, type Hint, type TakeFeature } from './features.ts';
import { heaviestRun } from './heaviest-run.ts';
import { hintsWithin, type Sentence, sentencesOf } from './sentences.ts';

/** A linear reading: margin = bias + step × Σ stored weight × feature. */
export interface Reading {
  readonly bias: number;
  /** What one step of the stored whole-number weights is worth. */
  readonly step: number;
}

/**
 * One act of a trained model. It is read twice, over the whole message and over each sentence, of which the strongest
 * counts; probability = logistic(slope × (whole margin + best sentence's margin) + shift).
 */
export interface ActHead {
  readonly act: Act;
  readonly speaker: 'agent' | 'customer';
  readonly whole: Reading;
  readonly sentence: Reading;
  readonly slope: number;
  readonly shift: number;
}

/** A trained model of one language as plain arrays; the form in which it is stored. */
export interface StoredModel {
  /** Those of agents first, those of customers after them. */
  readonly heads: readonly ActHead[];
  /** Hashes of the features, ascending. */
  readonly ids: Int32Array;
  /** For each feature its weight for each head's whole reading, then for each head's sentence reading. */
  readonly weights: Int8Array;
}

/** The probability of one act, and on demand the words that spoke for it. */
export interface ActHeard {
  readonly score: number;
  readonly ranges: () => readonly { readonly start: number; readonly end: number }[];
}

type HeardWords = Pick<Heard, 'speaker' | 'text' | 'tokens' | 'before'>;

/** Neighbouring columns of the weights: `from` up to `to`. */
interface Columns {
  readonly from: number;
  readonly to: number;
}

/**
 * Open addressing with hash and row side by side, so that a look-up reads one place of memory: at least two places for
 * every feature, so that a miss ends soon.
 */
function tableOf(ids: Int32Array): Int32Array {
  let size = 1024;
  while (size < ids.length * 2) {
    size *= 2;
  }
  const table = new Int32Array(size * 2).fill(-1);
  for (let row = 0; row < ids.length; row += 1) {
    const id = ids[row] as number;
    let place = id & (size - 1);
    while (table[place * 2 + 1] !== -1) {
      place = (place + 1) & (size - 1);
    }
    table[place * 2] = id;
    table[place * 2 + 1] = row;
  }
  return table;
}

/** Scores messages of one language by a trained linear model: how probably a message performs an act. */
export class ActModel {
  private readonly model: StoredModel;
  private readonly table: Int32Array;
  /** In which round each feature was last met: within a round it counts once. */
  private readonly met: Uint32Array;
  private round = 0;
  private readonly width: number;
  private readonly mask: number;
  /** Room for the sums of one round, kept because it is needed for every message. */
  private readonly byGroup: Int32Array;
  private readonly sizes = new Uint32Array(GROUPS.length);

  constructor(model: StoredModel) {
    this.model = model;
    this.table = tableOf(model.ids);
    this.mask = this.table.length / 2 - 1;
    this.met = new Uint32Array(model.ids.length);
    this.width = model.heads.length * 2;
    this.byGroup = new Int32Array(GROUPS.length * this.width);
  }

  /** Whether the model was trained on this act of this speaker. */
  knows(act: Act, speaker: 'agent' | 'customer'): boolean {
    return this.model.heads.some((head) => head.act === act && head.speaker === speaker);
  }

  /** The calibrated probability of each act that the speaker can perform. */
  hear(heard: HeardWords, hints: readonly Hint[]): ReadonlyMap<Act, ActHeard> {
    const { heads } = this.model;
    const first = heads.findIndex(({ speaker }) => speaker === heard.speaker);
    const end = heads.findLastIndex(({ speaker }) => speaker === heard.speaker) + 1;
    const result = new Map<Act, ActHeard>();
    if (first < 0) {
      return result;
    }
    const ofWhole: Columns = { from: first, to: end };
    const ofSentence: Columns = { from: first + heads.length, to: end + heads.length };
    const sentences = sentencesOf(heard.text, heard.tokens);
    const single = sentences.length === 1;
    const before = this.sums([ofWhole, ofSentence], (take) => eachFeatureBefore(heard.before, take));
    const whole = this.sums(single ? [ofWhole, ofSentence] : [ofWhole], (take) => eachFeature(heard, hints, take));
    const parts = single
      ? [whole]
      : sentences.map((part) => this.sums([ofSentence], (take) => eachFeature(part, hintsWithin(part, hints), take)));
    for (let head = first; head < end; head += 1) {
      const { act, slope, shift, ...readings } = heads[head] as ActHead;
      const column = head + heads.length;
      const best = strongestOf(parts, column);
      const margin =
        readings.whole.bias +
        readings.whole.step * ((whole[head] as number) + (before[head] as number)) +
        readings.sentence.bias +
        readings.sentence.step * ((parts[best]?.[column] ?? 0) + (before[column] as number));
      result.set(act, {
        score: 1 / (1 + Math.exp(-(slope * margin + shift))),
        ranges: () => [this.strongest(sentences[best], hints, column)],
      });
    }
    return result;
  }

  /**
   * For each of the columns the sum of its weights over the features, each feature once, each group by its share;
   * zero for all other columns.
   */
  private sums(columns: readonly Columns[], each: (take: TakeFeature) => void): Float64Array {
    const { weights } = this.model;
    const { width, met, byGroup, sizes } = this;
    this.round += 1;
    const { round } = this;
    byGroup.fill(0);
    sizes.fill(0);
    each((group, id) => {
      sizes[group] = (sizes[group] as number) + 1;
      const row = this.rowOf(id);
      if (row >= 0 && met[row] !== round) {
        met[row] = round;
        const weightsFrom = row * width;
        const sumsFrom = group * width;
        for (const { from, to } of columns) {
          for (let column = from; column < to; column += 1) {
            byGroup[sumsFrom + column] =
              (byGroup[sumsFrom + column] as number) + (weights[weightsFrom + column] as number);
          }
        }
      }
    });
    const sums = new Float64Array(width);
    for (let group = 0; group < GROUPS.length; group += 1) {
      const size = sizes[group] as number;
      const scale = size === 0 ? 0 : (GROUP_SHARE[group] as number) / Math.sqrt(size);
      for (const { from, to } of scale === 0 ? [] : columns) {
        for (let column = from; column < to; column += 1) {
          sums[column] = (sums[column] as number) + (byGroup[group * width + column] as number) * scale;
        }
      }
    }
    return sums;
  }

  /** The words of a sentence whose features add most to the act, as a range of the message. */
  private strongest(
    part: Sentence | undefined,
    hints: readonly Hint[],
    column: number,
  ): { start: number; end: number } {
    if (part === undefined) {
      return { start: 0, end: 0 };
    }
    const own = hintsWithin(part, hints);
    const sizes = new Uint32Array(GROUPS.length);
    eachFeature(part, own, (group) => {
      sizes[group] = (sizes[group] ?? 0) + 1;
    });
    const worth = new Float64Array(part.text.length + 1);
    eachFeature(part, own, (group, id, start, end) => {
      const row = this.rowOf(id);
      const weight = row < 0 ? 0 : (this.model.weights[row * this.width + column] ?? 0);
      const each = (weight * (GROUP_SHARE[group] ?? 0)) / Math.sqrt(sizes[group] || 1) / Math.max(1, end - start);
      for (let place = start; place < end; place += 1) {
        worth[place] = (worth[place] ?? 0) + each;
      }
    });
    const { start, end } = heaviestRun(part.text, part.tokens, worth);
    return { start: start + part.offset, end: end + part.offset };
  }

  private rowOf(id: number): number {
    const { table, mask } = this;
    let place = id & mask;
    for (;;) {
      const row = table[place * 2 + 1] as number;
      if (row < 0 || table[place * 2] === id) {
        return row;
      }
      place = (place + 1) & mask;
    }
  }
}

/** Which of the sentences speaks most for the act of a column. */
function strongestOf(parts: readonly Float64Array[], column: number): number {
  let best = 0;
  for (let place = 1; place < parts.length; place += 1) {
    if ((parts[place]?.[column] ?? 0) > (parts[best]?.[column] ?? 0)) {
      best = place;
    }
  }
  return best;
}
