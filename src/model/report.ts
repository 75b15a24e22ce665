import type { Counts, Quote, RatedExample } from './counts.ts';
import type { Problem } from './problem.ts';
import type { LostPoints, VerdictValue } from './verdict.ts';

/** What a report says of the run that made it: no clock, no absolute path. */
export interface Run {
  readonly type: 'run';
  readonly schema: 'transcript-audit/1';
  readonly tool: { readonly name: 'transcript-audit'; readonly version: string };
  readonly packs: readonly { readonly name: string; readonly version: string; readonly hash: string }[];
  readonly settings_hash: string;
  /** The hours in which e-mail waits were counted, in words; null for plain time, left out where nobody said. */
  readonly business_hours?: string | null;
  readonly redacted: boolean;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
  /** 0.95 */
  readonly level: number;
}

/** What scoring needs to know of a rule. */
export interface RuleFacts {
  readonly rule: string;
  readonly pack: string;
  readonly weight: number;
  readonly critical: boolean;
  readonly severity: 'error' | 'advice';
  /** `sha256:…` over the resolved rule: two reports with it can tell which rules mean the same. */
  readonly hash?: string;
}

/** A person as the roster knows them: any of the ids or names makes an agent of the export this person. */
export interface RosterEntry {
  /** The person's id in a product; null product: in any. */
  readonly ids: readonly { readonly product: string | null; readonly id: string }[];
  readonly names: readonly string[];
  readonly team: string | null;
  readonly site: string | null;
  /** Left out of agents, teams and totals. */
  readonly ignore: boolean;
}

/** Everything that turns counts into scores; written into the report, so that reports can be merged. */
export interface Scoring {
  /** Fewer applicable rules than this: judged and listed, not scored. Default 2. */
  readonly min_applicable: number;
  /** Fewer scored units than this: shown, not ranked. Default 20. */
  readonly ranking_minimum: number;
  /** In code-point order of the id. */
  readonly rules: readonly RuleFacts[];
  readonly roster: readonly RosterEntry[];
}

/** Pass, fail and na of one rule, with the rate of passes among the applicable. */
export interface RuleRate {
  readonly rule: string;
  readonly pass: number;
  readonly fail: number;
  readonly na: number;
  /** Taken out by an accepted dispute or suppression: in none of the three. */
  readonly suppressed: number;
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
  /** The team and site of an agent, by the roster. */
  readonly team: string | null;
  readonly site: string | null;
  /** `(queue)`, `(unassigned)`: shown, never scored, ranked or gated. */
  readonly pseudo: boolean;
  /** Findings taken out of the score by an accepted dispute or suppression. */
  readonly suppressed: number;
  /** The one change that would raise the score most; null where nothing would. */
  readonly lever: Lever | null;
  /** The score if this agent had had everybody's mix of work; null where it cannot be said. */
  readonly standardised: Standardised | null;
}

/** Exact re-scoring with one rule's misses mended. */
export interface Lever {
  readonly rule: string;
  /** How often the rule was failed. */
  readonly misses: number;
  /** In how many of them mending it moves a score: not where the unit is not scored or stays at 0. */
  readonly moving: number;
  readonly from: number;
  readonly to: number;
}

/** Direct standardisation over the strata of channel × language that the agent and the whole share. */
export interface Standardised {
  readonly score: number;
  /** The share of the whole's scored units that lies in strata in which the agent worked, three decimals. */
  readonly covered: number;
  /** The place among the ranked by this score; null where not ranked. */
  readonly rank: number | null;
  /** True where the place by this score lies outside the place by the plain score by more than the ties. */
  readonly mix_dependent: boolean;
}

/** A score within one channel, language, tag or hour. */
export interface StratumScore {
  readonly scope: 'agent' | 'total';
  readonly agent: string | null;
  readonly agent_id: string | null;
  readonly by: 'channel' | 'language' | 'tag' | 'hour';
  readonly value: string;
  readonly units: number;
  readonly scored_units: number;
  readonly score: number | null;
  readonly interval: Interval | null;
  /** Of a channel; null of the others. */
  readonly first_reply_ms: ReplyTimes | null;
}

/** One rule over everything. */
export interface RuleSummary extends RuleRate, RuleFacts {
  /** Applicable ÷ all, three decimals: how much of the work the rule could judge. */
  readonly coverage: number | null;
  readonly reasons: readonly { readonly verdict: VerdictValue; readonly reason: string; readonly count: number }[];
}

/** How far customers' ratings go with the scores, per product. */
export interface RatingAgreement {
  readonly product: string | null;
  readonly conversations: number;
  /** Spearman's rank correlation, three decimals; null where it cannot be said. */
  readonly correlation: number | null;
  readonly interval: Interval | null;
  /** Rated satisfied, and yet much was lost. */
  readonly satisfied_but_low: readonly RatedExample[];
}

/** The words behind the costliest rules of an agent, and the agent's own good examples. */
export interface AgentQuotes {
  /** The agent's place in the report's `agents`, from 0: agents of two products may share a name or an id. */
  readonly place: number;
  readonly agent: string | null;
  readonly agent_id: string | null;
  readonly rule: string;
  readonly fails: readonly Quote[];
  readonly passes: readonly Quote[];
}

/** A unit among the best or worst, with its agent's name. */
export interface ExampleUnit {
  readonly side: 'best' | 'worst';
  readonly conversation: string;
  readonly product: string | null;
  readonly agent: string | null;
  readonly agent_id: string | null;
  readonly score: number;
  readonly file: string;
  readonly line: number | null;
}

/** Something to be said in words: the code and its figures; the words are made where reports are written. */
export interface Note {
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
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

/** Everything that the outputs say beside the single findings, and what `--format json` prints: every figure follows
 * from `scoring` and `counts`. */
export interface Report {
  readonly run: Run;
  readonly scoring: Scoring;
  readonly totals: GroupScore;
  /** Ranked ones by rank, then the others, pseudo-agents last. */
  readonly agents: readonly GroupScore[];
  readonly teams: readonly GroupScore[];
  readonly sites: readonly GroupScore[];
  readonly rules: readonly RuleSummary[];
  readonly strata: readonly StratumScore[];
  readonly ratings: readonly RatingAgreement[];
  readonly quotes: readonly AgentQuotes[];
  readonly examples: readonly ExampleUnit[];
  /** How the figures are to be read: method, what was not ranked and why, what cannot be told apart. */
  readonly notes: readonly Note[];
  readonly counts: Counts;
  readonly problems: readonly Problem[];
  readonly end: End;
}

/** The parts of a report from which everything else follows: what an earlier report is read for. */
export type ReportBasis = Pick<Report, 'run' | 'scoring' | 'counts'>;
