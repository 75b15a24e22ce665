import type { Interval } from './report.ts';
import type { VerdictValue } from './verdict.ts';

/** One verdict of a reviewer, as a line of a label file has it. */
export interface Label {
  readonly conversation: string;
  /** The agent's name; null where the messages bear none; or a pseudo-agent. */
  readonly agent: string | null;
  readonly rule: string;
  readonly verdict: VerdictValue;
  /** Indexes of the messages that the verdict rests on. */
  readonly evidence: readonly number[];
  readonly file: string;
  readonly line: number;
  /** Every other key of the line whose value is a text, a number or a truth value, as text. */
  readonly keys: ReadonlyMap<string, string>;
}

/** A part of a whole. */
export interface Share {
  readonly count: number;
  readonly of: number;
  /** count ÷ of, three decimals; null of nothing. */
  readonly rate: number | null;
  /** Wilson. */
  readonly interval: Interval | null;
}

export interface KappaFigure {
  /** Three decimals; null where chance alone would agree always. */
  readonly value: number | null;
  readonly interval: Interval | null;
}

/** Counts by label and then verdict. */
export type Confusion = Readonly<Record<VerdictValue, Readonly<Record<VerdictValue, number>>>>;

/** How far verdicts agree with labels in one group. */
export interface AgreementCell {
  readonly rule: string;
  /** What the labels have in common: `{"language": "en"}`; empty for all labels of the rule. */
  readonly group: Readonly<Record<string, string>>;
  readonly labels: number;
  readonly confusion: Confusion;
  /** Labels that the verdicts equal. */
  readonly agreed: Share;
  /** Labels that say fail. */
  readonly prevalence: Share;
  /** Of the verdicts that say fail, those that the labels confirm. */
  readonly precision: Share;
  /** Of the labels that say fail, those that the verdicts found. */
  readonly recall: Share;
  /** Cohen's, over pass, fail and na. */
  readonly kappa: KappaFigure;
  /** Of the fails agreed on, those whose evidence shares a message with the reviewers'. */
  readonly evidence: Share;
  /** Verdicts that are neither `unsure` nor of an unsupported language. */
  readonly covered: Share;
}

/** A label and the verdict that differs from it. */
export interface Disagreement {
  readonly conversation: string;
  readonly agent: string | null;
  readonly rule: string;
  readonly group: Readonly<Record<string, string>>;
  readonly label: VerdictValue;
  readonly verdict: VerdictValue;
  readonly reason: string;
  /** The verdict's own words. */
  readonly message: string;
  /** What the verdict rests on. */
  readonly quotes: readonly Quote[];
  /** What the label rests on. */
  readonly expected: readonly Quote[];
  /** The customer's names, so that what is quoted can be redacted; never written. */
  readonly names?: readonly string[];
  readonly file: string;
  readonly line: number;
}

export interface Quote {
  readonly message: number;
  readonly quote: string;
}

/** The result of `evaluate`. */
export interface Agreement {
  readonly labels: number;
  readonly conversations: number;
  /** The keys that the cells are grouped by. */
  readonly by: readonly string[];
  /** One per rule, over all its labels. */
  readonly rules: readonly AgreementCell[];
  /** One per rule and group. */
  readonly cells: readonly AgreementCell[];
  readonly disagreements: readonly Disagreement[];
}
