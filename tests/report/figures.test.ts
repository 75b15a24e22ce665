import { describe, expect, it } from 'vitest';
import { durationFigure, intervalFigure, percentFigure, scoreFigure } from '../../src/report/figures.ts';

describe('figures', () => {
  it('shows scores with one decimal, and a dash for none', () => {
    expect([scoreFigure(81.2), scoreFigure(100), scoreFigure(0), scoreFigure(null)]).toEqual([
      '81.2',
      '100.0',
      '0.0',
      '–',
    ]);
    expect(intervalFigure({ low: 5, high: 86.6, level: 0.95 })).toBe('5.0–86.6');
  });

  it('never rounds a rate to all or nothing', () => {
    expect([1, 0.9999, 0.704, 0.0001, 0, null].map(percentFigure)).toEqual(['100%', '99%', '70%', '1%', '0%', '–']);
  });

  it.each([
    [95_000, '1 min 35 s'],
    [41_000, '41 s'],
    [14_400_000, '4 h'],
    [183_600_000, '2 d 3 h'],
    [3_605_000, '1 h'],
    [400, '< 1 s'],
    [0, '0 s'],
  ])('%d ms is %s', (milliseconds, words) => {
    expect(durationFigure(milliseconds)).toBe(words);
  });
});
