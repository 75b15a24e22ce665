import type { Paint, Reporter } from '../model/reporter.ts';
import type { Rule } from '../model/rule.ts';
import type { Words } from './wording.ts';

/** What an output may know beside what it is told of the audit. */
export interface ReportSettings {
  /** Columns of the screen; only `terminal` asks. */
  readonly width: number;
  readonly paint: Paint;
  /** Conversations and verdicts in the json document too. */
  readonly withConversations: boolean;
  /** The rules of the packs in use, for titles, reasons and links. */
  readonly rules: readonly Rule[];
  readonly words: Words;
}

export type ReporterMaker = (settings: ReportSettings) => Reporter;
