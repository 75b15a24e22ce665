import type { Heard } from '../model/ear.ts';
import type { Act } from '../model/rule.ts';
import { eachFeature, eachFeatureBefore, GROUP_SHARE, GROUPS, type Hint } from './features.ts';
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

/** Open addressing: at least two places for every feature, so that a miss ends soon. */
function placesFor(ids: Int32Array): Int32Array {
  let size = 1024;
  while (size < ids.length * 2) {
    size *= 2;
  }
  const places = new Int32Array(size).fill(-1);
  for (let row = 0; row < ids.length; row += 1) {
    let place = (ids[row] ?? 0) & (size - 1);
    while (places[place] !== -1) {
      place = (place + 1) & (size - 1);
    }
    places[place] = row;
  }
  return places;
}

/** Scores messages of one language by a trained linear model: how probably a message performs an act. */
export class ActModel {
  private readonly model: StoredModel;
  private readonly places: Int32Array;
  /** In which round each feature was last met: within a round it counts once. */
  private readonly met: Uint32Array;
  private round = 0;
  private readonly width: number;

  constructor(model: StoredModel) {
    this.model = model;
    this.places = placesFor(model.ids);
    this.met = new Uint32Array(model.ids.length);
    this.width = model.heads.length * 2;
  }

  /** The calibrated probability of each act that the speaker can perform. */
  hear(heard: HeardWords, hints: readonly Hint[]): ReadonlyMap<Act, ActHeard> {
    const before = this.sums((take) => eachFeatureBefore(heard.before, take));
    const sentences = sentencesOf(heard.text, heard.tokens);
    const whole = this.sums((take) => eachFeature(heard, hints, take));
    const parts = sentences.length === 1 ? [whole] : sentences.map((part) => this.sumsOf(part, hints));
    const result = new Map<Act, ActHeard>();
    for (const [head, { act, speaker, slope, shift, ...readings }] of this.model.heads.entries()) {
      if (speaker !== heard.speaker) {
        continue;
      }
      const column = head + this.model.heads.length;
      let best = 0;
      let most = Number.NEGATIVE_INFINITY;
      for (const [place, part] of parts.entries()) {
        const sum = part[column] ?? 0;
        if (sum > most) {
          most = sum;
          best = place;
        }
      }
      const margin =
        readings.whole.bias +
        readings.whole.step * ((whole[head] ?? 0) + (before[head] ?? 0)) +
        readings.sentence.bias +
        readings.sentence.step * (most + (before[column] ?? 0));
      result.set(act, {
        score: 1 / (1 + Math.exp(-(slope * margin + shift))),
        ranges: () => [this.strongest(sentences[best], hints, column)],
      });
    }
    return result;
  }

  private sumsOf(part: Sentence, hints: readonly Hint[]): Float64Array {
    return this.sums((take) => eachFeature(part, hintsWithin(part, hints), take));
  }

  /** For each column the sum of its weights over the features, each feature once, each group by its share. */
  private sums(each: (take: (group: number, id: number) => void) => void): Float64Array {
    const { weights } = this.model;
    const { width } = this;
    const byGroup = new Float64Array(GROUPS.length * width);
    const sizes = new Uint32Array(GROUPS.length);
    this.round += 1;
    each((group, id) => {
      sizes[group] = (sizes[group] ?? 0) + 1;
      const row = this.rowOf(id);
      if (row >= 0 && this.met[row] !== this.round) {
        this.met[row] = this.round;
        const from = row * width;
        const to = group * width;
        for (let column = 0; column < width; column += 1) {
          byGroup[to + column] = (byGroup[to + column] ?? 0) + (weights[from + column] ?? 0);
        }
      }
    });
    const sums = new Float64Array(width);
    for (const [group, size] of sizes.entries()) {
      const scale = size === 0 ? 0 : (GROUP_SHARE[group] ?? 0) / Math.sqrt(size);
      for (let column = 0; column < width && scale > 0; column += 1) {
        sums[column] = (sums[column] ?? 0) + (byGroup[group * width + column] ?? 0) * scale;
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
    const { ids } = this.model;
    const mask = this.places.length - 1;
    let place = id & mask;
    for (;;) {
      const row = this.places[place] ?? -1;
      if (row < 0 || ids[row] === id) {
        return row;
      }
      place = (place + 1) & mask;
    }
  }
}
