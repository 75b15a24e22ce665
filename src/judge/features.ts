import type { Heard } from '../model/ear.ts';
import type { Token } from '../model/scene.ts';
import { sentenceEnd } from '../text/phrases.ts';
import { tokenize } from '../text/tokens.ts';

/**
 * What the trained model sees of a message: hashed features in groups. Features of a group share one weight, the
 * group's share by the square root of its size, so that long messages weigh no more than short ones.
 */
export const GROUPS = ['words', 'letters', 'before', 'shape', 'hints', 'frame', 'answer'] as const;
/** How much the groups count beside each other; found by cross-validation over held-out writers. */
export const GROUP_SHARE: readonly number[] = [1, 1, 0.8, 0.3, 0.5, 1, 0.6];
export const WORDS = 0;
export const LETTERS = 1;
export const BEFORE = 2;
export const SHAPE = 3;
export const HINTS = 4;
export const FRAME = 5;
export const ANSWER = 6;

/** Takes the features one by one: `start` and `end` are the range of the text that shows it, empty where none does. */
export type TakeFeature = (group: number, id: number, start: number, end: number) => void;

/** A phrase of the packs in the text, as a feature: its act, and whether it decides or only hints. */
export interface Hint {
  readonly act: string;
  readonly decides: boolean;
  readonly start: number;
  readonly end: number;
}

const PRIME = 0x01000193;
const BASIS = 0x811c9dc5;

/** FNV-1a over the code units, continued from `hash`. */
export function hashText(text: string, hash = BASIS): number {
  let value = hash;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), PRIME);
  }
  return value;
}

/** One hash of two. */
export function mix(hash: number, next: number): number {
  const value = Math.imul(hash ^ next, 0x9e3779b1);
  return Math.imul(value ^ (value >>> 15), 0x85ebca6b) | 0;
}

/** The id of a feature of a group. */
export const salted = (group: number, hash: number): number => mix(hash, group + 1);

const DIGITS = /^\p{N}+$/u;
const NUMBER_WORD = '0';
const SENTENCE_START = hashText('<');
const SENTENCE_END = hashText('>');
const NOTHING_BEFORE = hashText('nothing');

/** Hands every feature of a message, or of one sentence of it, to `take`; the same feature may come more than once. */
export function eachFeature(
  { text, tokens }: Pick<Heard, 'text' | 'tokens'>,
  hints: readonly Hint[],
  take: TakeFeature,
): void {
  takeWords(text, tokens, take);
  takeLetters(text, take);
  takeOutline(text, tokens, 0, tokens.length, take);
  for (const hint of hints) {
    takeHint(hint, take);
  }
}

/** The feature of a phrase found. */
export function takeHint({ act, decides, start, end }: Hint, take: TakeFeature): void {
  take(HINTS, salted(HINTS, hashText(act, decides ? DECIDES : HINTS_AT)), start, end);
}

const DECIDES = hashText('!');
const HINTS_AT = hashText('?');

/** A word as features know it: its stem; every number is one word. */
export function hashOf({ word, stem }: Token): number {
  const first = word.charCodeAt(0);
  // Latin and Cyrillic letters begin no number.
  const letter = (first >= 0x61 && first <= 0x7a) || (first >= 0x400 && first < 0x460);
  return hashText(!letter && DIGITS.test(word) ? NUMBER_WORD : stem);
}

/** The words of every sentence of a text. */
export function takeWords(text: string, tokens: readonly Token[], take: TakeFeature): void {
  let begin = 0;
  while (begin < tokens.length) {
    const end = sentenceEnd(text, tokens, begin);
    takeSentence(tokens, begin, end, take);
    begin = end;
  }
}

const alone = (hash: number): number => salted(WORDS, mix(hash, 1));

/** The feature of a stem by itself. */
export const stemFeature = (stem: string): number => alone(hashText(stem));

/** The words of one sentence, alone, in pairs and in threes: the tokens from `begin` up to `end`. */
export function takeSentence(tokens: readonly Token[], begin: number, end: number, take: TakeFeature): void {
  let previous = SENTENCE_START;
  let earlier = 0;
  for (let index = begin; index <= end; index += 1) {
    const token = index < end ? tokens[index] : undefined;
    const hash = token === undefined ? SENTENCE_END : hashOf(token);
    const to = token?.end ?? tokens[end - 1]?.end ?? 0;
    const from = token?.start ?? to;
    if (token !== undefined) {
      take(WORDS, alone(hash), from, to);
      take(WORDS, salted(WORDS, mix(hashText(token.word), 11)), from, to);
    }
    take(WORDS, salted(WORDS, mix(mix(previous, hash), 2)), (index > 0 ? tokens[index - 1]?.start : from) ?? from, to);
    if (earlier !== 0) {
      const start = tokens[Math.max(begin, index - 2)]?.start ?? from;
      take(WORDS, salted(WORDS, mix(mix(mix(earlier, previous), hash), 3)), start, to);
      take(WORDS, salted(WORDS, mix(mix(earlier, hash), 4)), start, to);
    }
    earlier = previous;
    previous = hash;
  }
}

