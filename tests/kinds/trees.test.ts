import { describe, expect, it } from 'vitest';
import { WEIGHED } from '../../bench/weighed.ts';
import answerTrees from '../../src/kinds/parts/grown/answer.json' with { type: 'json' };
import paceTrees from '../../src/kinds/parts/grown/pace.json' with { type: 'json' };
import { askTree, oddsOf, weigh } from '../../src/kinds/parts/trees.ts';

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

describe('the shares of verdicts', () => {
  it('are the powers of the margins, which the trees of each round add up to: e, 1/e and 1 of 4.0862', () => {
    const round = [
      [0, 0.5, 5, -1, 0, -1, 0.5],
      [-1, -0.5],
      [-1, 0],
    ];
    const [pass, fail, na] = weigh([1], { start: [0, 0, 0], rounds: [round, round] });
    expect(pass).toBeCloseTo(0.6652, 4);
    expect(fail).toBeCloseTo(0.09, 4);
    expect(na).toBeCloseTo(0.2447, 4);
  });
});

describe('the odds of one thing', () => {
  it('are the logistic of what the trees add up to: e to 1', () => {
    expect(oddsOf([1], { start: [0.5], rounds: [[[0, 0.5, 5, -1, 0, -1, 0.5]]] })).toBeCloseTo(0.7311, 4);
    expect(oddsOf([0], { start: [-0.5], rounds: [[[-1, 0.5]]] })).toBe(0.5);
  });
});

describe('the trees that are shipped', () => {
  it.each([
    ['alternative-offered', answerTrees],
    ['rushing-customer', paceTrees],
  ])('of %s were grown on the signals of today, else run "npm run weigh"', (rule, grown) => {
    const weighed = WEIGHED.find((one) => one.rule === rule);
    expect(grown.signals).toEqual(weighed?.signals);
    expect(grown.rounds.every((trees) => trees.length === weighed?.verdicts.length)).toBe(true);
  });
});
