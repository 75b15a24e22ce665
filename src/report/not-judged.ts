import type { Report } from '../model/report.ts';
import { byCodePoint } from '../text/code-point-order.ts';
import { indented } from './columns.ts';
import type { ReportSettings } from './settings.ts';
import { visible } from './visible.ts';

/** How much of the work each rule could judge, and why not the rest: silence must never be taken for praise. */
export function notJudged(report: Report, { width, paint, words }: ReportSettings): string {
  const { rules, end, totals } = report;
  const lines = ['', paint.strong(words.coverage)];
  for (const { rule, pass, fail, na, reasons } of rules.filter((one) => one.na > 0)) {
    lines.push(`  ${visible(rule)}: ${words.judged(pass + fail, pass + fail + na)}`);
    for (const { reason, count } of mostFrequent(reasons.filter(({ verdict }) => verdict === 'na'))) {
      const meaning = words.notJudged[reason] ?? visible(reason);
      lines.push(...indented(`${String(count).padStart(8)}  ${meaning}`, 10, width).map(paint.faint));
    }
  }
  if (lines.length === 2) {
    lines.push(`  ${words.everythingJudged}`);
  }
  const unscored = end.units - end.scored_units;
  if (unscored > 0) {
    lines.push(...indented(`  ${words.unscored(unscored)}`, 4, width));
  }
  if (totals.suppressed > 0) {
    lines.push(...indented(`  ${words.suppressedFindings(totals.suppressed)}`, 4, width));
  }
  return `${lines.join('\n')}\n`;
}

function mostFrequent<R extends { readonly reason: string; readonly count: number }>(reasons: readonly R[]): R[] {
  return [...reasons].sort((one, two) => two.count - one.count || byCodePoint(one.reason, two.reason));
}
