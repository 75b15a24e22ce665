import table from './nicknames.json' with { type: 'json' };

/** A line for each group, each name between spaces: searched as it stands, because a run asks for a few names. */
let lines: string | null = null;

/**
 * All names that an English name may stand for or be shortened to; empty for a name without a group. Names of two groups
 * (Alex, Chris, Sam) belong to both, which makes the full names no kin.
 *
 * @param word a folded name (`foldWord`)
 */
export function englishKin(word: string): readonly string[] {
  lines ??= ` ${table.groups.join(' \n ').replaceAll('ё', 'е')} `;
  const found: string[] = [];
  if (word === '' || /\s/.test(word)) {
    return found;
  }
  const wanted = ` ${word} `;
  for (let place = lines.indexOf(wanted); place >= 0; place = lines.indexOf(wanted, place + 1)) {
    const next = lines.indexOf('\n', place);
    const line = lines.slice(lines.lastIndexOf('\n', place) + 1, next < 0 ? lines.length : next);
    found.push(...line.trim().split(' '));
  }
  return found;
}
