import type { Counts, SuppressionUse } from '../model/counts.ts';
import { notice, type Problem } from '../model/problem.ts';
import { byKeys } from './order.ts';

const EXPIRED = 'suppression-expired';
const UNUSED = 'suppression-unused';

/**
 * All problems by their place, with what is to be said of suppressions: that follows from the counts, because an entry
 * unused in one part of the input may be used in another. A notice that concerns no file is said once, however many
 * parts it came from.
 */
export function listProblems(problems: readonly Problem[], counts: Counts): Problem[] {
  const ofInput = problems.filter(({ code }) => code !== EXPIRED && code !== UNUSED);
  const sorted = [...ofInput, ...counts.suppressions.flatMap(suppressionNotices)].sort(
    byKeys((found) => [found.file, found.line, found.code, found.conversation ?? null, found.message, found.severity]),
  );
  return sorted.filter((found, index) => {
    const before = sorted[index - 1];
    return !(
      found.file === null &&
      before?.file === null &&
      before.code === found.code &&
      before.message === found.message &&
      before.conversation === found.conversation
    );
  });
}

function suppressionNotices(entry: SuppressionUse): Problem[] {
  const { file, line, fingerprint, until } = entry;
  if (entry.decision !== 'accepted') {
    return [];
  }
  if (entry.expired) {
    const message = `the suppression of ${fingerprint} ran out on ${until}: its finding counts again; renew it or take it out`;
    return [notice(EXPIRED, file, line, message)];
  }
  if (entry.findings === 0) {
    const message = `the suppression of ${fingerprint} matches no finding of this input; take it out if the finding is gone`;
    return [notice(UNUSED, file, line, message)];
  }
  return [];
}
