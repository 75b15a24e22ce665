import type { Agreement, AgreementCell, Disagreement } from '../model/agreement.ts';
import { AGREEMENT_TABLE, CONFUSION_TABLE, cellsOfRule, FAIL_TABLE, groupName } from './agreement-figures.ts';
import { escapeMarkdown } from './markdown-text.ts';

/**
 * A table as Markdown, the first columns (`texts` of them) to the left, figures to the right. The cells are set as they
 * are: what comes from transcripts is escaped before.
 */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[], texts = 1): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const rule = head.map((_, column) => (column < texts ? '---' : '--:'));
  return [line(head), line(rule), ...rows.map(line)].join('');
}

/** The figures of one rule, three tables with a row for each group and one for all. */
export function* figureTables(rule: AgreementCell, cells: readonly AgreementCell[]): Iterable<string> {
  const shown = cellsOfRule(rule, cells);
  for (const { columns, row } of [AGREEMENT_TABLE, FAIL_TABLE, CONFUSION_TABLE]) {
    yield '\n';
    yield markdownTable(
      ['', ...columns],
      shown.map((cell) => [escapeMarkdown(groupName(cell)), ...row(cell)]),
    );
  }
}

/** The agreement as a Markdown page: tables by rule, then every disagreement. */
export function* agreementAsMarkdown(agreement: Agreement): Iterable<string> {
  yield '# Agreement with labels\n\n';
  yield `${agreement.labels} labels of ${agreement.conversations} conversations.\n`;
  for (const rule of agreement.rules) {
    yield `\n## ${escapeMarkdown(rule.rule)}\n`;
    yield* figureTables(rule, agreement.cells);
  }
  if (agreement.disagreements.length > 0) {
    yield `\n## Disagreements\n\n`;
    yield* agreement.disagreements.map(describe);
  }
}

function describe({ conversation, agent, rule, label, verdict, reason, quotes, expected, file, line }: Disagreement) {
  const who = agent === null ? '' : ` · ${escapeMarkdown(agent)}`;
  const words = [
    ...quotes.map(({ message, quote }) => `  - verdict #${message}: “${escapeMarkdown(quote)}”\n`),
    ...expected.map(({ message, quote }) => `  - label #${message}: “${escapeMarkdown(quote)}”\n`),
  ];
  const place = `${escapeMarkdown(file)}:${line}`;
  return `- **${escapeMarkdown(conversation)}**${who} · ${escapeMarkdown(rule)}: label ${label}, verdict ${verdict} (${escapeMarkdown(reason)}), ${place}\n${words.join('')}`;
}
