import type { Interval } from '../model/report.ts';
import { LEVEL } from '../model/wilson.ts';
import { lowerMeanBound, type ScoreDistribution, upperMeanBound } from './mean-bound.ts';

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
