import { isCommonWord, isFirstName } from './lists.ts';
import { isSurelyName, type SelfNaming, takeName } from './take-name.ts';
import { isSurnameShaped } from './titles.ts';
import type { Reading, Word } from './words.ts';

/** Last words of formulas that end a letter. */
const CLOSERS: ReadonlySet<string> = new Set(
  (
    'regards wishes thanks again you much thx cheers sincerely faithfully truly best respectfully rgds brgds from love peace ta kisses hugs yours signed ' +
    'уважением признательностью благодарностью обнимаю целую ваш ваша спасибо благодарю подпись'
  ).split(' '),
);

/** Of text in small letters. */
const SIGN_OFF =
  /(?:^|[\n.!?,)] {0,3})(?:(?:kind|best|warm|many|yours|with|and) ){0,2}(?:regards|wishes|thanks(?: again)?|thank you(?: so much| very much)?|thx|cheers|sincerely|faithfully|truly|best|respectfully|b?rgds|from|love|peace|ta|kisses|hugs|yours|signed|с уважением|с признательностью|обнимаю|целую|ваша?|с благодарностью|заранее спасибо|спасибо|благодарю|подпись)[\s,.!:)–—-]{1,8}$/;

const TRUSTS = ['firm', 'weak'] as const;

/** As far from the end as a signature begins. */
const LAST_WORDS = 24;

/**
 * The name that signs a message: on a line of its own at the end, after a closing formula or a dash, or as the last
 * sentence ("… Can you repair it? Dorothy").
 */
export function readSignature(reading: Reading): SelfNaming | null {
  const { words, text } = reading;
  for (let place = words.length - 1; place > 0 && place > words.length - LAST_WORDS; place -= 1) {
    const word = words[place] as Word;
    const ownLine = /\n[\s*_–—-]*$/.test(word.gap);
    const dashed = /(?:^|\s)[–—-]{1,3} ?$/.test(word.gap);
    const closed = CLOSERS.has((words[place - 1] as Word).word);
    if (!(ownLine || dashed || closed || word.opens)) {
      continue;
    }
    // The pattern of formulas is dear, and no formula makes a name of what would be none after it.
    if (closed && TRUSTS.every((trust) => takeName(reading, place, trust) === null)) {
      continue;
    }
    const signedOff = closed && isSignedOff(text, word);
    const led = ownLine || dashed || signedOff;
    const naming = takeName(reading, place, led ? 'firm' : 'weak');
    if (naming === null || !endsMessage(text, naming, ownLine, led) || !(led || word.opens)) {
      continue;
    }
    // "last one - whats max devices": a question behind a dash is no name.
    if (!word.capital && !naming.words.slice(0, 1).some((first) => isFirstName(first) || isSurnameShaped(first))) {
      continue;
    }
    const initialled = hasInitials(text, naming) && !naming.words.some(isCommonWord);
    const sure = isSurelyName(naming.words) || (word.capital && (initialled || (ownLine && isSurname(naming))));
    const written = word.capital && (naming.words.length > 1 || signedOff);
    if (led ? sure || (written && (signedOff || endsLetter(text, word.start))) : sure && word.capital) {
      return naming;
    }
  }
  return null;
}

/** A closing formula stands before; "Going to Stansted Airport, from Cambridge." tells a place. */
function isSignedOff(text: string, { start, word }: Word): boolean {
  const formula = text.slice(Math.max(0, start - 60), start).toLowerCase();
  return SIGN_OFF.test(formula) && (!/(?<!\n\s*)from $/.test(formula) || isSurelyName([word]));
}

/** «Максимова»: a Russian surname and no other word. */
function isSurname({ words }: SelfNaming): boolean {
  const [word = '', ...more] = words;
  return more.length === 0 && isSurnameShaped(word) && !isCommonWord(word);
}

/** «Шумилов А.», «В. В. Пантелеев». */
function hasInitials(text: string, { start, end }: SelfNaming): boolean {
  return /(?:^|\s)\p{Lu}\.|\s\p{Lu}$/u.test(text.slice(start, end));
}

/** Nothing but the rest of a signature follows. */
function endsMessage(text: string, naming: SelfNaming, ownLine: boolean, led: boolean): boolean {
  const rest = text.slice(naming.end);
  const line = rest.split('\n')[0] ?? '';
  if (ownLine) {
    return /^[\s.,!)*_:]*$/.test(line) || /^,\s?[^.!?]{1,40}$/.test(line);
  }
  // "…? Howard, Pell Street Bakery": the name, and what it is of.
  if (!led && naming.start > 0 && /^,(?: (?:\p{Lu}[\p{L}'’]*|\d+|of|the|and)){1,4}[\s.]*$/u.test(rest)) {
    return true;
  }
  return led ? /^[\s.!)*_,]*$/.test(rest) || (/^[\s.!)]*$/.test(line) && rest.length < 120) : /^[\s.]*$/.test(rest);
}

/** The line stands after an empty line, a closing formula or a finished sentence, as names of signatures do. */
function endsLetter(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 80), start);
  return /\n\s*\n\s*$/.test(before) || SIGN_OFF.test(before.toLowerCase()) || /[.!?)]\s*$/.test(before);
}
