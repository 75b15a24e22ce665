import type { Heard } from '../model/ear.ts';
import type { Act } from '../model/rule.ts';
import { sentenceEnd } from '../text/phrases.ts';
import {
  BEFORE,
  eachFeature,
  eachFeatureBefore,
  GROUP_SHARE,
  GROUPS,
  HINTS,
  type Hint,
  LETTERS,
  SHAPE,
  type TakeFeature,
  takeHint,
  takeLetters,
  takeOutline,
  takeSentence,
  WORDS,
} from './features.ts';
import { heaviestRun } from './heaviest-run.ts';
import { LetterRows } from './letter-rows.ts';
import { type Columns, RowSums } from './row-sums.ts';
import { RowTable } from './row-table.ts';
import { cutSentence, hintsWithin, placesOf, type Sentence, sentenceRanges, type TokenRange } from './sentences.ts';

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

/** The acts that a message performs, each with its probability. */
export interface ActsHeard {
  get(act: Act): ActHeard | undefined;
}

/** The heads of one speaker: neighbours in the model, and so are their columns. */
interface SpeakerHeads {
  readonly first: number;
  readonly end: number;
  readonly byAct: ReadonlyMap<Act, number>;
}

/** Scores messages of one language by a trained linear model: how probably a message performs an act. */
export class ActModel {
  private readonly model: StoredModel;
  private readonly table: RowTable;
  private readonly width: number;
  private readonly speakers: ReadonlyMap<string, SpeakerHeads>;
  private readonly letters: LetterRows;
  private readonly whole: RowSums;
  private readonly part: RowSums;
  private readonly earlier: RowSums;
  /** Rows of the features just taken, kept because they are needed for every message. */
  private rows = new Int32Array(4096);
  private taken = 0;
  /** Whether the letters of the sentences are those of the message read last. */
  private plain = true;
  private readonly take: TakeFeature;

  constructor(model: StoredModel) {
    const { ids, weights, heads } = model;
    this.model = model;
    this.table = new RowTable(ids);
    this.width = heads.length * 2;
    this.speakers = new Map((['agent', 'customer'] as const).map((speaker) => [speaker, headsOf(heads, speaker)]));
    this.letters = new LetterRows(this.table);
    this.whole = new RowSums(weights, ids.length, this.width);
    this.part = new RowSums(weights, ids.length, this.width);
    this.earlier = new RowSums(weights, ids.length, this.width);
    this.take = (_group, id) => {
      if (this.taken === this.rows.length) {
        const longer = new Int32Array(this.rows.length * 2);
        longer.set(this.rows);
        this.rows = longer;
      }
      this.rows[this.taken] = this.table.rowOf(id);
      this.taken += 1;
    };
  }

  /** Whether the model was trained on this act of this speaker. */
  knows(act: Act, speaker: 'agent' | 'customer'): boolean {
    return this.speakers.get(speaker)?.byAct.has(act) === true;
  }

  /** The calibrated probability of each act that the speaker can perform. */
  hear(heard: HeardWords, hints: readonly Hint[]): ActsHeard {
    const speaker = this.speakers.get(heard.speaker);
    if (speaker === undefined || speaker.byAct.size === 0) {
      return NOTHING_HEARD;
    }
    const { text, tokens } = heard;
    const { first, end } = speaker;
    const count = this.model.heads.length;
    const ranges = sentenceRanges(text, tokens);
    const single = ranges.length === 1;
    const ofSentence: Columns = { from: first + count, to: end + count };
    const before = this.sumsBefore(heard.before, { from: first, to: end + count });
    const strongest = new Strongest(first + count, end + count);
    const whole = this.sumsOf(heard, hints, { from: first, to: single ? end + count : end });
    if (single) {
      strongest.meet(whole, 0);
    } else {
      for (let place = 0; place < ranges.length; place += 1) {
        const range = ranges[place] as TokenRange;
        strongest.meet(this.sumsOfPart(heard, range, hints, ofSentence), place);
      }
    }
    const margins = new Float64Array(end - first);
    for (let head = first; head < end; head += 1) {
      const { whole: ofWhole, sentence } = this.model.heads[head] as ActHead;
      const column = head + count;
      margins[head - first] =
        ofWhole.bias +
        ofWhole.step * ((whole[head] as number) + (before[head] as number)) +
        sentence.bias +
        sentence.step * (strongest.sumOf(column) + (before[column] as number));
    }
    return {
      get: (act) => {
        const head = speaker.byAct.get(act);
        if (head === undefined) {
          return undefined;
        }
        const { slope, shift } = this.model.heads[head] as ActHead;
        const range = ranges[strongest.placeOf(head + count)] as TokenRange;
        return {
          score: 1 / (1 + Math.exp(-(slope * (margins[head - first] as number) + shift))),
          ranges: () => [
            this.strongest(
              single ? { text, tokens, offset: 0 } : cutSentence(text, tokens, range),
              hints,
              head + count,
            ),
          ],
        };
      },
    };
  }

