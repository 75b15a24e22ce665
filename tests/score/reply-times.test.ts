import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replyBin, replyTimes } from '../../src/score/reply-times.ts';

describe('reply times', () => {
  it('are whole seconds up to an hour, a half rounded up', () => {
    expect(replyBin(0)).toBe(0);
    expect(replyBin(499)).toBe(0);
    expect(replyBin(500)).toBe(1000);
    expect(replyBin(95_000)).toBe(95_000);
    expect(replyBin(3_600_000)).toBe(3_600_000);
  });

  it('are seven bits past an hour: 4000 s lies in the bin from 4000 to 4016 s', () => {
    // 4000 is 111110100000 in binary, twelve bits: bins are 2^(11 − 7) = 16 s wide; 4000 ÷ 16 = 250
    expect(replyBin(4_000_000)).toBe(4_008_000);
    expect(replyBin(4_015_000)).toBe(4_008_000);
    expect(replyBin(4_016_000)).toBe(4_024_000);
  });

  it('lie within half a second or 0.4 % of the time, and keep its order', () => {
    const time = fc.integer({ min: 0, max: 90 * 24 * 3_600_000 });
    fc.assert(
      fc.property(time, time, (one, other) => {
        expect(Math.abs(replyBin(one) - one)).toBeLessThanOrEqual(Math.max(500, 0.004 * one + 500));
        expect(replyBin(Math.max(one, other))).toBeGreaterThanOrEqual(replyBin(Math.min(one, other)));
      }),
      { seed: 19, numRuns: 2000 },
    );
  });

  it('have the middle as their median and the nearest rank as their 90th percentile', () => {
    expect(replyTimes([])).toEqual({ median: null, p90: null });
    expect(replyTimes([[7000, 1]])).toEqual({ median: 7000, p90: 7000 });
    // 1, 1, 2, 10 s: the middle two are 1 and 2; nine tenths of four are 3.6, the fourth
    expect(
      replyTimes([
        [1000, 2],
        [2000, 1],
        [10_000, 1],
      ]),
    ).toEqual({ median: 1500, p90: 10_000 });
    // Ten times: the ninth is the 90th percentile
    expect(
      replyTimes([
        [1000, 8],
        [2000, 1],
        [9000, 1],
      ]),
    ).toEqual({ median: 1000, p90: 2000 });
  });
});
