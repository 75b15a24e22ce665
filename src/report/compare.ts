import type { Comparison, Difference, RateChange, Rescoring, ScoreChange } from '../model/comparison.ts';
import { left, right } from './columns.ts';
import { visible } from './visible.ts';

const shown = (value: number | null): string => (value === null ? '–' : value.toFixed(1).replace('-', '−'));
const signed = (value: number | null): string => `${value !== null && value > 0 ? '+' : ''}${shown(value)}`;
const percent = (rate: number | null): string => (rate === null ? '–' : `${shown(rate * 100)}%`);
const signedPoints = (rate: number | null): string => signed(rate === null ? null : rate * 100);

/** Two reports beside each other, for a screen. Says nothing where they say the same. */
export function compareText(comparison: Comparison): string {
  if (!comparison.changed) {
    return '';
  }
  const scores = [comparison.total, ...comparison.agents, ...comparison.teams, ...comparison.sites];
  const ruleLengths = comparison.rules.map(({ rule }) => Math.min(rule.length, 40));
  const name = Math.max(20, ...scores.map((change) => calledLength(change)), ...ruleLengths) + 1;
  const lines = [
    ...differenceLines(comparison.differences, comparison.not_compared),
    `${left('', name)}${right('old', 7)}${right('new', 7)}${right('change', 8)}${right('95% interval', 16)}${right('agent', 8)}${right('mix', 7)}`,
    ...scores.map((change) => scoreLine(change, name)),
    '',
    `${left('Rule', name)}${right('old', 7)}${right('new', 7)}${right('change', 8)}${right('95% interval', 16)}`,
    ...comparison.rules.map((change) => rateLine(change, name)),
    '',
    'Changes are in points. * beyond noise, all of its kind looked at together (Holm).',
    '"agent" is the change at an unchanged mix of work, "mix" what the mix did: of',
    `${comparison.mix_over.join(', ')}, and, for more than one agent, of who worked.`,
  ];
  return `${lines.join('\n')}\n`;
}

/** Whose score moved under the new pack or settings, and by which rule, for a screen. */
export function rescoringText(rescoring: Rescoring): string {
  const moved = rescoring.agents.map(
    ({ agent, agent_id, old, now, change, by_rule }) =>
      `  ${visible(agent ?? agent_id ?? '(no name)')}: ${shown(old)} → ${shown(now)} (${signed(change)}); points lost: ${by_rule.map(({ rule, points }) => `${rule} ${signed(points)}`).join(', ') || 'unchanged'}`,
  );
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

function called({ scope, agent, agent_id }: ScoreChange): string {
  const name = visible(agent ?? agent_id ?? '');
  return scope === 'total' ? 'All agents' : scope === 'agent' ? name || '(no name)' : `${scope} ${name}`;
}

const calledLength = (change: ScoreChange): number => Math.min(called(change).length, 40);

function scoreLine(change: ScoreChange, name: number): string {
  const { interval } = change;
  return [
    left(called(change), name),
    right(shown(change.old), 7),
    right(shown(change.now), 7),
    right(`${signed(change.change)}${change.beyond_noise ? '*' : ''}`, 8),
    right(interval === null ? '–' : `${signed(interval.low)} … ${signed(interval.high)}`, 16),
    right(signed(change.by_quality), 8),
    right(signed(change.by_mix), 7),
  ].join('');
}

function rateLine(change: RateChange, name: number): string {
  const { interval } = change;
  return [
    left(change.rule, name),
    right(percent(change.old), 7),
    right(percent(change.now), 7),
    right(`${signedPoints(change.change)}${change.beyond_noise ? '*' : ''}`, 8),
    right(interval === null ? '–' : `${signedPoints(interval.low)} … ${signedPoints(interval.high)}`, 16),
  ].join('');
}
