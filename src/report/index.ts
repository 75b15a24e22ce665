import { makeJson } from './json.ts';
import type { ReportName } from './names.ts';
import { makeNdjson } from './ndjson.ts';
import type { ReporterMaker } from './settings.ts';
import { makeTerminal } from './terminal.ts';

/** Every output by its name. A name without a maker does not compile. */
export const REPORTERS: Readonly<Record<ReportName, ReporterMaker>> = {
  terminal: makeTerminal,
  json: makeJson,
  ndjson: makeNdjson,
};
