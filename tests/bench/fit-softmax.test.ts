import { describe, expect, it } from 'vitest';
import { fitSoftmax } from '../../bench/fit-softmax.ts';

describe('the fit of a softmax', () => {
  it('speaks for the class whose rows have the column, the same every time', () => {
    const rows = Array.from({ length: 300 }, (_, index) =>
      [0, 1, 2].map((column) => (index % 3 === column ? 1.4 : -0.7)),
    );
    const truth = rows.map((_, index) => index % 3);
    const importance = rows.map(() => 1);
    const found = fitSoftmax(rows, truth, importance, 3);
    found.weights.forEach((weights, label) => {
      expect(weights.indexOf(Math.max(...weights))).toBe(label);
    });
    expect(fitSoftmax(rows, truth, importance, 3)).toEqual(found);
  });

  it('knows nothing but how often each class comes where the columns say nothing: odds of 3 to 1', () => {
    const rows = Array.from({ length: 400 }, () => [0]);
    const truth = rows.map((_, index) => (index % 4 === 0 ? 1 : 0));
    const { bias, weights } = fitSoftmax(
      rows,
      truth,
      rows.map(() => 1),
      2,
    );
    expect(Math.exp((bias[0] ?? 0) - (bias[1] ?? 0))).toBeCloseTo(3, 2);
    expect(weights.flat().every((weight) => weight === 0)).toBe(true);
  });
});
