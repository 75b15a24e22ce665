import type { Counts, RatingCount } from '../model/counts.ts';
import type { Interval, RatingAgreement } from '../model/report.ts';
import { LEVEL } from '../model/wilson.ts';
import { byKeys } from './order.ts';
import { ratingLevel, satisfiedFrom, satisfiedWord } from './rating.ts';

const Z = 1.959963984540054;
/** Fewer rated conversations than this say nothing of a correlation. */
const LEAST_RATED = 10;
/** A satisfied customer's conversation that scored below this lost much. */
const LOW_TENTHS = 700;
const SHOWN = 5;

/**
 * How far ratings go with scores, per product: Spearman's rank correlation (ties share their mean rank) with the
 * interval of Bonett and Wright (2000), and the conversations that were rated satisfied and yet lost much. Words and
 * numbers of one product are scales of their own: the one with more ratings is taken.
 */
export function ratingAgreement(counts: Counts): RatingAgreement[] {
  const products = [...new Set(counts.ratings.map(({ product }) => product))].sort(byKeys((product) => [product]));
  return products.map((product) => {
    const all = counts.ratings.filter((row) => row.product === product);
    const words = all.filter(({ rating }) => typeof rating === 'string');
    const numbers = all.filter(({ rating }) => typeof rating === 'number');
    const kept = total(words) > total(numbers) ? words : numbers;
    const asWords = kept === words;
    const highest = Math.max(0, ...numbers.map(({ rating }) => ratingLevel(rating)));
    const threshold = asWords ? satisfiedWord() : satisfiedFrom(highest);
    const correlation = total(kept) < LEAST_RATED ? null : spearman(kept);
    return {
      product,
      conversations: total(kept),
      correlation: correlation === null ? null : Math.round(correlation * 1000) / 1000,
      interval: correlation === null ? null : correlationInterval(correlation, total(kept)),
      satisfied_but_low: counts.rated_examples
        .filter(
          (example) =>
            example.product === product &&
            (typeof example.rating === 'string') === asWords &&
            ratingLevel(example.rating) >= threshold &&
            example.score_tenths < LOW_TENTHS,
        )
        .sort(byKeys((example) => [example.score_tenths, -ratingLevel(example.rating), example.conversation]))
        .slice(0, SHOWN),
    };
  });
}

function total(rows: readonly RatingCount[]): number {
  return rows.reduce((sum, { conversations }) => sum + conversations, 0);
}

/** Twice the mean rank of each level, so that ranks stay whole numbers. */
function doubledRanks(rows: readonly RatingCount[], level: (row: RatingCount) => number): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const row of rows) {
    sizes.set(level(row), (sizes.get(level(row)) ?? 0) + row.conversations);
  }
  const ranks = new Map<number, number>();
  let before = 0;
  for (const [value, size] of [...sizes].sort((a, b) => a[0] - b[0])) {
    ranks.set(value, 2 * before + size + 1);
    before += size;
  }
  return ranks;
}

/** Spearman's rank correlation of a table of counts; null where either side is all one value. */
export function spearman(rows: readonly RatingCount[]): number | null {
  const count = total(rows);
  const ratings = doubledRanks(rows, ({ rating }) => ratingLevel(rating));
  const scores = doubledRanks(rows, ({ score_tenths }) => score_tenths);
  let together = 0;
  let ratingSquares = 0;
  let scoreSquares = 0;
  for (const row of rows) {
    // The mean of the doubled ranks is count + 1.
    const rating = (ratings.get(ratingLevel(row.rating)) ?? 0) - count - 1;
    const score = (scores.get(row.score_tenths) ?? 0) - count - 1;
    together += rating * score * row.conversations;
    ratingSquares += rating * rating * row.conversations;
    scoreSquares += score * score * row.conversations;
  }
  return ratingSquares === 0 || scoreSquares === 0 ? null : together / Math.sqrt(ratingSquares * scoreSquares);
}

function correlationInterval(correlation: number, count: number): Interval {
  const error = Math.sqrt((1 + correlation ** 2 / 2) / (count - 3));
  const bounded = Math.min(0.999999, Math.max(-0.999999, correlation));
  const thousandths = (value: number): number => Math.round(Math.tanh(value) * 1000) / 1000;
  return {
    low: thousandths(Math.atanh(bounded) - Z * error),
    high: thousandths(Math.atanh(bounded) + Z * error),
    level: LEVEL,
  };
}
