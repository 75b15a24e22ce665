import type { Cut } from '../../model/conversation.ts';
import { beginsAttribution } from './flattened.ts';
import type { Line } from './lines.ts';
import { wordsIn } from './lines.ts';
import {
  ADDRESS,
  CLOCK,
  DAY,
  FORWARDED,
  HEADER_FIELDS,
  OPENING,
  REPLY_LINE,
  SAID,
  SEPARATOR,
  SPOKEN,
  WROTE,
} from './words.ts';

/** Words of somebody else are known for sure when they stand in an earlier message. */
export type SaidEarlier = (words: string) => boolean;

/** An attribution is at most this many wrapped lines, and this long. */
const ATTRIBUTION_LINES = 4;
const ATTRIBUTION_LENGTH = 400;
/** Lines of a header block: From, Sent, To, Cc and their continuations. */
const HEADER_LINES = 10;

const MARKED = /^[ \t]{0,3}>/;
/** `>50`, `>:(`, `>=`: a comparison or a face, no mark of quotation. */
const COMPARISON = /^[ \t]{0,3}>\s?(?:[\d=:;)(.,]|$)/;
const RULE = /^\s*[_=*—–-]{5,}\s*$/;

type Attribution = { readonly first: number; readonly strength: 'program' | 'author' };

/** The lines that introduce a quotation and end at line `last`, or null. */
function attributionEnding(lines: readonly Line[], last: number): Attribution | null {
  const ending = (lines[last]?.text ?? '').trimEnd();
  if (!ending.includes(':') && !ending.includes('：')) {
    return null;
  }
  if (!/[:：]["*_]{0,2}$/u.test(ending) || ending.length > ATTRIBUTION_LENGTH) {
    return null;
  }
  let joined = '';
  for (let first = last; first >= 0 && first > last - ATTRIBUTION_LINES; first -= 1) {
    const line = lines[first];
    if (line === undefined || line.blank || MARKED.test(line.text)) {
      break;
    }
    joined = joined === '' ? ending : `${line.text.trim()} ${joined}`;
    if (joined.length > ATTRIBUTION_LENGTH) {
      break;
    }
    const verb = WROTE.test(joined);
    const address = ADDRESS.test(joined);
    const day = DAY.test(joined);
    const opens = OPENING.test(line.text);
    if ((opens && ((verb && (day || address)) || (day && address))) || (verb && day && address)) {
      const sure = day && (address || CLOCK.test(joined)) && (address || !SPOKEN.test(joined));
      return { first, strength: sure ? 'program' : 'author' };
    }
  }
  const nameOnly = WROTE.test(ending) && wordsIn(ending) <= 6 && !/[,!?]/.test(ending) && !SPOKEN.test(ending);
  const before = lines[last - 1]?.text ?? '';
  if ((WROTE.test(ending) && ADDRESS.test(ending) && !before.trimEnd().endsWith('<')) || nameOnly) {
    return { first: last, strength: 'author' };
  }
  return null;
}

/** True where a header block (From, Sent, To, Subject) such as Outlook writes begins at line `at`. */
function headerBlockAt(lines: readonly Line[], at: number): boolean {
  const opening = lines[at]?.text ?? '';
  if (![HEADER_FIELDS.from, HEADER_FIELDS.sent, HEADER_FIELDS.subject].some((field) => field.test(opening))) {
    return false;
  }
  const found = new Set<string>();
  let people = '';
  for (let index = at; index < Math.min(lines.length, at + HEADER_LINES); index += 1) {
    const line = lines[index];
    if (line === undefined || line.blank || line.text.length > 2_000) {
      break;
    }
    for (const [field, pattern] of Object.entries(HEADER_FIELDS)) {
      if (pattern.test(line.text)) {
        found.add(field);
        people += field === 'from' || field === 'to' ? ` ${line.text}` : '';
      }
    }
  }
  // "From: Berlin, To: Paris, Date: …" is a booking: only a subject or an address makes it a letter.
  const letter = found.has('subject') || ADDRESS.test(people);
  return letter && found.has('from') && found.has('sent');
}

/** The last line of the run of `>` lines beginning at `at`; empty lines between are part of it. */
function endOfMarked(lines: readonly Line[], at: number): number {
  let last = at;
  for (let index = at; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) {
      break;
    }
    if (MARKED.test(line.text)) {
      last = index;
    } else if (!line.blank) {
      break;
    }
  }
  return last;
}

