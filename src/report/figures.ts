import type { Interval } from '../model/report.ts';

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

const UNITS = [
  { name: 'd', size: 86_400_000 },
  { name: 'h', size: 3_600_000 },
  { name: 'min', size: 60_000 },
  { name: 's', size: 1_000 },
] as const;

/** Milliseconds as a person reads them, in the two largest units: `1 min 35 s`, `4 h`, `2 d 3 h`. */
export function durationFigure(milliseconds: number | null): string {
  if (milliseconds === null) {
    return '–';
  }
  if (milliseconds < 1_000) {
    return milliseconds === 0 ? '0 s' : '< 1 s';
  }
  const largest = UNITS.findIndex((unit) => milliseconds >= unit.size);
  const parts: string[] = [];
  let rest = milliseconds;
  for (const unit of UNITS.slice(largest, largest + 2)) {
    const count = Math.floor(rest / unit.size);
    rest -= count * unit.size;
    if (count > 0) {
      parts.push(`${count} ${unit.name}`);
    }
  }
  return parts.join(' ');
}
