import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant, formatWallClock, parseInstant } from '../../src/text/instant.ts';

const noon = Date.UTC(2026, 2, 2, 12, 0, 0);

describe('parseInstant', () => {
  it.each([
    ['2026-03-02T12:00:00Z', noon, false],
    ['2026-03-02T12:00:00.000Z', noon, false],
    ['2026-03-02T12:00Z', noon, false],
    ['2026-03-02 12:00:00 UTC', noon, false],
    ['2026-03-02T13:00:00+01:00', noon, false],
    ['2026-03-02T15:00:00+0300', noon, false],
    ['2026-03-02 15:00:00 +0300', noon, false],
    ['2026-03-02T15:00:00+03', noon, false],
    ['2026-03-02T06:30:00-05:30', noon, false],
    ['2026-03-02T12:00:00.123456+00:00', noon + 123, false],
    ['2026-03-02T12:00:00.9Z', noon + 900, false],
    ['2026-03-02T12:00:00+00:00Z', noon, false],
    ['2026-03-02T12:00:00', noon, true],
    ['2026-03-02 12:00', noon, true],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29), false],
    ['2016-12-31T23:59:60Z', Date.UTC(2017, 0, 1), false],
  ])('%s', (text, ms, local) => {
    expect(parseInstant(text)).toEqual({ ms, local });
  });

  it.each([
    '',
    '2026-03-02',
    '2026-02-30T10:00:00Z',
    '2023-02-29T10:00:00Z',
    '2026-13-01T10:00:00Z',
    '2026-03-02T24:00:00Z',
    '2026-03-02T12:60:00Z',
    '2026-03-02T12:00:00.Z',
    '2026-03-02T12:00:00+01:00Z',
    '2026-03-02T12:00:00+25:00',
    '2026-03-02T12:00:00 MSK',
    '2026-03-02T12:00:00Zjunk',
    '02.03.2026 12:00',
    '2026-3-2T12:00:00Z',
  ])('refuses %j', (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it('reads back every instant that it writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }),
        fc.integer({ min: -14 * 4, max: 14 * 4 }),
        (ms, quarters) => {
          expect(parseInstant(formatInstant(ms, quarters * 900_000))).toEqual({ ms, local: false });
          expect(parseInstant(formatWallClock(ms))).toEqual({ ms, local: true });
        },
      ),
      { seed: 1 },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const instant = parseInstant(text);
        expect(instant === null || Number.isInteger(instant.ms)).toBe(true);
      }),
      { seed: 2 },
    );
  });
});
