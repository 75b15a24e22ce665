import { type Trees, weigh } from './trees.ts';

/** The verdicts on an agent's pace, in the order in which its trees tell them. */
export const PACE_VERDICTS = ['pass', 'fail'] as const;

/** How probably the agent presses the customer, from 0 to 1. */
export function oddsOfPressing(signals: readonly number[], trees: Trees): number {
  return weigh(signals, trees)[PACE_VERDICTS.indexOf('fail')] ?? 0;
}
