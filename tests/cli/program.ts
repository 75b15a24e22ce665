import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..', '..');
export const program = join(root, 'bin', 'transcript-audit.js');

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Circumstances {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the built program as a child process, as a user would. */
export function runProgram(args: readonly string[], circumstances: Circumstances = {}): Promise<Outcome> {
  if (!existsSync(join(root, 'dist', 'start.cjs'))) {
    throw new Error('the program is not built: run "npm run build" first ("npm test" does)');
  }
  const { NO_COLOR: _, FORCE_COLOR: __, COLUMNS: ___, ...env } = process.env;
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: circumstances.cwd ?? root,
      env: { ...env, ...circumstances.env },
      stdio: [circumstances.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', fail);
    child.on('close', (status) =>
      settle({ status, stdout: Buffer.concat(out).toString('utf8'), stderr: Buffer.concat(err).toString('utf8') }),
    );
    if (circumstances.input !== undefined) {
      child.stdin?.end(circumstances.input);
    }
  });
}

/** The objects of an ndjson output. */
export function lines(text: string): Record<string, unknown>[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
