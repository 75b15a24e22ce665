/** The words that help desks use for a rating, by how content the customer was. */
const WORDS: ReadonlyMap<string, number> = new Map([
  ['terrible', 1],
  ['very_dissatisfied', 1],
  ['bad', 2],
  ['bad_with_comment', 2],
  ['dissatisfied', 2],
  ['unhappy', 2],
  ['negative', 2],
  ['poor', 2],
  ['ok', 3],
  ['neutral', 3],
  ['good', 4],
  ['good_with_comment', 4],
  ['great', 4],
  ['satisfied', 4],
  ['happy', 4],
  ['positive', 4],
  ['amazing', 5],
  ['excellent', 5],
  ['very_satisfied', 5],
]);

/** From this word on a customer counts as satisfied. */
const SATISFIED_WORD = 4;
/** The scales in use; a number belongs to the smallest that holds the highest rating seen. */
const SCALES: readonly { readonly top: number; readonly satisfied: number }[] = [
  { top: 1, satisfied: 1 },
  { top: 5, satisfied: 4 },
  { top: 7, satisfied: 6 },
  { top: 10, satisfied: 9 },
  { top: 100, satisfied: 80 },
];

/**
 * A rating as it is counted: a number to two decimals, or one of the known words; null for what says nothing of the
 * customer's opinion (`offered`, `unoffered`).
 */
export function countedRating(rating: number | string | null): number | string | null {
  if (typeof rating === 'number') {
    return Number.isFinite(rating) ? Math.round(rating * 100) / 100 : null;
  }
  if (rating === null) {
    return null;
  }
  const word = rating.trim().toLowerCase().replaceAll(/[ -]/g, '_');
  if (WORDS.has(word)) {
    return word;
  }
  return /^\d{1,3}([.,]\d{1,4})?$/.test(word) ? Math.round(Number(word.replace(',', '.')) * 100) / 100 : null;
}

/** A counted rating as a number that grows with content; words and numbers are scales of their own. */
export function ratingLevel(rating: number | string): number {
  return typeof rating === 'number' ? rating : (WORDS.get(rating) ?? 0);
}

/** The level from which a customer counts as satisfied, given the highest numeric rating of the product. */
export function satisfiedFrom(highest: number): number {
  return SCALES.find(({ top }) => highest <= top)?.satisfied ?? Math.ceil(highest * 0.8);
}

/** The same for words. */
export function satisfiedWord(): number {
  return SATISFIED_WORD;
}
