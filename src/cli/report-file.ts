import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { safeParse } from 'valibot';
import { Fault } from '../fault.ts';
import type { Counts } from '../model/counts.ts';
import type { Problem } from '../model/problem.ts';
import type { Report, Run, Scoring } from '../model/report.ts';
import type { AuditedConversation } from '../model/reporter.ts';
import type { Verdict } from '../model/verdict.ts';
import { countsFault } from '../score/check-counts.ts';
import { summarise } from '../score/summarise.ts';
import { describeIssue } from '../text/schema-issue.ts';

/** The parts of a report that it is read for. */
interface Basis {
  readonly run: Run;
  readonly scoring: Scoring;
  readonly counts: Counts;
  readonly problems: readonly Problem[];
}

/** A conversation as a report written with `--with-conversations` holds it. */
export type StoredConversation = Omit<AuditedConversation, 'units' | 'names'> & {
  readonly verdicts: readonly Verdict[];
};

/** A report, and the conversations that it was written with; null where it holds none. */
export interface WholeReport {
  readonly report: Report;
  readonly conversations: readonly StoredConversation[] | null;
}

/**
 * Reads a report that `--format json` wrote, without its conversations.
 *
 * @throws Fault as `readWholeReport` does
 */
export async function readReport(path: string, cwd: string): Promise<Report> {
  return (await readWholeReport(path, cwd)).report;
}

/**
 * Reads a report that `--format json` wrote. Its figures are made anew from its counts: they follow from nothing else.
 *
 * @throws Fault `bad-report` where the file is missing or no such report, or does not hold together
 */
export async function readWholeReport(path: string, cwd: string): Promise<WholeReport> {
  const whole = resolve(cwd, path);
  const shown = relative(cwd, whole).replaceAll('\\', '/');
  const hint = 'A report is written by: transcript-audit PATH --format json=report.json';
  const text = await readFile(whole, 'utf8').catch((cause: unknown) => {
    throw new Fault('bad-report', `the report ${shown} cannot be read`, { cause, hint });
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Fault('bad-report', `${shown} is no JSON document`, { cause, hint });
  }
  if ((value as Partial<Report> | null)?.run?.schema !== 'transcript-audit/1') {
    throw new Fault('bad-report', `${shown} is no report of transcript-audit/1`, { hint });
  }
  const { basisSchema } = await import('../report/document-schema.ts');
  const checked = safeParse(basisSchema, value, { abortEarly: true });
  if (!checked.success) {
    const told = describeIssue(checked.issues[0], basisSchema);
    throw new Fault('bad-report', `${shown} is no whole report: ${told.message}`, { hint });
  }
  // The value itself, not the schema's copy: that puts keys in the schema's order, and merging keeps every byte.
  const { run, scoring, counts, problems } = value as Basis;
  const wrong = countsFault(counts, scoring);
  if (wrong !== null) {
    throw new Fault('bad-report', `${shown} does not hold together: ${wrong}`, { hint });
  }
  const { conversations } = value as { readonly conversations?: readonly StoredConversation[] };
  return { report: summarise(run, scoring, counts, problems), conversations: conversations ?? null };
}
