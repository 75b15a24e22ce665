/** How dear large weights are beside mistakes: the sum of squares counts so much; found by cross-validation, and flat around it. */
const PENALTY = 20;
const STEPS = 600;

export interface Softmax {
  /** Of each class. */
  readonly bias: readonly number[];
  readonly weights: readonly (readonly number[])[];
}

/**
 * Multinomial logistic regression with a penalty on large weights, by accelerated gradient descent (Nesterov 1983).
 * Deterministic.
 *
 * @param rows - Columns of mean 0 and spread 1.
 * @param truth - The class of each row.
 * @param importance - How much each row counts.
 */
export function fitSoftmax(
  rows: readonly (readonly number[])[],
  truth: readonly number[],
  importance: readonly number[],
  classes: number,
): Softmax {
  const width = (rows[0]?.length ?? 0) + 1;
  const data = Float64Array.from(rows.flatMap((row) => [...row, 1]));
  const step = 1 / (0.5 * largestEigenvalue(data, importance, width) + PENALTY);
  let point = new Float64Array(width * classes);
  let ahead = point;
  let pace = 1;
  for (let round = 0; round < STEPS; round += 1) {
    const slope = gradient(data, truth, importance, ahead, width, classes);
    const next = ahead.map((value, place) => value - step * (slope[place] as number));
    const quicker = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2;
    const before = point;
    ahead = next.map((value, place) => value + ((pace - 1) / quicker) * (value - (before[place] as number)));
    point = next;
    pace = quicker;
  }
  const each = Array.from({ length: classes }, (_, label) => [...point.subarray(label * width, (label + 1) * width)]);
  return { bias: each.map((own) => own[width - 1] ?? 0), weights: each.map((own) => own.slice(0, -1)) };
}

function gradient(
  data: Float64Array,
  truth: readonly number[],
  importance: readonly number[],
  point: Float64Array,
  width: number,
  classes: number,
): Float64Array {
  const slope = point.map((value, place) => (place % width === width - 1 ? 0 : PENALTY * value));
  const powers = new Float64Array(classes);
  for (let row = 0; row < truth.length; row += 1) {
    const from = row * width;
    for (let label = 0; label < classes; label += 1) {
      let margin = 0;
      for (let column = 0; column < width; column += 1) {
        margin += (data[from + column] as number) * (point[label * width + column] as number);
      }
      powers[label] = margin;
    }
    const highest = powers.reduce((most, margin) => Math.max(most, margin));
    const all = powers.reduce((sum, margin) => sum + Math.exp(margin - highest), 0);
    for (let label = 0; label < classes; label += 1) {
      const probability = Math.exp((powers[label] as number) - highest) / all;
      const error = (importance[row] ?? 1) * (probability - (truth[row] === label ? 1 : 0));
      for (let column = 0; column < width; column += 1) {
        const place = label * width + column;
        slope[place] = (slope[place] as number) + error * (data[from + column] as number);
      }
    }
  }
  return slope;
}

/** Of the weighted products of columns, by power iteration: it bounds how steep the slope can grow. */
function largestEigenvalue(data: Float64Array, importance: readonly number[], width: number): number {
  let direction = new Float64Array(width).fill(1 / Math.sqrt(width));
  let length = 0;
  for (let round = 0; round < 30; round += 1) {
    const next = new Float64Array(width);
    for (let row = 0; row < importance.length; row += 1) {
      let along = 0;
      for (let column = 0; column < width; column += 1) {
        along += (data[row * width + column] as number) * (direction[column] as number);
      }
      along *= importance[row] ?? 1;
      for (let column = 0; column < width; column += 1) {
        next[column] = (next[column] as number) + along * (data[row * width + column] as number);
      }
    }
    length = Math.sqrt(next.reduce((sum, value) => sum + value * value, 0));
    direction = next.map((value) => value / length);
  }
  return length;
}
