import { late } from '../late-pattern.ts';
import { isGreeted } from './greeted.ts';
import { isCommonWord } from './lists.ts';
import { type Callers, COMPANY_TAIL, type Group } from './name-group.ts';
import { asksForIt, introduces, isLabelled, isListed, isQuoted, isSignature, namesDesk } from './no-address.ts';
import { GREETINGS, MENTIONERS, OPENERS, SECOND_PERSON, TELLERS } from './phrases.ts';
import { isOnlySurname } from './take-name.ts';
import { isPatronymic } from './titles.ts';
import { isAbbreviation, type Reading, type Word } from './words.ts';

/** Names that are verbs: "Hi, will you …" and "Hello hope all is well" greet nobody. */
const VERBS: ReadonlySet<string> = new Set(
  'hope will may can mark grant chase sue skip rob pat drew bless trust love josh слава роман лев вера надежда любовь'.split(
    ' ',
  ),
);

/** Those of them that are Russian nouns: at the beginning of a sentence either may be meant. */
const NOUNS: ReadonlySet<string> = new Set('слава роман лев вера надежда любовь'.split(' '));

const DETERMINERS: ReadonlySet<string> = new Set(
  'the a an your my our his her their this that no any each every some'.split(' '),
);

/** After an address: a comma, an exclamation mark, a smile. */
const MARKS = /[,!]|[:;]-?[)D]|\p{Extended_Pictographic}/u;

/** A repetition of data goes on with one. */
const NUMBER = late(
  () =>
    /^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|оди?н|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|\p{L}{2,6}надцать|двадцать|тридцать)$/u,
);

/** Verbs of which a name before may be the subject, by their endings. */
const TOLD = late(() => /^(?:\p{L}{2,}(?:ed|s)|[а-я]{2,}(?:ил|ал|ел|ил[аи]|ал[аи]|ел[аи]|ет|ит|ут|ют))$/u);

export type Standing = 'address' | 'doubtful' | 'mention';

/** Later than this, a name that is not the customer's addresses nobody with certainty. */
const OPENING_WORDS = 14;

export function judgePlace(reading: Reading, group: Group, callers: Callers): Standing {
  const { words, text, casual } = reading;
  const first = words[group.from] as Word;
  const last = words[group.to] as Word;
  const next = words[group.to + 1];
  const isOwn = group.words.some((word) => callers.own.has(word));
  const familiar = !isOwn && group.words.some((word) => callers.heard?.has(word) === true);
  const stranger = group.whose === 'other' && !familiar;
  if (
    /[@_]$/.test(first.gap) ||
    /^[@_]/.test(next?.gap ?? '') ||
    introduces(words, group, callers.own, isOwn) ||
    isSignature(reading, group, isOwn) ||
    isLabelled(first, words[group.from - 1], text) ||
    isQuoted(text, first.start) ||
    ((stranger || isOwn) && namesDesk(words, group)) ||
    isListed(words, group)
  ) {
    return 'mention';
  }
  if (group.whose === 'other' && (isOwn || (stranger && group.from > OPENING_WORDS))) {
    return 'mention';
  }
  const numbered = next?.gap === ' ' && /^\d/.test(next.word);
  if (group.whose === 'other' && numbered) {
    return 'mention';
  }
  const endsHere = last.closes || (next !== undefined && /[,:—–]|\s-\s/.test(next.gap));
  const common = !group.titled && group.words.length === 1 && isCommonWord(group.words[0] ?? '');
  if (isGreeted(words, group.from)) {
    if (isToldOf(words, group) || (next?.gap === ' ' && next.capital && COMPANY_TAIL.test(next.word))) {
      return 'mention';
    }
    if (!common || endsHere || !VERBS.has(group.words[0] ?? '')) {
      return 'address';
    }
    return casual ? 'doubtful' : 'mention';
  }
  if (
    stranger &&
    (isAbbreviation(reading, first) || group.words.some((word) => callers.spokenOf?.has(word) === true))
  ) {
    return 'mention';
  }
  const before = words[group.from - 1];
  const beginsHere = first.opens || /[,—–]|\s-\s/.test(first.gap);
  if (!beginsHere && before !== undefined && MENTIONERS.has(before.word) && !asksForIt(words, group.from)) {
    // "there it is Tom": pointed out to the customer, or the customer pointed out.
    return before.word === 'is' && words[group.from - 2]?.word === 'it' && !stranger ? 'doubtful' : 'mention';
  }
  const led = before !== undefined && OPENERS.has(before.word) && !/[\n:]/.test(first.gap);
  if (group.titled) {
    const apart =
      group.whose === 'known' ||
      (beginsHere && endsHere ? !isApposition(words, group) : casual && led && before?.opens === true);
    return apart && !isToldOf(words, group) ? 'address' : 'mention';
  }
  if (!endsHere && next !== undefined && isCompanyTail(next, casual)) {
    return group.whose === 'known' && first.opens && !COMPANY_TAIL.test(next.word) ? 'doubtful' : 'mention';
  }
  if (common) {
    const marked = MARKS.test(next?.gap ?? '') || /[,!]/.test(first.gap) || led;
    const ends = last.closes && first.capital && !first.opens && !casual;
    const greetsNext = first.opens && next !== undefined && GREETINGS.has(next.word);
    if (((beginsHere || led) && endsHere && marked) || ends || greetsNext) {
      return 'address';
    }
    // Without capitals and commas the word and the name look alike, unless an article or a verb's place tells.
    const open = casual ? !DETERMINERS.has(before?.word ?? '') : first.opens && !isToldOf(words, group);
    const name = group.words[0] ?? '';
    const noun = NOUNS.has(name) && first.opens && next?.word !== 'богу';
    return open && (noun || !VERBS.has(name)) ? 'doubtful' : 'mention';
  }
  if (beginsHere && endsHere) {
    return !stranger || isSet(reading, group) ? 'address' : 'mention';
  }
  if (stranger && isFormal(words, group)) {
    return 'address';
  }
  // A name that the customer has said somewhere may be a town's: only where sentences begin or greet is it an address.
  if (stranger || (group.whose === 'other' && !beginsHere && !led)) {
    return led && before?.opens === true && endsHere ? 'address' : 'mention';
  }
  return judgeLooseEnds(words, group, { beginsHere, endsHere, led, casual });
}

