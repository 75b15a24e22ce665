/** So many rows of weights from -128 to 127 can be added before the two of a pair could run into each other. */
export const LANES_LIMIT = 255;

/**
 * The weights of one speaker's heads, two to a 32-bit number, so that one addition adds both: first the pairs of the
 * whole readings, then as many of the sentence readings. An odd last head has no partner.
 */
export interface PackedWeights {
  /** Row by row. */
  readonly cells: Int32Array;
  /** How many pairs a row has. */
  readonly pairs: number;
}

/**
 * @param weights - Of all heads, row by row: for the whole readings, then for the sentence readings.
 * @param heads - How many there are.
 * @param first - The first of the speaker's.
 * @param end - One past the last of them.
 */
export function packWeights(weights: Int8Array, heads: number, first: number, end: number): PackedWeights {
  const half = (end - first + 1) >> 1;
  const pairs = half * 2;
  const width = heads * 2;
  const rows = weights.length / Math.max(1, width);
  const cells = new Int32Array(rows * pairs);
  for (let row = 0; row < rows; row += 1) {
    for (let reading = 0; reading < 2; reading += 1) {
      const from = row * width + reading * heads;
      for (let pair = 0; pair < half; pair += 1) {
        const head = first + pair * 2;
        const low = weights[from + head] as number;
        const high = head + 1 < end ? (weights[from + head + 1] as number) : 0;
        cells[row * pairs + reading * half + pair] = low + high * 65_536;
      }
    }
  }
  return { cells, pairs };
}

/** One weight: of a head, counted from the speaker's first, for the whole reading (0) or the sentence reading (1). */
export function weightAt({ cells, pairs }: PackedWeights, row: number, head: number, reading: 0 | 1): number {
  const both = cells[row * pairs + (reading * pairs) / 2 + (head >> 1)] as number;
  const low = (both << 16) >> 16;
  return (head & 1) === 0 ? low : (both - low) >> 16;
}
