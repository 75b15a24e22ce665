import type { Agreement, Disagreement, Quote } from '../model/agreement.ts';
import type { Paint } from '../model/reporter.ts';
import { AGREEMENT_TABLE, CONFUSION_TABLE, cellsOfRule, FAIL_TABLE, groupName } from './agreement-figures.ts';
import { left, right, widthOf } from './columns.ts';
import { visible } from './visible.ts';

/** The agreement as tables for the terminal, every disagreement below them. */
export function* agreementForTerminal(agreement: Agreement, paint: Paint): Iterable<string> {
  yield `${paint.strong(`${agreement.labels} labels of ${agreement.conversations} conversations`)}\n`;
  for (const rule of agreement.rules) {
    const cells = cellsOfRule(rule, agreement.cells);
    yield `\n${paint.strong(visible(rule.rule))}\n`;
    for (const { columns, row } of [AGREEMENT_TABLE, FAIL_TABLE, CONFUSION_TABLE]) {
      yield table(
        ['', ...columns],
        cells.map((cell) => [visible(groupName(cell)), ...row(cell)]),
        paint,
      );
    }
  }
  if (agreement.disagreements.length > 0) {
    yield `\n${paint.strong(`Disagreements: ${agreement.disagreements.length}`)}\n`;
    for (const disagreement of agreement.disagreements) {
      yield describe(disagreement, paint);
    }
  }
  yield `\n${paint.faint(LEGEND)}\n`;
}

const LEGEND = [
  'In brackets the 95 % interval. kappa: agreement beyond chance over pass, fail and na; 1 is full.',
  'precision: of the verdicts that say fail, those that the labels confirm.',
  'recall: of the labels that say fail, those that the verdicts found.',
  'same evidence: agreed fails that rest on one of the labelled messages.',
  'covered: verdicts that are neither "unsure" nor of an unsupported language.',
  'P→F: the label says pass, the verdict fail; N is na.',
].join('\n');

/** Columns set apart by two spaces; the first to the left, the others to the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[], paint: Paint): string {
  const widths = head.map((title, column) =>
    Math.max(widthOf(title), ...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((text, column) => (column === 0 ? left(text, widths[0] ?? 0) : right(text, widths[column] ?? 0)))
      .join('  ');
  return [paint.faint(`  ${line(head)}`), ...rows.map((row) => `  ${line(row)}`)].map((text) => `${text}\n`).join('');
}

function describe(one: Disagreement, paint: Paint): string {
  const agent = one.agent === null ? '' : ` · ${visible(one.agent)}`;
  const title = `${visible(one.conversation)}${agent} · ${visible(one.rule)}`;
  const lines = [
    `\n${paint.strong(title)}  ${paint.faint(`${visible(one.file)}:${one.line}`)}`,
    `  label ${one.label}, verdict ${paint.bad(one.verdict)} (${visible(one.reason)}): ${visible(one.message)}`,
    ...quoted('verdict', one.quotes),
    ...quoted('label  ', one.expected),
  ];
  return `${lines.join('\n')}\n`;
}

function quoted(by: string, quotes: readonly Quote[]): readonly string[] {
  return quotes.map(({ message, quote }) => `    ${by} #${message} “${visible(quote)}”`);
}
