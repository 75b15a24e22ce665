import { GROUP_SHARE } from './features.ts';
import { LANES_LIMIT, type PackedWeights } from './packed-weights.ts';

/** Adds up the weights of the rows of a text, each row once, each group by its share. */
export class RowSums {
  private readonly weights: PackedWeights;
  /** In which round each row was last met, or 0: within a round it counts once. */
  private readonly met: Uint32Array;
  private round = 0;
  /** Sums of pairs as they are packed, so many rows of them as keep the two of a pair apart. */
  private readonly packed: Int32Array;
  private added = 0;
  private from = 0;
  private to = 0;
  /** Sums of the group at hand, by column. */
  private readonly ofGroup: Int32Array;
  private sums: Float64Array;

  constructor(weights: PackedWeights, rows: number) {
    this.weights = weights;
    this.met = new Uint32Array(rows);
    this.packed = new Int32Array(weights.pairs);
    this.ofGroup = new Int32Array(weights.pairs * 2);
    this.sums = this.makeSums();
  }

  /** Room for the sum of each column. */
  makeSums(): Float64Array {
    return new Float64Array(this.weights.pairs * 2);
  }

  /**
   * Begins with a text, of whose rows the pairs of columns `from` up to `to` are wanted; their sums stand in `sums` once
   * the last group has ended.
   */
  begin(sums: Float64Array, from: number, to: number): void {
    this.round += 1;
    this.sums = sums.fill(0);
    this.from = from;
    this.to = to;
  }

  addRow(row: number): void {
    const { met, packed, from, to, weights } = this;
    if (row < 0 || met[row] === this.round) {
      return;
    }
    met[row] = this.round;
    const known = weights.starts[row] as number;
    const start = known < 0 ? weights.pack(row) : known;
    const { cells } = weights;
    for (let pair = from; pair < to; pair += 1) {
      packed[pair] = ((packed[pair] as number) + (cells[start + pair] as number)) | 0;
    }
    this.added += 1;
    if (this.added === LANES_LIMIT) {
      this.unpack();
    }
  }

  /** Adds the rows from `start` up to `end` of a list; negative ones are none. */
  addRows(rows: Int32Array, start: number, end: number): void {
    const { met, round, packed, from, to, weights } = this;
    const { starts } = weights;
    let { cells } = weights;
    let added = this.added;
    for (let index = start; index < end; index += 1) {
      const row = rows[index] as number;
      if (row >= 0 && met[row] !== round) {
        met[row] = round;
        let rowStart = starts[row] as number;
        if (rowStart < 0) {
          rowStart = weights.pack(row);
          cells = weights.cells;
        }
        for (let pair = from; pair < to; pair += 1) {
          packed[pair] = ((packed[pair] as number) + (cells[rowStart + pair] as number)) | 0;
        }
        added += 1;
        if (added === LANES_LIMIT) {
          this.unpack();
          added = 0;
        }
      }
    }
    this.added = added;
  }

  private unpack(): void {
    const { packed, ofGroup, from, to } = this;
    for (let pair = from; pair < to; pair += 1) {
      const both = packed[pair] as number;
      const low = (both << 16) >> 16;
      ofGroup[pair * 2] = (ofGroup[pair * 2] as number) + low;
      ofGroup[pair * 2 + 1] = (ofGroup[pair * 2 + 1] as number) + ((both - low) >> 16);
      packed[pair] = 0;
    }
    this.added = 0;
  }

  /**
   * Ends a group: what was added since the last one is all of it. Groups end in their order, so that the same sums come
   * out to the last digit.
   *
   * @param size - How many features the group has, with those that have no row.
   */
  endGroup(group: number, size: number): void {
    const { sums, ofGroup, from, to } = this;
    this.unpack();
    if (size > 0) {
      const scale = (GROUP_SHARE[group] as number) / Math.sqrt(size);
      for (let column = from * 2; column < to * 2; column += 1) {
        sums[column] = (sums[column] as number) + (ofGroup[column] as number) * scale;
      }
    }
    ofGroup.fill(0);
  }
}
