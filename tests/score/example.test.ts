import { describe, expect, it } from 'vitest';
import { summarise } from '../../src/score/summarise.ts';
import { Tally } from '../../src/score/tally.ts';
import { made, RUN, SCORING } from './made.ts';

/**
 * Six conversations, two agents, three rules (farewell 2, greeting 3, secret 5 and critical); every figure by hand.
 *
 *        farewell greeting secret
 * c-1 Tom   pass    pass    pass   10 of 10 → 100
 * c-2 Tom   fail    pass    na      3 of  5 →  60, farewell loses 40
 * c-3 Tom   pass    fail    pass    7 of 10 →  70, greeting loses 30
 * c-4 Ann   pass    pass    fail   critical →   0, secret loses 100
 * c-5 Ann   fail    fail    pass    5 of 10 →  50, farewell 20, greeting 30
 * c-6 Ann   na      pass    pass    8 of  8 → 100
 * c-6 Tom   na      na      pass   one rule applies: not scored
 */
const tally = new Tally(SCORING);
const audited = [
  made({ id: 'c-1', units: [{ agent: 'Tom', pattern: 'ppp', replies: [35_000] }], csat: 5 }),
  made({ id: 'c-2', units: [{ agent: 'Tom', pattern: 'fpn', replies: [47_400] }], csat: 4, hour: 9 }),
  made({ id: 'c-3', units: [{ agent: 'Tom', pattern: 'pfp', replies: [90_000] }] }),
  made({ id: 'c-4', units: [{ agent: 'Ann', pattern: 'ppf' }], csat: 5 }),
  made({ id: 'c-5', units: [{ agent: 'Ann', pattern: 'ffp', replies: [30_000, 60_000] }] }),
  made({
    id: 'c-6',
    units: [
      { agent: 'Ann', pattern: 'npp' },
      { agent: 'Tom', pattern: 'nnp' },
    ],
  }),
].map((conversation) => tally.add(conversation));
const report = summarise(RUN, SCORING, tally.counts(), []);
const [tom, ann] = report.agents;

