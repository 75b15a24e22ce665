import type { Settings } from '../config/settings.ts';
import { Fault } from '../fault.ts';
import type { Pack } from '../model/rule.ts';
import { loadPack } from '../packs/load.ts';
import { packFault } from '../packs/read-pack.ts';
import { changePack } from '../packs/resolve.ts';
import { nearest } from '../text/nearest.ts';
import { KINDS_BY_NAME } from './kinds.ts';
import { packFinder } from './pack-files.ts';
import { readPrepared } from './prepared-pack.ts';

/**
 * The packs of a run with the changes that the configuration and `--set` ask for.
 *
 * @throws Fault for a pack that is missing or wrong, a rule id in two packs, or a change to a rule that none has
 */
export async function packsInUse(settings: Pick<Settings, 'packs' | 'ruleWishes'>, cwd: string): Promise<Pack[]> {
  const find = packFinder(cwd);
  const packs: Pack[] = [];
  for (const name of settings.packs) {
    packs.push(await loadPack(name, find, KINDS_BY_NAME, readPrepared));
  }
  const owners = new Map<string, string>();
  for (const { name, rules } of packs) {
    for (const { id } of rules) {
      const other = owners.get(id);
      if (other !== undefined) {
        throw new Fault('bad-pack', `the rule "${id}" is in two packs, ${other} and ${name}`, {
          hint: `A pack that changes rules of another one extends it ("extends: ${other}") and is then used alone.`,
        });
      }
      owners.set(id, name);
    }
  }
  for (const { id, file, document, path } of settings.ruleWishes) {
    if (!owners.has(id)) {
      const known = [...owners.keys()].sort();
      const meant = nearest(id, known);
      const message = `there is no rule "${id}"; the rules are ${known.join(', ')}`;
      const hint = meant === null ? 'A new rule is written in a pack of your own.' : `Did you mean "${meant}"?`;
      throw packFault(file, { ...document.placeOf(path, 'key'), message, hint });
    }
  }
  return packs.map((pack) => {
    const wishes = settings.ruleWishes.filter(({ id }) => owners.get(id) === pack.name);
    return wishes.length === 0 ? pack : changePack(pack, wishes, KINDS_BY_NAME);
  });
}
