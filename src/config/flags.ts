/**
 * What the command line hands over, still as text: null or empty where the flag was not given. The same names as the
 * flags, so that a fault can name the flag.
 */
export interface Flags {
  readonly inputFormat: string | null;
  readonly map: readonly string[];
  readonly agentName: readonly string[];
  readonly timezone: string | null;
  readonly dateOrder: string | null;
  readonly asOf: string | null;
  readonly sessionGap: string | null;
  readonly pack: readonly string[];
  readonly set: readonly string[];
  readonly assumeChannel: string | null;
  readonly channel: readonly string[];
  readonly agent: readonly string[];
  readonly tag: readonly string[];
  readonly since: string | null;
  readonly until: string | null;
  readonly format: readonly string[];
  readonly withConversations: boolean | null;
  readonly redact: boolean | null;
  readonly redactAgents: boolean | null;
  readonly failUnder: string | null;
  readonly failAgentUnder: string | null;
  readonly max: readonly string[];
  readonly baseline: string | null;
  readonly gateOn: string | null;
  readonly minSample: string | null;
  readonly maxUnreadable: string | null;
  readonly suppressions: string | null;
  readonly strict: boolean | null;
  readonly jobs: string | null;
}

/** No flag at all. */
export const NO_FLAGS: Flags = {
  inputFormat: null,
  map: [],
  agentName: [],
  timezone: null,
  dateOrder: null,
  asOf: null,
  sessionGap: null,
  pack: [],
  set: [],
  assumeChannel: null,
  channel: [],
  agent: [],
  tag: [],
  since: null,
  until: null,
  format: [],
  withConversations: null,
  redact: null,
  redactAgents: null,
  failUnder: null,
  failAgentUnder: null,
  max: [],
  baseline: null,
  gateOn: null,
  minSample: null,
  maxUnreadable: null,
  suppressions: null,
  strict: null,
  jobs: null,
};
