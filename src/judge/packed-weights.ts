/** So many rows of weights from -128 to 127 can be added before the two of a pair could run into each other. */
export const LANES_LIMIT = 255;
/** Room for so many packed rows to begin with. */
const ROWS_AT_FIRST = 4096;

/**
 * The weights of one speaker's heads, two to a 32-bit number, so that one addition adds both: first the pairs of the
 * whole readings, then as many of the sentence readings. An odd last head has no partner. A row is packed when it is first
 * met, after those met before it: a short run meets few of them, and touches no more memory than they fill.
 */
export class PackedWeights {
  /** The packed rows, one after another. */
  cells: Int32Array;
  /** Where each row begins in `cells`, or -1: not packed yet. */
  readonly starts: Int32Array;
  /** How many pairs a row has. */
  readonly pairs: number;
  private readonly weights: Int8Array;
  private readonly heads: number;
  private readonly first: number;
  private readonly end: number;
  private size = 0;

  /**
   * @param weights - Of all heads, row by row: for the whole readings, then for the sentence readings.
   * @param heads - How many there are.
   * @param first - The first of the speaker's.
   * @param end - One past the last of them.
   */
  constructor(weights: Int8Array, heads: number, first: number, end: number) {
    this.weights = weights;
    this.heads = heads;
    this.first = first;
    this.end = end;
    this.pairs = ((end - first + 1) >> 1) * 2;
    this.starts = new Int32Array(weights.length / Math.max(1, heads * 2)).fill(-1);
    this.cells = new Int32Array(Math.min(this.starts.length, ROWS_AT_FIRST) * this.pairs);
  }

  /** Packs a row and returns where it begins; `cells` may be another array then. */
  pack(row: number): number {
    const { pairs, weights, heads, first, end } = this;
    const half = pairs / 2;
    const start = this.size;
    this.size += pairs;
    if (this.size > this.cells.length) {
      const larger = new Int32Array(Math.min(this.cells.length * 2, this.starts.length * pairs));
      larger.set(this.cells);
      this.cells = larger;
    }
    const { cells } = this;
    this.starts[row] = start;
    for (let reading = 0; reading < 2; reading += 1) {
      const from = (row * 2 + reading) * heads;
      for (let pair = 0; pair < half; pair += 1) {
        const head = first + pair * 2;
        const low = weights[from + head] as number;
        const high = head + 1 < end ? (weights[from + head + 1] as number) : 0;
        cells[start + reading * half + pair] = low + high * 65_536;
      }
    }
    return start;
  }
}