describe('the example worked out by hand', () => {
  it('scores the units', () => {
    expect(audited.flatMap(({ scores }) => scores.map(({ score }) => score))).toEqual([100, 60, 70, 0, 50, 100, null]);
    expect(audited[4]?.scores[0]?.lost).toEqual([
      { rule: 'farewell', points: 20 },
      { rule: 'greeting', points: 30 },
    ]);
    expect(audited[3]?.scores[0]?.lost).toEqual([{ rule: 'secret', points: 100 }]);
  });

  it('scores Tom: (100 + 60 + 70) ÷ 3 = 76.67', () => {
    expect(tom).toMatchObject({ agent: 'Tom', score: 76.7, units: 4, scored_units: 3, conversations: 4, rank: 1 });
    // All weight passed by all weight applicable: (10 + 3 + 7) ÷ (10 + 5 + 10)
    expect(tom?.pooled).toBe(80);
    // 40 ÷ 3 = 13.33 and 30 ÷ 3 = 10; together 23.3 = 100 − 76.7
    expect(tom?.lost).toEqual([
      { rule: 'farewell', points: 13.3 },
      { rule: 'greeting', points: 10 },
    ]);
    // The farewell mended makes c-2 100: 270 ÷ 3 = 90; the greeting mended would give 260 ÷ 3
    expect(tom?.lever).toEqual({ rule: 'farewell', misses: 1, moving: 1, from: 76.7, to: 90 });
    // 35 s, 47 s, 90 s
    expect(tom?.first_reply_ms).toEqual({ median: 47_000, p90: 90_000 });
  });

  it('scores Ann: (0 + 50 + 100) ÷ 3 = 50', () => {
    expect(ann).toMatchObject({ agent: 'Ann', score: 50, units: 3, scored_units: 3, conversations: 3, rank: 2 });
    // (5 + 5 + 8) ÷ (10 + 10 + 8) = 64.29
    expect(ann?.pooled).toBe(64.3);
    // 20 ÷ 3 = 6.67, 30 ÷ 3 = 10, 100 ÷ 3 = 33.33: floors make 49.9, the tenth goes to the remainder of .67
    expect(ann?.lost).toEqual([
      { rule: 'farewell', points: 6.7 },
      { rule: 'greeting', points: 10 },
      { rule: 'secret', points: 33.3 },
    ]);
    // The secret kept makes c-4 100: 250 ÷ 3
    expect(ann?.lever).toEqual({ rule: 'secret', misses: 1, moving: 1, from: 50, to: 83.3 });
    // 30 s and 60 s: the middle is 45 s
    expect(ann?.first_reply_ms).toEqual({ median: 45_000, p90: 60_000 });
  });

  it('rates rules with the interval of Wilson', () => {
    // Tom's farewell: 2 of 3. z² = 3.8415; centre (2 + 1.9207) ÷ 6.8415 = 0.5731,
    // half 1.96 ÷ 6.8415 × √(2 × 1 ÷ 3 + 0.9604) = 0.3654
    expect(tom?.rules[0]).toEqual({
      rule: 'farewell',
      pass: 2,
      fail: 1,
      na: 1,
      suppressed: 0,
      rate: 0.667,
      interval: { low: 0.208, high: 0.939, level: 0.95 },
    });
  });

  it('gives the means their intervals', () => {
    // Tom's low end lies below every score: ∛(0.025 × 600 × 700 × 1000) = 218.98 tenths, down to 21.8.
    expect(tom?.interval?.low).toBe(21.8);
    // His high end in points lost: 0, 300, 400 and the pad 0. Below 300 the weighted mean has the distribution
    // 1 + (300 − t)³ ÷ 9e6 − (400 − t)³ ÷ 16e6, which is 0.025 at t = 32.7; 1000 − 32.7 = 967.3, up to 96.8
    expect(tom?.interval?.high).toBeCloseTo(96.8, 0);
    // Ann's scores 0, 50, 100 with the pad 0: the distribution below 500 is 1.5 u² − 0.75 u³ with u = t ÷ 500;
    // 0.025 at u = 0.1336, t = 66.8 tenths; the scores are symmetric, so the high end is 1000 − 66.8
    expect(ann?.interval?.low).toBeCloseTo(6.7, 0);
    expect(ann?.interval?.high).toBeCloseTo(93.3, 0);
  });

  it('ranks Tom before Ann, and tells nobody apart', () => {
    // The means differ by 26.7 points; of one pair the interval of the difference reaches down by
    // √((76.7 − 21.8)² + (93.3 − 50)²) = 69.9 points: from −43.2 up, so either could be first
    expect([tom, ann].map((score) => [score?.rank, score?.rank_interval, score?.letters])).toEqual([
      [1, [1, 2], 'a'],
      [2, [1, 2], 'a'],
    ]);
  });

  it('standardises over channel and language: all was chat in English, so nothing changes', () => {
    expect(tom?.standardised).toEqual({ score: 76.7, covered: 1, rank: 1, mix_dependent: false });
    expect(ann?.standardised).toEqual({ score: 50, covered: 1, rank: 2, mix_dependent: false });
    expect(report.strata.filter(({ scope, by }) => scope === 'total' && by === 'hour')).toMatchObject([
      // c-2 alone has a time: 60, at nine
      { value: '09', units: 1, scored_units: 1, score: 60 },
    ]);
  });

  it('sums up the whole: 380 ÷ 6 = 63.33', () => {
    expect(report.totals).toMatchObject({ score: 63.3, units: 7, scored_units: 6, conversations: 6 });
    // 60 ÷ 6, 60 ÷ 6, 100 ÷ 6 = 16.67: together 36.7
    expect(report.totals.lost).toEqual([
      { rule: 'farewell', points: 10 },
      { rule: 'greeting', points: 10 },
      { rule: 'secret', points: 16.7 },
    ]);
    // (20 + 18) ÷ (25 + 28) = 71.70
    expect(report.totals.pooled).toBe(71.7);
    expect(report.end).toMatchObject({ conversations: 6, units: 7, scored_units: 6, verdicts: 21 });
  });

  it('keeps words behind the costliest rules, and good ones to imitate', () => {
    expect(report.quotes[0]).toMatchObject({
      agent: 'Tom',
      rule: 'farewell',
      fails: [{ quote: 'words of c-2' }],
      passes: [{ quote: 'words of c-1' }, { quote: 'words of c-3' }],
    });
    expect(
      report.examples.map(({ side, conversation, score }) => `${side} ${conversation} ${score}`).slice(0, 2),
    ).toEqual(['best c-1 100', 'best c-6 100']);
  });

  it('names who was satisfied and yet lost much: c-4, rated 5 of 5, scored 0', () => {
    expect(report.ratings).toHaveLength(1);
    expect(report.ratings[0]?.satisfied_but_low.map(({ conversation }) => conversation)).toEqual(['c-4', 'c-2']);
    // Three ratings say nothing of a correlation
    expect(report.ratings[0]?.correlation).toBeNull();
  });
});
