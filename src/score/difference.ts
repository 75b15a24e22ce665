import { lowerMeanBound, type ScoreDistribution, upperMeanBound } from './mean-bound.ts';

/** A mean with the squared distances to its one-sided bounds. */
export interface MeanBounds {
  readonly mean: number;
  readonly down: number;
  readonly up: number;
}

/** Bounds of a mean at a one-sided error, ready for differences. The sample must not be empty. */
export function boundsOf(distribution: ScoreDistribution, alpha: number): MeanBounds {
  let units = 0;
  let sum = 0;
  for (const [value, count] of distribution) {
    units += count;
    sum += value * count;
  }
  const mean = sum / units;
  return {
    mean,
    down: (mean - lowerMeanBound(distribution, alpha)) ** 2,
    up: (upperMeanBound(distribution, alpha) - mean) ** 2,
  };
}

/**
 * True where the mean of `high` lies above that of `low` beyond noise: the lower end of the interval of their
 * difference (MOVER, Zou and Donner 2008) is above 0.
 */
export function isAbove(high: MeanBounds, low: MeanBounds): boolean {
  return high.mean > low.mean && (high.mean - low.mean) ** 2 > high.down + low.up;
}

/** The interval of `now` − `old` at a two-sided error, in tenths. Neither sample may be empty. */
export function differenceInterval(
  old: ScoreDistribution,
  now: ScoreDistribution,
  alpha: number,
): { readonly low: number; readonly high: number } {
  const before = boundsOf(old, alpha / 2);
  const after = boundsOf(now, alpha / 2);
  const difference = after.mean - before.mean;
  return {
    low: difference - Math.sqrt(after.down + before.up),
    high: difference + Math.sqrt(after.up + before.down),
  };
}

/**
 * Holm's (1979) step-down over a family of tests: each is asked at `familyAlpha` ÷ (tests left); those that find
 * something are set aside and the rest is asked again, until nothing more is found.
 */
export function stepDown(tests: readonly ((alpha: number) => boolean)[], familyAlpha: number): boolean[] {
  const found = tests.map(() => false);
  for (;;) {
    const left = found.filter((done) => !done).length;
    const alpha = familyAlpha / Math.max(1, left);
    let more = false;
    for (const [index, test] of tests.entries()) {
      if (found[index] === false && test(alpha)) {
        found[index] = true;
        more = true;
      }
    }
    if (!more) {
      return found;
    }
  }
}

/** Passes and fails as scores of 100 and 0, so that rates are compared by the same method. */
export function rateDistribution(pass: number, fail: number): ScoreDistribution {
  return new Map([
    [0, fail],
    [1000, pass],
  ]);
}
