import { isGreeted } from './greeted.ts';
import { isCommonWord } from './lists.ts';
import { type Callers, COMPANY_TAIL, type Group } from './name-group.ts';
import { asksForIt, introduces, isLabelled, isListed, isQuoted, isSignature, namesDesk } from './no-address.ts';
import { GREETINGS, MENTIONERS, OPENERS, SECOND_PERSON, TELLERS } from './phrases.ts';
import type { Reading, Word } from './words.ts';

/** Names that are verbs: "Hi, will you …" and "Hello hope all is well" greet nobody. */
const VERBS: ReadonlySet<string> = new Set(
  'hope will may can mark grant chase sue skip rob pat drew bless trust love josh слава роман лев вера надежда любовь'.split(
    ' ',
  ),
);

const DETERMINERS: ReadonlySet<string> = new Set(
  'the a an your my our his her their this that no any each every some'.split(' '),
);

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
  if (/@$/.test(first.gap) && group.whose === 'other') {
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
  const before = words[group.from - 1];
  const beginsHere = first.opens || /[,—–]|\s-\s/.test(first.gap);
  if (!beginsHere && before !== undefined && MENTIONERS.has(before.word) && !asksForIt(words, group.from)) {
    // "there it is Tom": pointed out to the customer, or the customer pointed out.
    return before.word === 'is' && words[group.from - 2]?.word === 'it' && !stranger ? 'doubtful' : 'mention';
  }
  if (group.titled) {
    const apart = group.whose === 'known' ? true : beginsHere && endsHere;
    return apart && !isToldOf(words, group) ? 'address' : 'mention';
  }
  if (!endsHere && next !== undefined && isCompanyTail(next, casual)) {
    return group.whose === 'known' && first.opens && !COMPANY_TAIL.test(next.word) ? 'doubtful' : 'mention';
  }
  const led = before !== undefined && OPENERS.has(before.word) && !/[\n:]/.test(first.gap);
  if (common) {
    const marked = /[,!]/.test(next?.gap ?? '') || /[,!]/.test(first.gap) || led;
    const ends = last.closes && first.capital && !first.opens && !casual;
    const greetsNext = first.opens && next !== undefined && GREETINGS.has(next.word);
    if (((beginsHere || led) && endsHere && marked) || ends || greetsNext) {
      return 'address';
    }
    // Without capitals and commas the word and the name look alike, unless an article or a verb's place tells.
    const open = casual ? !DETERMINERS.has(before?.word ?? '') : first.opens && !isToldOf(words, group);
    return open && !VERBS.has(group.words[0] ?? '') ? 'doubtful' : 'mention';
  }
  if (beginsHere && endsHere) {
    return !stranger || isSet(reading, group) ? 'address' : 'mention';
  }
  if (group.whose === 'other') {
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
  return casual ? 'doubtful' : 'mention';
}

/** A verb follows of which the name is the subject: "Anna wrote", but not "Anna, has …" or "Anna could you". */
function isToldOf(words: readonly Word[], { to }: Group): boolean {
  const next = words[to + 1];
  return (
    next !== undefined &&
    next.gap.trim() === '' &&
    TELLERS.has(next.word) &&
    !SECOND_PERSON.has(words[to + 2]?.word ?? '')
  );
}

/** A stranger's name set off like an address: by a comma after it at a sentence's start, or a comma before. */
function isSet({ words }: Reading, { from, to }: Group): boolean {
  const first = words[from] as Word;
  const after = words[to + 1]?.gap ?? '';
  return first.opens ? /^[,!]/.test(after) : /,/.test(first.gap) && (words[to] as Word).closes;
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
