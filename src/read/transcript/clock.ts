import { formatInstant, formatWallClock, parseInstant } from '../../text/instant.ts';
import type { TimeSettings } from '../../text/local-time.ts';
import { readClock, readTime } from '../../text/local-time.ts';

const DAY_MS = 86_400_000;

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** The day and the offset that a text names: `Monday, December 17, 2018, 23:27:57 (-0500)`, `2 March 2026`. */
export function dayNamed(
  text: string,
  settings: TimeSettings,
): { day: string; offset: string; at: string | null } | null {
  const full = readTime(text, settings);
  const time = 'at' in full ? full : readTime(`${text} 00:00`, settings);
  const match = 'at' in time ? /^(\d{4}-\d{2}-\d{2}).*?(Z|[+-]\d{2}:?\d{2})?$/u.exec(time.at) : null;
  if (match?.[1] === undefined) {
    return null;
  }
  // An offset that only comes from --timezone is worked out anew for every time: summer time may begin in between.
  const offset = settings.zone === null ? (match[2] ?? '') : '';
  return { day: match[1], offset, at: 'at' in full ? full.at : null };
}

/** Gives the clock times of one transcript their days. Past midnight the clock goes back and the day goes on. */
export class TranscriptClock {
  readonly #settings: TimeSettings;
  #day: string | null = null;
  #offset = '';
  #start: { readonly ms: number; readonly local: boolean } | null = null;
  #last: number | null = null;

  constructor(settings: TimeSettings) {
    this.#settings = settings;
  }

  /** From here on it is this day. */
  begin(text: string): string | null {
    const named = dayNamed(text, this.#settings);
    if (named !== null) {
      this.#day = named.day;
      this.#offset = named.offset;
      this.#last = null;
      this.#start = named.at === null ? null : parseInstant(named.at);
    }
    return named?.at ?? null;
  }

  get hasDay(): boolean {
    return this.#day !== null;
  }

  /** The time of a message, null where no day is known, or the reason why it cannot be read. */
  at(day: string | null, clock: string): { at: string | null } | { reason: string } {
    if (day !== null) {
      const iso = /^\d{4}-\d{2}-\d{2}$/u.test(day) && /^\d{2}:[\d:.]{2,12}(?:Z|[+-]\d{2}:?\d{2})?$/u.test(clock);
      return readTime(iso ? `${day}T${clock}` : `${day} ${clock}`, this.#settings);
    }
    const ms = readClock(clock.replace(/\s?(?:Z|(?:UTC|GMT).*|[+-]\d{2}:?\d{2})$/u, ''));
    if (ms === null) {
      return { reason: `"${clock.slice(0, 40)}" is no time of day` };
    }
    if (this.#day === null) {
      return { at: null };
    }
    if (this.#last !== null && this.#last - ms > DAY_MS / 2) {
      this.#day = isoDay(Date.parse(`${this.#day}T00:00:00Z`) + DAY_MS);
    }
    this.#last = ms;
    const local = `${this.#day}T${new Date(ms).toISOString().slice(11, 19)}`;
    return this.#offset === '' ? readTime(local, this.#settings) : { at: `${local}${this.#offset}` };
  }

  /** The time so long after the beginning that the transcript names. */
  after(elapsed: string): { at: string | null } {
    const [, hours = '0', minutes = '0', seconds = '0'] =
      /^(?:(\d{1,3})h\s*)?(?:(\d{1,3})m\s*)?(\d{1,4})s$/u.exec(elapsed.trim()) ?? [];
    if (this.#start === null) {
      return { at: null };
    }
    const passed = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
    const ms = this.#start.ms + passed;
    return { at: this.#start.local ? formatWallClock(ms) : formatInstant(ms, offsetMs(this.#offset)) };
  }
}

function offsetMs(offset: string): number {
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/u.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
