import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../bench/simulation-coverage.ts';
import { DISTRIBUTIONS } from '../../bench/simulation-draws.ts';
import { baselineOutcomes, NEARLY_PERFECT, USUAL } from '../../bench/simulation-gates.ts';
import { plannedUnits, teamsToldNothing } from '../../bench/simulation-ranks.ts';

/** What docs/statistics.md promises, with fewer repetitions than its tables; seeded, so never by chance. */
describe('simulated agents of known quality', () => {
  for (const [name, chances] of Object.entries(DISTRIBUTIONS)) {
    for (const size of [5, 20, 100]) {
      it(`lie within their interval in at least 94 % of samples: ${name}, ${size} units`, () => {
        const { repetitions, tooLow, tooHigh } = coverageOf(chances, size, 500);
        expect((repetitions - tooLow - tooHigh) / repetitions).toBeGreaterThanOrEqual(0.94);
      });
    }
    it(`are not told apart in at least 95 % of teams where all are equal: ${name}`, () => {
      expect(teamsToldNothing(chances, [20, 20, 30, 40, 60, 80, 120, 200], 100)).toBeGreaterThanOrEqual(95);
    });
  }

  it('fail the baseline in at most 5 % of runs when nothing changed, and always when every rule got much worse', () => {
    expect(baselineOutcomes(USUAL, USUAL, 5, 40, 60).failed).toBeLessThanOrEqual(3);
    expect(baselineOutcomes(NEARLY_PERFECT, NEARLY_PERFECT, 5, 40, 60).failed).toBeLessThanOrEqual(3);
    const worse = USUAL.map((rate) => rate + 200);
    expect(baselineOutcomes(USUAL, worse, 5, 100, 10)).toEqual({ failed: 10, tightened: 0 });
    expect(baselineOutcomes(worse, USUAL, 5, 100, 10)).toEqual({ failed: 0, tightened: 10 });
  });

  it('are planned for by the usual formula: 100 against 80 in one of two units', () => {
    // Means 100 and 90; variances 0 and 100, mean 50: n = 2 × 50 × (1.96 + 0.8416)² ÷ 10² = 7.849 → 8
    const good = [[1000, 1000]] as const;
    const worse = [
      [1000, 500],
      [800, 500],
    ] as const;
    expect(plannedUnits(good, worse, 1)).toBe(8);
  });
});
