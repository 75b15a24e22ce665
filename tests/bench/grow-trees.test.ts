import { describe, expect, it } from 'vitest';
import { growTrees, type Lessons } from '../../bench/grow-trees.ts';
import { oddsOf, weigh } from '../../src/kinds/parts/trees.ts';

const ROWS = Array.from({ length: 400 }, (_, index) => [index % 2, Math.floor(index / 2) % 2, (index * 37) % 101]);
const even = (rows: Lessons['rows']): number[] => rows.map(() => 1);

describe('growing trees', () => {
  it('learns what no single signal tells: whether two of them differ, the same every time', () => {
    const truth = ROWS.map(([first, second]) => (first === second ? 0 : 1));
    // Both signals say nothing alone; a few more rows of one kind give the first question something to gain.
    const importance = ROWS.map(([first, second]) => (first === 1 && second === 1 ? 1.5 : 1));
    const lessons = { rows: ROWS, truth, importance, classes: 3 };
    const found = growTrees(lessons);
    const odds = (first: number, second: number) => weigh([first, second, 50], found);
    for (const [first, second] of [
      [0, 0],
      [1, 1],
    ] as const) {
      expect(odds(first, second)[0]).toBeGreaterThan(0.9);
      expect(odds(first, 1 - second)[1]).toBeGreaterThan(0.9);
    }
    expect(growTrees(lessons)).toEqual(found);
  });

  it('knows nothing but how often each class comes where the signals say nothing: three to one', () => {
    const rows = ROWS.map(() => [0, 0, 0]);
    const truth = rows.map((_, index) => (index % 4 === 0 ? 1 : 0));
    const found = growTrees({ rows, truth, importance: even(rows), classes: 2 });
    const [pass = 0, fail = 0] = weigh([0, 0, 0], found);
    expect(pass / fail).toBeCloseTo(3, 2);
    expect(found.rounds.flat().every((tree) => tree.length === 2)).toBe(true);
  });

  it('tells how probable one thing is by one margin: as often as it comes, and what a signal says of it', () => {
    const quarter = ROWS.map((_, index) => Number(index % 4 === 0));
    const silent = growTrees({ rows: ROWS.map(() => [0]), truth: quarter, importance: even(ROWS), classes: 1 });
    expect(silent.start).toHaveLength(1);
    expect(oddsOf([0], silent)).toBeCloseTo(0.25, 3);
    const truth = ROWS.map(([first = 0]) => first);
    const found = growTrees({ rows: ROWS, truth, importance: even(ROWS), classes: 1 });
    expect(oddsOf([1, 0, 50], found)).toBeGreaterThan(0.95);
    expect(oddsOf([0, 0, 50], found)).toBeLessThan(0.05);
  });

  it('heeds how much a row counts: what counts threefold comes threefold', () => {
    const rows = ROWS.map(() => [0, 0, 0]);
    const truth = rows.map((_, index) => index % 2);
    const { start } = growTrees({ rows, truth, importance: truth.map((label) => (label === 0 ? 3 : 1)), classes: 2 });
    expect(Math.exp((start[0] ?? 0) - (start[1] ?? 0))).toBeCloseTo(3, 2);
  });
});
