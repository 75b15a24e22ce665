/** The outputs that a run can write, by the name that `--format` takes. */
export const REPORT_NAMES = ['terminal', 'json', 'ndjson'] as const;
export type ReportName = (typeof REPORT_NAMES)[number];
