import { GROUP_SHARE, GROUPS } from './features.ts';

/** Neighbouring columns of the weights: `from` up to `to`. */
export interface Columns {
  readonly from: number;
  readonly to: number;
}

/** Adds up the weights of the rows of a text, each row once, each group by its share. */
export class RowSums {
  private readonly weights: Int8Array;
  private readonly width: number;
  /** In which round each row was last met: within a round it counts once. */
  private readonly met: Uint32Array;
  private round = 0;
  private readonly byGroup: Int32Array;
  private readonly sizes = new Uint32Array(GROUPS.length);
  private from = 0;
  private to = 0;
  /** For each column its sum, once the round is finished; of use until the next one. */
  readonly sums: Float64Array;

  constructor(weights: Int8Array, rows: number, width: number) {
    this.weights = weights;
    this.width = width;
    this.met = new Uint32Array(rows);
    this.byGroup = new Int32Array(GROUPS.length * width);
    this.sums = new Float64Array(width);
  }

  /** Begins with a text, of whose rows these columns are wanted. */
  begin({ from, to }: Columns): void {
    this.round += 1;
    this.byGroup.fill(0);
    this.sizes.fill(0);
    this.from = from;
    this.to = to;
  }

  /** So many more features in a group, whether they have a row or none. */
  count(group: number, features: number): void {
    this.sizes[group] = (this.sizes[group] as number) + features;
  }

  addRow(group: number, row: number): void {
    if (row < 0 || this.met[row] === this.round) {
      return;
    }
    this.met[row] = this.round;
    const { weights, byGroup, from, to } = this;
    const weightsFrom = row * this.width;
    const sumsFrom = group * this.width;
    for (let column = from; column < to; column += 1) {
      byGroup[sumsFrom + column] = (byGroup[sumsFrom + column] as number) + (weights[weightsFrom + column] as number);
    }
  }

  /** Adds the rows from `start` up to `end` of a list; negative ones are none. */
  addRows(group: number, rows: Int32Array, start: number, end: number): void {
    const { weights, byGroup, from, to, met, round, width } = this;
    const sumsFrom = group * width;
    for (let index = start; index < end; index += 1) {
      const row = rows[index] as number;
      if (row >= 0 && met[row] !== round) {
        met[row] = round;
        const weightsFrom = row * width;
        for (let column = from; column < to; column += 1) {
          byGroup[sumsFrom + column] =
            (byGroup[sumsFrom + column] as number) + (weights[weightsFrom + column] as number);
        }
      }
    }
  }

  /** The sums of the columns, in `sums`. */
  finish(): Float64Array {
    const { sums, byGroup, width, from, to } = this;
    sums.fill(0);
    for (let group = 0; group < GROUPS.length; group += 1) {
      const size = this.sizes[group] as number;
      if (size > 0) {
        const scale = (GROUP_SHARE[group] as number) / Math.sqrt(size);
        for (let column = from; column < to; column += 1) {
          sums[column] = (sums[column] as number) + (byGroup[group * width + column] as number) * scale;
        }
      }
    }
    return sums;
  }
}
