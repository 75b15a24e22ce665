import type { Language } from './language.ts';

/** The acts that a message can perform; a rule says in YAML which it listens for. */
export const AGENT_ACTS = [
  'refusal',
  'difficulty',
  'no-information',
  'offer',
  'deflection',
  'urging',
  'farewell-warm',
  'farewell-bare',
  'check-back',
  'rushing',
  'patience',
  'presence-check',
  'closing-notice',
  'holding',
  'introduction',
  'address',
] as const;
export const CUSTOMER_ACTS = ['declines', 'proposes', 'closes', 'gives-name', 'request'] as const;
/** Packs may name acts of their own, fed by phrases only. */
export type Act = (typeof AGENT_ACTS)[number] | (typeof CUSTOMER_ACTS)[number] | (string & {});

/** A phrase pattern as the pack writes it, with the place it was read from. */
export interface Phrase {
  readonly pattern: string;
  readonly act: Act;
  readonly language: Language;
  /** A narrower name within the act (`wish`, `thanks`, `open-door`, …), which rules may use as the reason. */
  readonly label: string | null;
  readonly file: string;
  readonly line: number;
}

export interface Example {
  readonly verdict: 'pass' | 'fail' | 'na';
  readonly reason: string | null;
  readonly language: Language;
  readonly title: string;
  /** A native conversation (TRANSCRIPT.md), already read. */
  readonly conversation: unknown;
  /** The agent whose verdict is meant; null where there is only one. */
  readonly agent: string | null;
  readonly file: string;
  readonly line: number;
}

export interface Rule {
  readonly id: string;
  readonly pack: string;
  readonly kind: string;
  readonly title: string;
  readonly why: string;
  /** Where the why is known from. */
  readonly source: string;
  readonly weight: number;
  readonly critical: boolean;
  /** `advice` is shown and costs no points. */
  readonly severity: 'error' | 'advice';
  /** The kind's options after its schema: every default settled. */
  readonly options: unknown;
  /** The options as the packs wrote them, before the schema: what a later change is laid over. */
  readonly written: unknown;
  /** The words of each reason, per language of the report; `{name}` is filled from the verdict's args. */
  readonly wording: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly examples: readonly Example[];
}

/** The phrases of one language, compiled ahead of a run; what `compiled` holds is the phrase book's own affair. */
export interface PreparedPhrases {
  readonly language: Language;
  readonly phrases: readonly Phrase[];
  readonly compiled: unknown;
}

/** A trained model of acts, not yet opened. */
export interface ModelFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The bytes of the same model laid out ahead, where the build has done it. */
  readonly ready?: () => Uint8Array;
}

export interface Pack {
  readonly name: string;
  readonly version: string;
  /** `sha256:…` over the resolved rules as canonical JSON. */
  readonly hash: string;
  /** The same over its phrases and models alone: what every rule that listens rests on. */
  readonly words_hash: string;
  readonly rules: readonly Rule[];
  /** For each rule's id the hash of its kind and options. */
  readonly rule_hashes: Readonly<Record<string, string>>;
  readonly phrases: readonly Phrase[];
  /** The trained model of each language that has one, as its file holds it. */
  readonly models: ReadonlyMap<Language, ModelFile>;
  /** Those of the phrases that were compiled ahead; the others are compiled when the run begins. */
  readonly prepared: readonly PreparedPhrases[];
  /** Whether `prepared` holds all its phrases and no others: then they need not be looked at one by one. */
  readonly asPrepared?: boolean;
  /** The languages that the pack has phrases for. */
  readonly languages: readonly Language[];
}
