import { Fault } from '../fault.ts';
import type { Report } from '../model/report.ts';
import { KeyHashes } from './key-hashes.ts';
import { summarise } from './summarise.ts';
import { Tally } from './tally.ts';

/** A report and what the user calls it. */
export interface NamedReport {
  readonly name: string;
  readonly report: Report;
}

/**
 * The report of everything that the given ones cover: the same value as if audited at once.
 *
 * @throws Fault `no-reports`, `unequal-packs`, `unequal-settings`, `unequal-redaction` or `overlapping-reports`.
 */
export function mergeReports(reports: readonly NamedReport[]): Report {
  const [first, ...others] = reports;
  if (first === undefined) {
    throw new Fault('no-reports', 'there is nothing to merge', { hint: 'Name at least one JSON report.' });
  }
  for (const other of others) {
    refuseUnequal(first, other);
  }
  const tally = new Tally(first.report.scoring);
  for (const { report } of reports) {
    tally.absorb(report.counts);
  }
  if (tally.repeatedConversations() > 0) {
    refuseOverlap(reports);
  }
  const problems = reports.flatMap(({ report }) => report.problems);
  return summarise(first.report.run, first.report.scoring, tally.counts(), problems);
}

/** Finds the report that repeats an earlier one, to name it. */
function refuseOverlap(reports: readonly NamedReport[]): never {
  const seen = new KeyHashes();
  for (const { name, report } of reports) {
    seen.absorb(report.counts.conversation_hashes);
    const repeated = seen.repeated();
    if (repeated > 0) {
      const conversations = `${repeated} conversation${repeated === 1 ? '' : 's'}`;
      throw new Fault('overlapping-reports', `${name} holds ${conversations} that an earlier report holds too`, {
        hint: 'Merge reports of different files: a conversation counted twice would weigh twice.',
      });
    }
  }
  throw new Error('no report overlaps');
}

function refuseUnequal(first: NamedReport, other: NamedReport): void {
  const names = `${first.name} and ${other.name}`;
  const one = first.report.run;
  const two = other.report.run;
  const hint = 'Audit all parts with the same packs, configuration and version, then merge.';
  const packs = (run: typeof one): string => run.packs.map(({ name, hash }) => `${name} ${hash}`).join(', ');
  if (packs(one) !== packs(two) || one.tool.version !== two.tool.version) {
    throw new Fault('unequal-packs', `${names} were judged by different packs or versions`, { hint });
  }
  if (
    one.settings_hash !== two.settings_hash ||
    JSON.stringify(first.report.scoring) !== JSON.stringify(other.report.scoring)
  ) {
    throw new Fault('unequal-settings', `${names} were made with different settings`, { hint });
  }
  if (one.redacted !== two.redacted) {
    throw new Fault('unequal-redaction', `one of ${names} is redacted, the other is not`, { hint });
  }
}