const LONGEST_LETTERS = 5;

/** Runs of two to five characters of the folded text; every run of digits is one 0, every space one. */
export function takeLetters(text: string, take: TakeFeature): void {
  const { plain, places } = plainText(text);
  for (let start = 0; start < plain.length; start += 1) {
    const last = Math.min(plain.length, start + LONGEST_LETTERS);
    let hash = Math.imul(BASIS ^ (plain[start] ?? 0), PRIME);
    for (let end = start + 1; end < last; end += 1) {
      hash = Math.imul(hash ^ (plain[end] ?? 0), PRIME);
      take(LETTERS, salted(LETTERS, hash), places[start] ?? 0, (places[end] ?? 0) + 1);
    }
  }
}

/**
 * Whether the lowered form of a text is that of each of its parts, too: nearly always. Only the Greek sigma looks at
 * its neighbours, and only few letters become two.
 */
export function isPlainCase(text: string, lower: string): boolean {
  return lower.length === text.length && !text.includes('Σ');
}

/** The hash of a run of letters, letter by letter, and the feature of such a hash. */
export const letterId = {
  begin: (code: number): number => Math.imul(BASIS ^ code, PRIME),
  next: (hash: number, code: number): number => Math.imul(hash ^ code, PRIME),
  of: (hash: number): number => salted(LETTERS, hash),
};

export const SPACE = 32;
export const ZERO = 48;

/** The code units of the text as letters are compared, with the place of each in the text. */
function plainText(text: string): { plain: number[]; places: number[] } {
  const lower = text.toLowerCase();
  const plain: number[] = [SPACE];
  const places: number[] = [0];
  for (let index = 0; index < lower.length; index += 1) {
    const code = plainCode(lower.charCodeAt(index));
    const repeats = (code === SPACE || code === ZERO) && plain[plain.length - 1] === code;
    if (!repeats) {
      plain.push(code);
      places.push(Math.min(index, text.length - 1));
    }
  }
  if (plain[plain.length - 1] !== SPACE) {
    plain.push(SPACE);
    places.push(Math.max(0, text.length - 1));
  }
  return { plain, places };
}

/** A code unit as letters are compared. */
export function plainCode(code: number): number {
  if (code >= 48 && code <= 57) {
    return ZERO;
  }
  if (code <= SPACE || code === 0xa0) {
    return SPACE;
  }
  if (code === 0x451) {
    return 0x435;
  }
  return code === 0x2019 || code === 0x2bc ? 39 : code;
}

/** The features of what was said before: the same for a message and for its sentences. */
export function eachFeatureBefore(before: Heard['before'], take: TakeFeature): void {
  const last = before.at(-1);
  if (last === undefined) {
    take(BEFORE, salted(BEFORE, NOTHING_BEFORE), 0, 0);
    return;
  }
  const speaker = last.speaker === 'agent' ? 1 : 2;
  take(BEFORE, salted(BEFORE, speaker), 0, 0);
  if (last.text.includes('?')) {
    take(BEFORE, salted(BEFORE, mix(speaker, 63)), 0, 0);
  }
  let previous = SENTENCE_START;
  for (const token of last.tokens ?? tokenize(last.text)) {
    const hash = hashOf(token);
    take(BEFORE, salted(BEFORE, mix(speaker, hash)), 0, 0);
    take(BEFORE, salted(BEFORE, mix(speaker, mix(previous, hash))), 0, 0);
    previous = hash;
  }
}

/** The features of what the other side said next: the same for a message and for its sentences. */
export function eachFeatureOfAnswer(answer: Heard['answer'], take: TakeFeature): void {
  if (answer === null) {
    return;
  }
  if (answer.text.includes('?')) {
    take(ANSWER, salted(ANSWER, 63), 0, 0);
  }
  let previous = SENTENCE_START;
  for (const token of answer.tokens ?? tokenize(answer.text)) {
    const hash = hashOf(token);
    take(ANSWER, salted(ANSWER, hash), 0, 0);
    take(ANSWER, salted(ANSWER, mix(previous, hash)), 0, 0);
    previous = hash;
  }
}

/** How a text looks from afar: the tokens from `begin` up to `end` are its own. */
export function takeOutline(
  text: string,
  tokens: readonly Token[],
  begin: number,
  end: number,
  take: TakeFeature,
): void {
  const shape = (hash: number): void => take(SHAPE, salted(SHAPE, hash), 0, 0);
  shape(Math.min(6, Math.floor(Math.log2(end - begin + 1))));
  if (text.includes('?')) {
    shape(10);
  }
  if (text.trimEnd().endsWith('?')) {
    shape(11);
  }
  if (text.includes('!')) {
    shape(12);
  }
  const first = begin < end ? tokens[begin] : undefined;
  const second = begin + 1 < end ? tokens[begin + 1] : undefined;
  if (first !== undefined) {
    shape(mix(hashOf(first), 5));
    shape(mix(mix(hashOf(first), second === undefined ? SENTENCE_END : hashOf(second)), 6));
  }
}
