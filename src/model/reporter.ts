import type { GateResult } from './gate.ts';
import type { Report, Run, UnitScore } from './report.ts';
import type { JudgedConversation } from './verdict.ts';

/** A judged conversation with the score of each of its units, in the order of the units. */
export interface AuditedConversation extends JudgedConversation {
  readonly scores: readonly UnitScore[];
}

/** Colours as values: the plain one returns its text. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warn: (text: string) => string;
}

/**
 * One output, as pieces of text in the order of the audit. Pure: the same calls give the same text. Several reporters
 * run side by side on one audit, and none holds the findings.
 */
export interface Reporter {
  head(run: Run): Iterable<string>;
  conversation(conversation: AuditedConversation): Iterable<string>;
  /** `gates`: what the run was held to; none where no gate was set. */
  tail(report: Report, gates?: readonly GateResult[]): Iterable<string>;
}
