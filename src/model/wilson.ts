import type { Interval } from './report.ts';

/** The level of every interval of the program. */
export const LEVEL = 0.95;
/** The two-sided 95 % point of the normal distribution. */
export const Z = 1.959963984540054;

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
