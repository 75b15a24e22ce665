import { isCommonWord, isFirstName } from './lists.ts';
import { CLOSINGS, GREETINGS, MENTIONERS, NOBODY, OPENERS, SECOND_PERSON, TELLERS } from './phrases.ts';
import type { NameWord } from './same-name.ts';
import { isCourtesy, isPatronymic, isTitle } from './titles.ts';
import type { Reading, Word } from './words.ts';

/** A name by which a message addresses, or may address, somebody. */
export interface Call {
  readonly start: number;
  readonly end: number;
  /** Folded words of the name, titles left out. */
  readonly words: readonly string[];
  /** `known`: one of the names asked for; `other`: somebody else's, as far as the list of names tells. */
  readonly whose: 'known' | 'other';
  /** A title stands before the name: "Ms Fernandes". */
  readonly titled: boolean;
  /** False where the place in the sentence leaves open whether the name addresses or mentions. */
  readonly sure: boolean;
}

export interface Callers {
  /** Words of the names that the person may be addressed by. */
  readonly known: readonly NameWord[];
  /** Folded words of the names of the people on the speaker's side: they introduce themselves and each other. */
  readonly own: ReadonlySet<string>;
}

interface Group {
  readonly from: number;
  readonly to: number;
  readonly titled: boolean;
  readonly whose: 'known' | 'other';
  readonly words: readonly string[];
}

/** Later than this, a name that is not the customer's addresses nobody with certainty. */
const OPENING_WORDS = 14;

/**
 * Every place at which a message addresses somebody by name, in order. Introductions of oneself, signatures, labels of
 * data, possessives, case forms and people talked about are no addresses.
 */
export function findCalls(reading: Reading, callers: Callers): Call[] {
  const calls: Call[] = [];
  const { words } = reading;
  let place = 0;
  while (place < words.length) {
    const group = mayName(reading, place) ? readGroup(reading, place, callers) : null;
    if (group === null) {
      place += 1;
      continue;
    }
    const standing = judgePlace(reading, group, callers);
    const counts = group.whose === 'known' ? standing !== 'mention' : standing === 'address';
    if (counts) {
      calls.push({
        start: words[group.from]?.start ?? 0,
        end: words[group.to]?.end ?? 0,
        words: group.words,
        whose: group.whose,
        titled: group.titled,
        sure: standing === 'address',
      });
    }
    place = group.to + 1;
  }
  return calls;
}

/** Cheap: most words of a message with capitals are in small letters and name nobody. */
function mayName({ words, casual }: Reading, place: number): boolean {
  const { capital, word } = words[place] as Word;
  return capital || casual || isTitle(word) || isSetOff(words, place) || isGreeted(words, place);
}

