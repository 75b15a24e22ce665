import fc from 'fast-check';
import { IANAZone } from 'luxon';
import { describe, expect, it } from 'vitest';
import { firstReached, isZone, localToInstant, offsetAt } from '../../src/text/zone.ts';

const HOUR = 3_600_000;
const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Europe/Moscow',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/Sao_Paulo',
  'Pacific/Apia',
];
const anyInstant = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2035, 0, 1) });
const anyZone = fc.constantFrom(...zones);

describe('zones', () => {
  it('knows IANA names and nothing else', () => {
    expect(['Europe/Berlin', 'UTC', 'Asia/Tokyo'].map(isZone)).toEqual([true, true, true]);
    expect(['Mars/Base', '', '+03:00', 'Europe/'].map(isZone)).toEqual([false, false, false, false]);
  });

  it('agrees with an independent library on every offset', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (ms, zone) => {
        expect(offsetAt(zone, ms)).toBe(IANAZone.create(zone).offset(ms) * 60_000);
      }),
      { seed: 3, numRuns: 400 },
    );
  });

  it('turns local time back into the instant, or into the first of two', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (ms, zone) => {
        const wall = ms + offsetAt(zone, ms);
        const back = localToInstant(zone, wall);
        expect(back).toBeLessThanOrEqual(ms);
        expect(back + offsetAt(zone, back)).toBe(wall);
      }),
      { seed: 4, numRuns: 400 },
    );
  });

  // Berlin, 29 March 2026: at 02:00 (+1, 01:00 UTC) the clocks go to 03:00 (+2).
  it('moves a skipped time forward by the skipped hour', () => {
    const skipped = Date.UTC(2026, 2, 29, 2, 30);
    expect(localToInstant('Europe/Berlin', skipped)).toBe(Date.UTC(2026, 2, 29, 1, 30));
    expect(firstReached('Europe/Berlin', skipped)).toBe(Date.UTC(2026, 2, 29, 1, 0));
  });

  // Berlin, 25 October 2026: at 03:00 (+2, 01:00 UTC) the clocks go back to 02:00 (+1).
  it('takes the first of a time that comes twice', () => {
    const twice = Date.UTC(2026, 9, 25, 2, 30);
    expect(localToInstant('Europe/Berlin', twice)).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(localToInstant('Europe/Berlin', Date.UTC(2026, 9, 25, 3, 30))).toBe(Date.UTC(2026, 9, 25, 2, 30));
  });

  it('reaches later local times later, across every change', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, fc.integer({ min: 0, max: 48 * HOUR }), (wall, zone, step) => {
        expect(firstReached(zone, wall + step)).toBeGreaterThanOrEqual(firstReached(zone, wall));
      }),
      { seed: 5, numRuns: 400 },
    );
  });
});
