import type { Comparison, Difference, Rescoring } from '../model/comparison.ts';
import {
  calledChange,
  changeFigure,
  comparisonLegend,
  pointsFigure,
  RATE_COLUMNS,
  rateCells,
  SCORE_COLUMNS,
  scoreCells,
} from './change-figures.ts';
import { left, right, widthOf } from './columns.ts';
import { visible } from './visible.ts';

const CELL_WIDTHS = [7, 7, 8, 16, 8, 7];
const NAME_AT_MOST = 40;

/** Two reports beside each other, for a screen. Says nothing where they say the same. */
export function compareText(comparison: Comparison): string {
  if (!comparison.changed) {
    return '';
  }
  const scores = [comparison.total, ...comparison.agents, ...comparison.teams, ...comparison.sites];
  const names = [...scores.map(calledChange), ...comparison.rules.map(({ rule }) => rule)].map(visible);
  const name = Math.max(20, ...names.map((one) => Math.min(widthOf(one), NAME_AT_MOST))) + 1;
  const row = (title: string, cells: readonly string[]): string =>
    (left(visible(title), name) + cells.map((cell, index) => right(cell, CELL_WIDTHS[index] ?? 8)).join('')).trimEnd();
  return `${[
    ...differenceLines(comparison.differences, comparison.not_compared),
    row('', SCORE_COLUMNS),
    ...scores.map((change) => row(calledChange(change), scoreCells(change))),
    '',
    row('Rule', RATE_COLUMNS),
    ...comparison.rules.map((change) => row(change.rule, rateCells(change))),
    '',
    ...comparisonLegend(comparison.mix_over),
  ].join('\n')}\n`;
}

/** Whose score moved under the new pack or settings, and by which rule, for a screen. */
export function rescoringText(rescoring: Rescoring): string {
  const moved = rescoring.agents.map(({ agent, agent_id, old, now, change, by_rule }) => {
    const lost = by_rule.map(({ rule, points }) => `${rule} ${changeFigure(points)}`).join(', ') || 'unchanged';
    const name = visible(agent ?? agent_id ?? '(no name)');
    return `  ${name}: ${pointsFigure(old)} → ${pointsFigure(now)} (${changeFigure(change)}); points lost: ${lost}`;
  });
  const head = 'The same conversations were judged anew:';
  return `${[...differenceLines(rescoring.differences, []), head, ...(moved.length === 0 ? ['  no score moved'] : moved)].join('\n')}\n`;
}

function differenceLines(differences: readonly Difference[], notCompared: readonly string[]): string[] {
  const lines = differences.map(
    ({ what, name, old, now }) => `differs: ${what} ${visible(name)}: ${old ?? 'none'} → ${now ?? 'none'}`,
  );
  return [
    ...lines,
    ...(notCompared.length === 0 ? [] : [`not compared: ${notCompared.join(', ')}`]),
    ...(lines.length + notCompared.length === 0 ? [] : ['']),
  ];
}
