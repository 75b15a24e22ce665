import commonWords from './common-words.json' with { type: 'json' };
import { isRussianName } from './diminutives.ts';
import firstNames from './first-names.json' with { type: 'json' };
import { englishKin } from './nicknames.ts';
import { WordList } from './word-list.ts';

const latinNames = new WordList(firstNames.latin);
const cyrillicNames = new WordList(firstNames.cyrillic);
const englishWords = new WordList(commonWords.en);
const russianWords = new WordList(commonWords.ru);

/** Messages repeat their words; ids and typos must not fill the memory. */
const MOST_REMEMBERED = 20_000;
let firstNamesAsked = new Map<string, boolean>();
let commonWordsAsked = new Map<string, boolean>();

/**
 * Whether a folded word is a given name that we know, in full or short, of whatever language. A name that is not
 * listed may be one all the same.
 */
export function isFirstName(word: string): boolean {
  let known = firstNamesAsked.get(word);
  if (known === undefined) {
    known = isListed(word) || (ACCENTED.test(word) && isListed(word.normalize('NFD').replace(/\p{M}/gu, '')));
    if (firstNamesAsked.size >= MOST_REMEMBERED) {
      firstNamesAsked = new Map();
    }
    firstNamesAsked.set(word, known);
  }
  return known;
}

function isListed(word: string): boolean {
  const listed = CYRILLIC.test(word) ? cyrillicNames.has(word) || isRussianName(word) : latinNames.has(word);
  return listed || englishKin(word).length > 0;
}

const CYRILLIC = /[\u0400-\u04ff]/;
/** Latin words only: Odhrán is listed as Odhran, while й is no и with a mark. */
const ACCENTED = /^[a-z'\u00c0-\u024f]*[\u00c0-\u024f][a-z'\u00c0-\u024f]*$/;

/** Whether a folded word is a common word of English or Russian: a name among them (Hope, Вера) needs more proof. */
export function isCommonWord(word: string): boolean {
  let known = commonWordsAsked.get(word);
  if (known === undefined) {
    known = (CYRILLIC.test(word) ? russianWords : englishWords).has(word);
    if (commonWordsAsked.size >= MOST_REMEMBERED) {
      commonWordsAsked = new Map();
    }
    commonWordsAsked.set(word, known);
  }
  return known;
}
