import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharedLetters } from '../../src/score/letters.ts';
import { deviateBelow, lowerMeanBound, upperMeanBound } from '../../src/score/mean-bound.ts';
import { normalBelow } from '../../src/score/normal.ts';
import { separate } from '../../src/score/separation.ts';
import { reportOf } from './made.ts';

describe('ranks', () => {
  it('tell apart what lies beyond noise, and nothing else', () => {
    // Best 100 × 100; middle two alike, 85 and 84; last 100 × 50; few: only 19 units
    const { agents, notes } = reportOf({
      best: [['ppp', 100]],
      middle: [
        ['ppp', 50],
        ['pfp', 50],
      ],
      alike: [
        ['ppp', 47],
        ['pfp', 53],
      ],
      last: [['ffp', 100]],
      few: [['ppp', 19]],
    });
    expect(
      agents.map(({ agent, score, rank, rank_interval, letters }) => [agent, score, rank, rank_interval, letters]),
    ).toEqual([
      ['best', 100, 1, [1, 1], 'a'],
      ['middle', 85, 2, [2, 3], 'b'],
      ['alike', 84.1, 3, [2, 3], 'b'],
      ['last', 50, 4, [4, 4], 'c'],
      ['few', 100, null, null, null],
    ]);
    expect(notes.map(({ code, args }) => [code, args])).toContainEqual([
      'ranked',
      { agents: 4, pairs: 6, separated: 5, level: 95, method: 'Holm' },
    ]);
    expect(notes.map(({ code, args }) => [code, args])).toContainEqual(['not-ranked', { agents: 1, minimum: 20 }]);
  });

  it('are shared by equal scores: 1, 1, 3', () => {
    const { agents } = reportOf({ zoe: [['ppp', 30]], adam: [['ppp', 25]], tom: [['fpp', 30]] });
    expect(agents.map(({ agent, rank }) => [agent, rank])).toEqual([
      ['adam', 1],
      ['zoe', 1],
      ['tom', 3],
    ]);
  });

  it('rank nobody below the minimum, and say so', () => {
    const { agents, notes } = reportOf({ tom: [['ppp', 5]] });
    expect(agents[0]).toMatchObject({ ranked: false, rank: null, rank_interval: null, letters: null });
    expect(notes.map(({ code }) => code)).toContain('nobody-ranked');
  });
});

describe('letters', () => {
  it('are shared exactly by those who cannot be told apart', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.boolean(), { minLength: 81, maxLength: 81 }),
        (count, drawn) => {
          const isBetter = (one: number, other: number): boolean => one < other && drawn[one * 9 + other] === true;
          const letters = sharedLetters(count, { isBetter, pairs: 0, separated: 0 });
          for (let one = 0; one < count; one += 1) {
            expect(letters[one]).not.toBe('');
            for (let other = one + 1; other < count; other += 1) {
              const share = [...(letters[one] ?? '')].some((letter) => letters[other]?.includes(letter));
              expect(share).toBe(!isBetter(one, other));
            }
          }
        },
      ),
      { seed: 11, numRuns: 200 },
    );
  });
});

describe('like with like', () => {
  it('standardises over the mix of everybody, and marks whose place depends on it', () => {
    // Everybody's 200 scored units: 120 chat, 80 e-mail.
    // Tom: 80 chat at 90 (half 100, half 80), 20 e-mail at 50: plain 82; standardised (120 × 90 + 80 × 50) ÷ 200 = 74.
    // Ann: 40 chat at 100, 60 e-mail at 60: plain 76; standardised (120 × 100 + 80 × 60) ÷ 200 = 84.
    const { agents, notes } = reportOf({
      Tom: [
        ['ppp', 40],
        ['fpp', 40],
        ['ffp', 20, 'email'],
      ],
      Ann: [
        ['ppp', 40],
        ['fpn', 60, 'email'],
      ],
    });
    expect(agents.map(({ agent, score, rank }) => [agent, score, rank])).toEqual([
      ['Tom', 82, 1],
      ['Ann', 76, 2],
    ]);
    expect(agents.map(({ standardised }) => standardised)).toEqual([
      { score: 74, covered: 1, rank: 2, mix_dependent: true },
      { score: 84, covered: 1, rank: 1, mix_dependent: true },
    ]);
    expect(notes.filter(({ code }) => code === 'mix-dependent')).toHaveLength(2);
    expect(notes).toContainEqual({ code: 'standardised-over', args: { strata: 'channel, language, tags' } });
  });

  it('says nothing of an agent who never did most of the work', () => {
    const { agents } = reportOf({ Tom: [['ppp', 90]], Ann: [['fpn', 30, 'email']] });
    expect(agents.map(({ agent, standardised }) => [agent, standardised])).toEqual([
      ['Tom', null],
      ['Ann', null],
    ]);
  });

  it('scores channels, languages, tags and hours', () => {
    const { strata } = reportOf({
      Tom: [
        ['ppp', 30],
        ['fpn', 30, 'email'],
      ],
    });
    const total = strata.filter(({ scope, by }) => scope === 'total' && by === 'channel');
    expect(total.map(({ value, units, score }) => [value, units, score])).toEqual([
      ['chat', 30, 100],
      ['email', 30, 60],
    ]);
  });
});

