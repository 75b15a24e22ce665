import type { Heard } from '../model/ear.ts';
import type { Act } from '../model/rule.ts';
import type { Token } from '../model/scene.ts';
import { sentenceEnd } from '../text/phrases.ts';
import { eachFeature, GROUP_SHARE, GROUPS, type Hint } from './features.ts';

/** One act of a trained model: margin = bias + Σ weight × feature; probability = logistic(slope × margin + shift). */
export interface ActHead {
  readonly act: Act;
  readonly speaker: 'agent' | 'customer';
  readonly bias: number;
  /** What one step of the stored whole-number weights is worth. */
  readonly step: number;
  readonly slope: number;
  readonly shift: number;
}

/** A trained model of one language as plain arrays; the form in which it is stored. */
export interface StoredModel {
  readonly heads: readonly ActHead[];
  /** Hashes of the features, ascending. */
  readonly ids: Int32Array;
  /** Row by row: for each feature its weight for each head. */
  readonly weights: Int8Array;
}

/** The probability of one act, and on demand the words that spoke for it. */
export interface ActHeard {
  readonly score: number;
  readonly ranges: () => readonly { readonly start: number; readonly end: number }[];
}

type HeardWords = Pick<Heard, 'speaker' | 'text' | 'tokens' | 'before'>;

/** Open addressing: at least two places for every feature, so that a miss ends soon. */
function placesFor(ids: Int32Array): { places: Int32Array; mask: number } {
  let size = 1024;
  while (size < ids.length * 2) {
    size *= 2;
  }
  const places = new Int32Array(size).fill(-1);
  const mask = size - 1;
  for (let row = 0; row < ids.length; row += 1) {
    let place = (ids[row] ?? 0) & mask;
    while (places[place] !== -1) {
      place = (place + 1) & mask;
    }
    places[place] = row;
  }
  return { places, mask };
}

/** Scores messages of one language by a trained linear model: how probably a message performs an act. */
export class ActModel {
  private readonly model: StoredModel;
  private readonly places: Int32Array;
  private readonly mask: number;
  /** Marks the rows met in the message at hand. */
  private readonly met: Uint32Array;
  private round = 0;
  private readonly sums: Float64Array;

  constructor(model: StoredModel) {
    this.model = model;
    const { places, mask } = placesFor(model.ids);
    this.places = places;
    this.mask = mask;
    this.met = new Uint32Array(model.ids.length);
    this.sums = new Float64Array(model.heads.length * GROUPS.length);
  }

  /** The margin of every head for a message, in the order of the heads. */
  margins(heard: HeardWords, hints: readonly Hint[]): Float64Array {
    const { heads, weights } = this.model;
    const count = heads.length;
    const { sums } = this;
    sums.fill(0);
    this.round += 1;
    const sizes = new Uint32Array(GROUPS.length);
    eachFeature(heard, hints, (group, id) => {
      sizes[group] = (sizes[group] ?? 0) + 1;
      const row = this.rowOf(id);
      if (row >= 0 && this.met[row] !== this.round) {
        this.met[row] = this.round;
        const from = row * count;
        const to = group * count;
        for (let head = 0; head < count; head += 1) {
          sums[to + head] = (sums[to + head] ?? 0) + (weights[from + head] ?? 0);
        }
      }
    });
    const margins = new Float64Array(count);
    for (const [head, { bias, step }] of heads.entries()) {
      let margin = 0;
      for (let group = 0; group < GROUPS.length; group += 1) {
        margin += ((sums[group * count + head] ?? 0) * (GROUP_SHARE[group] ?? 0)) / Math.sqrt(sizes[group] || 1);
      }
      margins[head] = bias + margin * step;
    }
    return margins;
  }

  /** The calibrated probability of each act that the speaker can perform. */
  hear(heard: HeardWords, hints: readonly Hint[]): ReadonlyMap<Act, ActHeard> {
    const margins = this.margins(heard, hints);
    const result = new Map<Act, ActHeard>();
    for (const [head, { act, speaker, slope, shift }] of this.model.heads.entries()) {
      if (speaker === heard.speaker) {
        const score = 1 / (1 + Math.exp(-(slope * (margins[head] ?? 0) + shift)));
        result.set(act, { score, ranges: () => [this.strongest(heard, hints, head)] });
      }
    }
    return result;
  }

  /** The run of words within one sentence whose features add most to the act. */
  private strongest(heard: HeardWords, hints: readonly Hint[], head: number): { start: number; end: number } {
    const { tokens, text } = heard;
    const count = this.model.heads.length;
    const worth = new Float64Array(text.length + 1);
    const sizes = new Uint32Array(GROUPS.length);
    eachFeature(heard, hints, (group) => {
      sizes[group] = (sizes[group] ?? 0) + 1;
    });
    eachFeature(heard, hints, (group, id, start, end) => {
      const row = this.rowOf(id);
      const weight = row < 0 ? 0 : (this.model.weights[row * count + head] ?? 0);
      const each = (weight * (GROUP_SHARE[group] ?? 0)) / Math.sqrt(sizes[group] || 1) / Math.max(1, end - start);
      for (let place = start; place < end; place += 1) {
        worth[place] = (worth[place] ?? 0) + each;
      }
    });
    return heaviestRun(text, tokens, worth);
  }

  private rowOf(id: number): number {
    const { ids } = this.model;
    let place = id & this.mask;
    for (;;) {
      const row = this.places[place] ?? -1;
      if (row < 0 || ids[row] === id) {
        return row;
      }
      place = (place + 1) & this.mask;
    }
  }
}

/** The neighbouring words of one sentence whose worth adds up to the most. */
function heaviestRun(text: string, tokens: readonly Token[], worth: Float64Array): { start: number; end: number } {
  let best = { start: 0, end: text.length };
  let most = 0;
  let begin = 0;
  while (begin < tokens.length) {
    const end = sentenceEnd(text, tokens, begin);
    let sum = 0;
    let from = begin;
    for (let index = begin; index < end; index += 1) {
      const token = tokens[index];
      const until = index + 1 < end ? (tokens[index + 1]?.start ?? 0) : (token?.end ?? 0);
      if (sum <= 0) {
        sum = 0;
        from = index;
      }
      for (let place = token?.start ?? 0; place < until; place += 1) {
        sum += worth[place] ?? 0;
      }
      if (sum > most) {
        most = sum;
        best = { start: tokens[from]?.start ?? 0, end: token?.end ?? text.length };
      }
    }
    begin = end;
  }
  return best;
}
