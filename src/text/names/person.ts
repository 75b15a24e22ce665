import { isAscii } from '../ascii.ts';
import { isCapital } from '../capital.ts';
import { foldWord } from '../fold.ts';
import { isCommonWord, isFirstName } from './lists.ts';
import { isCourtesy, isPatronymic, isTitle } from './titles.ts';

/** What a name that stands for a person is made of: folded words, titles and initials left out. */
export interface PersonName {
  /** As it should be shown: the words as written, without titles and remarks. */
  readonly shown: string;
  readonly words: readonly string[];
}

const COMPANY: ReadonlySet<string> = new Set(
  (
    'llc inc ltd limited corp corporation gmbh plc co company group store shop market bank bakery cafe restaurant hotel salon studio agency ' +
    'valley garden gardens city world online direct express travel auto motors design digital media foods coffee pizza fitness beauty dental realty properties construction plumbing electric ' +
    'services service solutions systems software labs technologies tech consulting logistics school clinic hospital university foundation church ' +
    'ооо оао зао пао ао ип тоо чп нко фонд компания фирма магазин салон студия банк кафе ресторан отель гостиница школа клиника завод ' +
    'институт агентство аптека холдинг группа сервис'
  ).split(' '),
);

/** What an export writes where it knows no name; beside a known name it is left out («Гость Анна»). */
const NOBODY: ReadonlySet<string> = new Set(
  (
    'guest visitor customer client user users anonymous anon unknown unnamed nobody none null undefined test tester buyer seller member subscriber ' +
    'passenger patient student caller contact sender recipient web website site ' +
    'гость гостья посетитель посетительница клиент клиентка покупатель покупательница пользователь аноним абонент заказчик пассажир пациент студент ' +
    'участник читатель неизвестный неизвестно тест контакт сайт сайта'
  ).split(' '),
);

/** Functions, and people who are named by somebody else: whoever writes under it is not named. */
const ROLES: ReadonlySet<string> = new Set(
  (
    'support team desk office ops admin administrator info sales billing accounts accounting reception manager owner operator agent bot system ' +
    'service help helpdesk inbox hr it noreply no-reply mum mom mother dad father wife husband son daughter brother sister neighbour neighbor family ' +
    'grandma grandpa boss treasurer secretary chairman chairwoman chairperson committee editor landlord landlady headteacher ' +
    'админ администратор бухгалтерия бухгалтер отдел поддержка оператор менеджер директор секретарь склад офис ' +
    'председатель казначей староста редактор мама папа жена муж сын дочь брат сестра сосед соседка'
  ).split(' '),
);

/** Longer names are sentences. */
const MOST_WORDS = 6;
const LONGEST_WORD = 24;

/**
 * Read a display name as a person's name; null where it is a handle, a number, an address, a role, a company, or
 * one letter. A name in one word must look like one: «giorgio» is a known name, «GingerDunn» and "pavuk" are handles.
 *
 * @param shown the name as the record has it
 */
export function readPerson(shown: string): PersonName | null {
  const plain = shown
    .normalize('NFC')
    .replace(/(?<!\S)\([^)]{0,60}\)|\([^)]{0,60}\)(?!\S)|(?<!\S)\[[^\]]{0,60}\]|\[[^\]]{0,60}\](?!\S)/g, ' ')
    .replace(/["“”„«»]([^"“”„«»]{1,30})["“”„«»]/g, (_, inner: string) => (/[\s]/.test(inner) ? ' § ' : ` ${inner} `))
    .replace(/\p{Extended_Pictographic}|\ufe0f|\u200d/gu, ' ')
    .replaceAll(',', ' ')
    // «Анна | ногти Казань»: the name, then the trade.
    .replace(/ [|·•].*$/u, '')
    .trim();
  if (plain === '' || isNoName(plain)) {
    return null;
  }
  const written = plain.split(/\s+/).filter((word) => /[a-z]/i.test(word) || /\p{L}/u.test(word));
  const parts = written.flatMap((word) => word.split('-').map((part) => part.replace(/[.]+$/, '')));
  const all = parts.map((part) => foldWord(part));
  const folded = all.filter((word) => !NOBODY.has(word));
  if (folded.length < all.length && !folded.some((word) => isFirstName(word) && !isCommonWord(word))) {
    return null;
  }
  if (
    written.length > MOST_WORDS ||
    folded.some((word) => word.length > LONGEST_WORD || ROLES.has(word)) ||
    isCompany(folded)
  ) {
    return null;
  }
  // Don and Major are given names too, and a courtesy (Ben, San, Abi) is one only behind a name.
  const words = folded.filter(
    (word, index) => word.length > 1 && (!isTitle(word) || isFirstName(word)) && (index === 0 || !isCourtesy(word)),
  );
  if (words.length === 0 || !words.every((word) => /^[a-z']+$/.test(word) || /^[\p{L}\p{M}']+$/u.test(word))) {
    return null;
  }
  const titled = words.length < folded.filter((word) => word.length > 1).length;
  const believed = written.length === 1 ? isOneName(written[0] ?? '', words) : titled || isFullName(words, written);
  if (!believed) {
    return null;
  }
  return { shown: written.filter((word) => !isTitle(foldWord(word.replace(/[.]+$/, '')))).join(' '), words };
}

