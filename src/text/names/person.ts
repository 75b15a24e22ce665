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
    'services service solutions systems software labs technologies tech consulting logistics school clinic hospital university foundation church ' +
    'ооо оао зао пао ао ип тоо чп нко фонд компания фирма магазин салон студия банк кафе ресторан отель гостиница школа клиника завод ' +
    'институт агентство аптека холдинг группа сервис'
  ).split(' '),
);

const ROLES: ReadonlySet<string> = new Set(
  (
    'guest visitor customer client user users anonymous anon unknown unnamed nobody none null undefined test tester buyer seller member subscriber ' +
    'passenger patient student caller contact sender recipient web website site support team desk office ops admin administrator info sales ' +
    'billing accounts accounting reception manager owner operator agent bot system service help helpdesk inbox hr it dev noreply no-reply mum mom mother ' +
    'dad father wife husband son daughter brother sister neighbour neighbor friend family grandma grandpa boss ' +
    'гость посетитель клиент клиентка покупатель покупательница пользователь аноним абонент заказчик пассажир пациент студент участник читатель ' +
    'неизвестный неизвестно тест админ администратор бухгалтерия бухгалтер отдел поддержка оператор менеджер директор секретарь склад офис сайт сайта ' +
    'мама папа жена муж сын дочь брат сестра сосед соседка контакт'
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
    .replace(/\([^)]{0,60}\)|\[[^\]]{0,60}\]/g, ' ')
    .replace(/["“”„«»]([^"“”„«»]{1,30})["“”„«»]/g, (_, inner: string) => (/[\s]/.test(inner) ? ' § ' : ` ${inner} `))
    .replace(/\p{Extended_Pictographic}|\ufe0f|\u200d/gu, ' ')
    .replaceAll(',', ' ')
    .trim();
  if (plain === '' || /[\d@_/\\§&#*+=<>{}|:;!?•]|\p{L}\.\p{L}{2}|'s\b|’s\b/u.test(plain)) {
    return null;
  }
  const written = plain.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const parts = written.flatMap((word) => word.split('-').map((part) => part.replace(/[.]+$/, '')));
  const folded = parts.map((part) => foldWord(part));
  if (
    written.length > MOST_WORDS ||
    folded.some((word) => word.length > LONGEST_WORD || COMPANY.has(word) || ROLES.has(word))
  ) {
    return null;
  }
  const words = folded.filter((word) => word.length > 1 && !isTitle(word) && !isCourtesy(word));
  if (words.length === 0 || !words.every((word) => /^[\p{L}\p{M}']+$/u.test(word))) {
    return null;
  }
  const titled = words.length < folded.filter((word) => word.length > 1).length;
  const believed = written.length === 1 ? isOneName(written[0] ?? '', words) : titled || isFullName(words, written);
  if (!believed) {
    return null;
  }
  return { shown: written.filter((word) => !isTitle(foldWord(word.replace(/[.]+$/, '')))).join(' '), words };
}

/** One word: a known first name in any case, or an unknown one that is written as names are. */
function isOneName(written: string, words: readonly string[]): boolean {
  if (/-/.test(written) && !/^\p{Lu}/u.test(written)) {
    return false;
  }
  if (/\p{Ll}\p{Lu}/u.test(written) && !/^(?:Mc|Mac|De|Di|La|Le|O['’]|D['’])\p{Lu}/u.test(written)) {
    return false;
  }
  if (words.some((word) => isFirstName(word))) {
    return words.length > 1 || !isCommonWord(words[0] ?? '') || /^\p{Lu}/u.test(written);
  }
  return /^\p{Lu}[\p{Ll}\p{M}'’-]{2,}/u.test(written) && words.every((word) => !isCommonWord(word));
}

/** Several words: one of them a known name or patronymic, or at least one that no dictionary has. */
function isFullName(words: readonly string[], written: readonly string[]): boolean {
  return (
    words.some((word) => (isFirstName(word) && !isCommonWord(word)) || isPatronymic(word)) ||
    (words.some((word) => isFirstName(word)) && /^\p{Lu}/u.test(written[0] ?? '')) ||
    !words.every((word) => isCommonWord(word))
  );
}
