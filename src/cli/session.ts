import { Readable } from 'node:stream';
import type { Settings } from '../config/settings.ts';
import { settle } from '../config/settle.ts';
import { Fault } from '../fault.ts';
import { findSources } from '../io/paths.ts';
import { makeSpillStore } from '../io/spill.ts';
import { stdinSource } from '../io/stdin.ts';
import { TemporaryFolder } from '../io/temporary.ts';
import type { Problem } from '../model/problem.ts';
import type { Run } from '../model/report.ts';
import type { Pack } from '../model/rule.ts';
import type { Source } from '../model/source.ts';
import { hashOf } from '../packs/resolve.ts';
import { type Reading, readConversations } from '../read/read.ts';
import { DEFAULT_MEMORY_LIMIT, MAP_FIELDS, type ReadSettings } from '../read/settings.ts';
import { REPORT_NAMES } from '../report/names.ts';
import { describeHours } from '../text/calendar.ts';
import { nearest } from '../text/nearest.ts';
import { type FoundConfig, findConfig } from './config-file.ts';
import { flagsOf, type GivenOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { VERSION } from './version.ts';

/** The configuration and flags of one run, settled. */
export interface Session {
  readonly found: FoundConfig;
  readonly settings: Settings;
}

/** Finds the configuration, lays the flags over it and settles everything. */
export async function openSession(terminal: Terminal, options: GivenOptions): Promise<Session> {
  const named = typeof options['config'] === 'string' ? options['config'] : null;
  const found = await findConfig(named, terminal.cwd());
  const settings = settle(found, flagsOf(options), { mapFields: MAP_FIELDS, outputs: REPORT_NAMES });
  return { found, settings };
}

/**
 * The sources behind the paths of a command line: standard input where there is no path and something is piped in.
 *
 * @throws Fault `no-input` where there is nothing to read, `no-such-path` for a path behind which there is nothing
 */
export async function sourcesOf(
  paths: readonly string[],
  terminal: Terminal,
  folder: TemporaryFolder,
  commands: readonly string[],
): Promise<readonly Source[]> {
  const wanted = paths.length > 0 ? paths : terminal.stdin.isTTY === true ? [] : ['-'];
  if (wanted.length === 0) {
    throw new Fault('no-input', 'there is nothing to audit', {
      hint: 'Name a file, a folder or a glob, or pipe an export in: transcript-audit july.csv',
    });
  }
  const files = wanted.filter((path) => path !== '-');
  const found =
    files.length === 0 ? [] : await findSources(files).catch((error: unknown) => suggest(error, files, commands));
  const piped = wanted.includes('-') ? [stdinSource(Readable.from(terminal.stdin), folder)] : [];
  return [...piped, ...found];
}

/** A first word that is no file may be a command misspelt. */
function suggest(error: unknown, files: readonly string[], commands: readonly string[]): never {
  const meant = nearest(files[0] ?? '', commands);
  if (error instanceof Fault && error.code === 'no-such-path' && files.length > 0 && meant !== null) {
    throw new Fault('no-such-path', `"${files[0]}" is neither a file nor a command`, {
      hint: `Did you mean "transcript-audit ${meant}"?`,
    });
  }
  throw error;
}

/** An open reading with everything that must be put away after it. */
export interface OpenReading {
  readonly reading: Reading;
  readonly problems: Problem[];
  close(): Promise<void>;
}

/** Starts to read the conversations behind the paths; problems and notices are gathered, and told as they come. */
export async function openReading(
  paths: readonly string[],
  terminal: Terminal,
  settings: Settings,
  commands: readonly string[],
  told: (problem: Problem) => void = () => {},
): Promise<OpenReading> {
  const folder = new TemporaryFolder();
  const problems: Problem[] = [];
  const sources = await sourcesOf(paths, terminal, folder, commands);
  const reading = readConversations(each(sources), readSettings(settings), makeSpillStore(folder), (problem) => {
    problems.push(problem);
    told(problem);
  });
  return { reading, problems, close: () => folder.remove() };
}

async function* each(sources: readonly Source[]): AsyncGenerator<Source> {
  yield* sources;
}

export function readSettings(settings: Settings): ReadSettings {
  return {
    ...settings.read,
    map: new Map([...settings.read.map]) as ReadSettings['map'],
    memoryLimit: DEFAULT_MEMORY_LIMIT,
  };
}

/**
 * What the report says of the run. The settings' hash is over those that change verdicts or scores; suppressions are
 * counted apart in every report, so that a new one does not make two reports incomparable.
 */
export function describeRun(settings: Settings, packs: readonly Pack[]): Run {
  const { read, judge, selection, eligibility, score } = settings;
  const weighed = {
    read: { ...read, map: Object.fromEntries(read.map) },
    judge,
    selection,
    eligibility,
    score: { ...score, since: Object.fromEntries(score.since) },
  };
  return {
    type: 'run',
    schema: 'transcript-audit/1',
    tool: { name: 'transcript-audit', version: VERSION },
    packs: packs.map(({ name, version, hash }) => ({ name, version, hash })),
    settings_hash: hashOf(weighed),
    business_hours: judge.calendar === null ? null : describeHours(judge.calendar),
    redacted: false,
  };
}

/** Whether any conversation was recognised at all: else the command has not done its work. */
export function nothingUsable(reading: Reading): boolean {
  return !reading.files.some(({ outcome }) => outcome === 'read' || outcome === 'empty');
}
