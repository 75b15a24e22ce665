import type { Problem } from '../model/problem.ts';
import { problem } from '../model/problem.ts';
import type { DateOrder } from '../text/written-date.ts';
import { inferDateOrder } from '../text/written-date.ts';

/** How many dates of one file are looked at. */
const DATES = 50_000;

/**
 * The order of day and month of one file: told by the user, else worked out over all its dates. Where both readings are
 * possible the file cannot be read, for a guessed month would move every wait and session.
 *
 * @returns The order, or the problem to tell.
 */
export function settleDateOrder(
  told: DateOrder | null,
  dates: readonly string[],
  file: string,
): { readonly order: DateOrder } | { readonly problem: Problem } {
  if (told !== null) {
    return { order: told };
  }
  const finding = inferDateOrder(dates.slice(0, DATES));
  if (finding.order !== null) {
    return { order: finding.order };
  }
  const why =
    finding.by === 'contradictory'
      ? 'some dates have the day first and some the month'
      : `dates such as ${dates[0] ?? '01/02/2026'} can be read with the day or the month first`;
  return {
    problem: problem('ambiguous-date-order', file, null, `${why}; say which with --date-order dmy, mdy or ymd`),
  };
}