/** Without its marks, as one line. */
function unmarked(lines: readonly Line[], first: number, last: number): string {
  return lines
    .slice(first, last + 1)
    .map((line) => line.text.replace(/^[ \t>]+/, ''))
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * Finds quoted history: `>` lines with the attribution above them, header blocks, "Original Message" separators and
 * attributions of mail programs with everything below. What is doubtful stays.
 */
export function findQuotes(text: string, lines: readonly Line[], saidEarlier: SaidEarlier): Cut[] {
  const cuts: Cut[] = [];
  const quote = (first: number, last: number): void => {
    const start = lines[first]?.start ?? 0;
    const end = lines[last]?.end ?? text.length;
    if (end > start) {
      cuts.push({ start, end, kind: 'quote' });
    }
  };
  const toTheEnd = (first: number): Cut[] => {
    const ruled = lines[first - 1]?.blank === true ? first - 2 : first - 1;
    quote(RULE.test(lines[ruled]?.text ?? '') ? ruled : first, lines.length - 1);
    return cuts;
  };
  let own = 0;
  let pending: Attribution | null = null;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || line.blank) {
      continue;
    }
    if (MARKED.test(line.text)) {
      const last = endOfMarked(lines, index);
      if (pending !== null || isQuotation(lines, index, last, own, saidEarlier)) {
        quote(pending?.first ?? index, last);
      } else {
        own += 1;
      }
      pending = null;
      index = last;
      continue;
    }
    if (line.text.includes('---') && SEPARATOR.test(line.text) && wordsIn(line.text) <= 8) {
      return toTheEnd(index);
    }
    const special = line.text.includes(':') || /##-|above|выше|над/iu.test(line.text);
    if (own > 0 && special && (headerBlockAt(lines, index) || isForward(lines, index) || REPLY_LINE.test(line.text))) {
      return toTheEnd(index);
    }
    if (own > 0 && special && beginsAttribution(line.text) && !/[:：]\s*$/u.test(line.text)) {
      return toTheEnd(index);
    }
    pending = attributionEnding(lines, index);
    if (pending !== null) {
      const ownAbove = own - (index - pending.first);
      const next = nextFilled(lines, index + 1);
      if (next === undefined || !MARKED.test(next.text)) {
        if (pending.strength === 'program' && ownAbove > 0 && next !== undefined) {
          return toTheEnd(pending.first);
        }
        pending = null;
      }
    }
    own += 1;
  }
  return cuts;
}

function nextFilled(lines: readonly Line[], from: number): Line | undefined {
  for (let index = from; index < lines.length; index += 1) {
    if (lines[index]?.blank === false) {
      return lines[index];
    }
  }
  return undefined;
}

function isForward(lines: readonly Line[], at: number): boolean {
  if (!FORWARDED.test(lines[at]?.text ?? '')) {
    return false;
  }
  return lines.slice(at + 1, at + 4).some((line) => HEADER_FIELDS.from.test(line.text.replace(/^[ \t>]+/, '')));
}

/** `> Settings > Billing`, or short items right under an own line: a way through menus or a list, no quotation. */
function isOwnList(lines: readonly Line[], first: number, last: number, glued: boolean): boolean {
  const items = lines.slice(first, last + 1).filter(({ blank }) => !blank);
  const paths = items.every(({ text }) => /^[ \t]{0,3}> ?[^>]{1,40} > [^>]/u.test(text) && wordsIn(text) <= 12);
  const short = items.every(
    ({ text }) => /^[ \t]{0,3}> ?[^>]/u.test(text) && wordsIn(text) <= 5 && !/[.?!…:,]\s*$/u.test(text),
  );
  return paths || (glued && items.length >= 2 && short);
}

/** Whether `>` lines without an attribution are somebody else's words. */
function isQuotation(
  lines: readonly Line[],
  first: number,
  last: number,
  own: number,
  saidEarlier: SaidEarlier,
): boolean {
  const words = unmarked(lines, first, last);
  if (words === '' || saidEarlier(words)) {
    return true;
  }
  if (lines.slice(first, last + 1).every((line) => line.blank || COMPARISON.test(line.text))) {
    return false;
  }
  const before = (lines[first - 1]?.text ?? '').trimEnd();
  if (isOwnList(lines, first, last, before !== '')) {
    return false;
  }
  if (/[:：]$/u.test(before)) {
    // "We can offer:" and its list is the author's own, "you asked:" is not.
    return WROTE.test(before) || SAID.test(before);
  }
  return own > 0 || nextFilled(lines, last + 1) !== undefined || WROTE.test(lines[first]?.text ?? '');
}
