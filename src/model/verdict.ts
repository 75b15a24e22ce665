import type { Channel, Rating, SourcePlace } from './conversation.ts';

export type VerdictValue = 'pass' | 'fail' | 'na';

/** A place in a conversation: message index and UTF-16 offsets into its `text`. */
export interface Spot {
  readonly message: number;
  readonly start: number;
  readonly end: number;
}

export interface Wait {
  readonly from: number;
  /** null where nobody answered. */
  readonly to: number | null;
  readonly kind: 'first' | 'later' | 'hold';
  readonly wait_ms: number;
  /** null where measured without a limit (the queue's share). */
  readonly limit_ms: number | null;
}

/** What a check says of one agent in one conversation: data only, the words are made elsewhere. */
export interface Judgement {
  readonly verdict: VerdictValue;
  readonly reason: string;
  readonly args?: Readonly<Record<string, string | number>>;
  readonly evidence: readonly Spot[];
  readonly waits?: readonly Wait[];
}

export interface Evidence extends Spot {
  /** The words, cut at 160 UTF-16 units with `…`. */
  readonly quote: string;
  readonly at: string | null;
  readonly line: number | null;
}

/** One line of the ndjson output, verbatim. */
export interface Verdict {
  readonly type: 'verdict';
  readonly conversation: string;
  readonly product: string | null;
  readonly channel: Channel;
  readonly language: string;
  readonly agent: string | null;
  readonly agent_id: string | null;
  readonly rule: string;
  readonly pack: string;
  readonly verdict: VerdictValue;
  readonly critical: boolean;
  readonly weight: number;
  readonly severity: 'error' | 'advice';
  readonly reason: string;
  readonly message: string;
  readonly args: Readonly<Record<string, string | number>>;
  readonly fingerprint: string;
  readonly evidence: readonly Evidence[];
  readonly waits?: readonly Wait[];
  readonly source: SourcePlace;
  /** Set when an accepted dispute or suppression takes the finding out of the score. */
  readonly suppressed?: { readonly by: string; readonly why: string };
  /** Set when a baseline already held this finding. */
  readonly baselined?: boolean;
}

export interface LostPoints {
  readonly rule: string;
  /** 0–100 with one decimal. */
  readonly points: number;
}

/** The verdicts of one agent in one conversation, with their score. */
export interface Unit {
  /** The stable identity of the agent over the input: `product\u0000id`, else `\u0000name`, else `` for the null agent. */
  readonly agent_key: string;
  readonly agent: string | null;
  readonly agent_id: string | null;
  /** `(queue)` and `(unassigned)`: response-delay only, never scored or ranked. */
  readonly pseudo: boolean;
  readonly verdicts: readonly Verdict[];
  /** The ms of this agent's first replies in this conversation (waits of kind `first` that were answered). */
  readonly first_reply_ms: readonly number[];
}

/** One conversation after judging: what the scores and the reports are made from. */
export interface JudgedConversation {
  readonly id: string;
  readonly product: string | null;
  readonly channel: Channel;
  readonly language: string;
  readonly tags: readonly string[];
  readonly csat: Rating | null;
  /** Hour 0–23 of the first timed message in the report's zone; null without usable times. */
  readonly hour: number | null;
  readonly source: SourcePlace;
  readonly messages: number;
  readonly units: readonly Unit[];
  /** Every name of the customer that the record gives or that was said, as written: what redaction looks for. */
  readonly names?: readonly string[];
}
