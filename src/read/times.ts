import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import { readTime, type TimeReading, type TimeSettings } from '../text/local-time.ts';
import { type DateOrder, findFigures, inferDateOrder } from '../text/written-date.ts';
import type { ReadSettings } from './settings.ts';

/** Reads the times of one file. Equal neighbours are read once: many rows share a second. */
export class FileTimes {
  readonly settings: TimeSettings;
  #last: string | number = '';
  #reading: TimeReading = { reason: '' };

  constructor(settings: TimeSettings) {
    this.settings = settings;
  }

  /** A time as the model keeps it, null where there is none, or the reason why it cannot be read. */
  read(raw: string | number | null | undefined): { at: string | null } | { reason: string } {
    if (raw === null || raw === undefined || raw === '' || (typeof raw === 'string' && raw.trim() === '')) {
      return { at: null };
    }
    if (raw !== this.#last) {
      this.#last = raw;
      this.#reading = readTime(raw, this.settings);
    }
    return this.#reading;
  }

  /** The time, or null where it cannot be read: for fields beside the messages. */
  atOrNull(raw: unknown): string | null {
    if (typeof raw !== 'string' && typeof raw !== 'number') {
      return null;
    }
    const reading = this.read(raw);
    return 'at' in reading ? reading.at : null;
  }
}

/** How the times of a file are read where it says nothing of its own. */
export function timeSettings(settings: ReadSettings, zone: string | null = null): TimeSettings {
  return { zone: zone ?? settings.timezone, dateOrder: settings.dateOrder };
}

/** How many dates the order of day and month is worked out from. */
const ENOUGH_DATES = 100_000;

/**
 * The settings with the order of day and month worked out over the dates of a file, in file order, where the user gave
 * none; or the reason why it cannot be.
 */
export async function settleDateOrder(
  settings: TimeSettings,
  values: AsyncIterable<string>,
): Promise<TimeSettings | { reason: string }> {
  if (settings.dateOrder !== null) {
    return settings;
  }
  const dates: string[] = [];
  let last = '';
  for await (const value of values) {
    const found = findFigures(value);
    const date = found === null ? '' : value.slice(found.start, found.end);
    if (date !== '' && date !== last) {
      dates.push(date);
      last = date;
      if (dates.length === ENOUGH_DATES) {
        break;
      }
    }
  }
  if (dates.length === 0) {
    return settings;
  }
  const order = orderOfDates(dates);
  return 'reason' in order ? order : { ...settings, dateOrder: order.order };
}

/** The order of day and month of one file by its dates, in file order; or the reason why it cannot be told. */
export function orderOfDates(dates: readonly string[]): { readonly order: DateOrder } | { readonly reason: string } {
  const finding = inferDateOrder(dates.slice(0, ENOUGH_DATES));
  if (finding.order !== null) {
    return { order: finding.order };
  }
  const first = dates[0] ?? '';
  return {
    reason:
      finding.by === 'contradictory'
        ? `Some of its dates have the day first and others the month (the first is ${first})`
        : `It cannot be told whether the day or the month comes first in its dates (the first is ${first})`,
  };
}

/** The problem of a file whose dates cannot be read: a guessed month would move every wait and session. */
export function ambiguousDates(file: string, reason: string): Problem {
  return problem('ambiguous-dates', file, null, `${reason}: give --date-order dmy, mdy or ymd. The file was not read.`);
}

/** True for a date in figures whose order is not plain from the text itself. */
export function needsDateOrder(value: string): boolean {
  const figures = findFigures(value)?.figures;
  return figures !== undefined && figures.fullYear !== 'first' && figures.separator !== '.';
}
