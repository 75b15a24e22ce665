import type { Counts, LeftOut, SuppressionUse } from '../model/counts.ts';
import { notice, type Problem, problem } from '../model/problem.ts';
import { byKeys } from './order.ts';

const EXPIRED = 'suppression-expired';
const UNUSED = 'suppression-unused';
const LEFT_OUT = 'left-out';
const UNKNOWN_ROLES = 'unknown-roles';
/** Said from the counts, so that the parts of an input add up. */
const COUNTED: ReadonlySet<string> = new Set([EXPIRED, UNUSED, LEFT_OUT, UNKNOWN_ROLES]);

/**
 * All problems by their place, with what follows from the counts: an entry unused in one part of the input may be used
 * in another, and conversations left out add up. A notice that concerns no file is said once, however many
 * parts it came from.
 */
export function listProblems(problems: readonly Problem[], counts: Counts): Problem[] {
  const ofInput = problems.filter(({ code }) => !COUNTED.has(code));
  const counted = [...leftOutProblems(counts.left_out), ...counts.suppressions.flatMap(suppressionNotices)];
  const sorted = [...ofInput, ...counted].sort(
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

/** What is to be said of conversations that were met and not judged. */
export function leftOutProblems({ by_filters, unknown_roles }: LeftOut): Problem[] {
  const found: Problem[] = [];
  if (by_filters > 0) {
    const message = `${inWords(by_filters)} left out by the filters or as not eligible`;
    found.push(notice(LEFT_OUT, null, null, message));
  }
  if (unknown_roles > 0) {
    const message = `${inWords(unknown_roles)} not judged: nothing tells agents from customers; say who is an agent with --agent-name`;
    found.push(problem(UNKNOWN_ROLES, null, null, message));
  }
  return found;
}

function inWords(count: number): string {
  return count === 1 ? '1 conversation was' : `${count} conversations were`;
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
