/** The outputs that a run can write, by the name that `--format` takes. */
export const REPORT_NAMES = [
  'terminal',
  'json',
  'ndjson',
  'csv',
  'csv-findings',
  'junit',
  'sarif',
  'github',
  'gitlab',
  'markdown',
  'openmetrics',
] as const;
export type ReportName = (typeof REPORT_NAMES)[number];

/**
 * Whether personal data is masked where the user did not say. What leaves the desk (job logs, dashboards, pages) is
 * masked; what an analyst works on is not; the terminal report is masked unless a person reads it there and then.
 */
const MASKED: Readonly<Record<ReportName, 'yes' | 'no' | 'unless on a screen'>> = {
  terminal: 'unless on a screen',
  json: 'no',
  ndjson: 'no',
  csv: 'no',
  'csv-findings': 'no',
  junit: 'yes',
  sarif: 'yes',
  github: 'yes',
  gitlab: 'yes',
  markdown: 'yes',
  openmetrics: 'yes',
};

/** `wish` is `--redact` or `--no-redact`, null for neither; `onScreen` is true where the text goes to a terminal. */
export function isRedacted(name: ReportName, wish: boolean | null, onScreen: boolean): boolean {
  return wish ?? (MASKED[name] === 'yes' || (MASKED[name] === 'unless on a screen' && !onScreen));
}
