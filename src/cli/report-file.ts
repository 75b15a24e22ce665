import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { Fault } from '../fault.ts';
import type { Report } from '../model/report.ts';

/**
 * Reads a report that `--format json` wrote.
 *
 * @throws Fault `bad-report` where the file is missing or no such report
 */
export async function readReport(path: string, cwd: string): Promise<Report> {
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
  const report = value as Partial<Report> | null;
  if (report?.run?.schema !== 'transcript-audit/1' || report.counts === undefined || report.scoring === undefined) {
    throw new Fault('bad-report', `${shown} is no report of transcript-audit/1`, { hint });
  }
  return report as Report;
}
