import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClock, readMoment, readTime, type TimeSettings } from '../../src/text/local-time.ts';

const bare: TimeSettings = { zone: null, dateOrder: null };
const berlin: TimeSettings = { zone: 'Europe/Berlin', dateOrder: 'dmy' };

describe('readTime', () => {
  it.each<[string | number, TimeSettings, string]>([
    // As read where it is ISO already.
    ['2026-03-02T09:14:05+01:00', bare, '2026-03-02T09:14:05+01:00'],
    ['2017-04-24T12:45:32+00:00Z', bare, '2017-04-24T12:45:32+00:00Z'],
    ['2026-03-02T09:14:05', bare, '2026-03-02T09:14:05'],
    ['2026-03-02T09:14:05', berlin, '2026-03-02T09:14:05+01:00'],
    ['2026-07-02 09:14:05', berlin, '2026-07-02T09:14:05+02:00'],
    // Numbers: 1652135033 s is 2022-05-09T22:23:53Z.
    [1652135033, bare, '2022-05-09T22:23:53Z'],
    ['1652135033', berlin, '2022-05-09T22:23:53Z'],
    [1652135033250, bare, '2022-05-09T22:23:53.250Z'],
    [1652135033250000, bare, '2022-05-09T22:23:53.250Z'],
    [1652135033.25, bare, '2022-05-09T22:23:53.250Z'],
    // WhatsApp, one line per known form.
    ['28/3/2025, 9:29\u00a0p.\u00a0m.', bare, '2025-03-28T21:29:00'],
    ['1/4/23, 7:02\u202fPM', { ...bare, dateOrder: 'mdy' }, '2023-01-04T19:02:00'],
    ['1/4/23, 7:02\u202fPM', { ...bare, dateOrder: 'dmy' }, '2023-04-01T19:02:00'],
    ['07.03.26, 21:22:39', bare, '2026-03-07T21:22:39'],
    ['2023-12-20, 5:46 p.m.', bare, '2023-12-20T17:46:00'],
    ['2023/12/20, 5:46 pm', bare, '2023-12-20T17:46:00'],
    ['31/12/2022 11:40:26', bare, '2022-12-31T11:40:26'],
    ['01-29-2018, 23:33:00', bare, '2018-01-29T23:33:00'],
    ['\u200e14/10/2021, 3:34:09 PM', bare, '2021-10-14T15:34:09'],
    ['12/31/2018 12:05 AM', bare, '2018-12-31T00:05:00'],
    ['18-12-31 10:00', { ...bare, dateOrder: 'ymd' }, '2018-12-31T10:00:00'],
    // Mail and other products.
    ['Mon, 05 May 2014 00:15:17 +0300', bare, '2014-05-05T00:15:17+03:00'],
    ['Tue, 1 Jul 2003 10:52:37 +0200 (CEST)', bare, '2003-07-01T10:52:37+02:00'],
    // The days that begin as the T of ISO does.
    ['Tue, 27 Jul 2021 22:19:50 GMT', bare, '2021-07-27T22:19:50Z'],
    ['Thu, 5 Mar 2026 09:14:05 GMT', bare, '2026-03-05T09:14:05Z'],
    ['Fri, 21 Nov 1997 09:55:06 EST', bare, '1997-11-21T09:55:06-05:00'],
    ['Tue Oct 31 22:10:47 +0000 2017', bare, '2017-10-31T22:10:47Z'],
    ['Monday, December 17, 2018, 23:27:57 (-0500)', bare, '2018-12-17T23:27:57-05:00'],
    ['5 мая 2014 г. в 10:15', bare, '2014-05-05T10:15:00'],
    ['21 сентября 2021, 09:05:00', berlin, '2021-09-21T09:05:00+02:00'],
    ['31.12.2018 22:00', berlin, '2018-12-31T22:00:00+01:00'],
    ['03/05/2014 10:00 GMT', { ...bare, dateOrder: 'dmy' }, '2014-05-03T10:00:00Z'],
    // 29 March 2026, 02:30 is skipped in Berlin; 25 October 2026, 02:30 comes twice.
    ['29.03.2026 02:30', berlin, '2026-03-29T03:30:00+02:00'],
    ['25.10.2026 02:30', berlin, '2026-10-25T02:30:00+02:00'],
  ])('%s', (raw, settings, at) => {
    expect(readTime(raw, settings)).toEqual({ at });
  });

  it.each<[string | number, RegExp]>([
    ['01/02/2020 10:00', /--date-order/],
    ['31.12.2018', /no time of day/],
    ['30/02/2020 10:00', /no calendar/],
    ['31.13.2018 10:00', /no calendar/],
    ['10:00', /no date and time/],
    ['yesterday', /no date and time/],
    ['', /no date and time/],
    ['31.12.2018 10:00 MSK', /msk/],
    ['31.12.2018 13:00 PM', /no time of day/],
    [12, /2000 and 2100/],
    [2e18, /2000 and 2100/],
    [Number.NaN, /2000 and 2100/],
  ])('says why not: %s', (raw, reason) => {
    expect(readTime(raw, bare)).toEqual({ reason: expect.stringMatching(reason) });
  });

  it('takes the unit that the reader knows', () => {
    expect(readTime(1652135033250, { ...bare, epochUnit: 'us' })).toEqual({ reason: expect.any(String) });
    expect(readTime(978307200000, { ...bare, epochUnit: 'ms' })).toEqual({ at: '2001-01-01T00:00:00Z' });
  });

  it('never throws', () => {
    const piece = fc.constantFrom('12', '/', '.', ':', '2018', ' ', 'am', 'Dec', '+', '31', '\u202f', ',', 'мая', '(');
    const any = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 20 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(any, (text) => {
        expect(Object.keys(readTime(text, berlin))).toHaveLength(1);
      }),
      { seed: 9, numRuns: 1000 },
    );
  });
});

describe('readClock', () => {
  it.each([
    ['12:03', 43_380_000],
    ['(12:03:15 PM)', null],
    ['12:03:15 PM', 43_395_000],
    ['12:03 am', 180_000],
    ['9:29\u00a0p.\u00a0m.', 77_340_000],
    ['25:00', null],
    ['12:03 tomorrow', null],
  ])('%s', (text, ms) => {
    expect(readClock(text)).toBe(ms);
  });
});

describe('readMoment', () => {
  it('takes a day as its first instant in the zone', () => {
    expect(readMoment('2026-03-02', null)).toBe(Date.UTC(2026, 2, 2));
    expect(readMoment('2026-03-02', 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 1, 23));
    expect(readMoment('2026-03-02T09:00+01:00', 'Asia/Tokyo')).toBe(Date.UTC(2026, 2, 2, 8));
    expect(readMoment('next week', null)).toBeNull();
  });
});
