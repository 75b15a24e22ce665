import type { Problem } from './problem.ts';
import type { LostPoints } from './verdict.ts';

/** What a report says of the run that made it: no clock, no absolute path. */
export interface Run {
  readonly type: 'run';
  readonly schema: 'transcript-audit/1';
  readonly tool: { readonly name: 'transcript-audit'; readonly version: string };
  readonly packs: readonly { readonly name: string; readonly version: string; readonly hash: string }[];
  readonly settings_hash: string;
  readonly redacted: boolean;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
  /** 0.95 */
  readonly level: number;
}

/** Pass, fail and na of one rule, with the rate of passes among the applicable. */
export interface RuleRate {
  readonly rule: string;
  readonly pass: number;
  readonly fail: number;
  readonly na: number;
  /** pass ÷ (pass + fail), three decimals; null when nothing applied. */
  readonly rate: number | null;
  /** Wilson. */
  readonly interval: Interval | null;
}

export interface ReplyTimes {
  readonly median: number | null;
  readonly p90: number | null;
}

/** Score of one conversation × agent. */
export interface UnitScore {
  readonly type: 'score';
  readonly scope: 'unit';
  readonly conversation: string;
  readonly product: string | null;
  readonly agent: string | null;
  readonly agent_id: string | null;
  /** 0–100, one decimal; null when not scored. */
  readonly score: number | null;
  readonly lost: readonly LostPoints[];
}

/** Score of an agent, a team, a site or the total. */
export interface GroupScore {
  readonly type: 'score';
  readonly scope: 'agent' | 'team' | 'site' | 'total';
  /** The agent's name; of a team, its name; of the total, null. */
  readonly agent: string | null;
  readonly agent_id: string | null;
  readonly score: number | null;
  readonly pooled: number | null;
  readonly interval: Interval | null;
  readonly units: number;
  readonly scored_units: number;
  readonly conversations: number;
  readonly ranked: boolean;
  readonly rank: number | null;
  readonly rank_interval: readonly [number, number] | null;
  /** Groups that share a letter cannot be told apart. */
  readonly letters: string | null;
  readonly rules: readonly RuleRate[];
  readonly lost: readonly LostPoints[];
  readonly first_reply_ms: ReplyTimes;
}

export interface End {
  readonly type: 'end';
  readonly conversations: number;
  readonly units: number;
  readonly scored_units: number;
  readonly verdicts: number;
  readonly problems: number;
  readonly notices: number;
}

/**
 * Everything that the outputs say beside the single findings, and what `--format json` prints. The scores' own room
 * adds to it; every figure follows from `counts`.
 */
export interface Report {
  readonly run: Run;
  readonly totals: GroupScore;
  readonly agents: readonly GroupScore[];
  readonly problems: readonly Problem[];
  readonly end: End;
}
