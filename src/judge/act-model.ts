import type { Act } from '../model/rule.ts';
import { eachFeature, GROUP_SHARE, GROUPS, type Hint, type TakeFeature } from './features.ts';
import { FrameReader, takeFrames } from './frame.ts';
import { heaviestRun } from './heaviest-run.ts';
import { type HeardWords, MessageRows } from './message-rows.ts';
import { PackedWeights } from './packed-weights.ts';
import { RowSums } from './row-sums.ts';
import { type RowPlaces, RowTable } from './row-table.ts';
import { cutSentence, hintsWithin, type Sentence, sentenceRanges, type TokenRange } from './sentences.ts';
import { StrongestSentence } from './strongest-sentence.ts';

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
  /** Hashes of the words that stand for themselves in frames, the most frequent first. */
  readonly common: Int32Array;
  /** Hashes of the features, ascending. */
  readonly ids: Int32Array;
  /** For each feature its weight for each head's whole reading, then for each head's sentence reading. */
  readonly weights: Int8Array;
}

/** A model laid out for being asked. */
export interface ReadyModel extends Pick<StoredModel, 'heads' | 'common' | 'weights'> {
  readonly places: RowPlaces;
}

/** The probability of one act, and on demand the words that spoke for it. */
export interface ActHeard {
  readonly score: number;
  readonly ranges: () => readonly { readonly start: number; readonly end: number }[];
}

/** The acts that a message performs, each with its probability. */
export interface ActsHeard {
  get(act: Act): ActHeard | undefined;
}

/** The heads of one speaker, which are neighbours in the model, with their weights. */
interface SpeakerHeads {
  readonly heads: readonly ActHead[];
  /** The place of the first in the model. */
  readonly first: number;
  readonly byAct: ReadonlyMap<Act, number>;
  /** How many pairs of weights the whole readings have, and the sentence readings after them. */
  readonly half: number;
  readonly adder: RowSums;
  readonly whole: Float64Array;
  readonly part: Float64Array;
  readonly before: Float64Array;
}

/** Scores messages of one language by a trained linear model: how probably a message performs an act. */
export class ActModel {
  private readonly model: ReadyModel;
  private readonly table: RowTable;
  private readonly width: number;
  private readonly speakers = new Map<string, SpeakerHeads>();
  private readonly frames: FrameReader;
  private readonly rows: MessageRows;

  constructor(model: ReadyModel) {
    this.model = model;
    this.table = new RowTable(model.places);
    this.width = model.heads.length * 2;
    this.frames = new FrameReader(model.common);
    this.rows = new MessageRows(this.table);
  }

  /** Whether the model was trained on this act of this speaker. */
  knows(act: Act, speaker: 'agent' | 'customer'): boolean {
    return this.model.heads.some((head) => head.act === act && head.speaker === speaker);
  }

  /** The calibrated probability of each act that the speaker can perform. */
  hear(heard: HeardWords, hints: readonly Hint[]): ActsHeard {
    const speaker = this.headsOf(heard.speaker);
    const { half, adder, whole, before } = speaker;
    const { text, tokens } = heard;
    const ranges = sentenceRanges(text, tokens);
    const single = ranges.length === 1;
    const frame = this.frames.read(tokens, heard.speaker, heard.before);
    adder.begin(before, 0, half * 2);
    this.rows.addNeighbours(adder, heard);
    adder.begin(whole, 0, single ? half * 2 : half);
    this.rows.addWhole(adder, heard, frame, hints);
    const strongest = new StrongestSentence(half * 2, speaker.heads.length);
    if (single) {
      strongest.meet(whole, 0);
    } else {
      for (let place = 0; place < ranges.length; place += 1) {
        adder.begin(speaker.part, half, half * 2);
        this.rows.addPart(adder, heard, frame, ranges[place] as TokenRange, hints);
        strongest.meet(speaker.part, place);
      }
    }
    const margins = speaker.heads.map(
      (head, place) =>
        head.whole.bias +
        head.whole.step * ((whole[place] as number) + (before[place] as number)) +
        head.sentence.bias +
        head.sentence.step * (strongest.sumOf(place) + (before[half * 2 + place] as number)),
    );
    return {
      get: (act) => {
        const place = speaker.byAct.get(act);
        if (place === undefined) {
          return undefined;
        }
        const { slope, shift } = speaker.heads[place] as ActHead;
        const range = ranges[strongest.placeOf(place)] as TokenRange;
        const column = speaker.first + place + this.model.heads.length;
        return {
          score: 1 / (1 + Math.exp(-(slope * (margins[place] as number) + shift))),
          ranges: () => [
            this.strongest(
              single ? { text, tokens, offset: 0, first: 0 } : cutSentence(text, tokens, range),
              frame,
              hints,
              column,
            ),
          ],
        };
      },
    };
  }

  /** Made ready when the speaker is first heard. */
  private headsOf(name: 'agent' | 'customer'): SpeakerHeads {
    const known = this.speakers.get(name);
    if (known !== undefined) {
      return known;
    }
    const all = this.model.heads;
    const first = Math.max(
      0,
      all.findIndex(({ speaker }) => speaker === name),
    );
    const end = all.findLastIndex(({ speaker }) => speaker === name) + 1;
    const heads = all.slice(first, end);
    const weights = new PackedWeights(this.model.weights, all.length, first, Math.max(first, end));
    const adder = new RowSums(weights, this.model.weights.length / Math.max(1, this.width));
    const made: SpeakerHeads = {
      heads,
      first,
      byAct: new Map(heads.map(({ act }, place) => [act, place])),
      half: weights.pairs / 2,
      adder,
      whole: adder.makeSums(),
      part: adder.makeSums(),
      before: adder.makeSums(),
    };
    this.speakers.set(name, made);
    return made;
  }

  /** The words of a sentence whose features add most to the act, as a range of the message. */
  private strongest(
    part: Sentence,
    frame: readonly number[],
    hints: readonly Hint[],
    column: number,
  ): { start: number; end: number } {
    const own = hintsWithin(part, hints);
    const sizes = new Uint32Array(GROUPS.length);
    const each = (take: TakeFeature): void => {
      eachFeature(part, own, take);
      takeFrames(part, frame.slice(part.first, part.first + part.tokens.length), take);
    };
    each((group) => {
      sizes[group] = (sizes[group] ?? 0) + 1;
    });
    const worth = new Float64Array(part.text.length + 1);
    each((group, id, start, end) => {
      const row = this.table.rowOf(id);
      const weight = row < 0 ? 0 : (this.model.weights[row * this.width + column] ?? 0);
      const share = (weight * (GROUP_SHARE[group] ?? 0)) / Math.sqrt(sizes[group] || 1) / Math.max(1, end - start);
      for (let place = start; place < end; place += 1) {
        worth[place] = (worth[place] ?? 0) + share;
      }
    });
    const { start, end } = heaviestRun(part.text, part.tokens, worth);
    return { start: start + part.offset, end: end + part.offset };
  }
}
