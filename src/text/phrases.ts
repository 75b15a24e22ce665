import { NUMBER, type PhraseAutomaton } from './automaton.ts';
import { isCapital } from './capital.ts';
import { GUARD_REACH } from './patterns.ts';
import { breaksSentence, type TextToken } from './tokens.ts';

/** A phrase found: which pattern, and the tokens from `start` up to `end` (exclusive). */
export interface PhraseHit {
  readonly pattern: number;
  readonly start: number;
  readonly end: number;
}

/** Bounds the memo of words seen: ids and typos would let it grow without end. */
const MEMO_LIMIT = 50_000;
const NO_SYMBOLS: readonly number[] = [];

/** What the patterns may know a word by, and where the first steps by it lead. */
interface KnownWord {
  readonly symbols: readonly number[];
  readonly starts: readonly number[];
}
const NUMERIC = /^\p{N}+$/u;

/**
 * Finds all phrases of one language at once: the cost of a word does not grow with the number of phrases. A hit never
 * leaves its sentence.
 */
export class PhraseFinder {
  private readonly automaton: PhraseAutomaton;
  private readonly cells: Int32Array;
  private readonly stems = new Map<string, number>();
  private readonly words = new Map<string, number>();
  private readonly prefixes = new Map<string, number>();
  private readonly prefixLengths: readonly number[];
  private readonly startsAnywhere: boolean;
  /** Gaps passed from one start, emptied for the next. */
  private readonly seen = new Set<number>();
  private memo = new Map<string, KnownWord>();

  constructor(automaton: PhraseAutomaton) {
    this.automaton = automaton;
    this.cells = automaton.cells;
    const tables: Record<string, Map<string, number>> = { s: this.stems, w: this.words, p: this.prefixes };
    for (const [index, symbol] of automaton.symbols.entries()) {
      tables[symbol[0] ?? '']?.set(symbol.slice(1), index + 1);
    }
    this.prefixLengths = [...new Set([...this.prefixes.keys()].map(({ length }) => length))].sort((a, b) => a - b);
    const gaps = this.gapsAt(automaton.root);
    this.startsAnywhere = this.cell(gaps) > 0 || this.cell(gaps + 1 + 3 * this.cell(gaps)) >= 0;
  }

  /**
   * Every hit of every pattern, sorted by start, end and pattern.
   *
   * @param text - The text of the tokens, for sentence ends and capitals.
   */
  find(text: string, tokens: readonly TextToken[]): PhraseHit[] {
    const hits: PhraseHit[] = [];
    const words = tokens.map((token) => this.known(token));
    const symbols = words.map((word) => word.symbols);
    let begin = 0;
    while (begin < tokens.length) {
      const end = sentenceEnd(text, tokens, begin);
      const sentence: Sentence = { text, tokens, symbols, begin, end };
      for (let start = begin; start < end; start += 1) {
        const { starts } = words[start] as KnownWord;
        if (starts.length > 0 || this.startsAnywhere) {
          this.from(start, starts, sentence, hits);
        }
      }
      begin = end;
    }
    return hits;
  }

  private cell(index: number): number {
    return this.cells[index] as number;
  }

  /** Where the gaps of a node begin, after its steps. */
  private gapsAt(node: number): number {
    return node + 1 + 2 * this.cell(node);
  }

  /** Worked out once per word. */
  private known({ word, stem }: TextToken): KnownWord {
    const known = this.memo.get(word);
    if (known !== undefined) {
      return known;
    }
    const prefixes = this.prefixLengths
      .filter((length) => length <= word.length)
      .map((length) => this.prefixes.get(word.slice(0, length)));
    const found = [this.stems.get(stem), this.words.get(word), ...prefixes, NUMERIC.test(word) ? NUMBER : undefined];
    const symbols = found.filter((symbol) => symbol !== undefined);
    const entry: KnownWord = {
      symbols: symbols.length === 0 ? NO_SYMBOLS : symbols,
      starts: symbols.map((symbol) => this.target(this.automaton.root, symbol)).filter((node) => node >= 0),
    };
    if (this.memo.size >= MEMO_LIMIT) {
      this.memo = new Map();
    }
    this.memo.set(word, entry);
    return entry;
  }

