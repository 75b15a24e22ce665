import { describe, expect, it } from 'vitest';
import { SIGNALS } from '../../src/kinds/parts/answer-signals.ts';
import fitted from '../../src/kinds/parts/answer-weights.json' with { type: 'json' };
import { COLUMNS, columnsOf, weighAnswer } from '../../src/kinds/parts/answer-weights.ts';

const signals = (first: number): number[] => SIGNALS.map((_, place) => (place === 0 ? first : 0));

describe('the weighing of an answer', () => {
  it('is a softmax over weighed columns: e, 1/e and 1 of 4.0862', () => {
    const columns = [{ name: 'misfit', mean: 0.5, spread: 0.5, weights: [1, -1, 0] }];
    const odds = weighAnswer(signals(1), { columns, bias: [0, 0, 0] });
    expect(odds.pass).toBeCloseTo(0.6652, 4);
    expect(odds.fail).toBeCloseTo(0.09, 4);
    expect(odds.na).toBeCloseTo(0.2447, 4);
  });

  it('has every signal for a column, and the log odds of those that are probabilities, within bounds', () => {
    const values = columnsOf(signals(0.75));
    const odds = values[COLUMNS.indexOf('log odds of misfit')];
    expect(values).toHaveLength(COLUMNS.length);
    expect(odds).toBeCloseTo(Math.log(3), 10);
    expect(columnsOf(signals(0))[COLUMNS.indexOf('log odds of misfit')]).toBeCloseTo(Math.log(0.01 / 0.99), 10);
    expect(COLUMNS).not.toContain('log odds of count later');
    expect(COLUMNS).not.toContain('log odds of is prompt');
  });

  it('was fitted to the columns of today, else run "npm run weigh"', () => {
    expect(fitted.columns.map(({ name }) => name)).toEqual(COLUMNS);
    expect(fitted.columns.every(({ weights }) => weights.length === 3)).toBe(true);
  });
});
