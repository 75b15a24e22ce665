import type { Interval, Run } from './report.ts';

/** Something that was not the same for both reports; null where one had none. */
export interface Difference {
  readonly what: 'pack' | 'rule' | 'settings' | 'tool';
  readonly name: string;
  readonly old: string | null;
  readonly now: string | null;
}

/** How a score changed from the old report to the new one; points, one decimal. */
export interface ScoreChange {
  readonly scope: 'agent' | 'team' | 'site' | 'total';
  readonly agent: string | null;
  readonly agent_id: string | null;
  readonly old: number | null;
  readonly now: number | null;
  readonly old_scored_units: number;
  readonly scored_units: number;
  readonly change: number | null;
  /** Of the change alone, 95 %. */
  readonly interval: Interval | null;
  /** True where the change is beyond noise, all of its kind looked at together (Holm). */
  readonly beyond_noise: boolean;
  /** The change at an unchanged mix of work, and what the mix did; they add up to `change`. */
  readonly by_quality: number | null;
  readonly by_mix: number | null;
}

/** How the rate of passes of a rule changed; rates, three decimals. */
export interface RateChange {
  readonly rule: string;
  readonly old: number | null;
  readonly now: number | null;
  readonly old_applicable: number;
  readonly applicable: number;
  readonly change: number | null;
  readonly interval: Interval | null;
  readonly beyond_noise: boolean;
}

/** Two reports beside each other. What differs in packs, rules and settings comes first; such rules are not compared. */
export interface Comparison {
  readonly type: 'comparison';
  readonly schema: 'transcript-audit/1';
  readonly old: Run;
  readonly now: Run;
  readonly differences: readonly Difference[];
  readonly not_compared: readonly string[];
  readonly compared_rules: readonly string[];
  /** Over what the mix was taken. */
  readonly mix_over: readonly string[];
  readonly total: ScoreChange;
  readonly agents: readonly ScoreChange[];
  readonly teams: readonly ScoreChange[];
  readonly sites: readonly ScoreChange[];
  readonly rules: readonly RateChange[];
  /** False where the two reports say exactly the same. */
  readonly changed: boolean;
}

/** One person whose score moved when the same conversations were judged anew. */
export interface MovedScore {
  readonly agent: string | null;
  readonly agent_id: string | null;
  readonly old: number | null;
  readonly now: number | null;
  readonly change: number | null;
  /** Points more (+) or less (−) lost to each rule than before; they add up to −change. */
  readonly by_rule: readonly { readonly rule: string; readonly points: number }[];
}

/** The same conversations under another pack or other settings. */
export interface Rescoring {
  readonly type: 'rescoring';
  readonly differences: readonly Difference[];
  readonly total: MovedScore;
  readonly agents: readonly MovedScore[];
}