  private sumsBefore(before: HeardWords['before'], columns: Columns): Float64Array {
    this.earlier.begin(columns);
    this.taken = 0;
    eachFeatureBefore(before, this.take);
    this.addTaken(this.earlier, BEFORE);
    return this.earlier.finish();
  }

  private sumsOf({ text, tokens }: HeardWords, hints: readonly Hint[], columns: Columns): Float64Array {
    const { whole, take } = this;
    whole.begin(columns);
    this.taken = 0;
    for (let begin = 0; begin < tokens.length; ) {
      const end = sentenceEnd(text, tokens, begin);
      takeSentence(tokens, begin, end, take);
      begin = end;
    }
    this.addTaken(whole, WORDS);
    this.plain = this.letters.read(text);
    if (this.plain) {
      this.letters.addWhole(whole);
    } else {
      takeLetters(text, take);
      this.addTaken(whole, LETTERS);
    }
    takeOutline(text, tokens, 0, tokens.length, take);
    this.addTaken(whole, SHAPE);
    for (const hint of hints) {
      takeHint(hint, take);
    }
    this.addTaken(whole, HINTS);
    return whole.finish();
  }

  private sumsOfPart(
    { text, tokens }: HeardWords,
    range: TokenRange,
    hints: readonly Hint[],
    columns: Columns,
  ): Float64Array {
    const { part, take } = this;
    const [offset, until] = placesOf(text, tokens, range);
    part.begin(columns);
    this.taken = 0;
    takeSentence(tokens, range[0], range[1], take);
    this.addTaken(part, WORDS);
    const own = text.slice(offset, until);
    if (this.plain) {
      this.letters.addSentence(part, offset, until);
    } else {
      takeLetters(own, take);
      this.addTaken(part, LETTERS);
    }
    takeOutline(own, tokens, range[0], range[1], take);
    this.addTaken(part, SHAPE);
    for (const hint of hints) {
      if (hint.start >= offset && hint.end <= until) {
        takeHint(hint, take);
      }
    }
    this.addTaken(part, HINTS);
    return part.finish();
  }

  /** Adds the rows of the features just taken, which are all of one group. */
  private addTaken(sums: RowSums, group: number): void {
    sums.addRows(group, this.rows, 0, this.taken);
    sums.count(group, this.taken);
    this.taken = 0;
  }

  /** The words of a sentence whose features add most to the act, as a range of the message. */
  private strongest(part: Sentence, hints: readonly Hint[], column: number): { start: number; end: number } {
    const own = hintsWithin(part, hints);
    const sizes = new Uint32Array(GROUPS.length);
    eachFeature(part, own, (group) => {
      sizes[group] = (sizes[group] ?? 0) + 1;
    });
    const worth = new Float64Array(part.text.length + 1);
    eachFeature(part, own, (group, id, start, end) => {
      const row = this.table.rowOf(id);
      const weight = row < 0 ? 0 : (this.model.weights[row * this.width + column] ?? 0);
      const each = (weight * (GROUP_SHARE[group] ?? 0)) / Math.sqrt(sizes[group] || 1) / Math.max(1, end - start);
      for (let place = start; place < end; place += 1) {
        worth[place] = (worth[place] ?? 0) + each;
      }
    });
    const { start, end } = heaviestRun(part.text, part.tokens, worth);
    return { start: start + part.offset, end: end + part.offset };
  }
}

const NOTHING_HEARD: ActsHeard = { get: () => undefined };

function headsOf(heads: readonly ActHead[], speaker: 'agent' | 'customer'): SpeakerHeads {
  const first = heads.findIndex((head) => head.speaker === speaker);
  const end = heads.findLastIndex((head) => head.speaker === speaker) + 1;
  const own = heads.flatMap((head, place): [Act, number][] =>
    place >= first && place < end ? [[head.act, place]] : [],
  );
  return { first: Math.max(0, first), end, byAct: new Map(first < 0 ? [] : own) };
}

/** For each column the sentence that speaks most for it: the first of equals. */
class Strongest {
  private readonly first: number;
  private readonly sums: Float64Array;
  private readonly places: Int32Array;

  constructor(first: number, end: number) {
    this.first = first;
    this.sums = new Float64Array(end - first);
    this.places = new Int32Array(end - first);
  }

  meet(sums: Float64Array, place: number): void {
    for (let index = 0; index < this.sums.length; index += 1) {
      const sum = sums[this.first + index] as number;
      if (place === 0 || sum > (this.sums[index] as number)) {
        this.sums[index] = sum;
        this.places[index] = place;
      }
    }
  }

  sumOf(column: number): number {
    return this.sums[column - this.first] as number;
  }

  placeOf(column: number): number {
    return this.places[column - this.first] as number;
  }
}
