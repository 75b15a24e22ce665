/**
 * One shape for every spelling of a word: what the eye takes for the same word must compare equal.
 */

/** Latin letters that look like Cyrillic ones, small letters only: words are lowered first. */
const LATIN_TO_CYRILLIC: ReadonlyMap<string, string> = new Map(
  Object.entries({ a: 'а', b: 'в', c: 'с', e: 'е', h: 'н', k: 'к', m: 'м', o: 'о', p: 'р', t: 'т', x: 'х', y: 'у' }),
);
const CYRILLIC_TO_LATIN: ReadonlyMap<string, string> = new Map(
  [...LATIN_TO_CYRILLIC].map(([latin, cyrillic]) => [cyrillic, latin]),
);

const PLAIN_ASCII = /^[a-z0-9]*$/;
const APOSTROPHES = /[’‘ʼ`´′]/g;
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const LATIN = /[a-z]/;
const CYRILLIC = /[\u0400-\u052f]/;

/**
 * A word as it is compared: NFC, lower case, ё as е, one apostrophe, no invisible characters, and letters of the other
 * script mended in a word that mixes Latin and Cyrillic (a copied «Aнгелина» with a Latin A).
 *
 * @param word - One word, as written.
 */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (PLAIN_ASCII.test(lower)) {
    return lower;
  }
  const folded = lower.normalize('NFC').replace(INVISIBLE, '').replace(APOSTROPHES, "'").replaceAll('ё', 'е');
  return LATIN.test(folded) && CYRILLIC.test(folded) ? mendScript(folded) : folded;
}

/** Turns the lookalikes to the script that has the letters without a lookalike, if only one script has such. */
function mendScript(word: string): string {
  let latinOnly = false;
  let cyrillicOnly = false;
  for (const letter of word) {
    latinOnly ||= LATIN.test(letter) && !LATIN_TO_CYRILLIC.has(letter);
    cyrillicOnly ||= CYRILLIC.test(letter) && !CYRILLIC_TO_LATIN.has(letter);
  }
  if (latinOnly === cyrillicOnly) {
    return word;
  }
  const table = cyrillicOnly ? LATIN_TO_CYRILLIC : CYRILLIC_TO_LATIN;
  let mended = '';
  for (const letter of word) {
    mended += table.get(letter) ?? letter;
  }
  return mended;
}
