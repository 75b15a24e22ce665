import { isGreeted } from './greeted.ts';
import { isCommonWord, isFirstName } from './lists.ts';
import { GREETINGS, NOBODY } from './phrases.ts';
import type { Likeness, NameWord } from './same-name.ts';
import { isCourtesy, isPatronymic, isTitle } from './titles.ts';
import type { Reading, Word } from './words.ts';

export interface Callers {
  /** Words of the names that the person may be addressed by. */
  readonly known: readonly NameWord[];
  /** Folded words of the names of the people on the speaker's side: they introduce themselves and each other. */
  readonly own: ReadonlySet<string>;
  /** Folded words that the person addressed has said: a name among them is likely that person's. */
  readonly heard?: Pick<ReadonlySet<string>, 'has'>;
  /** Folded words that the person addressed has said of others ("our intern Zoe"). */
  readonly spokenOf?: Pick<ReadonlySet<string>, 'has'>;
}

export interface Group {
  readonly from: number;
  readonly to: number;
  readonly titled: boolean;
  readonly whose: 'known' | 'other';
  readonly words: readonly string[];
}

/** Cheap: most words of a message with capitals are in small letters and name nobody. */
export function mayName({ words, casual }: Reading, place: number): boolean {
  const { capital, word } = words[place] as Word;
  return capital || casual || isTitle(word) || isSetOff(words, place) || isGreeted(words, place);
}

/** "Mr. and Mrs.", "Prof. Dr.": more in a row are no titles. */
const MOST_TITLES = 4;

/** The run of title and name words that begins at a place, or null where none begins. */
export function readGroup(reading: Reading, from: number, { known, own }: Callers): Group | null {
  const { words, casual } = reading;
  let place = from;
  let titled = false;
  // What is the customer's own name is a name, whatever else it may mean (Don, Major).
  const isTitleHere = (word: string): boolean => isTitle(word) && bestLikeness(known, word) !== 'same';
  while (
    place - from < MOST_TITLES &&
    isTitleHere(words[place]?.word ?? '') &&
    (place === from || joins(words[place]))
  ) {
    titled = true;
    place += 1;
    if (words[place]?.word === 'and' && isTitle(words[place + 1]?.word ?? '')) {
      place += 1;
    }
  }
  if (titled && !joins(words[place])) {
    return null;
  }
  const first = place;
  let match: 'same' | 'typo' | null = null;
  let stranger = false;
  while (words[place] !== undefined && (place === first || joins(words[place]))) {
    const word = words[place] as Word;
    const likeness = bestLikeness(known, word.word);
    const fits = word.capital || casual || (place === first && isSetOff(words, place));
    if (likeness === 'oblique') {
      return null;
    }
    // «Нонна Степан добрый вечер»: the agent's own name beside the customer's.
    const beside = likeness === 'other' ? word : match === null ? words[place - 1] : undefined;
    if (place > first && beside !== undefined && own.has(beside.word)) {
      break;
    }
    if (likeness !== 'other' && (fits || (place > first && match !== null) || isGreeted(words, from))) {
      match = match === 'same' ? 'same' : likeness;
    } else if (place === first || !isCourtesy(word.word)) {
      if (!fits || !(isNameToCall(word, words, first, titled, casual) || isInitial(word, words[place + 1]))) {
        break;
      }
      stranger ||= !isPatronymic(word.word) && word.word.length > 1 && match === null && isFirstName(word.word);
    }
    place += 1;
    if (place - first >= 4) {
      break;
    }
  }
  const names = words.slice(first, place).map(({ word }) => word);
  const named = match !== null || titled || names.some((name) => isFirstName(name) || isPatronymic(name));
  if (!named || names.every((name) => name.length < 2)) {
    return null;
  }
  const whose = match !== null && !(stranger && names.length > 1) ? 'known' : 'other';
  return { from, to: place - 1, titled, whose, words: names };
}

/** "anna: try this", "…, anna.": marks on both sides make up for a missing capital. */
function isSetOff(words: readonly Word[], place: number): boolean {
  const word = words[place] as Word;
  const next = words[place + 1];
  return word.opens ? /^[,:!]/.test(next?.gap ?? '') : /^, ?$/.test(word.gap) && word.closes;
}

function bestLikeness(known: readonly NameWord[], token: string): Likeness {
  let best: Likeness = 'other';
  for (const name of known) {
    const likeness = name.likeness(token);
    if (likeness === 'same') {
      return 'same';
    }
    if (likeness !== 'other' && best !== 'typo') {
      best = likeness;
    }
  }
  return best;
}

/** A word that names somebody though it is none of the known names. */
function isNameToCall(word: Word, words: readonly Word[], first: number, titled: boolean, casual: boolean): boolean {
  if (
    NOBODY.has(word.word) ||
    GREETINGS.has(word.word) ||
    COMPANY_TAIL.test(word.word) ||
    word.word.length < 2 ||
    /\d|_|'(?:s|m|d|ve|ll|re|t)$/.test(word.word)
  ) {
    return false;
  }
  if (titled) {
    return word.capital || !isCommonWord(word.word);
  }
  if (word !== words[first]) {
    return (
      (isFirstName(word.word) && !isCommonWord(word.word)) ||
      isPatronymic(word.word) ||
      (!casual && !isCommonWord(word.word))
    );
  }
  return (
    isFirstName(word.word) &&
    (!isCommonWord(word.word) ||
      (word.capital && isGreeted(words, first)) ||
      (joins(words[first + 1]) && isPatronymic(words[first + 1]?.word ?? '')))
  );
}

/** "R. K. Rao": a capital before a stop, or a Latin one that is no word of its own. «Я Анна» begins with a word. */
function isInitial(word: Word, next: Word | undefined): boolean {
  if (word.end - word.start !== 1 || !word.capital) {
    return false;
  }
  return next?.gap.startsWith('.') === true || /^[b-hj-z]$/.test(word.word);
}

/** The word follows the one before as part of the same name: a space, a hyphen, the stop of a title or an initial. */
function joins(word: Word | undefined): boolean {
  return word !== undefined && /^(?:\.?[ \u00a0]{1,2}|-|["“«][ ]?|[ ]["“«]|["”»][ ])$/.test(word.gap) && !word.opens;
}

export const COMPANY_TAIL =
  /^(?:inc|ltd|llc|corp|group|street|st|road|avenue|station|hotel|store|bank|bakery|cafe|retail|park|house|clinic|airlines|insurance|gmbh|plc|foods|tools|systems|solutions|services|logistics|motors|studios?|consulting|holdings|industries|technologies)$/;