describe('bounds of a mean', () => {
  it('are those of Clopper and Pearson for scores of 0 and 100 only: 8 of 10, 0.4439 to 0.9748', () => {
    const eight = new Map([
      [0, 2],
      [1000, 8],
    ]);
    expect(lowerMeanBound(eight, 0.025) / 1000).toBeCloseTo(0.4439, 3);
    expect(upperMeanBound(eight, 0.025) / 1000).toBeCloseTo(0.9748, 3);
  });

  it('are exact where every score is the same: 5 of 100 give 100 × 0.025^(1 ÷ 5) = 47.82', () => {
    expect(lowerMeanBound(new Map([[1000, 5]]), 0.025)).toBeCloseTo(478.176, 2);
    expect(upperMeanBound(new Map([[1000, 5]]), 0.025)).toBe(1000);
  });

  it('are the quantile of the weighted mean, within 0.4 points of the exact distribution', () => {
    // Weights of 0, 300, 700 and 1000 uniform on the simplex: the distribution of the weighted mean is a spline, and
    // below 300 it is t³ ÷ (300 × 700 × 1000): 0.05 at t = 219
    expect(normalBelow(deviateBelow({ values: [0, 300, 700, 1000], counts: [1, 1, 1, 1] }, 219))).toBeCloseTo(0.05, 2);
    // Between 300 and 700 it is 1 − (700 − t)³ ÷ ((700)(400)(−300)) − (1000 − t)³ ÷ ((1000)(700)(300)):
    // at 400, 1 + 27e6 ÷ 84e6 − 216e6 ÷ 210e6 = 0.29286
    expect(normalBelow(deviateBelow({ values: [0, 300, 700, 1000], counts: [1, 1, 1, 1] }, 400))).toBeCloseTo(
      0.29286,
      2,
    );
  });

  it('hold the mean, widen with less error allowed, and mirror', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(scores, (drawn) => {
        const sample = new Map<number, number>();
        for (const score of drawn) {
          sample.set(score, (sample.get(score) ?? 0) + 1);
        }
        const mean = drawn.reduce((sum, score) => sum + score, 0) / drawn.length;
        const low = lowerMeanBound(sample, 0.025);
        expect(low).toBeLessThanOrEqual(mean + 1e-6);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(lowerMeanBound(sample, 0.001)).toBeLessThanOrEqual(low + 1e-6);
        expect(upperMeanBound(sample, 0.025)).toBeGreaterThanOrEqual(mean - 1e-6);
      }),
      { seed: 13, numRuns: 200 },
    );
  });
});

describe('separation', () => {
  it('sets aside what is found and tries the rest less strictly (Holm)', () => {
    // Alone among three pairs the middle pair must hold at 5 % ÷ 3 first; the outer pairs are plain
    const { separated, pairs } = separate([new Map([[1000, 100]]), new Map([[500, 100]]), new Map([[0, 100]])]);
    expect([separated, pairs]).toEqual([3, 3]);
  });

  it('finds nothing among one or none', () => {
    expect(separate([]).pairs).toBe(0);
    expect(separate([new Map([[500, 3]])]).separated).toBe(0);
  });
});
