import type { Interval } from '../model/report.ts';
import { lowerMeanBound, type ScoreDistribution, upperMeanBound } from './mean-bound.ts';

export const LEVEL = 0.95;
/** The two-sided 95 % point of the normal distribution. */
const Z = 1.959963984540054;

/**
 * Wilson's (1927) interval of a rate, three decimals; null when nothing was counted.
 */
export function wilson(successes: number, total: number): Interval | null {
  if (total === 0) {
    return null;
  }
  const square = Z * Z;
  const middle = (successes + square / 2) / (total + square);
  const half = (Z / (total + square)) * Math.sqrt((successes * (total - successes)) / total + square / 4);
  const thousandths = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
  return { low: thousandths(middle - half), high: thousandths(middle + half), level: LEVEL };
}

/**
 * The 95 % interval of a mean score, in points, rounded outwards to one decimal; null without scored units.
 */
export function scoreInterval(distribution: ScoreDistribution): Interval | null {
  if (distribution.size === 0) {
    return null;
  }
  const alpha = (1 - LEVEL) / 2;
  // Numbers within a billionth of a tenth are that tenth: the bound is the result of a bisection.
  const low = Math.floor(lowerMeanBound(distribution, alpha) + 1e-6) / 10;
  const high = Math.ceil(upperMeanBound(distribution, alpha) - 1e-6) / 10;
  return { low, high, level: LEVEL };
}
