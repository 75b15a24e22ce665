import type { AgreementCell, KappaFigure, Share } from '../model/agreement.ts';
import type { VerdictValue } from '../model/verdict.ts';

const DASH = '–';

const hundredths = (value: number): string => value.toFixed(2).replace('-', '−');

/** A share as people read it: `0.75 (0.30–0.95) 3/4`. */
export function shareFigure({ rate, interval, count, of }: Share): string {
  if (rate === null || interval === null) {
    return DASH;
  }
  return `${hundredths(rate)} (${hundredths(interval.low)}–${hundredths(interval.high)}) ${count}/${of}`;
}

/** Kappa as people read it: `0.66 (0.21–1.00)`. */
export function kappaFigure({ value, interval }: KappaFigure): string {
  if (value === null || interval === null) {
    return DASH;
  }
  return `${hundredths(value)} (${hundredths(interval.low)}–${hundredths(interval.high)})`;
}

/** Shares without an interval: `0.75 3/4`. */
export function plainShare({ rate, count, of }: Share): string {
  return rate === null ? DASH : `${hundredths(rate)} ${count}/${of}`;
}

/** A table of figures: its columns after the first, and the row of a cell. */
export interface CellTable {
  readonly columns: readonly string[];
  readonly row: (cell: AgreementCell) => readonly string[];
}

const VALUES: readonly VerdictValue[] = ['pass', 'fail', 'na'];

/** How far verdicts and labels agree, over all three values. */
export const AGREEMENT_TABLE: CellTable = {
  columns: ['labels', 'kappa', 'agreed', 'covered'],
  row: ({ labels, kappa, agreed, covered }) => [
    String(labels),
    kappaFigure(kappa),
    plainShare(agreed),
    plainShare(covered),
  ],
};

/** How far a fail can be trusted. */
export const FAIL_TABLE: CellTable = {
  columns: ['labelled fail', 'precision of fail', 'recall of fail', 'same evidence'],
  row: ({ prevalence, precision, recall, evidence }) => [
    plainShare(prevalence),
    shareFigure(precision),
    shareFigure(recall),
    plainShare(evidence),
  ],
};

/** Every pair of label and verdict, by initials. */
export const CONFUSION_TABLE: CellTable = {
  columns: VALUES.flatMap((label) => VALUES.map((verdict) => `${initial(label)}→${initial(verdict)}`)),
  row: ({ confusion }) => VALUES.flatMap((label) => VALUES.map((verdict) => String(confusion[label][verdict]))),
};

function initial(value: VerdictValue): string {
  return value.charAt(0).toUpperCase();
}

/** What a cell is called within its rule: `en · chat`, or `all`. */
export function groupName(cell: Pick<AgreementCell, 'group'>): string {
  const values = Object.values(cell.group);
  return values.length === 0 ? 'all' : values.join(' · ');
}

/** The cells of one rule: all of it first, then its groups, where they say more. */
export function cellsOfRule(rule: AgreementCell, cells: readonly AgreementCell[]): readonly AgreementCell[] {
  const own = cells.filter((cell) => cell.rule === rule.rule);
  return own.length === 1 && Object.keys(own[0]?.group ?? {}).length === 0 ? [rule] : [...own, rule];
}
