import type { Channel } from './conversation.ts';
import type { VerdictValue } from './verdict.ts';

/**
 * The mergeable state behind every figure of a report: integers and bounded lists, in a canonical order. Adding two
 * of them and summing up gives the same bytes as one run over everything.
 */
export interface Counts {
  readonly conversations: number;
  readonly messages: number;
  readonly verdicts: number;
  /** Conversations met and not judged, and why. */
  readonly left_out: LeftOut;
  /** Agents by key, in code-point order; everything below names them by their place here. */
  readonly agents: readonly AgentIdentity[];
  readonly strata: readonly Stratum[];
  /** One letter per rule in the order of `scoring.rules`: p pass, f fail, n not applicable, s suppressed, - not judged. */
  readonly patterns: readonly string[];
  /** Rows of agent, stratum, pattern, units. */
  readonly cells: readonly (readonly [number, number, number, number])[];
  /** Conversations in which several agents took part: the agents, and how many such conversations. */
  readonly shared: readonly { readonly agents: readonly number[]; readonly conversations: number }[];
  /** Times of first replies: bins as rows of milliseconds and how many. */
  readonly replies: readonly ReplyBins[];
  readonly reasons: readonly ReasonCount[];
  /** Rated and scored conversations: score in tenths of a point. */
  readonly ratings: readonly RatingCount[];
  readonly quotes: readonly Quote[];
  readonly examples: readonly UnitExample[];
  /** Rated conversations with the lowest scores, a few of each rating. */
  readonly rated_examples: readonly RatedExample[];
  /** Every entry of the file of suppressions and disputes, with how many findings it took out of the score. */
  readonly suppressions: readonly SuppressionUse[];
  /** The first 64 bits of the SHA-256 of each conversation's key, sorted, big-endian, as one base64 text. */
  readonly conversation_hashes: string;
  /** The fingerprints of all fails (64 bits each), written in the same way: what a baseline knows. */
  readonly finding_hashes: string;
}

export interface LeftOut {
  /** Not chosen by the filters, or not eligible. */
  readonly by_filters: number;
  /** Nothing in them tells agents from customers. */
  readonly unknown_roles: number;
}

export interface AgentIdentity {
  readonly key: string;
  readonly id: string | null;
  readonly pseudo: boolean;
  /** Every name met, with how often and where first: file, then the conversation's number within it. */
  readonly names: readonly AgentName[];
}

export interface AgentName {
  readonly name: string;
  readonly units: number;
  readonly file: string;
  readonly position: number;
}

export interface Stratum {
  readonly channel: Channel;
  readonly language: string;
  readonly tags: readonly string[];
  readonly hour: number | null;
}

export interface ReplyBins {
  readonly agent: number;
  readonly channel: Channel;
  readonly bins: readonly (readonly [number, number])[];
}

export interface ReasonCount {
  readonly rule: string;
  readonly language: string;
  readonly verdict: VerdictValue;
  readonly reason: string;
  readonly count: number;
}

export interface RatingCount {
  readonly product: string | null;
  readonly rating: number | string;
  readonly score_tenths: number;
  readonly conversations: number;
}

/** Words behind a verdict, kept for the reports: a few of each agent, rule and verdict. */
export interface Quote {
  readonly agent: number;
  readonly rule: string;
  readonly verdict: 'pass' | 'fail';
  readonly reason: string;
  readonly message: string;
  readonly conversation: string;
  readonly product: string | null;
  /** Index of the message the words stand in. */
  readonly at_message: number;
  readonly quote: string;
  readonly file: string;
  readonly line: number | null;
  readonly fingerprint: string;
  /** The customer's names in that conversation, so that the quote can be redacted wherever it is shown later. */
  readonly names?: readonly string[];
}

/** A unit among an agent's best or worst. */
export interface UnitExample {
  readonly agent: number;
  readonly side: 'best' | 'worst';
  readonly conversation: string;
  readonly product: string | null;
  readonly score_tenths: number;
  readonly applicable: number;
  readonly file: string;
  readonly line: number | null;
}

export interface RatedExample {
  readonly conversation: string;
  readonly product: string | null;
  readonly rating: number | string;
  readonly score_tenths: number;
  readonly file: string;
  readonly line: number | null;
}

export interface SuppressionUse {
  readonly fingerprint: string;
  readonly decision: 'open' | 'accepted' | 'rejected';
  readonly until: string | null;
  readonly expired: boolean;
  readonly findings: number;
  readonly file: string;
  readonly line: number | null;
}
