import { isCapital } from '../capital.ts';
import type { TextToken } from '../tokens.ts';

/** A word of a message with what stands around it. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** What stands between the word before and this one; all that comes before of the first. */
  readonly gap: string;
  /** A sentence begins here: after a full stop, a line break, an emoji, or at the very beginning. */
  readonly opens: boolean;
  /** A sentence ends after this word. */
  readonly closes: boolean;
}

export interface Reading {
  readonly text: string;
  readonly words: readonly Word[];
  /** Written without capitals, as chats and phone transcripts are: then case tells nothing. */
  readonly casual: boolean;
}

const SENTENCE_BREAK = /[.!?…;\n\r]|[()](?=[()])|[:;]-?[()D]|\p{Extended_Pictographic}/u;

/** Read a message's tokens as words with their surroundings. */
export function readWords(text: string, tokens: readonly TextToken[]): Reading {
  const words: Word[] = [];
  let casual = true;
  let end = 0;
  let opens = true;
  let gap = tokens[0] === undefined ? '' : text.slice(0, tokens[0].start);
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as TextToken;
    const capital = isCapital(text, token.start);
    casual &&= !capital;
    end = token.end;
    const next = tokens[index + 1];
    const after = next === undefined ? '' : gapBetween(text, end, next.start);
    const closes = next === undefined || breaks(after, token.word);
    words.push({ word: token.word, start: token.start, end, capital, gap, opens, closes });
    gap = after;
    opens = closes;
  }
  return { text, words, casual };
}

/** Nearly all gaps are one space: no string is made for them. */
function gapBetween(text: string, from: number, to: number): string {
  return to - from === 1 && text.charCodeAt(from) === 32 ? ' ' : text.slice(from, to);
}

/** So far on both sides of a word it is looked whether somebody writes in capitals only. */
const AROUND = 60;

/** "GB", «ПТС» among words in small letters: no name, as long as no list knows it as one. */
export function isAbbreviation({ text }: Reading, { start, end }: Word): boolean {
  const written = text.slice(start, end);
  const around = text.slice(Math.max(0, start - AROUND), end + AROUND);
  return end - start > 1 && written === written.toUpperCase() && around !== around.toUpperCase();
}

/** The stop of an initial or a title ("Mr. Lee", "R. K. Rao") ends no sentence. */
function breaks(gap: string, before: string): boolean {
  if (gap === ' ' || gap === ', ') {
    return false;
  }
  if (gap.trim() === '.' && !gap.includes('\n') && (before.length === 1 || DOTTED.has(before))) {
    return false;
  }
  return SENTENCE_BREAK.test(gap);
}

const DOTTED: ReadonlySet<string> = new Set([
  'mr',
  'mrs',
  'ms',
  'dr',
  'prof',
  'st',
  'jr',
  'sr',
  'г',
  'гн',
  'ул',
  'тов',
]);
