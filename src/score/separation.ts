import { boundsOf, isAbove, type MeanBounds } from './difference.ts';
import type { ScoreDistribution } from './mean-bound.ts';

/** The chance that any two of equal groups are told apart. */
const FAMILY_ALPHA = 0.05;

/** Which of the groups are better than which beyond noise, all pairs looked at together. */
export interface Separation {
  /** True where `better` is told apart from `worse`, and above it. */
  isBetter(better: number, worse: number): boolean;
  readonly pairs: number;
  /** How many of the pairs are told apart. */
  readonly separated: number;
}

/**
 * Compares every pair of groups by the interval of the difference of their means (MOVER, Zou and Donner 2008, from the
 * bounds of the two means), with Holm's (1979) step-down over all pairs: with `m` pairs, those told apart at 5 % ÷ m
 * are set aside, the rest is tried at 5 % ÷ (m − set aside), until nothing more is found.
 */
export function separate(distributions: readonly ScoreDistribution[]): Separation {
  const count = distributions.length;
  const pairs = count < 2 ? 0 : (count * (count - 1)) / 2;
  const better = new Uint8Array(count * count);
  let separated = 0;
  for (;;) {
    const before = separated;
    const alpha = FAMILY_ALPHA / Math.max(1, pairs - separated) / 2;
    const bounds = distributions.map((distribution) => boundsOf(distribution, alpha));
    for (const [index, one] of bounds.entries()) {
      for (let otherIndex = index + 1; otherIndex < count; otherIndex += 1) {
        const other = bounds[otherIndex] as MeanBounds;
        const [high, low, highIndex, lowIndex] =
          one.mean >= other.mean ? [one, other, index, otherIndex] : [other, one, otherIndex, index];
        const cell = highIndex * count + lowIndex;
        if (better[cell] === 0 && isAbove(high, low)) {
          better[cell] = 1;
          separated += 1;
        }
      }
    }
    if (separated === before || separated === pairs) {
      break;
    }
  }
  return { isBetter: (one, other) => better[one * count + other] === 1, pairs, separated };
}
