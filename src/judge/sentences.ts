import type { Token } from '../model/scene.ts';
import { sentenceEnd } from '../text/phrases.ts';
import type { Hint } from './features.ts';

/** A sentence as a text of its own; `offset` is its place in the message. */
export interface Sentence {
  readonly text: string;
  /** With offsets into `text`. */
  readonly tokens: readonly Token[];
  readonly offset: number;
}

/** Longer sentences, such as those of a phone transcript without punctuation, are read through a sliding window. */
const LONGEST = 28;
const WINDOW = 18;
const STRIDE = 9;

/** The sentences of a message, each with the punctuation after it. A message without words is one sentence. */
export function sentencesOf(text: string, tokens: readonly Token[]): Sentence[] {
  const ranges: [number, number][] = [];
  let begin = 0;
  while (begin < tokens.length) {
    const end = sentenceEnd(text, tokens, begin);
    if (end - begin <= LONGEST) {
      ranges.push([begin, end]);
    } else {
      for (let from = begin; from === begin || from + WINDOW - STRIDE < end; from += STRIDE) {
        ranges.push([from, Math.min(end, from + WINDOW)]);
      }
    }
    begin = end;
  }
  if (ranges.length <= 1) {
    return [{ text, tokens, offset: 0 }];
  }
  return ranges.map(([from, to]) => {
    const offset = from === 0 ? 0 : (tokens[from]?.start ?? 0);
    const end = tokens[to]?.start ?? text.length;
    return {
      text: text.slice(offset, end),
      tokens: tokens.slice(from, to).map((token) => ({
        word: token.word,
        stem: token.stem,
        start: token.start - offset,
        end: token.end - offset,
      })),
      offset,
    };
  });
}

/** The hints that lie in a sentence, with offsets into it. */
export function hintsWithin({ offset, text }: Sentence, hints: readonly Hint[]): Hint[] {
  return hints
    .filter(({ start, end }) => start >= offset && end <= offset + text.length)
    .map((hint) => ({ ...hint, start: hint.start - offset, end: hint.end - offset }));
}
