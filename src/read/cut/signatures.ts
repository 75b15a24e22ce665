import type { Cut } from '../../model/conversation.ts';
import type { Line } from './lines.ts';
import { wordsIn } from './lines.ts';
import { ADDRESS, CONTACT, DEVICE, DISCLAIMER, SIGN_OFF } from './words.ts';

/** Longer than this below `-- `, and it is no signature. */
const SIGNATURE_LINES = 15;
const SIGNATURE_LINE_LENGTH = 120;

/** What an author says, as against what stands on a visiting card. */
function isSentence(line: string): boolean {
  const trimmed = line.trim();
  if (/^P\.?\s?P?\.?\s?S\b/iu.test(trimmed) || /[?？]/u.test(trimmed.replace(/https?:\/\/\S+/gu, ''))) {
    return true;
  }
  const words = trimmed.split(/\s+/u);
  if (words.length >= 3 && /[.!…]["')»]*$/u.test(trimmed) && !CONTACT.test(trimmed)) {
    return true;
  }
  return words.filter((word) => /^\p{Ll}{2}/u.test(word)).length >= 4;
}

/** A line with nothing but a person's or a team's name. */
function isName(line: string): boolean {
  return wordsIn(line) <= 6 && line.trim().length <= 60 && !/[\d@:/|]/u.test(line) && !isSentence(line);
}

/** Cuts the contact block, device line and disclaimer at the end of the lines [first, last] of one stretch of own text. */
function cutStretch(lines: readonly Line[], first: number, last: number, cuts: Cut[]): void {
  const cut = (from: number, to: number): void => {
    const start = lines[from]?.start ?? 0;
    const end = lines[to]?.end ?? start;
    if (end > start) {
      cuts.push({ start, end, kind: 'signature' });
    }
  };
  let end = last;
  const skipBlank = (): void => {
    while (end >= first && lines[end]?.blank === true) {
      end -= 1;
    }
  };
  skipBlank();
  // A letter that is nothing but such a line keeps it: there would be nothing left of it.
  while (
    anyFilled(lines, first, end - 1) &&
    (isDeviceLine(lines[end]) || DISCLAIMER.test((lines[end]?.text ?? '').slice(0, 400)))
  ) {
    cut(end, end);
    end -= 1;
    skipBlank();
  }
  const dashes = dashesIn(lines, first, end);
  if (dashes !== null) {
    const from = firstOfSignature(lines, dashes, end);
    if (from !== null) {
      cut(from, end);
    }
    return;
  }
  const block = contactBlock(lines, first, end);
  if (block !== null) {
    cut(block, end);
  }
}

function anyFilled(lines: readonly Line[], first: number, last: number): boolean {
  for (let index = first; index <= last; index += 1) {
    if (lines[index]?.blank === false) {
      return true;
    }
  }
  return false;
}

function isDeviceLine(line: Line | undefined): boolean {
  return line !== undefined && line.text.length <= 100 && DEVICE.test(line.text);
}

/** The line with the dashes that begin a signature, when what follows looks like one. */
function dashesIn(lines: readonly Line[], first: number, end: number): number | null {
  let filled = 0;
  for (let index = end; index >= first && filled <= SIGNATURE_LINES; index -= 1) {
    const text = lines[index]?.text ?? '';
    if (text === '-- ') {
      return index;
    }
    if (/^(?:--|––|—)\s*$/u.test(text)) {
      const below = lines.slice(index + 1, end + 1).filter((line) => !line.blank);
      const card = below.every((line) => line.text.length <= SIGNATURE_LINE_LENGTH && !/[?？]/u.test(line.text));
      const opening = below[0]?.text ?? '';
      return card && anyFilled(lines, first, index - 1) && (isName(opening) || SIGN_OFF.test(opening)) ? index : null;
    }
    filled += lines[index]?.blank === true ? 0 : 1;
  }
  return null;
}

/** Below the dashes, a sign-off formula or a sentence to the customer is still being said: the rest is the signature. */
function firstOfSignature(lines: readonly Line[], dashes: number, end: number): number | null {
  for (let index = dashes + 1; index <= end; index += 1) {
    const line = lines[index];
    if (line !== undefined && !line.blank && !SIGN_OFF.test(line.text) && !isSentence(line.text)) {
      return index === dashes + 1 ? dashes : index;
    }
  }
  return null;
}

/** The first line of the contacts below "Regards, Tom"; the formula and the name stay. */
function contactBlock(lines: readonly Line[], first: number, end: number): number | null {
  let formula = -1;
  let filled = 0;
  for (let index = end; index >= first && filled <= SIGNATURE_LINES; index -= 1) {
    const text = lines[index]?.text ?? '';
    if (text.length <= 80 && SIGN_OFF.test(text) && wordsIn(text) <= 8 && !isSentence(text)) {
      formula = index;
      break;
    }
    filled += lines[index]?.blank === true ? 0 : 1;
  }
  if (formula < 0) {
    return null;
  }
  const rest = (lines[formula]?.text ?? '').replace(SIGN_OFF.expression, '').replace(/[\s,.!]+/gu, '');
  const below: number[] = [];
  for (let index = formula + 1; index <= end; index += 1) {
    if (lines[index]?.blank === false) {
      below.push(index);
    }
  }
  const named = rest !== '' || !isName(lines[below[0] ?? -1]?.text ?? '');
  const block = named ? below : below.slice(1);
  const texts = block.map((index) => lines[index]?.text ?? '');
  const card =
    texts.some((text) => CONTACT.test(text) || ADDRESS.test(text)) &&
    texts.every((text) => text.length <= SIGNATURE_LINE_LENGTH && !isSentence(text));
  return card ? (block[0] ?? null) : null;
}

/** Finds signatures at the end of each stretch of the author's own lines, outside the quotes known so far. */
export function findSignatures(lines: readonly Line[], quotes: readonly Cut[]): Cut[] {
  const cuts: Cut[] = [];
  let first = 0;
  let place = 0;
  for (let index = 0; index <= lines.length; index += 1) {
    const line = lines[index];
    while (line !== undefined && (quotes[place]?.end ?? Number.POSITIVE_INFINITY) <= line.start) {
      place += 1;
    }
    const quote = quotes[place];
    const quoted = line !== undefined && quote !== undefined && quote.start <= line.start && line.start < quote.end;
    if (line === undefined || quoted) {
      if (index > first) {
        cutStretch(lines, first, index - 1, cuts);
      }
      first = index + 1;
    }
  }
  return cuts;
}
