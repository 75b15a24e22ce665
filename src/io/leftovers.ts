import { rmSync } from 'node:fs';
import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const paths = new Set<string>();

/** Has a file or folder removed should the program end, or be interrupted, before `keep` is called for it. */
export function removeUnlessKept(path: string): void {
  if (paths.size === 0) {
    process.once('exit', removeAll);
    for (const signal of SIGNALS) {
      process.once(signal, interrupted);
    }
  }
  paths.add(path);
}

/** The file has its final name, or is gone already: nothing is left to do for it. */
export function keep(path: string): void {
  paths.delete(path);
  if (paths.size === 0) {
    process.off('exit', removeAll);
    for (const signal of SIGNALS) {
      process.off(signal, interrupted);
    }
  }
}

function removeAll(): void {
  for (const path of paths) {
    rmSync(path, { recursive: true, force: true });
  }
  paths.clear();
}

function interrupted(signal: NodeJS.Signals): void {
  removeAll();
  process.exit(128 + constants.signals[signal]);
}
