import type { SuppressionUse } from '../model/counts.ts';
import type { Suppression } from '../model/suppression.ts';
import type { JudgedConversation, Verdict } from '../model/verdict.ts';

/** One step of the chain after judging. */
type Step = (conversation: JudgedConversation) => JudgedConversation;

/**
 * Whether an entry has run out.
 *
 * @param today `YYYY-MM-DD` of `--as-of`; null where none is given: then nothing runs out, as no clock is asked
 */
export function isExpired(entry: Suppression, today: string | null): boolean {
  return entry.until !== null && today !== null && today > entry.until;
}

/**
 * Marks the findings that an accepted, unexpired entry names: they leave the score and are counted apart. Everything
 * else stays as it was; a pass or na is no finding and is never marked.
 */
export function suppressing(entries: readonly Suppression[], today: string | null): Step {
  const inForce = new Map<string, Suppression>();
  for (const entry of entries) {
    if (entry.decision === 'accepted' && !isExpired(entry, today) && !inForce.has(entry.fingerprint)) {
      inForce.set(entry.fingerprint, entry);
    }
  }
  if (inForce.size === 0) {
    return (conversation) => conversation;
  }
  const mark = (verdict: Verdict): Verdict => {
    const entry = verdict.verdict === 'fail' ? inForce.get(verdict.fingerprint) : undefined;
    return entry === undefined ? verdict : { ...verdict, suppressed: { by: entry.by, why: entry.why } };
  };
  return (conversation) => ({
    ...conversation,
    units: conversation.units.map((unit) => ({ ...unit, verdicts: unit.verdicts.map(mark) })),
  });
}

/** The entries as they are counted, none of them used yet. */
export function unusedYet(entries: readonly Suppression[], today: string | null): SuppressionUse[] {
  return entries.map((entry) => ({
    fingerprint: entry.fingerprint,
    decision: entry.decision,
    until: entry.until,
    expired: isExpired(entry, today),
    findings: 0,
    file: entry.file,
    line: entry.line,
  }));
}
