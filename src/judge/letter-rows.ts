import { isPlainCase, LETTERS, letterId, plainCode, SPACE, ZERO } from './features.ts';
import type { RowSums } from './row-sums.ts';
import type { RowTable } from './row-table.ts';

/** Runs of two to five characters begin at every place. */
const RUNS = 4;
const LONGEST = RUNS + 1;

/**
 * The rows of all runs of letters of one message, looked up once and then added up for the whole message and for each
 * of its sentences. A sentence stands between spaces, as the message does.
 */
export class LetterRows {
  private readonly table: RowTable;
  private codes = new Uint16Array(1024);
  private places = new Int32Array(1024);
  /** Four to a place: the rows of the runs of two, three, four and five characters. */
  private rows = new Int32Array(1024 * RUNS);
  private length = 0;

  constructor(table: RowTable) {
    this.table = table;
  }

  /** Reads a message; false for one whose sentences alone are lowered otherwise than within it. */
  read(text: string): boolean {
    const lower = text.toLowerCase();
    if (!isPlainCase(text, lower)) {
      return false;
    }
    this.makeRoom(lower.length + 2);
    const { codes, places } = this;
    codes[0] = SPACE;
    places[0] = 0;
    let length = 1;
    let last = SPACE;
    for (let index = 0; index < lower.length; index += 1) {
      const code = plainCode(lower.charCodeAt(index));
      if (code !== last || (code !== SPACE && code !== ZERO)) {
        codes[length] = code;
        places[length] = index;
        length += 1;
        last = code;
      }
    }
    if (last !== SPACE) {
      codes[length] = SPACE;
      places[length] = lower.length;
      length += 1;
    }
    this.length = length;
    this.lookUp();
    return true;
  }

  private makeRoom(size: number): void {
    if (size > this.codes.length) {
      this.codes = new Uint16Array(size * 2);
      this.places = new Int32Array(size * 2);
      this.rows = new Int32Array(size * 2 * RUNS);
    }
  }

  private lookUp(): void {
    const { codes, rows, length, table } = this;
    for (let start = 0; start < length; start += 1) {
      let hash = letterId.begin(codes[start] as number);
      for (let run = 0; run < RUNS; run += 1) {
        const end = start + run + 1;
        if (end < length) {
          hash = letterId.next(hash, codes[end] as number);
          rows[start * RUNS + run] = table.rowOf(letterId.of(hash));
        } else {
          rows[start * RUNS + run] = -1;
        }
      }
    }
  }

  /** Adds the runs of the whole message. */
  addWhole(sums: RowSums): void {
    sums.addRows(this.rows, 0, this.length * RUNS);
    sums.endGroup(LETTERS, runsWithin(this.length));
  }

  /**
   * Adds the runs of a sentence.
   *
   * @param offset - Where it begins: at the beginning of the message or of a word.
   * @param until - Where it ends: at the end of the message, or where the next word begins.
   */
  addSentence(sums: RowSums, offset: number, until: number): void {
    const { codes, rows, length } = this;
    const first = offset === 0 ? 0 : this.placeOf(offset, 1);
    const end = until > (this.places[length - 1] as number) ? length : this.placeOf(until, first);
    const bareStart = first > 0 && codes[first - 1] !== SPACE;
    const bareEnd = codes[end - 1] !== SPACE;
    const from = first > 0 && !bareStart ? first - 1 : first;
    const allRuns = Math.max(from, end - RUNS);
    sums.addRows(rows, from * RUNS, allRuns * RUNS);
    for (let start = allRuns; start < end - 1; start += 1) {
      sums.addRows(rows, start * RUNS, start * RUNS + Math.min(RUNS, end - 1 - start));
    }
    if (bareStart) {
      this.addRunsAt(sums, first - 1, first, end, bareEnd);
    }
    if (bareEnd) {
      for (let start = Math.max(from, end - RUNS); start < end; start += 1) {
        this.addLastRun(sums, start, end);
      }
    }
    sums.endGroup(LETTERS, runsWithin(end - from + (bareStart ? 1 : 0) + (bareEnd ? 1 : 0)));
  }

  /** Where the character that stands at a place of the text is, looked for from a place on. */
  private placeOf(place: number, from: number): number {
    let index = from;
    while (index < this.length && this.places[index] !== place) {
      index += 1;
    }
    return index;
  }

  /** The runs that begin with a space which the message does not have. */
  private addRunsAt(sums: RowSums, start: number, first: number, end: number, bareEnd: boolean): void {
    let hash = letterId.begin(SPACE);
    const last = Math.min(start + LONGEST, bareEnd ? end + 1 : end);
    for (let index = first; index < last; index += 1) {
      hash = letterId.next(hash, index === end ? SPACE : (this.codes[index] as number));
      sums.addRow(this.table.rowOf(letterId.of(hash)));
    }
  }

  /** The run from `start` up to a space after `end` which the message does not have. */
  private addLastRun(sums: RowSums, start: number, end: number): void {
    let hash = letterId.begin(this.codes[start] as number);
    for (let index = start + 1; index < end; index += 1) {
      hash = letterId.next(hash, this.codes[index] as number);
    }
    sums.addRow(this.table.rowOf(letterId.of(letterId.next(hash, SPACE))));
  }
}

/** How many runs so many characters have. */
function runsWithin(length: number): number {
  const short = Math.min(RUNS, length);
  return RUNS * (length - short) + (short * (short - 1)) / 2;
}
