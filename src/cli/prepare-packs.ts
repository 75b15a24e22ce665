import { readdir } from 'node:fs/promises';
import { loadPack } from '../packs/load.ts';
import { KINDS_BY_NAME } from './kinds.ts';
import { packFinder, shippedRules } from './pack-files.ts';
import { writePrepared } from './prepared-pack.ts';

/**
 * Called by the build: every shipped pack, read, checked and settled, as the JSON that a start reads instead of the
 * pack's YAML.
 *
 * @returns name and text of each
 */
export async function preparePacks(): Promise<[string, string][]> {
  const entries = await readdir(shippedRules(), { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name): Promise<[string, string]> => {
      return [name, writePrepared(await loadPack(name, packFinder('.'), KINDS_BY_NAME))];
    }),
  );
}
