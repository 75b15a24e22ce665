import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeHours, makeBusinessClock, type WorkingHours } from '../../src/text/calendar.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const nineToFive = [{ from: 9 * 60, to: 17 * 60 }];
const allDay = [{ from: 0, to: 24 * 60 }];
const office: WorkingHours = {
  zone: 'Europe/Berlin',
  week: [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, [], []],
  holidays: ['2026-12-25', '2026-04-06'],
};

describe('business time', () => {
  it.each([
    // Friday 2026-03-06 16:00 +1 to Monday 2026-03-09 10:00 +1: one hour on Friday, one on Monday.
    ['over a weekend', Date.UTC(2026, 2, 6, 15), Date.UTC(2026, 2, 9, 9), 2 * HOUR],
    // Wednesday 12:00–13:30 local, within one day.
    ['within a day', Date.UTC(2026, 2, 4, 11), Date.UTC(2026, 2, 4, 12, 30), 1.5 * HOUR],
    // Tuesday 20:00 to Wednesday 08:00: closed.
    ['over a night', Date.UTC(2026, 2, 3, 19), Date.UTC(2026, 2, 4, 7), 0],
    // Thursday 24 December 16:00 to Monday 28 December 09:30: one hour, Friday is a holiday, half an hour.
    ['over a holiday', Date.UTC(2026, 11, 24, 15), Date.UTC(2026, 11, 28, 8, 30), 1.5 * HOUR],
    // Friday 27 March 16:00 (+1) to Monday 30 March 10:00 (+2 = 08:00 UTC).
    ['over the change to summer', Date.UTC(2026, 2, 27, 15), Date.UTC(2026, 2, 30, 8), 2 * HOUR],
    // Friday 23 October 16:00 (+2 = 14:00 UTC) to Monday 26 October 10:00 (+1 = 09:00 UTC).
    ['over the change to winter', Date.UTC(2026, 9, 23, 14), Date.UTC(2026, 9, 26, 9), 2 * HOUR],
    ['backwards', Date.UTC(2026, 2, 4, 12), Date.UTC(2026, 2, 4, 11), 0],
  ])('%s', (_name, start, end, expected) => {
    expect(makeBusinessClock(office).between(start, end)).toBe(expected);
  });

  it('counts a night shift by the wall: 7 hours when the clocks go forward, 9 when they go back', () => {
    const night = [{ from: 0, to: 8 * 60 }];
    const clock = makeBusinessClock({ ...office, week: [night, night, night, night, night, night, night] });
    expect(clock.between(Date.UTC(2026, 2, 28, 23), Date.UTC(2026, 2, 29, 22))).toBe(7 * HOUR);
    expect(clock.between(Date.UTC(2026, 9, 24, 22), Date.UTC(2026, 9, 25, 23))).toBe(9 * HOUR);
  });

  it('does not turn a span inside out that begins in the skipped hour', () => {
    // Sunday 29 March 2026: 02:30–03:15 local; the clocks show 03:00 at 01:00 UTC, so the desk is open 01:00–01:15 UTC.
    const odd = [{ from: 150, to: 195 }];
    const clock = makeBusinessClock({ ...office, week: [odd, odd, odd, odd, odd, odd, odd] });
    expect(clock.between(Date.UTC(2026, 2, 29, 0), Date.UTC(2026, 2, 29, 12))).toBe(15 * MINUTE);
  });

  const anyInstant = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 0, 1) });
  const anyGap = fc.integer({ min: 0, max: 40 * 24 * HOUR });
  const anySpan = fc
    .tuple(fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 1440 }))
    .map(([a, b]) => (a === b ? [] : [{ from: Math.min(a, b), to: Math.max(a, b) }]));
  const anyCalendar = fc.record({
    zone: fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kolkata',
      'Africa/Cairo',
    ),
    week: fc.array(anySpan, { minLength: 7, maxLength: 7 }),
    holidays: fc.constantFrom([], ['2025-01-01', '2026-03-29', '2026-10-25']),
  });

  it('is the sum of its parts', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, anyGap, anyGap, (calendar, start, first, second) => {
        const clock = makeBusinessClock(calendar);
        const middle = start + first;
        const end = middle + second;
        expect(clock.between(start, middle) + clock.between(middle, end)).toBe(clock.between(start, end));
      }),
      { seed: 6 },
    );
  });

  it('never runs backwards, nor faster than the clock', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, anyGap, (calendar, start, gap) => {
        const time = makeBusinessClock(calendar).between(start, start + gap);
        expect(time).toBeGreaterThanOrEqual(0);
        expect(time).toBeLessThanOrEqual(gap);
      }),
      { seed: 7 },
    );
  });

  it('is plain time for a desk that never closes', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, anyGap, ({ zone }, start, gap) => {
        const clock = makeBusinessClock({ zone, week: Array.from({ length: 7 }, () => allDay), holidays: [] });
        expect(clock.between(start, start + gap)).toBe(gap);
      }),
      { seed: 8 },
    );
  });
});

describe('the hours on one line', () => {
  it('unites neighbouring days with the same hours', () => {
    expect(describeHours(office)).toBe('Europe/Berlin: Mon–Fri 09:00–17:00; 2 holidays');
    const split = [
      { from: 540, to: 720 },
      { from: 780, to: 1440 },
    ];
    expect(
      describeHours({ zone: 'UTC', week: [[], split, [], [], [], [], nineToFive], holidays: ['2026-01-01'] }),
    ).toBe('UTC: Tue 09:00–12:00, 13:00–24:00; Sun 09:00–17:00; 1 holiday');
  });
});
