import type { ReplyTimes } from '../model/report.ts';

const SECOND = 1000;
const HOUR_SECONDS = 3600;
/** Seven bits after the leading one: bins past an hour are at most 1 ÷ 128 of their value wide. */
const KEPT_BITS = 7;

/**
 * The bin of a duration, as its middle in milliseconds: whole seconds up to one hour (rounded half up), past it as
 * many significant bits as keep the middle within 0.4 % of the value.
 */
export function replyBin(milliseconds: number): number {
  const seconds = Math.floor((Math.max(0, milliseconds) + SECOND / 2) / SECOND);
  if (seconds <= HOUR_SECONDS) {
    return seconds * SECOND;
  }
  const width = 2 ** (Math.floor(Math.log2(seconds)) - KEPT_BITS);
  return (Math.floor(seconds / width) * width + width / 2) * SECOND;
}

/**
 * Median and 90th percentile of binned durations, exact to the bin: the median of an even number is the mean of the
 * two in the middle, the 90th percentile the smallest value that at least 90 % do not exceed (nearest rank).
 * `bins` are rows of milliseconds and how many, sorted.
 */
export function replyTimes(bins: readonly (readonly [number, number])[]): ReplyTimes {
  const total = bins.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) {
    return { median: null, p90: null };
  }
  const at = (rank: number): number => {
    let seen = 0;
    for (const [milliseconds, count] of bins) {
      seen += count;
      if (seen >= rank) {
        return milliseconds;
      }
    }
    return bins.at(-1)?.[0] ?? 0;
  };
  const median = (at(Math.floor((total + 1) / 2)) + at(Math.floor(total / 2) + 1)) / 2;
  return { median, p90: at(Math.ceil((total * 9) / 10)) };
}
