import commonWords from './common-words.json' with { type: 'json' };
import { russianKin } from './diminutives.ts';
import firstNames from './first-names.json' with { type: 'json' };
import { englishKin } from './nicknames.ts';

let names: ReadonlySet<string> | null = null;
let words: ReadonlySet<string> | null = null;

/**
 * Whether a folded word is a given name that we know, in full or short, of whatever language. A name that is not
 * listed may be one all the same.
 */
export function isFirstName(word: string): boolean {
  names ??= new Set(`${firstNames.latin} ${firstNames.cyrillic}`.split(' '));
  return names.has(word) || russianKin(word).length > 0 || englishKin(word).length > 0;
}

/** Whether a folded word is a common word of English or Russian: a name among them (Hope, Вера) needs more proof. */
export function isCommonWord(word: string): boolean {
  words ??= new Set(`${commonWords.en} ${commonWords.ru}`.split(' '));
  return words.has(word);
}
