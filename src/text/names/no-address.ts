import { isGreeted } from './greeted.ts';
import { isCommonWord, isFirstName } from './lists.ts';
import type { Group } from './name-group.ts';
import { CLOSINGS, GREETINGS, OPENERS, SECOND_PERSON } from './phrases.ts';
import type { Reading, Word } from './words.ts';

/** "am I speaking with Anna?", "is this Anna?": the name is put to the customer. */
export function asksForIt(words: readonly Word[], from: number): boolean {
  const before = words.slice(Math.max(0, from - 4), from).map(({ word }) => word);
  const said = before.join(' ');
  return /(?:am i (?:speaking|talking|chatting) (?:with|to)|is (?:this|that|it)|вы|это вы)$/.test(said);
}

const INTRODUCERS =
  /(?:^| )(?:this is|it's|its|it is|i'm|im|i am|my name is|name is|name's|names|speaking with|speaking to|chatting with|connected (?:to|with)|you've reached|you have reached|call me|меня зовут|зовут|меня|это|с вами|на связи|я|слушает|пишет|вам пишет|отвечает|приветствует|консультирует|помогает|работает|общается|agent is|мое имя|агент|оператор|специалист|менеджер|консультант|куратор|диспетчер|эксперт|сотрудник)$/;

/** The speaker names himself or a colleague: "this is Anna", "Anna here", «меня Анна зовут», «на связи Анна». */
export function introduces(
  words: readonly Word[],
  { from, to, whose }: Group,
  own: ReadonlySet<string>,
  isOwn: boolean,
): boolean {
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
    // "there it is tom": an agent of another name does not introduce herself by the customer's.
    return whose === 'other' || isOwn || !/(?:^| )it(?:'?s| is)$/.test(said) || ![...own].some(isFirstName);
  }
  if (next === undefined || next.opens || !/^[ \u00a0]{1,2}$/.test(next.gap)) {
    return false;
  }
  const after = words[to + 2]?.word ?? '';
  if (next.word === 'here') {
    return !/^(?:is|are|you)$/.test(after);
  }
  if (whose === 'known' && !isOwn && isGreeted(words, from)) {
    return false;
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
export function isSignature({ words, text }: Reading, { from, to }: Group, isOwn: boolean): boolean {
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
export function isLabelled(first: Word, before: Word | undefined, text: string): boolean {
  if (/:/.test(first.gap) && before !== undefined && !GREETINGS.has(before.word)) {
    return true;
  }
  const line = text.slice(text.lastIndexOf('\n', first.start - 1) + 1, first.start);
  return /[–—-]\s$/.test(line) && /^\s*(?:[*•–-]\s*)?[\p{L} ]{2,30}\s[–—-]\s$/u.test(line);
}

/** The name stands inside quotation marks: somebody else's words. */
export function isQuoted(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 200), start);
  return before.lastIndexOf('«') > before.lastIndexOf('»') || before.lastIndexOf('“') > before.lastIndexOf('”');
}

/**
 * "Svetlana, airport team.", «Отдел возвратов, Глеб.»: a name beside a short bare noun, with no word to the reader in
 * the sentence, is the speaker's own.
 */
export function namesDesk(words: readonly Word[], { from, to, titled }: Group): boolean {
  const first = words[from] as Word;
  if (titled || (first.gap === ' ' && isGreeted(words, from))) {
    return false;
  }
  const next = words[to + 1];
  if (next !== undefined && !next.opens && /^,/.test(next.gap)) {
    return isDesk(sentenceAfter(words, to));
  }
  if (/,/.test(first.gap) && (words[to] as Word).closes) {
    const before = sentenceBefore(words, from);
    return isDesk(before) && !before.every((word) => GREETINGS.has(word));
  }
  return false;
}

const DESKS: ReadonlySet<string> = new Set(
  (
    'desk team support dept department claims billing accounts care office line help helpdesk service crew escalations reservations bookings ' +
    'отдел служба техподдержка поддержка линия касса архив регистратура диспетчер оператор менеджер специалист центр приемная группа стажер дежурный ' +
    'старший администратор смена ресепшен бухгалтерия консультант куратор'
  ).split(' '),
);

/** A desk by its name, or hardly more than a word, and nothing said to the reader. */
function isDesk(words: readonly string[]): boolean {
  return !words.some(isToReader) && (words.length <= 2 || (words.length <= 5 && words.some((word) => DESKS.has(word))));
}

/** One of several names in a row: "Tom, Anna and Li", «выбирайте: Полина, Санжар, Юлиан». */
export function isListed(words: readonly Word[], { from, to }: Group): boolean {
  const first = words[from] as Word;
  const before = words[from - 1];
  const next = words[to + 1];
  const after = words[to + 2];
  const follows =
    before !== undefined &&
    /^, ?$/.test(first.gap) &&
    before.capital &&
    isFirstName(before.word) &&
    !isCommonWord(before.word);
  const leads =
    next !== undefined &&
    after !== undefined &&
    /^(?:and|or|и|или)$/.test(next.word) &&
    after.capital &&
    isFirstName(after.word);
  return follows || (leads && !isGreeted(words, from)) || endsList(words, from);
}

/** "vim, emacs, nano, joe": the last of things in a row. */
function endsList(words: readonly Word[], from: number): boolean {
  const isItem = (place: number): boolean => {
    const { word, capital } = words[place] as Word;
    return !capital && !isCommonWord(word) && !OPENERS.has(word) && !GREETINGS.has(word) && !SECOND_PERSON.has(word);
  };
  return (
    from > 1 &&
    [from, from - 1].every((place) => /^, ?$/.test((words[place] as Word).gap)) &&
    isItem(from - 1) &&
    isItem(from - 2)
  );
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
