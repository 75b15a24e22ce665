import type { AuditedConversation, Reporter } from '../model/reporter.ts';
import type { Unit } from '../model/verdict.ts';

const BYTES = 8;

/** The fingerprints that a baseline holds, from `counts.finding_hashes` of its report: eight bytes each, as base64. */
export function knownFindings(hashes: string): ReadonlySet<string> {
  const hex = Buffer.from(hashes, 'base64').toString('hex');
  const known = new Set<string>();
  for (let start = 0; start + BYTES * 2 <= hex.length; start += BYTES * 2) {
    known.add(hex.slice(start, start + BYTES * 2));
  }
  return known;
}

/**
 * Stands between the scores and one output: passes on what it is told with every finding marked as known from the
 * baseline or new. None is dropped, and no score changes.
 */
export function marking(reporter: Reporter, known: ReadonlySet<string>): Reporter {
  return {
    head: (run) => reporter.head(run),
    conversation: (conversation) => reporter.conversation(marked(conversation, known)),
    tail: (report, gates) => reporter.tail(report, gates),
  };
}

function marked(conversation: AuditedConversation, known: ReadonlySet<string>): AuditedConversation {
  const units = conversation.units.map(
    (unit): Unit => ({
      ...unit,
      verdicts: unit.verdicts.map((verdict) =>
        verdict.verdict === 'fail' ? { ...verdict, baselined: known.has(verdict.fingerprint) } : verdict,
      ),
    }),
  );
  return { ...conversation, units };
}
