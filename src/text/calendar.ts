import { firstReached, offsetAt } from './zone.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** What business time is counted by; the model's `Calendar` is one. */
export interface WorkingHours {
  /** IANA zone. */
  readonly zone: string;
  /** Monday first; spans in minutes since local midnight, half-open, sorted, not overlapping. */
  readonly week: readonly (readonly { readonly from: number; readonly to: number }[])[];
  /** Local dates `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
}

/** Counts business time by one calendar. Keeps the days it has worked out. */
export interface BusinessClock {
  /** Milliseconds of working hours between two instants; 0 where `end` is not after `start`. */
  between(start: number, end: number): number;
  /** The instant of a local time without zone (its milliseconds as if UTC) in the calendar's zone. */
  instantOf(wall: number): number;
}

/** The weekday of a day counted from 1 January 1970, a Thursday: 0 is Monday. */
function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/**
 * A clock that runs in the calendar's working hours only.
 *
 * Hours are read off the wall: a day on which the clocks go forward is an hour shorter if the desk is open then, and an
 * hour that comes twice counts twice inside a span. A span that begins or ends within a repeated hour does so at its
 * first coming; one that begins or ends within a skipped hour does so at the change.
 */
export function makeBusinessClock(calendar: WorkingHours): BusinessClock {
  const { zone } = calendar;
  const holidays = new Set(calendar.holidays);
  const days = new Map<number, readonly { readonly start: number; readonly end: number }[]>();

  const spansOf = (day: number): readonly { readonly start: number; readonly end: number }[] => {
    let spans = days.get(day);
    if (spans === undefined) {
      const date = new Date(day * DAY).toISOString().slice(0, 10);
      const hours = holidays.has(date) ? [] : (calendar.week[weekday(day)] ?? []);
      spans = hours.map(({ from, to }) => ({
        start: firstReached(zone, day * DAY + from * MINUTE),
        end: firstReached(zone, day * DAY + to * MINUTE),
      }));
      days.set(day, spans);
    }
    return spans;
  };

  return {
    between(start, end) {
      if (!(end > start)) {
        return 0;
      }
      const first = Math.floor((start + offsetAt(zone, start)) / DAY) - 1;
      const last = Math.floor((end + offsetAt(zone, end)) / DAY) + 1;
      let total = 0;
      for (let day = first; day <= last; day += 1) {
        for (const span of spansOf(day)) {
          total += Math.max(0, Math.min(end, span.end) - Math.max(start, span.start));
        }
      }
      return total;
    },
    instantOf: (wall) => firstReached(zone, wall),
  };
}

const DAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The hours of a calendar on one line: `Europe/Berlin: Mon–Thu 09:00–17:00; Fri 09:00–12:00; 2 holidays`. */
export function describeHours({ zone, week, holidays }: WorkingHours): string {
  const hours = DAY_NAMES.map((_, day) =>
    (week[day] ?? []).map(({ from, to }) => `${clockOf(from)}–${clockOf(to)}`).join(', '),
  );
  const runs: { first: number; last: number; hours: string }[] = [];
  for (const [day, own] of hours.entries()) {
    const run = runs.at(-1);
    if (run !== undefined && run.hours === own) {
      run.last = day;
    } else {
      runs.push({ first: day, last: day, hours: own });
    }
  }
  const spans = runs
    .filter((run) => run.hours !== '')
    .map((run) => {
      const days = [...new Set([run.first, run.last])].map((day) => DAY_NAMES[day]).join('–');
      return `${days} ${run.hours}`;
    });
  const free = holidays.length === 0 ? [] : [`${holidays.length} ${holidays.length === 1 ? 'holiday' : 'holidays'}`];
  return `${zone}: ${[...spans, ...free].join('; ')}`;
}
