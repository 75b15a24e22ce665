/**
 * IANA zones by the platform's own tables (`Intl`), fast enough for a message at a time: the offset of a UTC day is
 * asked once and kept.
 */

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Marks a day within which the offset changes. */
const CHANGES = Number.NaN;

interface ZoneTable {
  readonly format: Intl.DateTimeFormat;
  /** By UTC day. */
  readonly days: Map<number, number>;
  /** By day of local time: the offset, where it is the same from the day before to the day after. */
  readonly steady: Map<number, number>;
}

const tables = new Map<string, ZoneTable | null>();

function makeTable(zone: string): ZoneTable | null {
  // Newer platforms take `+03:00` as a zone and older ones do not: the same command must do the same everywhere.
  if (/^[+-]/.test(zone)) {
    return null;
  }
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset', year: 'numeric' });
    return { format, days: new Map(), steady: new Map() };
  } catch {
    return null;
  }
}

function tableOf(zone: string): ZoneTable | null {
  let table = tables.get(zone);
  if (table === undefined) {
    table = makeTable(zone);
    tables.set(zone, table);
  }
  return table;
}

/** True where the platform knows the zone: `Europe/Berlin`, `UTC`. */
export function isZone(zone: string): boolean {
  return tableOf(zone) !== null;
}

function askOffset(table: ZoneTable, ms: number): number {
  const name = table.format.formatToParts(ms).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /^GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(name);
  const [, sign, hours, minutes, seconds] = match ?? [];
  if (sign === undefined) {
    return 0;
  }
  const size = (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds ?? 0) * 1000;
  return sign === '-' ? -size : size;
}

/**
 * How far the clocks of a zone stand east of UTC at an instant, in milliseconds.
 *
 * @throws RangeError for a zone that `isZone` refuses: names are checked where they are read.
 */
export function offsetAt(zone: string, ms: number): number {
  // The default of every run: no need to ask the slow way.
  if (zone === 'UTC') {
    return 0;
  }
  const table = tableOf(zone);
  if (table === null) {
    throw new RangeError(`no such zone: ${zone}`);
  }
  const day = Math.floor(ms / DAY);
  let offset = table.days.get(day);
  if (offset === undefined) {
    const start = askOffset(table, day * DAY);
    offset = start === askOffset(table, (day + 1) * DAY) ? start : CHANGES;
    table.days.set(day, offset);
  }
  return Number.isNaN(offset) ? askOffset(table, ms) : offset;
}

/**
 * The offset of a zone at a local time (`wall`: its milliseconds as if UTC), where the clocks are not changed on that
 * day or beside it; null where they are. One look-up for nearly every time there is.
 */
export function steadyOffset(zone: string, wall: number): number | null {
  const table = tableOf(zone);
  const day = Math.floor(wall / DAY);
  let offset = table?.steady.get(day);
  if (offset === undefined) {
    const first = offsetAt(zone, (day - 2) * DAY);
    const same = [-1, 0, 1, 2, 3].every((step) => offsetAt(zone, (day + step) * DAY) === first);
    offset = same ? first : CHANGES;
    table?.steady.set(day, offset);
  }
  return Number.isNaN(offset) ? null : offset;
}

/** The offsets in force before and after any change near a local time. */
function offsetsAround(zone: string, wall: number): { before: number; after: number } {
  return { before: offsetAt(zone, wall - DAY), after: offsetAt(zone, wall + DAY) };
}

/**
 * The instant of a local time (`wall`: its milliseconds as if UTC). A time that the clocks show twice is the first of
 * the two; a time that they skip is moved forward by the skipped hour (02:30 → 03:30), as RFC 5545 § 3.3.5 has it.
 */
export function localToInstant(zone: string, wall: number): number {
  const steady = steadyOffset(zone, wall);
  if (steady !== null) {
    return wall - steady;
  }
  const { before, after } = offsetsAround(zone, wall);
  const early = wall - before;
  if (before === after || offsetAt(zone, early) === before) {
    return early;
  }
  const late = wall - after;
  return offsetAt(zone, late) === after ? late : early;
}

/**
 * The first instant at which the clocks of a zone show a local time or a later one: like `localToInstant`, but of a
 * skipped time the moment of the change itself. Never decreasing, so that opening hours cannot turn inside out.
 */
export function firstReached(zone: string, wall: number): number {
  const { before, after } = offsetsAround(zone, wall);
  if (before >= after) {
    return localToInstant(zone, wall);
  }
  let low = wall - after - 1;
  let high = wall - before;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (middle + offsetAt(zone, middle) >= wall) {
      high = middle;
    } else {
      low = middle;
    }
  }
  return high;
}
