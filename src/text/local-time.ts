import { formatInstant, formatOffset, formatWallClock, type Instant, parseInstant, wallClock } from './instant.ts';
import { cutNamedDate, type DateOrder, findFigures, settleFigures, type WrittenDate } from './written-date.ts';
import { localToInstant, offsetAt, steadyOffset } from './zone.ts';

/** How the times of a file are to be read. */
export interface TimeSettings {
  /** IANA zone of times that bear none; null leaves them local. */
  readonly zone: string | null;
  /** The order of dates in figures, where the user or the file told it. */
  readonly dateOrder: DateOrder | null;
  /** The unit of numbers; told by their size where it is left out. */
  readonly epochUnit?: 's' | 'ms' | 'us';
}

/** A time as the model keeps it, or why it cannot be read. */
export type TimeReading = { readonly at: string } | { readonly reason: string };

const MINUTE = 60_000;
/** No written time is longer; a longer text is somebody's message. */
const LONGEST = 80;
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2101, 0, 1);

function epochMilliseconds(value: number, unit: TimeSettings['epochUnit']): number {
  const settled = unit ?? (value < 1e11 ? 's' : value < 1e14 ? 'ms' : 'us');
  return Math.round(settled === 's' ? value * 1000 : settled === 'ms' ? value : value / 1000);
}

function readEpoch(value: number, unit: TimeSettings['epochUnit']): TimeReading {
  const ms = epochMilliseconds(value, unit);
  if (!(ms >= EARLIEST && ms < LATEST)) {
    return { reason: `the number ${value} is no time between the years 2000 and 2100` };
  }
  return { at: formatInstant(ms, 0) };
}

/** A local time (milliseconds as if UTC) in a zone as ISO 8601 with the offset that the zone's clocks then had. */
export function withOffset(wall: number, zone: string): string {
  const ms = localToInstant(zone, wall);
  return formatInstant(ms, offsetAt(zone, ms));
}

function inZone(wall: number, zone: string | null): TimeReading {
  return { at: zone === null ? formatWallClock(wall) : withOffset(wall, zone) };
}

/** North American zones that RFC 2822 § 4.3 defines; every other abbreviation means different hours to different people. */
const NAMED_ZONES = new Map([
  ['z', 0],
  ['utc', 0],
  ['gmt', 0],
  ['ut', 0],
  ['est', -300],
  ['edt', -240],
  ['cst', -360],
  ['cdt', -300],
  ['mst', -420],
  ['mdt', -360],
  ['pst', -480],
  ['pdt', -420],
]);

const CLOCK = /(?<![\d.:])(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?(?![\d:])(?: ?(am|pm)(?![a-z]))?/;
const OFFSET = /(?:gmt|utc)? ?\(?(?:gmt|utc)?([+−-])(\d{1,2}):?(\d{2})?\)?(?!\d)/;

/** Words that may stand beside a date and a clock time and say nothing more. */
const FILLING = new Set(
  (
    'mon tue wed thu fri sat sun tues weds thur thurs monday tuesday wednesday thursday friday saturday sunday at on klo kl um de в г ' +
    'пн вт ср чт пт сб вс понедельник вторник среда четверг пятница суббота воскресенье'
  ).split(' '),
);

/** One kind of space, no direction marks, lower case, `a. m.` and `a.m.` as `am`. */
function tidy(text: string): string {
  return text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/(?<=\d ?)([ap])\.? ?m(?:\.|(?![a-z]))/, '$1m');
}

