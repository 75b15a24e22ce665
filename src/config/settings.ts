import type { Calendar } from '../model/calendar.ts';
import type { Channel } from '../model/conversation.ts';
import type { RosterEntry } from '../model/report.ts';
import type { Path, YamlDocument } from '../text/document.ts';

/** A change of a rule that the user wrote in the configuration or after `--set`, and where. */
export interface RuleWish {
  readonly id: string;
  readonly value: unknown;
  readonly file: string;
  readonly document: YamlDocument;
  readonly path: Path;
}

/** Which conversations and units are looked at at all. Half-open: since ≤ first message < until, ms since the epoch. */
export interface Selection {
  readonly channels: readonly Channel[];
  readonly agents: readonly string[];
  readonly tags: readonly string[];
  readonly since: number | null;
  readonly until: number | null;
}

/** What a conversation must have to be judged. Empty lists and zeros ask for nothing. */
export interface Eligibility {
  readonly channels: readonly Channel[];
  readonly languages: readonly string[];
  readonly statuses: readonly string[];
  readonly tags: readonly string[];
  readonly minMessages: number;
  readonly minWords: number;
  readonly bothSides: boolean;
}

/** A bound on failures: at most so many, or so many percent of the applicable verdicts. */
export interface MaxGate {
  readonly rule: string;
  readonly limit: number;
  readonly unit: 'count' | 'percent';
}

export interface GateWishes {
  readonly failUnder: number | null;
  readonly failAgentUnder: number | null;
  readonly max: readonly MaxGate[];
  /** Path of the report to compare with. */
  readonly baseline: string | null;
  readonly gateOn: 'bound' | 'point';
  readonly minSample: number;
  /** Share of records, in percent. */
  readonly maxUnreadable: number;
}

/** One output: where null it goes to stdout. */
export interface Output {
  readonly name: string;
  readonly file: string | null;
}

/** Everything settled: no value is missing, each stage gets only its own part. */
export interface Settings {
  readonly packs: readonly string[];
  readonly ruleWishes: readonly RuleWish[];
  readonly read: {
    readonly inputFormat: string | null;
    readonly map: ReadonlyMap<string, string>;
    readonly agentNames: readonly string[];
    readonly timezone: string | null;
    readonly dateOrder: 'dmy' | 'mdy' | 'ymd' | null;
    readonly sessionGapMs: number;
  };
  readonly judge: {
    readonly asOf: string | null;
    readonly assumeChannel: Channel;
    readonly calendar: Calendar | null;
    /** The zone of strata by hour, and of --since and --until. */
    readonly zone: string;
  };
  readonly selection: Selection;
  readonly eligibility: Eligibility;
  readonly score: {
    readonly minApplicable: number;
    readonly rankingMinimum: number;
    readonly roster: readonly RosterEntry[];
    /** Agent (name or id) → conversations begun before it do not count; ms since the epoch. */
    readonly since: ReadonlyMap<string, number>;
  };
  readonly gates: GateWishes;
  /** Path of the file of suppressions and disputes. */
  readonly suppressions: string | null;
  readonly outputs: readonly Output[];
  readonly withConversations: boolean;
  /** null: each output's own default. */
  readonly redact: boolean | null;
  readonly redactAgents: boolean;
  readonly strict: boolean;
  /** How many threads may judge; null: what suits the machine. Nothing of the result depends on it. */
  readonly jobs: number | null;
}
