/** A moment as a record names it. */
export interface Instant {
  /** Milliseconds since the epoch; of a local time without zone, as if it were UTC. */
  readonly ms: number;
  /** True where the text bore no zone. */
  readonly local: boolean;
}

const ZERO = 48;
const NINE = 57;

const MINUTE = 60_000;

/** The digits from `start`, exactly `count` of them, as a number; -1 where one of them is no digit. */
function digits(text: string, start: number, count: number): number {
  let value = 0;
  for (let index = start; index < start + count; index += 1) {
    const code = text.charCodeAt(index);
    if (!(code >= ZERO && code <= NINE)) {
      return -1;
    }
    value = value * 10 + code - ZERO;
  }
  return value;
}

/** The number of days of a month (1–12) of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * A date and a clock time as milliseconds, read as UTC. Null where no calendar or clock has them (30 February, 25:00).
 * A leap second (`:60`) is the first second of the next minute.
 */
export function wallClock(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  millisecond: number,
): number | null {
  const possible =
    year >= 1000 &&
    year <= 9999 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month) &&
    hour >= 0 &&
    hour <= 23 &&
    minute >= 0 &&
    minute <= 59 &&
    second >= 0 &&
    second <= 60;
  return possible ? Date.UTC(year, month - 1, day, hour, minute, second, millisecond) : null;
}

/** The zone at the end of a time: minutes east of UTC, null for none, undefined where it cannot be read. */
function zoneMinutes(text: string, start: number): number | null | undefined {
  let index = start;
  while (text.charCodeAt(index) === 32) {
    index += 1;
  }
  const rest = text.slice(index);
  if (rest === '') {
    return null;
  }
  if (rest === 'Z' || rest === 'z' || rest === 'UTC' || rest === 'GMT') {
    return 0;
  }
  const sign = rest[0] === '+' ? 1 : rest[0] === '-' || rest[0] === '−' ? -1 : 0;
  const hours = digits(rest, 1, 2);
  if (sign === 0 || hours < 0 || hours > 23) {
    return undefined;
  }
  let end = 3;
  let minutes = 0;
  if (rest.length > end && rest[end] !== 'Z') {
    end += rest[end] === ':' ? 1 : 0;
    minutes = digits(rest, end, 2);
    end += 2;
  }
  if (minutes < 0 || minutes > 59) {
    return undefined;
  }
  // Zendesk Chat really writes `2017-04-24T12:45:32+00:00Z`; only after a zero offset do both agree.
  const zulu = rest.length === end + 1 && rest[end] === 'Z' && hours === 0 && minutes === 0;
  return rest.length === end || zulu ? sign * (hours * 60 + minutes) : undefined;
}

/**
 * Reads an ISO 8601 time: `T` or a space between date and clock, seconds and a fraction of any length optional, `Z`,
 * `±hh:mm`, `±hhmm`, `±hh` or no zone. A fraction finer than a millisecond is cut, not rounded.
 *
 * A date alone is no time of day, so it is null, like everything that no calendar has.
 */
export function parseInstant(at: string): Instant | null {
  const year = digits(at, 0, 4);
  const separator = at.charCodeAt(10);
  const shaped =
    year >= 0 &&
    at.charCodeAt(4) === 45 &&
    at.charCodeAt(7) === 45 &&
    at.charCodeAt(13) === 58 &&
    (separator === 84 || separator === 32 || separator === 116);
  if (!shaped) {
    return null;
  }
  const hour = digits(at, 11, 2);
  const minute = digits(at, 14, 2);
  let second = 0;
  let millisecond = 0;
  let end = 16;
  if (at.charCodeAt(end) === 58) {
    second = digits(at, 17, 2);
    end = 19;
    const point = at.charCodeAt(end);
    if (point === 46 || point === 44) {
      const first = end + 1;
      end = first;
      for (let weight = 100; at.charCodeAt(end) >= ZERO && at.charCodeAt(end) <= NINE; end += 1) {
        millisecond += Math.floor(weight) * (at.charCodeAt(end) - ZERO);
        weight /= 10;
      }
      if (end === first) {
        return null;
      }
    }
  }
  const wall = wallClock(year, digits(at, 5, 2), digits(at, 8, 2), hour, minute, second, millisecond);
  const zone = zoneMinutes(at, end);
  if (wall === null || zone === undefined) {
    return null;
  }
  return { ms: wall - (zone ?? 0) * MINUTE, local: zone === null };
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/**
 * Milliseconds as ISO 8601 without a zone, `2026-03-02T09:14:05`, with milliseconds only where there are some.
 */
export function formatWallClock(ms: number): string {
  const text = new Date(ms).toISOString();
  return text.endsWith('.000Z') ? text.slice(0, 19) : text.slice(0, 23);
}

/** An offset (milliseconds east of UTC) as ISO 8601 writes it: `+01:00`, `Z` for none. */
export function formatOffset(offset: number): string {
  if (offset === 0) {
    return 'Z';
  }
  const minutes = Math.round(Math.abs(offset) / MINUTE);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`;
}

/** An instant as ISO 8601 with an offset: `offset` in milliseconds east of UTC. */
export function formatInstant(ms: number, offset: number): string {
  return `${formatWallClock(ms + offset)}${formatOffset(offset)}`;
}
