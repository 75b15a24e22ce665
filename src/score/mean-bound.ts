/**
 * Confidence bounds for the mean of scores between 0 and 1000 tenths, after Gaffke (2005): the sorted sample, padded
 * with the end of the scale, is weighted with a uniformly random (Dirichlet) vector, and the bound is the quantile of
 * that weighted mean. For scores of 0 and 100 only it is the bound of Clopper and Pearson. docs/statistics.md argues
 * for it. The quantile is not drawn but computed, by the saddlepoint approximation of Lugannani and Rice (1980):
 * no random numbers, and the cost depends on the distinct scores, not on their number. Where the bound lies below every
 * score, as in small samples, it is exact.
 */

/** Distinct scores in tenths, 0–1000, and how many units have each. */
export type ScoreDistribution = ReadonlyMap<number, number>;

const TOP = 1000;
const BOUND_STEPS = 30;
const ROOT_STEPS = 60;

interface Weighted {
  readonly values: readonly number[];
  readonly counts: readonly number[];
}

/**
 * The lower bound at one-sided error `alpha`, in tenths (not rounded); 0 without any score.
 */
export function lowerMeanBound(distribution: ScoreDistribution, alpha: number): number {
  const entries = [...distribution].filter(([, count]) => count > 0).sort((a, b) => a[0] - b[0]);
  const highest = entries.at(-1)?.[0] ?? 0;
  if (highest === 0) {
    return 0;
  }
  const sample: Weighted = {
    values: entries.map(([value]) => value),
    counts: entries.map(([, count]) => count),
  };
  const units = sample.counts.reduce((sum, count) => sum + count, 0);
  const lowest = sample.values[0] ?? 0;
  // Below the lowest score the distribution is known exactly: point^n ÷ the product of the scores.
  const logarithms = sample.values.reduce(
    (sum, value, index) => sum + Math.log(value) * (sample.counts[index] ?? 0),
    0,
  );
  const exact = lowest === 0 ? Number.POSITIVE_INFINITY : Math.exp((Math.log(alpha) + logarithms) / units);
  if (exact <= lowest) {
    return exact;
  }
  const padded: Weighted =
    lowest === 0
      ? { values: sample.values, counts: sample.counts.map((count, index) => (index === 0 ? count + 1 : count)) }
      : { values: [0, ...sample.values], counts: [1, ...sample.counts] };
  const mean = padded.values.reduce((sum, value, index) => sum + value * (padded.counts[index] ?? 0), 0) / (units + 1);
  let low = 0;
  let high = mean;
  for (let step = 0; step < BOUND_STEPS; step += 1) {
    const middle = (low + high) / 2;
    if (probabilityBelow(padded, middle) > alpha) {
      high = middle;
    } else {
      low = middle;
    }
  }
  return (low + high) / 2;
}

/** The upper bound: the lower bound of the points lost, seen from the top. */
export function upperMeanBound(distribution: ScoreDistribution, alpha: number): number {
  const mirrored = new Map([...distribution].map(([value, count]) => [TOP - value, count]));
  return TOP - lowerMeanBound(mirrored, alpha);
}

/**
 * The probability that the Dirichlet-weighted mean of `sample` is below `point`, for a point below the plain mean.
 * It equals that of Σ G (value − point) < 0 with independent gamma variables G, whose cumulant function is
 * K(s) = −Σ count · ln(1 − s (value − point)).
 */
export function probabilityBelow(sample: Weighted, point: number): number {
  const offsets = sample.values.map((value) => (value - point) / TOP);
  const first = offsets[0] ?? 0;
  if (first >= 0) {
    return 0;
  }
  const saddle = saddlePoint(offsets, sample.counts, first);
  let cumulant = 0;
  let curvature = 0;
  for (const [index, offset] of offsets.entries()) {
    const count = sample.counts[index] ?? 0;
    const rest = 1 - saddle * offset;
    cumulant -= count * Math.log(rest);
    curvature += count * (offset / rest) ** 2;
  }
  const root = -Math.sqrt(Math.max(0, -2 * cumulant));
  const slope = saddle * Math.sqrt(curvature);
  if (root > -1e-4) {
    return 0.5;
  }
  return normalBelow(root) + normalDensity(root) * (1 / root - 1 / slope);
}

/** Where K′ vanishes: negative, as the point lies below the mean; K′ grows from −∞ at 1 ÷ first offset to K′(0) > 0. */
function saddlePoint(offsets: readonly number[], counts: readonly number[], first: number): number {
  let low = 1 / first;
  let high = 0;
  let guess = low / 2;
  for (let step = 0; step < ROOT_STEPS; step += 1) {
    let slope = 0;
    let curvature = 0;
    for (const [index, offset] of offsets.entries()) {
      const ratio = offset / (1 - guess * offset);
      const count = counts[index] ?? 0;
      slope += count * ratio;
      curvature += count * ratio * ratio;
    }
    if (slope > 0) {
      high = guess;
    } else {
      low = guess;
    }
    const newton = guess - slope / curvature;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - guess) <= 1e-12 * Math.abs(low)) {
      return next;
    }
    guess = next;
  }
  return guess;
}

function normalDensity(value: number): number {
  return Math.exp((-value * value) / 2) / Math.sqrt(2 * Math.PI);
}

/**
 * The standard normal distribution below a negative value, by the continued fraction of the tail far out and the
 * series near the middle (Abramowitz and Stegun 26.2.14 and 26.2.10): relative accuracy, as tails of 1e-9 are asked.
 */
export function normalBelow(value: number): number {
  if (value > 0) {
    return 1 - normalBelow(-value);
  }
  const distance = -value;
  if (distance < 3) {
    let term = distance;
    let sum = distance;
    for (let index = 1; index < 80; index += 1) {
      term *= (-distance * distance) / (2 * index);
      sum += term / (2 * index + 1);
    }
    return 0.5 - sum / Math.sqrt(2 * Math.PI);
  }
  let fraction = 0;
  for (let index = 60; index >= 1; index -= 1) {
    fraction = index / (distance + fraction);
  }
  return normalDensity(distance) / (distance + fraction);
}
