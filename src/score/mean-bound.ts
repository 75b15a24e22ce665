/**
 * Confidence bounds for the mean of scores between 0 and 1000 tenths, after Gaffke (2005): the sorted sample, padded
 * with the end of the scale, is weighted with a uniformly random (Dirichlet) vector, and the bound is the quantile of
 * that weighted mean. For scores of 0 and 100 only it is the bound of Clopper and Pearson. docs/statistics.md argues
 * for it. The quantile is not drawn but computed, by a saddlepoint approximation: no random numbers, and the cost
 * depends on the distinct scores, not on their number. Where the bound lies below every score, as in small samples, it
 * is exact.
 */
import { normalPoint } from './normal.ts';

/** Distinct scores in tenths, 0–1000, and how many units have each. */
export type ScoreDistribution = ReadonlyMap<number, number>;

const TOP = 1000;
const BOUND_STEPS = 60;
/** Of a tenth of a point: far below what is printed. */
const BOUND_PRECISION = 1e-7;
const ROOT_STEPS = 60;

interface Weighted {
  readonly values: readonly number[];
  readonly counts: readonly number[];
}

/** The normal point of an error, remembered: the same few errors are asked for thousands of agents. */
const points = new Map<number, number>();
function pointOf(alpha: number): number {
  let point = points.get(alpha);
  if (point === undefined) {
    point = normalPoint(alpha);
    points.clear();
    points.set(alpha, point);
  }
  return point;
}

/**
 * The lower bound at one-sided error `alpha` (below one half), in tenths, not rounded; 0 without any score.
 */
export function lowerMeanBound(distribution: ScoreDistribution, alpha: number): number {
  const entries = [...distribution].filter(([, count]) => count > 0).sort((a, b) => a[0] - b[0]);
  const sample: Weighted = {
    values: entries.map(([value]) => value),
    counts: entries.map(([, count]) => count),
  };
  const lowest = sample.values[0] ?? 0;
  if ((sample.values.at(-1) ?? 0) === 0) {
    return 0;
  }
  const units = sample.counts.reduce((sum, count) => sum + count, 0);
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
  return quantileBelowMean(padded, units + 1, pointOf(alpha));
}

/** The upper bound: the lower bound of the points lost, seen from the top. */
export function upperMeanBound(distribution: ScoreDistribution, alpha: number): number {
  const mirrored = new Map([...distribution].map(([value, count]) => [TOP - value, count]));
  return TOP - lowerMeanBound(mirrored, alpha);
}

/** Where the weighted mean's deviate is −point: by the secant, kept inside a shrinking bracket. */
function quantileBelowMean(sample: Weighted, units: number, point: number): number {
  const mean = sample.values.reduce((sum, value, index) => sum + value * (sample.counts[index] ?? 0), 0) / units;
  const variance = sample.values.reduce(
    (sum, value, index) => sum + (value - mean) ** 2 * (sample.counts[index] ?? 0),
    0,
  );
  // A Dirichlet-weighted mean has this variance.
  const deviation = Math.sqrt(variance / units / (units + 1));
  let low = 0;
  let high = mean;
  let before = mean;
  let deviateBefore = 0;
  let guess = Math.max(mean - point * deviation, mean * 0.02);
  for (let step = 0; step < BOUND_STEPS; step += 1) {
    const deviate = deviateBelow(sample, guess);
    if (deviate > -point) {
      high = guess;
    } else {
      low = guess;
    }
    const slope = (deviate - deviateBefore) / (guess - before);
    const secant = guess + (-point - deviate) / slope;
    const next = secant > low && secant < high ? secant : (low + high) / 2;
    if (Math.abs(next - guess) < BOUND_PRECISION || high - low < BOUND_PRECISION) {
      return next;
    }
    before = guess;
    deviateBefore = deviate;
    guess = next;
  }
  return guess;
}

/**
 * The standard normal deviate of the probability that the Dirichlet-weighted mean of `sample` lies below `point`, for a
 * point below the plain mean and above the lowest value. That probability equals the one of Σ G (value − point) < 0
 * with independent gamma variables G, whose cumulant function is K(s) = −Σ count · ln(1 − s (value − point)); the
 * deviate is Barndorff-Nielsen's (1986) modified root r + ln(q ÷ r) ÷ r.
 */
export function deviateBelow(sample: Weighted, point: number): number {
  const offsets = sample.values.map((value) => (value - point) / TOP);
  const saddle = saddlePoint(offsets, sample.counts, offsets[0] ?? 0);
  let cumulant = 0;
  let curvature = 0;
  for (const [index, offset] of offsets.entries()) {
    const count = sample.counts[index] ?? 0;
    const rest = 1 - saddle * offset;
    cumulant -= count * Math.log(rest);
    curvature += count * (offset / rest) ** 2;
  }
  const root = -Math.sqrt(Math.max(0, -2 * cumulant));
  if (root > -1e-4) {
    return 0;
  }
  const slope = saddle * Math.sqrt(curvature);
  return root + Math.log(slope / root) / root;
}

/** Where K′ vanishes: negative, as the point lies below the mean; K′ grows from −∞ at 1 ÷ first offset to K′(0) > 0. */
function saddlePoint(offsets: readonly number[], counts: readonly number[], first: number): number {
  let low = 1 / first;
  let high = 0;
  let guess = low / 2;
  for (let step = 0; step < ROOT_STEPS; step += 1) {
    let slope = 0;
    let curvature = 0;
    for (let index = 0; index < offsets.length; index += 1) {
      const offset = offsets[index] as number;
      const ratio = offset / (1 - guess * offset);
      const weighted = (counts[index] as number) * ratio;
      slope += weighted;
      curvature += weighted * ratio;
    }
    if (slope > 0) {
      high = guess;
    } else {
      low = guess;
    }
    const newton = guess - slope / curvature;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - guess) <= 1e-11 * Math.abs(next)) {
      return next;
    }
    guess = next;
  }
  return guess;
}
