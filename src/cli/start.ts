import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { main } from './main.ts';
import { expectShortRun } from './run-length.ts';
import type { Terminal } from './terminal.ts';

/** The program as the build wrote it, and the script that V8 made of it. */
export interface Program {
  readonly main: typeof main;
  readonly script: Script;
  /** Where the compiled code of its kind of run is kept. */
  readonly compiledPath: string;
}

/** Kinds of runs: each has the code that it needs compiled ahead, and no more. */
export type RunKind = 'help' | 'work';

/** Help and the version need nothing but the command line itself. */
export function kindOfRun(words: readonly string[]): RunKind {
  return words.some((word) => ['-h', '--help', '-V', '--version'].includes(word)) ? 'help' : 'work';
}

/**
 * Loads the bundled program with the code that the build had V8 compile (`build-compiled.mjs`). Without it, or where V8
 * refuses it (another version, other flags), the program is compiled as it runs: slower, and otherwise the same.
 */
export function loadProgram(kind: RunKind, folder: string, load: NodeJS.Require): Program {
  const path = join(folder, 'program.cjs');
  // All characters are ASCII: read so, V8 keeps a byte for each and decodes nothing.
  const text = readFileSync(path, 'latin1');
  // The text begins with a hash of itself: compiled code of an earlier build is never found.
  const compiledPath = join(folder, 'compiled', `${kind}-${text.slice(2, text.indexOf('*/'))}.bin`);
  const script = new Script(text, { filename: path, cachedData: compiledAhead(compiledPath) });
  const module: { exports: Pick<Program, 'main'> | null } = { exports: null };
  script.runInThisContext()(module, (name: string) => requireLate(name, load), path);
  if (module.exports === null) {
    throw new Error(`${path} gave no program`);
  }
  return { main: module.exports.main, script, compiledPath };
}

/** Parts of Node that are asked for as the program loads, and that most runs never use: they cost a start milliseconds. */
const SELDOM_USED: ReadonlySet<string> = new Set([
  'node:child_process',
  'node:fs/promises',
  'node:os',
  'node:stream',
  'node:worker_threads',
  'node:zlib',
]);

/** What the program's `require` gives: the seldom used stands in for itself until something of it is used. */
function requireLate(name: string, load: NodeJS.Require): unknown {
  if (name.startsWith('./late/')) {
    return standIn(() => load(name).all);
  }
  return SELDOM_USED.has(name) ? standIn(() => load(name)) : load(name);
}

function standIn(load: () => Record<string | symbol, unknown>): unknown {
  return new Proxy({}, { get: (_, key) => load()[key] });
}

function compiledAhead(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/** What `bin` calls: loads the program, runs it, and gives the exit code. */
export function start(terminal: Terminal): Promise<number> {
  const kind = kindOfRun(terminal.argv.slice(2));
  setFlags(kind);
  return loadProgram(kind, __dirname, require).main(terminal);
}

/** Called by the build: the code that V8 has compiled while the program ran. */
export function compiledCode(kind: RunKind, { script }: Program): Buffer {
  setFlags(kind);
  return script.createCachedData();
}

/** V8 takes compiled code back only under the flags under which it was written: those of its kind of run. */
export function setFlags(kind: RunKind): void {
  if (kind === 'work') {
    expectShortRun();
  }
}