/** A time of day in milliseconds, cut out of a text: `12:03`, `12:03:15 pm`; null where no clock shows it. */
function cutClock(text: string): { ms: number; rest: string } | null {
  const match = CLOCK.exec(text);
  if (match === null) {
    return null;
  }
  const [whole, hours, minutes, seconds = '0', fraction = '', half] = match;
  let hour = Number(hours);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) {
      return null;
    }
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  }
  const thousandths = Number(fraction.padEnd(3, '0').slice(0, 3));
  const ms = wallClock(1970, 1, 1, hour, Number(minutes), Number(seconds), thousandths);
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + whole.length)}`;
  return ms === null ? null : { ms, rest };
}

/**
 * A time of day as transcripts write it (`12:03`, `12:03:15 PM`, `9:29 p. m.`), in milliseconds since midnight. Null for
 * anything else, or anything more.
 */
export function readClock(text: string): number | null {
  const clock = cutClock(tidy(text));
  return clock !== null && clock.rest.trim() === '' ? clock.ms : null;
}

/** The zone written in what date and clock have left over: minutes east of UTC, null for none. */
function leftOver(rest: string): { minutes: number | null } | { unknown: string } {
  let minutes: number | null = null;
  const offset = OFFSET.exec(rest);
  let words = rest;
  if (offset !== null) {
    minutes = (offset[1] === '+' ? 1 : -1) * (Number(offset[2]) * 60 + Number(offset[3] ?? 0));
    words = `${rest.slice(0, offset.index)} ${rest.slice(offset.index + offset[0].length)}`;
  }
  for (const word of words.split(/[^\p{L}\p{N}]+/u)) {
    const named = NAMED_ZONES.get(word);
    if (named !== undefined) {
      minutes ??= named;
    } else if (word !== '' && !FILLING.has(word)) {
      // After a written offset a comment may name the zone: `+0100 (CET)`.
      if (minutes === null || !/^[a-z]{2,5}$/.test(word)) {
        return { unknown: word };
      }
    }
  }
  return { minutes };
}

function readWritten(raw: string, settings: TimeSettings): TimeReading {
  const shown = raw.length > 60 ? `${raw.slice(0, 60)}…` : raw;
  if (raw.length > LONGEST) {
    return { reason: `"${shown}" is no date and time that is known here` };
  }
  const text = tidy(raw);
  const figures = findFigures(text);
  let date: WrittenDate | null;
  let rest: string;
  if (figures !== null) {
    date = settleFigures(figures.figures, settings.dateOrder);
    rest = `${text.slice(0, figures.start)} ${text.slice(figures.end)}`;
    if (date === null) {
      return { reason: `"${shown}": it cannot be told which is the day and which the month; give --date-order` };
    }
  } else {
    const named = cutNamedDate(text);
    if (named === null) {
      return { reason: `"${shown}" is no date and time that is known here` };
    }
    ({ date, rest } = named);
  }
  const clock = cutClock(rest.replace(/^[ ,]*(?:t(?=\d))?/, ''));
  if (clock === null) {
    return { reason: `"${shown}" has no time of day` };
  }
  const over = leftOver(clock.rest);
  if ('unknown' in over) {
    return { reason: `"${shown}": "${over.unknown}" is neither part of a date nor a zone that is known here` };
  }
  const midnight = wallClock(date.year, date.month, date.day, 0, 0, 0, 0);
  if (midnight === null || date.year < 1970 || date.year > 2100) {
    return { reason: `"${shown}": no calendar has this date` };
  }
  const wall = midnight + clock.ms;
  if (over.minutes !== null) {
    return { at: formatInstant(wall - over.minutes * MINUTE, over.minutes * MINUTE) };
  }
  return inZone(wall, settings.zone);
}

/**
 * Reads a time of a record: ISO 8601, a number since the epoch (seconds below 1e11, milliseconds below 1e14, else
 * microseconds), and the usual written forms, with U+202F, no-break spaces, direction marks and `a. m.` as exports have them.
 *
 * A time without a zone gets the offset of `settings.zone`, where one is given. A local time that the clocks of the zone
 * show twice is taken as the first, one that they skip is moved forward.
 *
 * @returns ISO 8601 with an offset, or local without one; as read where it was ISO 8601 already; or the reason in a sentence.
 */
export function readTime(raw: string | number, settings: TimeSettings): TimeReading {
  if (typeof raw === 'number') {
    return readEpoch(raw, settings.epochUnit);
  }
  const text = raw.trim();
  const instant: Instant | null = parseInstant(text);
  if (instant !== null) {
    if (!instant.local || settings.zone === null) {
      return { at: text };
    }
    const steady = steadyOffset(settings.zone, instant.ms);
    return steady === null
      ? inZone(instant.ms, settings.zone)
      : { at: `${text.slice(0, 10)}T${text.slice(11)}${formatOffset(steady)}` };
  }
  if (/^\d{9,17}(?:\.\d{1,9})?$/.test(text)) {
    return readEpoch(Number(text), settings.epochUnit);
  }
  return readWritten(raw, settings);
}

/**
 * A day or time as a user gives it on the command line (`2026-03-02`, `2026-03-02T09:00`, `2026-03-02T09:00+01:00`), in
 * milliseconds since the epoch; a day is its first instant in `zone`, `UTC` where none is given. Null for anything else.
 */
export function readMoment(text: string, zone: string | null): number | null {
  const instant = parseInstant(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text);
  if (instant === null) {
    return null;
  }
  return instant.local && zone !== null ? localToInstant(zone, instant.ms) : instant.ms;
}
