import { PACE_SIGNALS } from './pace-signals.ts';
import { type Trees, weigh } from './trees.ts';

/** The verdicts on an agent's pace, in the order in which its trees tell them. */
export const PACE_VERDICTS = ['pass', 'fail'] as const;

/** What is probable enough to be a fault: of what no phrase says, and of what one says plainly. */
export interface SurePace {
  readonly sure: number;
  readonly sure_plain: number;
}

/** Found by cross-validation ("npm run weigh"). */
export const SURE_PACE: SurePace = { sure: 0.6, sure_plain: 0.5 };

/** Whether the agent presses the customer so probably that it is a fault. @param odds - from `oddsOfPressing` */
export const presses = (odds: number, signals: readonly number[], { sure, sure_plain }: SurePace): boolean =>
  odds >= (isSaidPlainly(signals) ? sure_plain : sure);

/** Whether words say plainly that the message which presses most does so. */
export const isSaidPlainly = (signals: readonly number[]): boolean => (signals[SAID_PLAINLY] ?? 0) > 0;

const SAID_PLAINLY = PACE_SIGNALS.indexOf('is said plainly');

/** How probably the agent presses the customer, from 0 to 1. */
export function oddsOfPressing(signals: readonly number[], trees: Trees): number {
  return weigh(signals, trees)[PACE_VERDICTS.indexOf('fail')] ?? 0;
}