/** The run of title and name words that begins at a place, or null where none begins. */
function readGroup(reading: Reading, from: number, { known }: Callers): Group | null {
  const { words, casual } = reading;
  let place = from;
  let titled = false;
  while (words[place] !== undefined && isTitle(words[place]?.word ?? '') && (place === from || joins(words[place]))) {
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

function bestLikeness(known: readonly NameWord[], token: string): 'same' | 'typo' | 'oblique' | 'other' {
  let best: 'same' | 'typo' | 'oblique' | 'other' = 'other';
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
  if (NOBODY.has(word.word) || COMPANY_TAIL.test(word.word) || word.word.length < 2 || /\d|_/.test(word.word)) {
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
  return isFirstName(word.word) && (!isCommonWord(word.word) || (word.capital && isGreeted(words, first)));
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

/** A greeting stands right before: commas, exclamation marks and emoji may stand between. */
function isGreeted(words: readonly Word[], from: number): boolean {
  const before = words[from - 1];
  const gap = words[from]?.gap ?? '';
  if (before === undefined || !(GREETINGS.has(before.word) || PRONOUNS.has(before.word))) {
    return false;
  }
  if (/[\n?:@]/.test(gap.replace(/\n+$/, (end) => (GREETINGS.has(before.word) ? '' : end)))) {
    return false;
  }
  if (GREETINGS.has(before.word)) {
    return beginsGreeting(words, from - 1);
  }
  // «Приветствуем вас, Валерий», "Hi there Anna": a pronoun between greeting and name.
  return PRONOUNS.has(before.word) && GREETINGS.has(words[from - 2]?.word ?? '');
}

const PRONOUNS: ReadonlySet<string> = new Set('вас вам there again back you'.split(' '));

/** The run of greeting words begins a sentence or clause: «между дорогой Виктория и рекой» greets nobody. */
function beginsGreeting(words: readonly Word[], last: number): boolean {
  let place = last;
  while (place > 0 && !(words[place] as Word).opens && isOfGreeting(words[place - 1]?.word ?? '')) {
    place -= 1;
  }
  const first = words[place] as Word;
  return place <= 2 || first.opens || /[,–—]/.test(first.gap);
}

function isOfGreeting(word: string): boolean {
  return GREETINGS.has(word) || OPENERS.has(word) || word === 'good' || word === 'very';
}

type Standing = 'address' | 'doubtful' | 'mention';

function judgePlace(reading: Reading, group: Group, callers: Callers): Standing {
  const { words, text, casual } = reading;
  const first = words[group.from] as Word;
  const last = words[group.to] as Word;
  const next = words[group.to + 1];
  const isOwn = group.words.some((word) => callers.own.has(word));
  if (
    introduces(words, group, isOwn) ||
    isSignature(reading, group, isOwn) ||
    isLabelled(first, words[group.from - 1], text) ||
    isQuoted(text, first.start) ||
    ((group.whose === 'other' || isOwn) && namesDesk(words, group))
  ) {
    return 'mention';
  }
  if (group.whose === 'other' && (isOwn || group.from > OPENING_WORDS)) {
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
    return !common || endsHere || (casual && !SECOND_PERSON.has(next?.word ?? '')) ? 'address' : 'mention';
  }
  const before = words[group.from - 1];
  const beginsHere = first.opens || /[,—–]|\s-\s/.test(first.gap);
  if (!beginsHere && before !== undefined && MENTIONERS.has(before.word) && !asksForIt(words, group.from)) {
    return 'mention';
  }
  if (group.titled) {
    const apart = group.whose === 'known' ? true : beginsHere && endsHere;
    return apart && !isToldOf(words, group) ? 'address' : 'mention';
  }
  if (!endsHere && next !== undefined && isCompanyTail(next, casual)) {
    return 'mention';
  }
  const led = before !== undefined && OPENERS.has(before.word) && !/[\n:]/.test(first.gap);
  if (common) {
    const marked = /[,!]/.test(next?.gap ?? '') || /[,!]/.test(first.gap) || led;
    const ends = last.closes && first.capital && !first.opens && !casual;
    return ((beginsHere || led) && endsHere && marked) || ends ? 'address' : 'mention';
  }
  if (beginsHere && endsHere) {
    return group.whose === 'known' || isSet(reading, group) ? 'address' : 'mention';
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
  return talksOn && casual ? 'address' : 'doubtful';
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

/**
 * "Svetlana, airport team.", «Отдел возвратов, Глеб.»: a name beside a short bare noun, with no word to the reader in
 * the sentence, is the speaker's own.
 */
function namesDesk(words: readonly Word[], { from, to, titled }: Group): boolean {
  const first = words[from] as Word;
  if (titled || (first.gap === ' ' && isGreeted(words, from))) {
    return false;
  }
  const next = words[to + 1];
  const after = sentenceAfter(words, to);
  if (next !== undefined && !next.opens && /^,/.test(next.gap)) {
    return after.length <= 3 && !after.some(isToReader);
  }
  if (/,/.test(first.gap) && (words[to] as Word).closes) {
    const before = sentenceBefore(words, from);
    return before.length <= 5 && !before.some(isToReader) && !before.every((word) => GREETINGS.has(word));
  }
  return false;
}

function sentenceAfter(words: readonly Word[], to: number): string[] {
  const run: string[] = [];
  for (let place = to + 1; place < words.length && !(words[place] as Word).opens && run.length < 12; place += 1) {
    run.push(words[place]?.word ?? '');
  }
  return run;
}

function sentenceBefore(words: readonly Word[], from: number): string[] {
  const run: string[] = [];
  for (let place = from; place > 0 && !(words[place] as Word).opens && run.length < 12; place -= 1) {
    run.unshift(words[place - 1]?.word ?? '');
  }
  return run;
}

/** A word that speaks to somebody: you, an opener, a polite imperative. */
function isToReader(word: string): boolean {
  return SECOND_PERSON.has(word) || OPENERS.has(word) || /(?:йте|ите|есь|ться)$/.test(word);
}

/** The name stands inside quotation marks: somebody else's words. */
function isQuoted(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 200), start);
  return before.lastIndexOf('«') > before.lastIndexOf('»') || before.lastIndexOf('“') > before.lastIndexOf('”');
}

/** A stranger's name set off like an address: by a comma after it at a sentence's start, or a comma before. */
function isSet({ words }: Reading, { from, to }: Group): boolean {
  const first = words[from] as Word;
  const after = words[to + 1]?.gap ?? '';
  return first.opens ? /^[,!]/.test(after) : /,/.test(first.gap) && (words[to] as Word).closes;
}

/** "am I speaking with Anna?", "is this Anna?": the name is put to the customer. */
function asksForIt(words: readonly Word[], from: number): boolean {
  const before = words.slice(Math.max(0, from - 4), from).map(({ word }) => word);
  const said = before.join(' ');
  return /(?:am i (?:speaking|talking|chatting) (?:with|to)|is (?:this|that|it)|вы|это вы)$/.test(said);
}

const INTRODUCERS =
  /(?:^| )(?:this is|it's|its|it is|i'm|im|i am|my name is|name is|name's|names|speaking with|speaking to|chatting with|connected (?:to|with)|you've reached|you have reached|call me|меня зовут|зовут|меня|это|с вами|на связи|я|слушает|пишет|вам пишет|мое имя|агент|оператор|специалист|менеджер|консультант|куратор|диспетчер|эксперт|сотрудник)$/;

/** The speaker names himself or a colleague: "this is Anna", "Anna here", «меня Анна зовут», «на связи Анна». */
function introduces(words: readonly Word[], { from, to, whose }: Group, isOwn: boolean): boolean {
  const first = words[from] as Word;
  const next = words[to + 1];
  const run: string[] = [];
  for (let place = from - 1; place >= Math.max(0, from - 4); place -= 1) {
    const later = words[place + 1] as Word;
    if (later.opens || (/[,:]/.test(later.gap) && place !== from - 1)) {
      break;
    }
    run.unshift(words[place]?.word ?? '');
  }
  const said = run.join(' ');
  const asked = asksForIt(words, from) && /(?:am i|is (?:this|that|it))/.test(said);
  if (
    !asked &&
    !/[!?.]/.test(first.gap) &&
    INTRODUCERS.test(said) &&
    !(first.gap.includes(',') && /\bi(?:t'?s|t is)$/.test(said))
  ) {
    return true;
  }
  if (next === undefined || next.opens || !/^[ \u00a0]{1,2}$/.test(next.gap)) {
    return false;
  }
  const after = words[to + 2]?.word ?? '';
  if (next.word === 'here') {
    return !/^(?:is|are|you)$/.test(after);
  }
  return (
    /^(?:speaking|from|зовут)$/.test(next.word) ||
    // «Анна слушаю» is said by Anna, «Анна, слушаю вас» to her; phone transcripts have no commas.
    ((isOwn || whose === 'other') && /^(?:слушает|слушаю|из)$/.test(next.word)) ||
    (next.word === 'this' && after === 'side') ||
    (next.word === 'на' && after === 'связи') ||
    (next.word === 'с' && after === 'вами') ||
    (next.word === 'at' && /^(?:the|your)$/.test(after))
  );
}

/** The name stands as the writer's: on a line of its own at the end, or after a closing formula. */
function isSignature({ words, text }: Reading, { from, to }: Group, isOwn: boolean): boolean {
  const first = words[from] as Word;
  const last = words[to] as Word;
  const before = words[from - 1];
  if (before !== undefined && CLOSINGS.has(before.word)) {
    return true;
  }
  const lineStart = text.lastIndexOf('\n', first.start - 1) + 1;
  const nextBreak = text.indexOf('\n', last.end);
  const lineEnd = nextBreak < 0 ? text.length : nextBreak;
  const around = text.slice(lineStart, first.start) + text.slice(last.end, lineEnd);
  const alone = lineStart > 0 && /^[\s.,!–—^*_-]*$/.test(around);
  const rest = text.slice(lineEnd).trim();
  if (alone && rest.length < 80 && !/[.!?](?:\s|$)/.test(rest.slice(0, -1)) && !/,$/.test(around.trim())) {
    return true;
  }
  // "Tomasz, Security Desk" as the last line of a letter.
  if (lineStart > 0 && rest === '' && text.slice(lineStart, first.start).trim() === '' && lineEnd - last.end < 40) {
    return isOwn || !/[.!?]$/.test(text.slice(last.end, lineEnd).trim());
  }
  return (
    isOwn && to === words.length - 1 && /^\s*[.!)]*\s*$/.test(text.slice(last.end)) && /[.!?,\n–—-]/.test(first.gap)
  );
}

/** "Name: Anna", "• **Имя:** Артём": data, not an address. */
function isLabelled(first: Word, before: Word | undefined, text: string): boolean {
  if (/:/.test(first.gap) && before !== undefined && !GREETINGS.has(before.word)) {
    return true;
  }
  const line = text.slice(text.lastIndexOf('\n', first.start - 1) + 1, first.start);
  return /^\s*(?:[*•–-]\s*)?[\p{L} ]{2,30}\s[–—-]\s$/u.test(line);
}

const COMPANY_TAIL =
  /^(?:inc|ltd|llc|corp|group|street|st|road|avenue|station|hotel|store|bank|bakery|cafe|retail|park|house|clinic|airlines|insurance)$/;

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
