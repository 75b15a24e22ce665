import { foldWord } from './fold.ts';
import { stem } from './stems.ts';

/** A word of a text: `start` and `end` are UTF-16 offsets into that text. */
export interface TextToken {
  readonly word: string;
  readonly stem: string;
  readonly start: number;
  readonly end: number;
}

const OTHER = 0;
const LETTER = 1;
/** A combining mark, a joiner or a soft hyphen: inside a word, never its first character. */
const MARK = 2;
const APOSTROPHE = 3;
const UNKNOWN = 4;

/** A pattern for letters of all scripts takes long to make: ASCII, which is all that many texts hold, goes by code. */
function classOf(point: number): number {
  if (point < 0x80) {
    const letter = point | 0x20;
    return (letter >= 0x61 && letter <= 0x7a) || (point >= 0x30 && point <= 0x39)
      ? LETTER
      : point === 0x27
        ? APOSTROPHE
        : OTHER;
  }
  const character = String.fromCodePoint(point);
  if (/[\p{L}\p{N}]/u.test(character)) {
    return LETTER;
  }
  if (/[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]/u.test(character)) {
    return MARK;
  }
  return character === '’' || character === 'ʼ' ? APOSTROPHE : OTHER;
}

/** The classes of Latin, Greek and Cyrillic, where nearly every character lies: each is told when it is first met. */
const TABLE_SIZE = 0x530;
const table = new Uint8Array(TABLE_SIZE).fill(UNKNOWN);

function kindOf(point: number): number {
  let kind = table[point];
  if (kind === undefined) {
    return classOf(point);
  }
  if (kind === UNKNOWN) {
    kind = classOf(point);
    table[point] = kind;
  }
  return kind;
}

/**
 * The words of a text in order: runs of letters, marks and digits, with an apostrophe kept inside a word (`don't`).
 * Hyphens part words. Words are folded and stemmed.
 */
export function tokenize(text: string): TextToken[] {
  const tokens: TextToken[] = [];
  let start = -1;
  let position = 0;
  while (position < text.length) {
    const code = text.charCodeAt(position);
    const point = code < TABLE_SIZE ? code : (text.codePointAt(position) ?? code);
    let kind = kindOf(point);
    if (kind === APOSTROPHE && start >= 0 && startsLetter(text, position + 1)) {
      kind = LETTER;
    }
    if (kind === LETTER) {
      if (start < 0) {
        start = position;
      }
    } else if (start >= 0 && kind !== MARK) {
      tokens.push(token(text, start, position));
      start = -1;
    }
    position += point > 0xffff ? 2 : 1;
  }
  if (start >= 0) {
    tokens.push(token(text, start, text.length));
  }
  return tokens;
}

function startsLetter(text: string, position: number): boolean {
  const point = text.codePointAt(position);
  return point !== undefined && kindOf(point) === LETTER;
}

/** Typos and ids would let the memo grow without end. */
const MEMO_LIMIT = 50_000;
let memo = new Map<string, Pick<TextToken, 'word' | 'stem'>>();

/** Folded and stemmed once for every way in which a word is written. */
function token(text: string, start: number, end: number): TextToken {
  const written = text.slice(start, end);
  let known = memo.get(written);
  if (known === undefined) {
    const word = foldWord(written);
    known = { word, stem: stem(word) };
    if (memo.size >= MEMO_LIMIT) {
      memo = new Map();
    }
    memo.set(written, known);
  }
  return { word: known.word, stem: known.stem, start, end };
}

const SENTENCE_END = /[.!?…;。！？]["'»”)\]]*\s|[\n\r]/;

/**
 * Whether a sentence ends between two neighbouring tokens: a full stop followed by space, or a line break. An emoji
 * or a bracket that smiles ends one too, because chats use them so.
 *
 * @param from - End of the earlier token.
 * @param to - Start of the later token.
 */
export function breaksSentence(text: string, from: number, to: number): boolean {
  if (to - from < 2) {
    return to > from && (text.charCodeAt(from) === 10 || text.charCodeAt(from) === 13);
  }
  if (isQuiet(text, from, to)) {
    return false;
  }
  const between = text.slice(from, to);
  return SENTENCE_END.test(between) || /\p{Extended_Pictographic}|\)\)|:\)|:\(/u.test(between);
}

/** Spaces, commas, hyphens and quotes alone end no sentence: most gaps between words hold nothing else. */
function isQuiet(text: string, from: number, to: number): boolean {
  for (let place = from; place < to; place += 1) {
    const code = text.charCodeAt(place);
    if (code !== 32 && code !== 44 && code !== 45 && code !== 34 && code !== 39) {
      return false;
    }
  }
  return true;
}
