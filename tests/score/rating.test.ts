import { describe, expect, it } from 'vitest';
import { countedRating, satisfiedFrom } from '../../src/score/rating.ts';
import { spearman } from '../../src/score/rating-agreement.ts';
import { summarise } from '../../src/score/summarise.ts';
import { Tally } from '../../src/score/tally.ts';
import { made, RUN, SCORING } from './made.ts';

const row = (rating: number | string, score_tenths: number, conversations = 1) => ({
  product: null,
  rating,
  score_tenths,
  conversations,
});

describe('ratings', () => {
  it('are numbers, numbers written as text, or words that say how content the customer was', () => {
    expect(countedRating(4)).toBe(4);
    expect(countedRating(' 4,5 ')).toBe(4.5);
    expect(countedRating('Good')).toBe('good');
    expect(countedRating('very satisfied')).toBe('very_satisfied');
    for (const nothing of ['offered', 'unoffered', '', 'five stars', Number.NaN, null]) {
      expect(countedRating(nothing)).toBeNull();
    }
  });

  it('count as satisfied by the scale that they are of', () => {
    expect([1, 4, 5, 7, 10, 60, 100].map(satisfiedFrom)).toEqual([1, 4, 4, 6, 9, 80, 80]);
  });
});

describe('rating against score', () => {
  it('is the rank correlation: one pair of neighbours exchanged among four gives 0.8', () => {
    // 1 − 6 × (1² + 1²) ÷ (4 × 15)
    expect(spearman([row(1, 100), row(2, 200), row(3, 400), row(4, 300)])).toBeCloseTo(0.8, 12);
  });

  it('lets ties share their mean rank', () => {
    // Ranks 1.5, 1.5, 3 and 1, 2.5, 2.5: 0.75 ÷ 1.5
    expect(spearman([row(1, 100), row(1, 200), row(2, 200)])).toBeCloseTo(0.5, 12);
    expect(spearman([row(5, 100), row(5, 200)])).toBeNull();
  });

  it('comes with the interval of Bonett and Wright, from ten rated conversations on', () => {
    // The four pairs above, three times each: 0.8 again, n = 12. atanh 0.8 = 1.0986,
    // error √((1 + 0.32) ÷ 9) = 0.3830, ± 0.7506: tanh 0.3480 = 0.335, tanh 1.8492 = 0.952
    const patterns = ['ffp', 'fpp', 'ppp', 'pfp'];
    const tally = new Tally(SCORING);
    for (let time = 0; time < 3; time += 1) {
      for (const [index, pattern] of patterns.entries()) {
        // Scores 50, 80, 100, 70 for ratings 1, 2, 4, 3 would go in order; 3 and 4 are exchanged with 2
        const rating = [1, 2, 4, 3][index] ?? 0;
        tally.add(made({ id: `c-${time}-${index}`, csat: rating, units: [{ agent: 'Tom', pattern }] }));
      }
    }
    const [found] = summarise(RUN, SCORING, tally.counts(), []).ratings;
    expect(found).toMatchObject({ conversations: 12, correlation: 0.8, interval: { low: 0.335, high: 0.952 } });
  });

  it('takes words and numbers of one product as scales of their own: the more frequent one', () => {
    const tally = new Tally(SCORING);
    tally.add(made({ id: 'c-1', csat: 'good', units: [{ agent: 'Tom', pattern: 'ffp' }] }));
    tally.add(made({ id: 'c-2', csat: 'bad', units: [{ agent: 'Tom', pattern: 'ffp' }] }));
    tally.add(made({ id: 'c-3', csat: 5, units: [{ agent: 'Tom', pattern: 'ffp' }] }));
    const [found] = summarise(RUN, SCORING, tally.counts(), []).ratings;
    expect(found).toMatchObject({ conversations: 2, correlation: null });
    expect(found?.satisfied_but_low.map(({ conversation }) => conversation)).toEqual(['c-1']);
  });
});
