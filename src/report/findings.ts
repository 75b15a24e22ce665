import type { AuditedConversation } from '../model/reporter.ts';
import type { Verdict } from '../model/verdict.ts';

/** A failed verdict with the points it took from its unit's score. */
export interface Finding {
  readonly verdict: Verdict;
  readonly points: number;
}

/** The failed verdicts of a conversation, in order, suppressed and baselined ones too. */
export function findingsOf({ units, scores }: AuditedConversation): Finding[] {
  return units.flatMap((unit, index) =>
    unit.verdicts
      .filter(({ verdict }) => verdict === 'fail')
      .map((verdict) => ({
        verdict,
        points: scores[index]?.lost.find(({ rule }) => rule === verdict.rule)?.points ?? 0,
      })),
  );
}

/** True for a finding that is somebody's to mend now: neither taken out of the score nor known before. */
export function isFresh({ suppressed, baselined }: Verdict): boolean {
  return suppressed === undefined && baselined !== true;
}

/** Where the words stand: the record's line of the first evidence, else of the conversation. */
export function placeOf({ evidence, source }: Verdict): { file: string; line: number | null } {
  return { file: source.file, line: evidence[0]?.line ?? source.line };
}

/** The finding in one sentence: what is wrong, who, and the words. */
export function sentenceOf({ message, agent, evidence }: Verdict): string {
  const words = evidence[0]?.quote.trim() ?? '';
  const who = agent === null ? '' : `${agent}: `;
  return `${who}${message}${words === '' ? '' : `: “${words}”`}`;
}
