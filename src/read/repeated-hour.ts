import { formatInstant, parseInstant } from '../text/instant.ts';
import { offsetAt } from '../text/zone.ts';

const HOUR_MS = 3_600_000;

/**
 * Tells apart the hour that clocks show twice in autumn, for talks that are written down in order: a time before the last
 * one is of the second hour, where the zone then had one. Any other time is given back as it is.
 */
export class TalkOrder {
  readonly #zone: string | null;
  #last: number | null = null;

  /** @param zone The zone by which the times got their offset; null leaves local times alone. */
  constructor(zone: string | null) {
    this.#zone = zone;
  }

  settle(at: string): string {
    const ms = parseInstant(at)?.ms ?? null;
    if (ms === null || this.#zone === null) {
      return at;
    }
    const back = this.#last !== null && this.#last > ms && this.#last - ms <= HOUR_MS;
    const offset = offsetAt(this.#zone, ms);
    const later = offsetAt(this.#zone, ms + HOUR_MS);
    const settled = back && offset - later === HOUR_MS ? ms + HOUR_MS : ms;
    this.#last = settled;
    return settled === ms ? at : formatInstant(settled, later);
  }
}
