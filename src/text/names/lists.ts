import commonWords from './common-words.json' with { type: 'json' };
import { russianNames } from './diminutives.ts';
import firstNames from './first-names.json' with { type: 'json' };
import { englishNames } from './nicknames.ts';

let names: ReadonlySet<string> | null = null;
let words: ReadonlySet<string> | null = null;

/**
 * Whether a folded word is a given name that we know, in full or short, of whatever language. A name that is not
 * listed may be one all the same.
 */
export function isFirstName(word: string): boolean {
  names ??= new Set([...`${firstNames.latin} ${firstNames.cyrillic}`.split(' '), ...russianNames(), ...englishNames()]);
  return names.has(word) || (ACCENTED.test(word) && names.has(word.normalize('NFD').replace(/\p{M}/gu, '')));
}

/** Latin words only: Odhrán is listed as Odhran, while й is no и with a mark. */
const ACCENTED = /^[a-z'\u00c0-\u024f]*[\u00c0-\u024f][a-z'\u00c0-\u024f]*$/;

/** Whether a folded word is a common word of English or Russian: a name among them (Hope, Вера) needs more proof. */
export function isCommonWord(word: string): boolean {
  words ??= new Set(`${commonWords.en} ${commonWords.ru}`.split(' '));
  return words.has(word);
}
