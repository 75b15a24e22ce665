import { Fault } from '../fault.ts';
import type { Pack } from '../model/rule.ts';
import { type Kinds, readPack } from './read-pack.ts';
import { resolvePack } from './resolve.ts';
import type { PackFiles } from './schema.ts';

/** Finds the files of a pack by its name (a shipped one) or its path; throws a Fault where there is none. */
export type FindPack = (nameOrPath: string, from: string | null) => Promise<PackFiles>;

/**
 * Loads a pack with all packs that it extends.
 *
 * @param name a shipped pack's name, or the path of a pack file or folder
 * @throws Fault with file, line and column for anything in a pack that is wrong
 */
export async function loadPack(name: string, find: FindPack, kinds: Kinds): Promise<Pack> {
  return loadOnto(name, null, find, kinds, []);
}

async function loadOnto(
  name: string,
  from: string | null,
  find: FindPack,
  kinds: Kinds,
  above: readonly string[],
): Promise<Pack> {
  const files = await find(name, from);
  if (above.includes(files.head.name)) {
    throw new Fault('bad-pack', `packs extend each other in a circle: ${[...above, files.head.name].join(' → ')}`);
  }
  const own = readPack(files, kinds);
  const base =
    own.extends === undefined
      ? null
      : await loadOnto(own.extends, files.head.name, find, kinds, [...above, files.head.name]);
  return resolvePack(own, base, kinds);
}
