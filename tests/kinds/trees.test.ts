import { describe, expect, it } from 'vitest';
import { askTree, weighAnswer } from '../../src/kinds/parts/answer-odds.ts';
import { SIGNALS } from '../../src/kinds/parts/answer-signals.ts';
import grown from '../../src/kinds/parts/answer-trees.json' with { type: 'json' };

/** The first signal up to 0.5? Then the second up to 2? */
const TREE = [0, 0.5, 10, 1, 2, 8, -1, 10, -1, 20, -1, 30];

describe('a tree', () => {
  it('is asked from the first question to an answer; a value at the cut is below it', () => {
    expect(askTree(TREE, [0.5, 2])).toBe(10);
    expect(askTree(TREE, [0.2, 2.1])).toBe(20);
    expect(askTree(TREE, [0.51, 0])).toBe(30);
    expect(askTree([-1, 7], [])).toBe(7);
  });
});

describe('the odds of an answer', () => {
  it('are the powers of the margins, which the trees of each round add up to: e, 1/e and 1 of 4.0862', () => {
    const round = [
      [0, 0.5, 5, -1, 0, -1, 0.5],
      [-1, -0.5],
      [-1, 0],
    ];
    const odds = weighAnswer([1], { signals: ['misfit'], start: [0, 0, 0], rounds: [round, round] });
    expect(odds.pass).toBeCloseTo(0.6652, 4);
    expect(odds.fail).toBeCloseTo(0.09, 4);
    expect(odds.na).toBeCloseTo(0.2447, 4);
  });

  it('were grown on the signals of today, else run "npm run weigh"', () => {
    expect(grown.signals).toEqual(SIGNALS);
    expect(grown.rounds.every((trees) => trees.length === 3)).toBe(true);
  });
});
