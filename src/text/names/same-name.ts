import { isAscii } from '../ascii.ts';
import { editDistance } from '../nearest.ts';
import { caseForms, isAffectionateForm, russianKin, russianNames, vocativeSources } from './diminutives.ts';
import { isCommonWord, isFirstName } from './lists.ts';
import { englishKin } from './nicknames.ts';
import { mayBeginWith, soundKey, soundKeys } from './sound.ts';

/** How a word of a text stands to a known name. */
export type Likeness = 'same' | 'typo' | 'oblique' | 'other';

/** One word of a known name, with all that it may be written as. */
export interface NameWord {
  readonly word: string;
  likeness(token: string): Likeness;
}

/** Shorter keys than this meet by chance. */
const SHORTEST_KEY = 3;
/** Of a listed name, where the other is listed as well or in the other script: Mia, «Мия». */
const SHORTEST_LISTED_KEY = 2;

/**
 * Prepare a word of a known name (first name, patronymic or surname) for comparison.
 *
 * `same`: the word itself, a usual short or full form, the other script, a spoken vocative. `typo`: a small slip.
 * `oblique`: a case form or a possessive, which mentions and never addresses.
 *
 * @param word a folded word of two letters or more
 */
export function nameWord(word: string): NameWord {
  let made = prepared.get(word);
  if (made === undefined) {
    made = prepare(word);
    if (prepared.size >= MOST_PREPARED) {
      prepared = new Map();
    }
    prepared.set(word, made);
  }
  return made;
}

/** Whether two names have a word in common, in whatever form or with a slip: then they may be one person's. */
export function sharesWord(one: readonly string[], other: readonly string[]): boolean {
  return one.some((word) => other.some((token) => ['same', 'typo'].includes(nameWord(word).likeness(token))));
}

/** The names of a big export repeat; a huge one must not fill the memory. */
const MOST_PREPARED = 5_000;
let prepared = new Map<string, NameWord>();

function prepare(word: string): NameWord {
  const forms = formsOf(word);
  const listed = isFirstName(word);
  const keys = new Set(
    [...forms].flatMap(soundKeys).filter((key) => key.length >= (listed ? SHORTEST_LISTED_KEY : SHORTEST_KEY)),
  );
  const oblique = new Set([...forms].flatMap((form) => (/^[а-я]+$/.test(form) ? caseForms(form) : [])));
  const memory = new Map<string, Likeness>();
  const compare = (token: string): Likeness => {
    if (forms.has(token) || vocativeSources(token).some((source) => forms.has(source) && source.length > 2)) {
      return 'same';
    }
    if (oblique.has(token) || (token.endsWith("'s") && forms.has(token.slice(0, -2)))) {
      return 'oblique';
    }
    const key = soundKeys(token).find((each) => keys.has(each));
    if (
      key !== undefined &&
      (key.length >= SHORTEST_KEY
        ? !isCommonWord(token) || isFirstName(token)
        : isFirstName(token) || isAscii(token) !== isAscii(word))
    ) {
      return 'same';
    }
    if (isBeginning(token, word)) {
      return 'same';
    }
    const tender = !isFirstName(token) && [...forms].some((form) => isAffectionateForm(token, form));
    if (tender || (!isFirstName(word) && isAffectionateForm(word, token))) {
      return 'same';
    }
    return isSlip(token, word) ? 'typo' : 'other';
  };
  return {
    word,
    likeness: (token) => {
      let known = memory.get(token);
      if (known === undefined) {
        known = compare(token);
        if (memory.size < MOST_PREPARED) {
          memory.set(token, known);
        }
      }
      return known;
    },
  };
}

/** A full name stands for its short forms; a short form for its full names and, through them, for its sisters. */
function formsOf(word: string): Set<string> {
  const forms = new Set([word, ...englishKin(word)]);
  for (const russian of russianSpellings(word)) {
    for (const kin of russianKin(russian)) {
      forms.add(kin);
      if (kin.length > russian.length || !isFullName(russian)) {
        for (const sister of russianKin(kin)) {
          if (!isFullName(sister) || sister === russian) {
            forms.add(sister);
          }
        }
      }
    }
  }
  return forms;
}

/** The word itself, or of a Latin word the Russian names that sound so: the short forms of Ekaterina are Катя's. */
function russianSpellings(word: string): readonly string[] {
  if (!/^[a-z']+$/.test(word)) {
    return [word];
  }
  const key = soundKey(word);
  const sign = key.charAt(0);
  let known = spellings.get(sign);
  if (known === undefined) {
    known = indexBySound(sign);
    spellings.set(sign, known);
  }
  return known.get(key) ?? [];
}

/** By the first sign of their keys: few of them are asked for in a short run. */
const spellings = new Map<string, ReadonlyMap<string, readonly string[]>>();

/** The Russian names whose keys begin with a sign, by their keys. */
function indexBySound(sign: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const name of russianNamesFrom(sign)) {
    const key = soundKey(name);
    if (key.length >= SHORTEST_KEY && key.startsWith(sign)) {
      found.set(key, [...(found.get(key) ?? []), name]);
    }
  }
  return found;
}

let byLetter: ReadonlyMap<string, readonly string[]> | null = null;

/** Those of the Russian names whose first letters let them sound so: all names are looked through once, not for every sign. */
function russianNamesFrom(sign: string): string[] {
  byLetter ??= namesByLetter();
  return [...byLetter].flatMap(([letter, names]) => (mayBeginWith(sign, letter) ? names : []));
}

function namesByLetter(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const name of russianNames()) {
    const letter = name.charAt(0);
    const names = found.get(letter);
    if (names === undefined) {
      found.set(letter, [name]);
    } else {
      names.push(name);
    }
  }
  return found;
}

/** Full Russian names have more short forms than a short form has full ones; a name of three kin or more is full. */
function isFullName(word: string): boolean {
  return russianKin(word).length >= 3 || !/[ая]$/.test(word);
}

/** Stan for Stanislav, Влад for Владислав: the beginning of a much longer name is what people call it by. */
function isBeginning(token: string, word: string): boolean {
  return token.length >= 3 && word.length >= token.length + 3 && word.startsWith(token) && !isCommonWord(token);
}

/**
 * One slip in a name of four to six letters, two in a longer one; the first letter stands. Another known name is no
 * slip of a known one (Марина, Мария), but the customer's own spelling may be it (Гиоргий); a common word is none.
 */
function isSlip(token: string, word: string): boolean {
  const allowed = word.length < 4 ? 0 : word.length < 7 ? 1 : 2;
  if (
    allowed === 0 ||
    token.length < 4 ||
    Math.abs(token.length - word.length) > allowed ||
    token[0] !== word[0] ||
    (isFirstName(token) && isFirstName(word)) ||
    isCommonWord(token)
  ) {
    return false;
  }
  return editDistance(token, word, 2) <= allowed || isSwapped(token, word);
}

/** Two neighbouring letters changed places: the commonest slip of fast fingers. */
function isSwapped(token: string, word: string): boolean {
  if (token.length !== word.length) {
    return false;
  }
  const first = [...token].findIndex((_, place) => token[place] !== word[place]);
  return (
    first >= 0 &&
    token[first] === word[first + 1] &&
    token[first + 1] === word[first] &&
    token.slice(first + 2) === word.slice(first + 2)
  );
}
