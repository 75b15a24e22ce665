import { readdir } from 'node:fs/promises';
import { loadPack } from '../packs/load.ts';
import { KINDS_BY_NAME } from './kinds.ts';
import { packFinder, shippedRules } from './pack-files.ts';
import { writePrepared } from './prepared-pack.ts';

/**
 * Called by the build: every shipped pack, read, checked and settled, as the files that a start reads instead of the
 * pack's YAML and its models.
 *
 * @returns name and content of each file
 */
export async function preparePacks(): Promise<[string, string | Uint8Array][]> {
  const entries = await readdir(shippedRules(), { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const files = await Promise.all(
    names.sort().map(async (name) => writePrepared(await loadPack(name, packFinder('.'), KINDS_BY_NAME))),
  );
  return files.flat();
}
