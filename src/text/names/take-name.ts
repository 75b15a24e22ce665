import { isCommonWord, isFirstName } from './lists.ts';
import { GREETINGS, NOBODY, OPENERS } from './phrases.ts';
import { isPatronymic, isSurnameShaped, isTitle } from './titles.ts';
import { isAbbreviation, type Reading, type Word } from './words.ts';

/** A name that a person gives as the own one. */
export interface SelfNaming {
  readonly start: number;
  readonly end: number;
  /** Index of the last word taken. */
  readonly last: number;
  /** Folded words, titles and initials left out. */
  readonly words: readonly string[];
}

/** How much a word must look like a name: after "my name is" less than after "it's". */
export type Trust = 'firm' | 'weak';

const MOST_WORDS = 5;

/** The name that begins at a place, up to five words with titles and initials, or null where none begins. */
export function takeName(reading: Reading, from: number, trust: Trust): SelfNaming | null {
  const { words } = reading;
  const taken: string[] = [];
  let titled = false;
  let last = -1;
  for (let place = from; place < words.length && place - from < MOST_WORDS; place += 1) {
    const word = words[place] as Word;
    if ((place > from && (word.opens || !JOINT.test(word.gap))) || isPartOfLogin(reading.text, word)) {
      break;
    }
    if (isTitle(word.word)) {
      titled = true;
    } else if (isInitial(word, words[place + 1], taken.length)) {
      last = place;
    } else if (trust === 'weak' && !titled && !isFirstName(word.word) && isAbbreviation(reading, word)) {
      break;
    } else if (isNameLike(word, trust, reading.casual, titled, taken.length > 0) || beginsFull(reading, place)) {
      taken.push(word.word);
      last = place;
    } else {
      break;
    }
  }
  const start = words[from]?.start;
  const end = words[last]?.end;
  if (taken.length === 0 || start === undefined || end === undefined || isOfKin(words[last + 1])) {
    return null;
  }
  return { start, end, last, words: taken };
}

/** "olivia_gonzalez_2305", "@maria", "anna99", "`Noto Sans`", "JXK-0071", "okoye.desk": by a login, or by code, nobody is called. */
function isPartOfLogin(text: string, { start, end, capital }: Word): boolean {
  return (
    /[\w@#]$|\p{L}{2}\.$/u.test(text.slice(Math.max(0, start - 3), start)) ||
    /^(?:[\w@]|-\d)/u.test(text.slice(end, end + 2)) ||
    (!capital && /^\.\p{Ll}/u.test(text.slice(end, end + 2))) ||
    text.slice(0, start).split('`').length % 2 === 0
  );
}

/** «егоров антон»: without capitals a surname is told by the first name after it. */
function beginsFull({ words, casual }: Reading, place: number): boolean {
  const word = words[place]?.word ?? '';
  const next = words[place + 1];
  return (
    casual &&
    isSurnameShaped(word) &&
    !isCommonWord(word) &&
    next?.gap === ' ' &&
    isFirstName(next.word) &&
    !isCommonWord(next.word)
  );
}

/** "it's kofi mensahs mum": somebody else's name, with or without the apostrophe. */
function isOfKin(next: Word | undefined): boolean {
  return next?.gap === ' ' && KIN.has(next.word);
}

const KIN: ReadonlySet<string> = new Set(
  'mum mom mam mother dad father wife husband partner daughter son sister brother niece nephew gran grandma grandson neighbour neighbor carer assistant secretary'.split(
    ' ',
  ),
);

const FRIENDS: ReadonlySet<string> = new Set(
  (
    'friend friends colleague boss cousin uncle aunt girlfriend boyfriend roommate друг друга другу подруга подругу подруги коллега коллегу ' +
    'муж мужа мужу жена жену жены сын сына сыну дочь дочери дочку брат брата брату сестра сестру сестры мама маму мамы папа папу папы'
  ).split(' '),
);

/** "my friend Mark", «на мою жену Анну»: the name at a place is that of somebody close. */
export function isOfSomebodyClose(words: readonly Word[], place: number): boolean {
  const before = words[place - 1]?.word ?? '';
  return words[place]?.gap === ' ' && (KIN.has(before) || FRIENDS.has(before));
}

/** What may stand between two words of one name. */
const JOINT = /^(?:\.? {1,2}|-|["“«] ?| ["“«]|["”»] )$/;

function isInitial(word: Word, next: Word | undefined, taken: number): boolean {
  return word.end - word.start === 1 && word.capital && (next?.gap.startsWith('.') === true || taken > 0);
}

/** Numbers, handles and contractions. */
const NO_NAME = /[\d_]|'(?:s|m|d|ve|ll|re|t)$/;

function isNameLike(word: Word, trust: Trust, casual: boolean, titled: boolean, later: boolean): boolean {
  const { word: folded, capital } = word;
  if (folded.length < 2 || isNever(folded) || NO_NAME.test(folded)) {
    return false;
  }
  const listed = isFirstName(folded);
  const common = isCommonWord(folded);
  if (isPatronymic(folded)) {
    return true;
  }
  if (capital) {
    // At a sentence's start everything has a capital: it says nothing there.
    return listed || !common || ((trust === 'firm' || titled || later) && !word.opens);
  }
  if (trust === 'firm' || titled) {
    return listed || !common;
  }
  return (listed && !common) || (later && casual && !common);
}

const NEVER: ReadonlySet<string> = new Set(
  (
    'not no the on in still wrong and or but spelled spelt misspelled correct different same there here again an of for with to from at by sorry ' +
    'whats wheres whos hows thats theres heres whens whys lets hes shes theyre youre were dont cant wont didnt isnt arent doesnt wasnt im ive id ill ' +
    'ty tyvm tysm thx tnx goodbye bye byebye merci gracias danke parfait obrigado rahmat мерси рахмет дякую thanks ttyl toodaloo account holder nobody everybody ' +
    'не на и или с у по от пока прощай прощайте свидания спасибо досвидания получатель заказчик владелец клиент счет ник логин'
  ).split(' '),
);

function isNever(word: string): boolean {
  return NEVER.has(word) || NOBODY.has(word) || GREETINGS.has(word) || OPENERS.has(word);
}

/** One of the words is a known given name and no common word, or a patronymic. */
export function isSurelyName(words: readonly string[]): boolean {
  return words.some((word) => (isFirstName(word) && !isCommonWord(word)) || isPatronymic(word));
}

/** Ends as Russian surnames do, and is no given name: «Жукова», but not «Марина». */
export function isOnlySurname(word: string): boolean {
  return isSurnameShaped(word) && !isFirstName(word);
}
