import table from './nicknames.json' with { type: 'json' };

/** Names of two groups (Alex, Chris, Sam) belong to both, which makes the full names no kin. */
const groupsOf: ReadonlyMap<string, readonly string[]> = index(table.groups);

function index(groups: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const line of groups) {
    const names = line.replaceAll('ё', 'е').split(' ');
    for (const name of names) {
      found.set(name, [...(found.get(name) ?? []), ...names]);
    }
  }
  return found;
}

/**
 * All names that an English name may stand for or be shortened to; empty for a name without a group.
 *
 * @param word a folded name (`foldWord`)
 */
export function englishKin(word: string): readonly string[] {
  return groupsOf.get(word) ?? [];
}

/** Every name of the table, folded. */
export function englishNames(): Iterable<string> {
  return groupsOf.keys();
}
