import { makeCsv } from './csv.ts';
import { makeCsvFindings } from './csv-findings.ts';
import { makeGithub } from './github.ts';
import { makeGitlab } from './gitlab.ts';
import { makeJson } from './json.ts';
import { makeJunit } from './junit.ts';
import { makeMarkdown } from './markdown.ts';
import type { ReportName } from './names.ts';
import { makeNdjson } from './ndjson.ts';
import { makeOpenmetrics } from './openmetrics.ts';
import { makeSarif } from './sarif.ts';
import type { ReporterMaker } from './settings.ts';
import { makeTerminal } from './terminal.ts';

/** Every output by its name. A name without a maker does not compile. */
export const REPORTERS: Readonly<Record<ReportName, ReporterMaker>> = {
  terminal: makeTerminal,
  json: makeJson,
  ndjson: makeNdjson,
  csv: makeCsv,
  'csv-findings': makeCsvFindings,
  junit: makeJunit,
  sarif: makeSarif,
  github: makeGithub,
  gitlab: makeGitlab,
  markdown: makeMarkdown,
  openmetrics: makeOpenmetrics,
};