  private from(start: number, starts: readonly number[], sentence: Sentence, hits: PhraseHit[]): void {
    const found: PhraseHit[] = [];
    const { seen } = this;
    if (seen.size > 0) {
      seen.clear();
    }
    if (this.startsAnywhere) {
      this.walk(this.automaton.root, start, start, sentence, found, seen);
    } else {
      for (const node of starts) {
        this.walk(node, start, start + 1, sentence, found, seen);
      }
    }
    if (found.length > 1) {
      found.sort((left, right) => left.end - right.end || left.pattern - right.pattern);
    }
    for (const hit of found) {
      hits.push(hit);
    }
  }

  /** Where a step by a symbol leads, or -1: the steps of a node are sorted. */
  private target(node: number, symbol: number): number {
    let low = 0;
    let high = this.cell(node) - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.cell(node + 1 + 2 * middle);
      if (found === symbol) {
        return this.cell(node + 2 + 2 * middle);
      }
      if (found < symbol) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private walk(
    node: number,
    start: number,
    at: number,
    sentence: Sentence,
    found: PhraseHit[],
    seen: Set<number>,
  ): void {
    const gaps = this.gapsAt(node);
    const afterGaps = gaps + 1 + 3 * this.cell(gaps);
    const ends = afterGaps + 1;
    for (let index = 1; index <= this.cell(ends); index += 1) {
      const pattern = this.cell(ends + index);
      if (!isFound(found, pattern, at) && this.allows(pattern, start, at, sentence)) {
        found.push({ pattern, start, end: at });
      }
    }
    // Only gaps make two ways to the same place: without this check several gaps would multiply.
    for (let gap = gaps + 1; gap < afterGaps; gap += 3) {
      const target = this.cell(gap + 2);
      const last = Math.min(at + this.cell(gap + 1), sentence.end);
      for (let after = at + this.cell(gap); after <= last; after += 1) {
        const place = target * 65_536 + after;
        if (!seen.has(place)) {
          seen.add(place);
          this.walk(target, start, after, sentence, found, seen);
        }
      }
    }
    const token = at < sentence.end ? sentence.tokens[at] : undefined;
    if (token === undefined) {
      return;
    }
    if (this.cell(node) > 0) {
      for (const symbol of sentence.symbols[at] ?? NO_SYMBOLS) {
        const next = this.target(node, symbol);
        if (next >= 0) {
          this.walk(next, start, at + 1, sentence, found, seen);
        }
      }
    }
    const name = this.cell(afterGaps);
    if (name >= 0 && isCapital(sentence.text, token.start)) {
      this.walk(name, start, at + 1, sentence, found, seen);
    }
  }

  private allows(index: number, start: number, end: number, sentence: Sentence): boolean {
    const pattern = this.automaton.conditions[index];
    if (pattern === undefined || start === end) {
      return false;
    }
    const fromFits = pattern.from === 'anywhere' || start === (pattern.from === 'message' ? 0 : sentence.begin);
    const toFits =
      pattern.to === 'anywhere' || end === (pattern.to === 'message' ? sentence.tokens.length : sentence.end);
    return (
      fromFits &&
      toFits &&
      free(pattern.notBefore, sentence.tokens, Math.max(sentence.begin, start - GUARD_REACH), start) &&
      free(pattern.notAfter, sentence.tokens, end, Math.min(sentence.end, end + GUARD_REACH))
    );
  }
}

interface Sentence {
  readonly text: string;
  readonly tokens: readonly TextToken[];
  readonly symbols: readonly (readonly number[])[];
  readonly begin: number;
  readonly end: number;
}

/** The token after the last one of the sentence that begins at `begin`. */
export function sentenceEnd(text: string, tokens: readonly TextToken[], begin: number): number {
  for (let index = begin + 1; index < tokens.length; index += 1) {
    if (breaksSentence(text, tokens[index - 1]?.end ?? 0, tokens[index]?.start ?? 0)) {
      return index;
    }
  }
  return tokens.length;
}

function free(stems: readonly string[], tokens: readonly TextToken[], from: number, to: number): boolean {
  for (let index = from; index < to && stems.length > 0; index += 1) {
    if (stems.includes(tokens[index]?.stem ?? '')) {
      return false;
    }
  }
  return true;
}

function isFound(found: readonly PhraseHit[], pattern: number, end: number): boolean {
  for (const hit of found) {
    if (hit.pattern === pattern && hit.end === end) {
      return true;
    }
  }
  return false;
}