/** A known name without marks on both sides: what stands next to it decides. */
function judgeLooseEnds(
  words: readonly Word[],
  group: Group,
  { beginsHere, endsHere, led, casual }: { beginsHere: boolean; endsHere: boolean; led: boolean; casual: boolean },
): Standing {
  const next = words[group.to + 1];
  if (endsHere || led || GREETINGS.has(next?.word ?? '')) {
    return 'address';
  }
  if (isToldOf(words, group)) {
    return 'mention';
  }
  const talksOn = next !== undefined && (SECOND_PERSON.has(next.word) || GREETINGS.has(next.word));
  if (beginsHere) {
    return talksOn || casual || (next !== undefined && !next.capital) ? 'address' : 'doubtful';
  }
  // In the middle of a sentence an address has commas, where people write any.
  if (talksOn) {
    return casual ? 'address' : 'doubtful';
  }
  return casual ? (isOfClause(words, group) ? 'doubtful' : 'address') : 'mention';
}

/**
 * An article before the name, a verb or a number after it, or nothing but a surname: a part of what is told ("where anna
 * works", «записала кравцова шестнадцать ноль ноль»).
 */
function isOfClause(words: readonly Word[], { from, to, words: names }: Group): boolean {
  const before = words[from - 1]?.word ?? '';
  const next = words[to + 1]?.word ?? '';
  const surname = names.every(isOnlySurname);
  return DETERMINERS.has(before) || TELLERS.has(next) || TOLD.test(next) || NUMBER.test(next) || surname;
}

/** «Нина Ильинична да вижу вас», «успокойтесь Нина Ильинична»: first name and patronymic begin a reply, and the reader is spoken to. */
function isFormal(words: readonly Word[], { from, to, words: names }: Group): boolean {
  const next = words[to + 1];
  if (names.length < 2 || !isPatronymic(names.at(-1) ?? '')) {
    return false;
  }
  if (words[from - 1]?.opens === true && /^\p{L}{3,}(?:йтесь|итесь)$/u.test(words[from - 1]?.word ?? '')) {
    return true;
  }
  return (
    (words[from] as Word).opens &&
    next?.gap === ' ' &&
    /^(?:да|нет|ну|так|вы|вас|вам|у|ваш[аеиу]?|здравствуйте|добрый|спасибо|простите|извините)$/.test(next.word)
  );
}

/**
 * A verb follows of which the name is the subject: "Anna wrote", but not "Anna, has …" or "Anna could you"; or the team and
 * then the verb: "Anna on our crew says".
 */
function isToldOf(words: readonly Word[], { to }: Group): boolean {
  const next = words[to + 1];
  if (next === undefined || next.gap.trim() !== '') {
    return false;
  }
  return (
    (TELLERS.has(next.word) && !SECOND_PERSON.has(words[to + 2]?.word ?? '')) ||
    (/^(?:on|in|from|of|at|из|в|с)$/.test(next.word) &&
      /^(?:our|my|наш(?:ей|его|ем))$/.test(words[to + 2]?.word ?? '') &&
      words.slice(to + 3, to + 6).some(({ word, opens }) => TELLERS.has(word) && !opens))
  );
}

/** A stranger's name set off like an address: by a comma after it at a sentence's start, or a comma before. */
function isSet({ words }: Reading, { from, to }: Group): boolean {
  const first = words[from] as Word;
  const after = words[to + 1]?.gap ?? '';
  return first.opens ? /^[,!]/.test(after) : /,/.test(first.gap) && (words[to] as Word).closes;
}

/** "The area manager, Mr Foley, will call": the words before the comma say who he is. */
function isApposition(words: readonly Word[], { from }: Group): boolean {
  let place = from;
  while (place > 0 && !(words[place] as Word).opens) {
    place -= 1;
  }
  return place < from && DETERMINERS.has(words[place]?.word ?? '');
}

/** A capital word goes on after the name: a company's or a street's name. */
function isCompanyTail(next: Word, casual: boolean): boolean {
  return (
    !casual &&
    next.capital &&
    !next.opens &&
    next.gap.trim() === '' &&
    (COMPANY_TAIL.test(next.word) || !SECOND_PERSON.has(next.word))
  );
}
