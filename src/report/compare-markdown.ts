import type { Comparison } from '../model/comparison.ts';
import {
  calledChange,
  comparisonLegend,
  RATE_COLUMNS,
  rateCells,
  SCORE_COLUMNS,
  scoreCells,
} from './change-figures.ts';
import { escapeMarkdown } from './markdown-text.ts';

/** Two reports beside each other, for a job summary or a merge request. */
export function compareMarkdown(comparison: Comparison): string {
  if (!comparison.changed) {
    return 'The two reports say the same.\n';
  }
  const { differences, not_compared, total, agents, teams, sites, rules, mix_over } = comparison;
  const differing = [
    ...differences.map(({ what, name, old, now }) => `differs: ${what} ${name}: ${old ?? 'none'} → ${now ?? 'none'}`),
    ...(not_compared.length === 0 ? [] : [`not compared: ${not_compared.join(', ')}`]),
  ];
  const scores = [total, ...agents, ...teams, ...sites].map((change): [string, string[]] => [
    calledChange(change),
    scoreCells(change),
  ]);
  return [
    ...differing.map((line) => `- ${escapeMarkdown(line)}\n`),
    ...(differing.length === 0 ? [] : ['\n']),
    table(['', ...SCORE_COLUMNS], scores),
    '\n',
    table(
      ['Rule', ...RATE_COLUMNS],
      rules.map((change) => [change.rule, rateCells(change)]),
    ),
    `\n${escapeMarkdown(comparisonLegend(mix_over).join(' '))}\n`,
  ].join('');
}

function table(titles: readonly string[], rows: readonly (readonly [string, readonly string[]])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return [
    line(titles.map(escapeMarkdown)),
    `|${titles.map((_, index) => (index === 0 ? ':--' : '--:')).join('|')}|\n`,
    ...rows.map(([name, cells]) => line([name, ...cells].map(escapeMarkdown))),
  ].join('');
}