/** Signs of handles, numbers and addresses, a site («shop.ru»), what belongs to somebody ("Anna's"). */
function isNoName(plain: string): boolean {
  return (
    /[\d@_/\\§&#*+=<>{}|:;!?•]|['’]s\b|[`^~](?!\p{L})/u.test(plain) ||
    (plain.includes('.') && /\p{L}\.\p{L}{2}/u.test(plain))
  );
}

/** A legal form or a trade; "Charlotte Church" and "Ada Banks" are people all the same. */
function isCompany(words: readonly string[]): boolean {
  const [first = '', second = ''] = words;
  const surname = words.length === 2 && isFirstName(first) && !isCommonWord(first) && SURNAMES_TOO.has(second);
  return !surname && words.some((word) => COMPANY.has(word));
}

const SURNAMES_TOO: ReadonlySet<string> = new Set(['church', 'bank', 'store', 'market', 'school', 'банк']);

/** One word: a known first name in any case, or an unknown one that is written as names are. */
function isOneName(written: string, words: readonly string[]): boolean {
  if (/-/.test(written) && !isCapital(written, 0)) {
    return false;
  }
  if (/\p{Ll}\p{Lu}/u.test(written) && !/^(?:Mc|Mac|De|Di|La|Le|O['’]|D['’])\p{Lu}/u.test(written)) {
    return false;
  }
  if (words.some((word) => isFirstName(word))) {
    return words.length > 1 || !isCommonWord(words[0] ?? '') || isCapital(written, 0);
  }
  return /^\p{Lu}[\p{Ll}\p{M}'’-]{2,}/u.test(written) && words.every((word) => !isCommonWord(word));
}

/** Several words: one of them a known name or patronymic, or at least one that no dictionary has. */
function isFullName(words: readonly string[], written: readonly string[]): boolean {
  return (
    words.some((word) => (isFirstName(word) && !isCommonWord(word)) || isPatronymic(word)) ||
    (words.some((word) => isFirstName(word)) && isCapital(written[0] ?? '', 0)) ||
    !words.every((word) => isCommonWord(word))
  );
}

/** Whether a display name is a nick or a login: one word that is no person's name, and names no desk or function either. */
export function isNick(shown: string): boolean {
  if (/[\s@.]/.test(shown) || readPerson(shown) !== null) {
    return false;
  }
  const words = wordsOfHandle(shown);
  return (
    words.some((word) => word.length > 1) &&
    !words.some((word) => ROLES.has(word) || NOBODY.has(word) || COMPANY.has(word))
  );
}

/** A name in one word that no list has: only its capital letter makes it one. */
export const isUnlistedWord = ({ words }: PersonName): boolean => words.length === 1 && !isFirstName(words[0] ?? '');

/** The given names in a handle: a part of it ("anna_on_trains"), or what a part begins with ("aliceinwales"). */
export function namesInHandle(handle: string): string[] {
  return wordsOfHandle(handle).flatMap(givenNameOf);
}

/** "AcmeSupport", "anna_on_trains": the folded words that a handle is made of. */
const wordsOfHandle = (handle: string): string[] =>
  runsOfLetters(handle.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')).map(foldWord);

const SHORTEST_GIVEN_NAME = 4;

/** The longest given name that a word is or begins with. */
function givenNameOf(part: string): string[] {
  for (let end = part.length; end >= Math.min(SHORTEST_GIVEN_NAME, part.length); end -= 1) {
    const name = part.slice(0, end);
    if (name.length > 1 && isFirstName(name) && (name === part || !isCommonWord(name))) {
      return [name];
    }
  }
  return [];
}

/** The folded words of some display names, initials left out. */
export function wordsOfNames(names: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const name of new Set(names)) {
    for (const word of wordsOf(name)) {
      words.add(word);
    }
  }
  return words;
}

/** A display name without all that is no letter, cut where that stood. */
export function runsOfLetters(name: string): string[] {
  return name.split(isAscii(name) ? /[^a-z]+/i : /[^\p{L}\p{M}]+/u);
}

/** The names of a desk repeat in every conversation; those of a huge export must not fill the memory. */
const MOST_REMEMBERED = 5_000;
let remembered = new Map<string, readonly string[]>();

function wordsOf(name: string): readonly string[] {
  let words = remembered.get(name);
  if (words === undefined) {
    words = runsOfLetters(name)
      .filter((word) => word.length > 1)
      .map(foldWord);
    if (remembered.size >= MOST_REMEMBERED) {
      remembered = new Map();
    }
    remembered.set(name, words);
  }
  return words;
}
