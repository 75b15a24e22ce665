import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { ReadConfig } from '../config/read-config.ts';
import { defaultConfig, readConfig } from '../config/read-config.ts';
import { Fault } from '../fault.ts';

export const CONFIG_NAMES = ['yaml', 'yml', 'json'].map((extension) => `transcript-audit.config.${extension}`);

/** A configuration and the folder that its relative paths start from. */
export interface FoundConfig extends ReadConfig {
  readonly folder: string;
}

/**
 * Reads the configuration named on the command line, else the nearest one from the working directory upwards, else the
 * defaults.
 */
export async function findConfig(named: string | null, cwd: string): Promise<FoundConfig> {
  const path = named === null ? nearestConfig(cwd) : resolve(cwd, named);
  if (path === null) {
    return { ...defaultConfig(), folder: cwd };
  }
  const shown = relative(cwd, path).replaceAll('\\', '/');
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Fault('bad-config', `the configuration ${shown} cannot be read`, {
      cause,
      hint: 'Check the path after --config.',
    });
  });
  return { ...readConfig(shown, text), folder: dirname(path) };
}

function nearestConfig(start: string): string | null {
  for (let folder = start; ; folder = dirname(folder)) {
    const found = CONFIG_NAMES.map((name) => join(folder, name)).find((path) => existsSync(path));
    if (found !== undefined) {
      return found;
    }
    if (dirname(folder) === folder) {
      return null;
    }
  }
}
