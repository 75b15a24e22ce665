import { describe, expect, it } from 'vitest';
import { averagePrecision, fitLogistic } from '../../src/judge/calibrate.ts';

describe('average precision', () => {
  it('is the mean of the precisions at the true ones', () => {
    // By score: true, false, true, false → (1/1 + 2/3) / 2.
    expect(averagePrecision([0.1, 0.9, 0.5, 0.7], [false, true, true, false])).toBeCloseTo(5 / 6, 12);
  });
});

describe('calibration', () => {
  it('finds the curve that the margins were drawn by', () => {
    // At each margin the share of true ones is that of the curve with slope 2 and shift -1, to the nearest of 1000.
    const margins: number[] = [];
    const truth: boolean[] = [];
    for (const margin of [-1, -0.5, 0, 0.5, 1, 1.5]) {
      const share = Math.round(1000 / (1 + Math.exp(-(2 * margin - 1))));
      for (let index = 0; index < 1000; index += 1) {
        margins.push(margin);
        truth.push(index < share);
      }
    }
    const { slope, shift } = fitLogistic(margins, truth);
    expect(slope).toBeCloseTo(2, 1);
    expect(shift).toBeCloseTo(-1, 1);
  });

  it('stays finite when the margins part the classes', () => {
    const { slope, shift } = fitLogistic([-2, -1, 1, 2], [false, false, true, true]);
    expect(Number.isFinite(slope) && Number.isFinite(shift)).toBe(true);
    expect(slope).toBeGreaterThan(0);
  });
});
