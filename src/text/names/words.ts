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
  let capitals = 0;
  const gaps = tokens.map((token, index) => text.slice(tokens[index - 1]?.end ?? 0, token.start));
  const words = tokens.map(({ word, start, end }, index): Word => {
    const gap = gaps[index] ?? '';
    const after = gaps[index + 1];
    const capital = /^\p{Lu}/u.test(text.slice(start, end));
    capitals += capital ? 1 : 0;
    return {
      word,
      start,
      end,
      capital,
      gap,
      opens: index === 0 || breaks(gap, tokens[index - 1]?.word ?? ''),
      closes: after === undefined || breaks(after, word),
    };
  });
  return { text, words, casual: capitals === 0 };
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
