import type { Token } from '../model/scene.ts';
import { sentenceEnd } from '../text/phrases.ts';
import type { Hint } from './features.ts';

/** A sentence as a text of its own; `offset` is its place in the message. */
export interface Sentence {
  readonly text: string;
  /** With offsets into `text`. */
  readonly tokens: readonly Token[];
  readonly offset: number;
  /** The place of its first token among those of the message. */
  readonly first: number;
}

/** Longer sentences, such as those of a phone transcript without punctuation, are read through a sliding window. */
const LONGEST = 28;
const WINDOW = 18;
const STRIDE = 9;

/** What parts the clauses of a sentence, between two words. */
const PAUSE = /[,;:()–—]|\s-\s|\.\./;
const SHORTEST_CLAUSE = 2;

/** Tokens from the first up to the second. */
export type TokenRange = readonly [number, number];

/**
 * The tokens of each sentence of a message, or of each window of it, and of each of its clauses: "unfortunately no, you'd have to
 * ask the bank" says two things, and the one drowns in the other. At least one range.
 */
export function sentenceRanges(text: string, tokens: readonly Token[]): TokenRange[] {
  const ranges: TokenRange[] = [];
  let begin = 0;
  while (begin < tokens.length) {
    const end = sentenceEnd(text, tokens, begin);
    if (end - begin <= LONGEST) {
      ranges.push([begin, end], ...clausesOf(text, tokens, [begin, end]));
    } else {
      for (let from = begin; from === begin || from + WINDOW - STRIDE < end; from += STRIDE) {
        ranges.push([from, Math.min(end, from + WINDOW)]);
      }
    }
    begin = end;
  }
  return ranges.length <= 1 ? [[0, tokens.length]] : ranges;
}

/** The clauses of a sentence of several; shorter ones belong to their neighbours. */
function clausesOf(text: string, tokens: readonly Token[], [begin, end]: TokenRange): TokenRange[] {
  const clauses: TokenRange[] = [];
  let from = begin;
  for (let index = begin + SHORTEST_CLAUSE; index <= end - SHORTEST_CLAUSE; index += 1) {
    const between = text.slice(tokens[index - 1]?.end, tokens[index]?.start);
    if (index - from >= SHORTEST_CLAUSE && PAUSE.test(between)) {
      clauses.push([from, index]);
      from = index;
    }
  }
  return clauses.length === 0 ? [] : [...clauses, [from, end]];
}

/** Where a range of tokens begins and ends in the text, with the punctuation after it. */
export function placesOf(text: string, tokens: readonly Token[], [from, to]: TokenRange): [number, number] {
  return [from === 0 ? 0 : (tokens[from]?.start ?? 0), tokens[to]?.start ?? text.length];
}

/** The sentences of a message, each with the punctuation after it. A message without words is one sentence. */
export function sentencesOf(text: string, tokens: readonly Token[]): Sentence[] {
  const ranges = sentenceRanges(text, tokens);
  return ranges.length === 1
    ? [{ text, tokens, offset: 0, first: 0 }]
    : ranges.map((range) => cutSentence(text, tokens, range));
}

/** A sentence of several as a text of its own. */
export function cutSentence(text: string, tokens: readonly Token[], range: TokenRange): Sentence {
  const [offset, end] = placesOf(text, tokens, range);
  return {
    text: text.slice(offset, end),
    tokens: tokens.slice(...range).map((token) => ({
      word: token.word,
      stem: token.stem,
      start: token.start - offset,
      end: token.end - offset,
    })),
    offset,
    first: range[0],
  };
}

/** The hints that lie in a sentence, with offsets into it. */
export function hintsWithin({ offset, text }: Sentence, hints: readonly Hint[]): Hint[] {
  return hints
    .filter(({ start, end }) => start >= offset && end <= offset + text.length)
    .map((hint) => ({ ...hint, start: hint.start - offset, end: hint.end - offset }));
}
