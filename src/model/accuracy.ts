import type { AgreementCell, Share } from './agreement.ts';

/** One rule in one group of labels, judged as shipped and, where learning is involved, by models that never saw the source. */
export interface MeasuredCell {
  readonly group: Readonly<Record<string, string>>;
  readonly shipped: AgreementCell;
  /** null where it was not measured. */
  readonly unseen: AgreementCell | null;
}

/** What a rule's threshold buys: the more verdicts it leaves open, the surer are its fails. */
export interface TradePoint {
  readonly language: string;
  readonly option: string;
  readonly value: number;
  readonly shipped: boolean;
  readonly figures: TradeFigures;
  /** By models that never saw the source; null where it was not measured. */
  readonly unseen: TradeFigures | null;
}

export interface TradeFigures {
  readonly covered: Share;
  readonly precision: Share;
  readonly recall: Share;
}

export interface MeasuredRule {
  readonly rule: string;
  readonly cells: readonly MeasuredCell[];
  readonly trade: readonly TradePoint[];
}

/** One collection of labelled conversations. */
export interface MeasuredData {
  readonly language: string;
  /** `real` or `written`. */
  readonly data: string;
  readonly conversations: number;
  readonly labels: number;
  readonly sources: readonly { readonly source: string; readonly conversations: number }[];
}

/** `accuracy.json` of a pack: how well its rules agree with reviewers, and on what that was measured. */
export interface Accuracy {
  readonly schema: 'transcript-audit/accuracy/1';
  readonly pack: string;
  readonly data: readonly MeasuredData[];
  readonly rules: readonly MeasuredRule[];
}
