/** What a run must keep to. Points 0–100, percent 0–100. */
export interface GateLimits {
  readonly failUnder: number | null;
  readonly failAgentUnder: number | null;
  readonly max: readonly { readonly rule: string; readonly limit: number; readonly unit: 'count' | 'percent' }[];
  /** `bound`: the end of the interval that speaks for the agent; `point`: the plain figure. */
  readonly gateOn: 'bound' | 'point';
  /** Fewer scored units (or applicable verdicts) than this are not judged. */
  readonly minSample: number;
  /** Percent of the records. */
  readonly maxUnreadable: number;
}

export type GateOutcome = 'kept' | 'not-kept' | 'not-judged';

/**
 * One gate with its numbers; the sentence is made where reports are written. Codes and their args:
 * `total-score` (limit, score, bound, units), `few-units` (limit, units, minimum), `agent-scores` (limit, judged,
 * failing, unjudged, minimum), `rule-count` (rule, limit, fails), `rule-share` (rule, limit, share, bound, fails,
 * applicable), `few-verdicts` (rule, limit, applicable, minimum), `unreadable` (limit, share, unreadable, records),
 * `worsened` (findings), `not-worsened` (compared), `baseline-differs` (what), `few-compared` (minimum).
 */
export interface GateResult {
  /** As the user writes it: `--fail-under 80`. */
  readonly gate: string;
  readonly outcome: GateOutcome;
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
  /** The agents, rules or teams that break it, worst first. */
  readonly breaches: readonly GateBreach[];
  /** Said beside a kept baseline: it can be tightened, as these have improved beyond noise. */
  readonly improved: readonly GateBreach[];
}

/** Who or what breaks a gate, in points (or, of a rule's failures, in percent). */
export interface GateBreach {
  readonly scope: 'agent' | 'team' | 'total' | 'rule';
  readonly name: string;
  readonly value: number;
  /** The end of the interval that was held against the limit, or the old value of a baseline. */
  readonly against: number;
  readonly units: number;
}
