/** So many rows of weights from -128 to 127 can be added before the two of a pair could run into each other. */
export const LANES_LIMIT = 255;

/**
 * The weights of one speaker's heads, two to a 32-bit number, so that one addition adds both: first the pairs of the
 * whole readings, then as many of the sentence readings. An odd last head has no partner. A row is packed when it is first
 * met: a short run meets few of them.
 */
export class PackedWeights {
  /** Row by row; of a row that was not packed, nothing. */
  readonly cells: Int32Array;
  /** How many pairs a row has. */
  readonly pairs: number;
  private readonly weights: Int8Array;
  private readonly heads: number;
  private readonly first: number;
  private readonly end: number;

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
    this.cells = new Int32Array((weights.length / Math.max(1, heads * 2)) * this.pairs);
  }

  pack(row: number): void {
    const { cells, pairs, weights, heads, first, end } = this;
    const half = pairs / 2;
    for (let reading = 0; reading < 2; reading += 1) {
      const from = (row * 2 + reading) * heads;
      for (let pair = 0; pair < half; pair += 1) {
        const head = first + pair * 2;
        const low = weights[from + head] as number;
        const high = head + 1 < end ? (weights[from + head + 1] as number) : 0;
        cells[row * pairs + reading * half + pair] = low + high * 65_536;
      }
    }
  }
}
