import type { Heard } from '../model/ear.ts';
import type { Token } from '../model/scene.ts';
import { sentenceEnd } from '../text/phrases.ts';
import { tokenize } from '../text/tokens.ts';
import { FRAME, hashOf, hashText, mix, salted, type TakeFeature } from './features.ts';

/**
 * How a sentence is built, whatever it is about: the words that hold sentences together stand for themselves, a word
 * that the other side has just used is an echo, and of any other only its ending counts. So "the oak one is gone" and
 * "Saturday's table is gone" look alike, where the one before them asked for the oak one, or for a table.
 */
export class FrameReader {
  /** The place of a common word's hash in the order of their frequency. */
  private readonly ranks: ReadonlyMap<number, number>;

  /** @param common - Hashes of the words that stand for themselves, the most frequent first. */
  constructor(common: Int32Array) {
    this.ranks = new Map(Array.from(common, (hash, rank) => [hash, rank]));
  }

  /** What each word of a message stands for. */
  read(tokens: readonly Token[], speaker: Heard['speaker'], before: Heard['before']): number[] {
    const said = this.matterOf(speaker, before);
    return tokens.map((token) => {
      const hash = hashOf(token);
      if (said.has(hash)) {
        return ECHO;
      }
      return this.ranks.has(hash) ? hash : endingOf(token.word);
    });
  }

  /** The words of substance that the other side said. */
  private matterOf(speaker: Heard['speaker'], before: Heard['before']): ReadonlySet<number> {
    const matter = new Set<number>();
    for (const said of before) {
      if (said.speaker !== speaker) {
        for (const token of said.tokens ?? tokenize(said.text)) {
          const hash = hashOf(token);
          if (token.word.length >= SHORTEST_ECHO && (this.ranks.get(hash) ?? FUNCTION_WORDS) >= FUNCTION_WORDS) {
            matter.add(hash);
          }
        }
      }
    }
    return matter;
  }
}

const ECHO = hashText('echo!');
const SHORTEST_ECHO = 3;
/** So many of the most frequent words carry no matter: to repeat them is no echo. */
const FUNCTION_WORDS = 150;
/** Longest runs of words: found by cross-validation over held-out writers, as are the other sizes here. */
const LONGEST = 4;
const ENDING = 2;

const endingOf = (word: string): number => mix(hashText(word.slice(-ENDING)), 17);

/** Runs of one to four words of one sentence, as what they stand for: those from `begin` up to `end`. */
export function takeFrame(
  text: string,
  tokens: readonly Token[],
  frame: readonly number[],
  begin: number,
  end: number,
  take: TakeFeature,
): void {
  const close = closeOf(text, tokens[end - 1]?.end ?? 0);
  for (let first = begin - 1; first < end; first += 1) {
    let hash = 0;
    const from = tokens[Math.max(begin, first)]?.start ?? 0;
    for (let last = first; last < Math.min(first + LONGEST, end + 1); last += 1) {
      hash = mix(hash, last < begin ? OPEN : last === end ? close : (frame[last] as number));
      // The edges of a sentence alone say nothing.
      if (last >= begin && (first < end - 1 || last < end)) {
        take(FRAME, salted(FRAME, hash), from, tokens[Math.min(last, end - 1)]?.end ?? from);
      }
    }
  }
}

/** The runs of every sentence of a text. */
export function takeFrames(
  { text, tokens }: Pick<Heard, 'text' | 'tokens'>,
  frame: readonly number[],
  take: TakeFeature,
): void {
  for (let begin = 0; begin < tokens.length; ) {
    const end = sentenceEnd(text, tokens, begin);
    takeFrame(text, tokens, frame, begin, end, take);
    begin = end;
  }
}

const OPEN = hashText('<');
const CLOSES = { '?': hashText('>?'), '!': hashText('>!') };
const CLOSE = hashText('>');

/** How a sentence ends whose last word ends here. */
function closeOf(text: string, place: number): number {
  const sign = text[place];
  return sign === '?' || sign === '!' ? CLOSES[sign] : CLOSE;
}

/** Hashes of the words that stand for themselves in frames: the most frequent of a language's messages, by stem. */
export function commonWords(messages: readonly (readonly Token[])[], count: number): Int32Array {
  const times = new Map<number, number>();
  for (const tokens of messages) {
    for (const hash of new Set(tokens.map(hashOf))) {
      times.set(hash, (times.get(hash) ?? 0) + 1);
    }
  }
  const order = [...times].sort(([one, often], [other, more]) => more - often || one - other);
  return Int32Array.from(order.slice(0, count).map(([hash]) => hash));
}
