import { type Atom, GUARD_REACH, type Pattern } from './patterns.ts';
import { breaksSentence, type TextToken } from './tokens.ts';

/** A phrase found: which pattern, and the tokens from `start` up to `end` (exclusive). */
export interface PhraseHit {
  readonly pattern: number;
  readonly start: number;
  readonly end: number;
}

interface Node {
  readonly id: number;
  readonly next: Map<number, Node>;
  /** Jumps over any `least` to `most` words. */
  readonly gaps: { readonly least: number; readonly most: number; readonly node: Node }[];
  name: Node | null;
  /** Patterns that end here. */
  readonly ends: number[];
}

/** Bounds the memo of words seen: ids and typos would let it grow without end. */
const MEMO_LIMIT = 50_000;
const NUMBER = -1;
const NO_SYMBOLS: readonly number[] = [];
const NUMERIC = /^\p{N}+$/u;
const UPPER = /^\p{Lu}/u;

/**
 * All phrases of one language in one automaton: a trie over word stems, forms and beginnings, so that its cost per
 * word does not grow with the number of phrases. A hit never leaves its sentence.
 */
export class PhraseFinder {
  private readonly patterns: readonly Pattern[];
  private readonly stems = new Map<string, number>();
  private readonly words = new Map<string, number>();
  private readonly prefixes = new Map<string, number>();
  private prefixLengths: number[] = [];
  private symbols = 0;
  private nodes = 0;
  private readonly root: Node = this.node();
  private memo = new Map<string, readonly number[]>();

  /** @param patterns - In the order in which hits name them. */
  constructor(patterns: readonly Pattern[]) {
    this.patterns = patterns;
    for (const [index, pattern] of patterns.entries()) {
      for (const variant of pattern.variants) {
        this.insert(variant, index);
      }
    }
    this.prefixLengths = [...new Set([...this.prefixes.keys()].map((prefix) => prefix.length))].sort((a, b) => a - b);
  }

  /**
   * Every hit of every pattern, sorted by start, end and pattern.
   *
   * @param text - The text of the tokens, for sentence ends and capitals.
   */
  find(text: string, tokens: readonly TextToken[]): PhraseHit[] {
    const hits: PhraseHit[] = [];
    if (this.patterns.length === 0) {
      return hits;
    }
    const symbols = tokens.map((token) => this.symbolsOf(token));
    let begin = 0;
    while (begin < tokens.length) {
      const end = sentenceEnd(text, tokens, begin);
      const sentence: Sentence = { text, tokens, symbols, begin, end };
      for (let start = begin; start < end; start += 1) {
        this.from(start, sentence, hits);
      }
      begin = end;
    }
    return hits;
  }

  private node(): Node {
    this.nodes += 1;
    return { id: this.nodes, next: new Map(), gaps: [], name: null, ends: [] };
  }

  private symbol(table: Map<string, number>, text: string): number {
    let id = table.get(text);
    if (id === undefined) {
      this.symbols += 1;
      id = this.symbols;
      table.set(text, id);
    }
    return id;
  }

  private insert(variant: readonly Atom[], index: number): void {
    let node = this.root;
    for (const atom of variant) {
      node = this.step(node, atom);
    }
    if (!node.ends.includes(index)) {
      node.ends.push(index);
    }
  }

  private step(node: Node, atom: Atom): Node {
    if (atom.is === 'any') {
      const known = node.gaps.find(({ least, most }) => least === atom.least && most === atom.most);
      const gap = known ?? { least: atom.least, most: atom.most, node: this.node() };
      if (known === undefined) {
        node.gaps.push(gap);
      }
      return gap.node;
    }
    if (atom.is === 'name') {
      node.name ??= this.node();
      return node.name;
    }
    const symbol = atom.is === 'number' ? NUMBER : this.symbol(this.tableOf(atom.is), atom.text);
    const next = node.next.get(symbol) ?? this.node();
    node.next.set(symbol, next);
    return next;
  }

  private tableOf(kind: 'stem' | 'word' | 'prefix'): Map<string, number> {
    return kind === 'stem' ? this.stems : kind === 'word' ? this.words : this.prefixes;
  }

  /** What the patterns may know a word by; worked out once per word. */
  private symbolsOf({ word, stem }: TextToken): readonly number[] {
    const known = this.memo.get(word);
    if (known !== undefined) {
      return known;
    }
    const prefixes = this.prefixLengths
      .filter((length) => length <= word.length)
      .map((length) => this.prefixes.get(word.slice(0, length)));
    const found = [this.stems.get(stem), this.words.get(word), ...prefixes, NUMERIC.test(word) ? NUMBER : undefined];
    const symbols = found.filter((symbol) => symbol !== undefined);
    if (this.memo.size >= MEMO_LIMIT) {
      this.memo = new Map();
    }
    this.memo.set(word, symbols.length === 0 ? NO_SYMBOLS : symbols);
    return symbols;
  }

  private from(start: number, sentence: Sentence, hits: PhraseHit[]): void {
    if (sentence.symbols[start] === NO_SYMBOLS && this.root.name === null && this.root.gaps.length === 0) {
      return;
    }
    const found: PhraseHit[] = [];
    this.walk(this.root, start, start, sentence, found, new Set());
    found.sort((left, right) => left.end - right.end || left.pattern - right.pattern);
    hits.push(...found);
  }

  private walk(node: Node, start: number, at: number, sentence: Sentence, found: PhraseHit[], seen: Set<number>): void {
    for (const pattern of node.ends) {
      const again = found.some((hit) => hit.pattern === pattern && hit.end === at);
      if (!again && this.allows(pattern, start, at, sentence)) {
        found.push({ pattern, start, end: at });
      }
    }
    // Only gaps make two ways to the same place: without this check several gaps would multiply.
    for (const gap of node.gaps) {
      const last = Math.min(at + gap.most, sentence.end);
      for (let after = at + gap.least; after <= last; after += 1) {
        const place = gap.node.id * 65_536 + after;
        if (!seen.has(place)) {
          seen.add(place);
          this.walk(gap.node, start, after, sentence, found, seen);
        }
      }
    }
    const token = at < sentence.end ? sentence.tokens[at] : undefined;
    if (token === undefined) {
      return;
    }
    for (const symbol of sentence.symbols[at] ?? NO_SYMBOLS) {
      const next = node.next.get(symbol);
      if (next !== undefined) {
        this.walk(next, start, at + 1, sentence, found, seen);
      }
    }
    if (node.name !== null && UPPER.test(sentence.text.slice(token.start, token.end))) {
      this.walk(node.name, start, at + 1, sentence, found, seen);
    }
  }

  private allows(index: number, start: number, end: number, sentence: Sentence): boolean {
    const pattern = this.patterns[index];
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
