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
 * @param ready gives a pack that was read and checked ahead, or null: then its files are read
 * @throws Fault with file, line and column for anything in a pack that is wrong
 */
export async function loadPack(
  name: string,
  find: FindPack,
  kinds: Kinds,
  ready: (name: string) => Promise<Pack | null> = async () => null,
): Promise<Pack> {
  return loadOnto(name, null, { find, kinds, ready }, []);
}

interface Means {
  readonly find: FindPack;
  readonly kinds: Kinds;
  readonly ready: (name: string) => Promise<Pack | null>;
}

async function loadOnto(name: string, from: string | null, means: Means, above: readonly string[]): Promise<Pack> {
  const { find, kinds } = means;
  const prepared = await means.ready(name);
  if (prepared !== null) {
    return prepared;
  }
  const files = await find(name, from);
  if (above.includes(files.head.name)) {
    throw new Fault('bad-pack', `packs extend each other in a circle: ${[...above, files.head.name].join(' → ')}`);
  }
  const own = readPack(files, kinds);
  const base =
    own.extends === undefined ? null : await loadOnto(own.extends, files.head.name, means, [...above, files.head.name]);
  return resolvePack(own, base, kinds);
}
