import type { RateChange, ScoreChange } from '../model/comparison.ts';
import type { Interval } from '../model/report.ts';

const DASH = '–';

/** Points with one decimal: `81.2`, `−3.4`. */
export const pointsFigure = (value: number | null): string =>
  value === null ? DASH : value.toFixed(1).replace('-', '−');

/** A change in points, with its sign: `+3.7`. */
export const changeFigure = (value: number | null): string =>
  `${value !== null && value > 0 ? '+' : ''}${pointsFigure(value)}`;

const hundredfold = (rate: number | null): number | null => (rate === null ? null : rate * 100);

const rangeFigure = (interval: Interval | null, factor: number): string =>
  interval === null ? DASH : `${changeFigure(interval.low * factor)} … ${changeFigure(interval.high * factor)}`;

/** What the columns of changed scores are called, after the name. */
export const SCORE_COLUMNS = ['old', 'new', 'change', '95% interval', 'agent', 'mix'] as const;
/** What the columns of changed rates are called, after the rule. */
export const RATE_COLUMNS = ['old', 'new', 'change', '95% interval'] as const;

export function calledChange({ scope, agent, agent_id }: ScoreChange): string {
  const name = agent ?? agent_id ?? '';
  return scope === 'total' ? 'All agents' : scope === 'agent' ? name || '(no name)' : `${scope} ${name}`;
}

/** The cells of a changed score in the order of `SCORE_COLUMNS`; a star marks what is beyond noise. */
export function scoreCells({ old, now, change, interval, beyond_noise, by_quality, by_mix }: ScoreChange): string[] {
  return [
    pointsFigure(old),
    pointsFigure(now),
    `${changeFigure(change)}${beyond_noise ? '*' : ''}`,
    rangeFigure(interval, 1),
    changeFigure(by_quality),
    changeFigure(by_mix),
  ];
}

/** The cells of a changed rate in the order of `RATE_COLUMNS`: shares in percent, their change in points. */
export function rateCells({ old, now, change, interval, beyond_noise }: RateChange): string[] {
  const share = (rate: number | null): string => (rate === null ? DASH : `${pointsFigure(rate * 100)}%`);
  return [
    share(old),
    share(now),
    `${changeFigure(hundredfold(change))}${beyond_noise ? '*' : ''}`,
    rangeFigure(interval, 100),
  ];
}

/** How to read a comparison. */
export function comparisonLegend(mixOver: readonly string[]): string[] {
  return [
    'Changes are in points. * beyond noise, all of its kind looked at together (Holm).',
    '"agent" is the change at an unchanged mix of work, "mix" what the mix did: of',
    `${mixOver.join(', ')}, and, for more than one agent, of who worked.`,
  ];
}
