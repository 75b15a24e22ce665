import type { Heard } from '../model/ear.ts';
import {
  ANSWER,
  BEFORE,
  eachFeatureBefore,
  eachFeatureOfAnswer,
  FRAME,
  HINTS,
  type Hint,
  LETTERS,
  SHAPE,
  type TakeFeature,
  takeHint,
  takeLetters,
  takeOutline,
  takeSentence,
  takeWords,
  WORDS,
} from './features.ts';
import { takeFrame, takeFrames } from './frame.ts';
import { LetterRows } from './letter-rows.ts';
import type { RowSums } from './row-sums.ts';
import type { RowTable } from './row-table.ts';
import { placesOf, type TokenRange } from './sentences.ts';

export type HeardWords = Pick<Heard, 'speaker' | 'text' | 'tokens' | 'before' | 'answer'>;

/** Finds the rows of a model that a message's features have, group by group, and has them added up. */
export class MessageRows {
  private readonly letters: LetterRows;
  /** Rows of the features just taken, kept because they are needed for every message. */
  private rows = new Int32Array(4096);
  private taken = 0;
  /** Whether the letters of the sentences are those of the message read last. */
  private plain = true;
  private readonly take: TakeFeature;

  constructor(table: RowTable) {
    this.letters = new LetterRows(table);
    this.take = (_group, id) => {
      if (this.taken === this.rows.length) {
        const longer = new Int32Array(this.rows.length * 2);
        longer.set(this.rows);
        this.rows = longer;
      }
      this.rows[this.taken] = table.rowOf(id);
      this.taken += 1;
    };
  }

  /** Adds the rows of what was said before a message and in answer to it: the same for all its parts. */
  addNeighbours(adder: RowSums, { before, answer }: HeardWords): void {
    this.taken = 0;
    eachFeatureBefore(before, this.take);
    this.endGroup(adder, BEFORE);
    eachFeatureOfAnswer(answer, this.take);
    this.endGroup(adder, ANSWER);
  }

  /** Adds the rows of a whole message, which is the one whose parts are added next. */
  addWhole(adder: RowSums, { text, tokens }: HeardWords, frame: readonly number[], hints: readonly Hint[]): void {
    const { take } = this;
    takeWords(text, tokens, take);
    this.endGroup(adder, WORDS);
    this.plain = this.letters.read(text);
    if (this.plain) {
      this.letters.addWhole(adder);
    } else {
      takeLetters(text, take);
      this.endGroup(adder, LETTERS);
    }
    takeOutline(text, tokens, 0, tokens.length, take);
    this.endGroup(adder, SHAPE);
    for (const hint of hints) {
      takeHint(hint, take);
    }
    this.endGroup(adder, HINTS);
    takeFrames({ text, tokens }, frame, take);
    this.endGroup(adder, FRAME);
  }

  /** Adds the rows of the tokens of a range of the message that was added last as a whole. */
  addPart(
    adder: RowSums,
    { text, tokens }: HeardWords,
    frame: readonly number[],
    range: TokenRange,
    hints: readonly Hint[],
  ): void {
    const { take } = this;
    const [offset, until] = placesOf(text, tokens, range);
    takeSentence(tokens, range[0], range[1], take);
    this.endGroup(adder, WORDS);
    const own = text.slice(offset, until);
    if (this.plain) {
      this.letters.addSentence(adder, offset, until);
    } else {
      takeLetters(own, take);
      this.endGroup(adder, LETTERS);
    }
    takeOutline(own, tokens, range[0], range[1], take);
    this.endGroup(adder, SHAPE);
    for (const hint of hints) {
      if (hint.start >= offset && hint.end <= until) {
        takeHint(hint, take);
      }
    }
    this.endGroup(adder, HINTS);
    takeFrame(text, tokens, frame, range[0], range[1], take);
    this.endGroup(adder, FRAME);
  }

  /** Adds the rows of the features just taken, which are all of one group. */
  private endGroup(adder: RowSums, group: number): void {
    adder.addRows(this.rows, 0, this.taken);
    adder.endGroup(group, this.taken);
    this.taken = 0;
  }
}
