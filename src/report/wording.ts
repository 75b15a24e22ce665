import type { Role } from '../model/conversation.ts';
import type { GateResult } from '../model/gate.ts';
import type { Note } from '../model/report.ts';

/**
 * The words of the reports. An output asks for a sentence by its name and gives it the figures, so a second language is a
 * second table beside `english.ts`.
 */
export interface Words {
  readonly conversations: (count: number) => string;
  readonly units: (count: number) => string;
  readonly agents: (count: number) => string;
  readonly problems: (count: number) => string;
  readonly notices: (count: number) => string;
  readonly scored: (count: number) => string;
  readonly total: string;
  readonly noAgents: string;
  readonly nameless: string;
  readonly weakestFirst: string;
  readonly notRanked: string;
  readonly teams: string;
  readonly sites: string;
  readonly gates: string;
  readonly gate: (result: GateResult) => string;
  /** What must be said beside the figures, by the note's code. */
  readonly note: (note: Note) => string;
  readonly lever: (rule: string, moving: number, misses: number, from: string, to: string) => string;
  readonly standardised: (score: string, rank: number | null) => string;
  readonly wellDone: string;
  readonly suppressedFindings: (count: number) => string;
  readonly ratings: string;
  readonly ratingAgreement: (
    product: string | null,
    conversations: number,
    correlation: string,
    range: string,
  ) => string;
  readonly ratingsTooFew: (product: string | null, conversations: number) => string;
  readonly satisfiedButLow: string;
  readonly rated: (rating: string, score: string) => string;
  readonly columns: {
    readonly rank: string;
    readonly letters: string;
    readonly agent: string;
    readonly score: string;
    readonly interval: string;
    readonly conversations: string;
  };
  readonly passRates: string;
  readonly rank: (rank: number, low: number, high: number) => string;
  readonly firstReply: (median: string, p90: string) => string;
  readonly failed: (fail: number, applicable: number) => string;
  readonly position: (conversation: string, message: number) => string;
  readonly waited: (from: number, to: number, waited: string, limit: string | null) => string;
  readonly unanswered: (from: number, waited: string, limit: string | null) => string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly internal: string;
  readonly accepted: (by: string, why: string) => string;
  readonly neverScored: string;
  readonly notScored: string;
  readonly weight: string;
  readonly critical: string;
  readonly advice: string;
  readonly why: string;
  readonly source: string;
  readonly thresholds: string;
  readonly examples: string;
  readonly accuracy: string;
  readonly notMeasured: string;
  readonly measured: (group: string, labels: number, precision: string, recall: string) => string;
  readonly coverage: string;
  readonly judged: (judged: number, all: number) => string;
  readonly unscored: (count: number) => string;
  readonly everythingJudged: string;
  /** What a reason for not judging means, by its code. */
  readonly notJudged: Readonly<Record<string, string>>;
  readonly problemsTitle: string;
  /** Of a finding that a baseline holds. */
  readonly knownBefore: string;
  readonly findingsNotShown: (shown: number, all: number) => string;
  readonly reportTitle: string;
  readonly cost: string;
  readonly rule: string;
  readonly failedTitle: string;
  readonly agentsNotShown: (count: number) => string;
  readonly andMore: (count: number) => string;
  readonly legendTitle: string;
  readonly legend: readonly string[];
  /** Of outputs that draw bars. */
  readonly barLegend: string;
  /** How e-mail waits were counted: in these hours, or in plain time. */
  readonly emailWaits: (hours: string | null) => string;
}
