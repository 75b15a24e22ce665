import type { Interval } from '../model/report.ts';
import { formatDuration } from '../text/duration.ts';

/** A score as every output for people shows it: one decimal, `–` where there is none. */
export function scoreFigure(score: number | null): string {
  return score === null ? '–' : score.toFixed(1);
}

export function intervalFigure(interval: Interval | null): string {
  return interval === null ? '' : `${interval.low.toFixed(1)}–${interval.high.toFixed(1)}`;
}

/** A rate 0–1 as a whole percentage; 100 % and 0 % only where nothing, or everything, failed. */
export function percentFigure(rate: number | null): string {
  if (rate === null) {
    return '–';
  }
  const rounded = Math.round(rate * 100);
  const honest = rate < 1 && rounded === 100 ? 99 : rate > 0 && rounded === 0 ? 1 : rounded;
  return `${honest}%`;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Milliseconds as a person reads them at a glance, in the largest unit and the next: `1 min 35 s`, `4 h`, `2 d 3 h`. */
export function durationFigure(milliseconds: number | null): string {
  if (milliseconds === null) {
    return '–';
  }
  if (milliseconds !== 0 && milliseconds < SECOND) {
    return '< 1 s';
  }
  const finest = milliseconds < HOUR ? SECOND : milliseconds < DAY ? MINUTE : HOUR;
  return formatDuration(milliseconds - (milliseconds % finest), 'en');
}
