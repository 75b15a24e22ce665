/**
 * What a product's own word means by the table of its words; null for a word that is not in it. Only the table's own keys
 * are seen, so that no word of a record reaches a prototype.
 */
export function meaningOf<Meaning extends string>(
  word: string | null | undefined,
  table: Readonly<Record<string, Meaning>>,
): Meaning | null {
  return typeof word === 'string' && Object.hasOwn(table, word) ? (table[word] ?? null) : null;
}
