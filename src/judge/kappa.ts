import type { KappaFigure } from '../model/agreement.ts';
import { LEVEL, wilson, Z } from '../model/wilson.ts';

const thousandths = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * Cohen's (1960) kappa of a square table of counts, with the interval by the large-sample standard error of Fleiss,
 * Cohen and Everitt (1969), Psychological Bulletin 72, 323–327, formula 13, which holds whatever the true kappa is.
 *
 * Where that error is nought (full agreement, say) it would claim to be certain; then the interval is Wilson's of the
 * observed agreement, carried over to kappa with the chance agreement held fixed.
 *
 * @param table counts by the one rater's category (row) and the other's (column)
 * @returns three decimals; the value is null for an empty table and where both raters used the same one category only
 */
export function kappaOf(table: readonly (readonly number[])[]): KappaFigure {
  const total = table.flat().reduce((sum, count) => sum + count, 0);
  if (total === 0) {
    return { value: null, interval: null };
  }
  const share = (row: number, column: number): number => (table[row]?.[column] ?? 0) / total;
  const categories = table.map((_, index) => index);
  const sum = (values: readonly number[]): number => values.reduce((before, value) => before + value, 0);
  const rows = categories.map((row) => sum(categories.map((column) => share(row, column))));
  const columns = categories.map((column) => sum(categories.map((row) => share(row, column))));
  const rowOf = (index: number): number => rows[index] ?? 0;
  const columnOf = (index: number): number => columns[index] ?? 0;

  const observed = sum(categories.map((index) => share(index, index)));
  const expected = sum(categories.map((index) => rowOf(index) * columnOf(index)));
  const room = 1 - expected;
  // Both raters put everything into one category: agreement says nothing.
  if (room < 1e-12) {
    return { value: null, interval: null };
  }
  const kappa = (observed - expected) / room;
  const agreeing = sum(
    categories.map((index) => share(index, index) * (room - (rowOf(index) + columnOf(index)) * (1 - observed)) ** 2),
  );
  const differing = sum(
    categories.flatMap((row) =>
      categories.map((column) => (row === column ? 0 : share(row, column) * (columnOf(row) + rowOf(column)) ** 2)),
    ),
  );
  const rest = observed * expected - 2 * expected + observed;
  const variance = (agreeing + (1 - observed) ** 2 * differing - rest ** 2) / (total * room ** 4);
  const half = Z * Math.sqrt(Math.max(0, variance));
  const agreement = wilson(Math.round(observed * total), total);
  const certain = half < 1e-6 && agreement !== null;
  const low = certain ? (agreement.low - expected) / room : kappa - half;
  const high = certain ? (agreement.high - expected) / room : kappa + half;
  return {
    value: thousandths(kappa),
    interval: { low: thousandths(Math.max(-1, low)), high: thousandths(Math.min(1, high)), level: LEVEL },
  };
}
