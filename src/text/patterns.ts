import { foldWord } from './fold.ts';
import { stem } from './stems.ts';
import { tokenize } from './tokens.ts';

/**
 * The language in which packs write phrases, read into sequences of atoms. See docs/phrases.md.
 */
export type Atom =
  | { readonly is: 'stem'; readonly text: string }
  | { readonly is: 'word'; readonly text: string }
  | { readonly is: 'prefix'; readonly text: string }
  | { readonly is: 'number' }
  | { readonly is: 'name' }
  /** Any words of the sentence, between `least` and `most` of them. */
  | { readonly is: 'any'; readonly least: number; readonly most: number };

/** What a hit of the phrase means. */
export type Force = 'decides' | 'hints' | 'excepts';

export interface Pattern {
  readonly force: Force;
  /** All ways to say the phrase: alternatives and options multiplied out. */
  readonly variants: readonly (readonly Atom[])[];
  readonly from: 'anywhere' | 'sentence' | 'message';
  readonly to: 'anywhere' | 'sentence' | 'message';
  /** Stems that must not stand within `GUARD_REACH` words before (after) the hit, in its sentence. */
  readonly notBefore: readonly string[];
  readonly notAfter: readonly string[];
}

export interface PatternFault {
  /** Of the pattern, from 1. */
  readonly column: number;
  readonly message: string;
}

export type PatternResult =
  | { readonly ok: true; readonly value: Pattern }
  | { readonly ok: false; readonly fault: PatternFault };

/** How far a guard looks, in words. Three spans "not able to …" and "no need to …" and seldom another clause. */
export const GUARD_REACH = 3;
const MOST_VARIANTS = 4000;
const DEFAULT_GAP = 4;
const SLOTS: ReadonlyMap<string, Atom> = new Map<string, Atom>([
  ['number', { is: 'number' }],
  ['name', { is: 'name' }],
  ['word', { is: 'any', least: 1, most: 1 }],
  ['words', { is: 'any', least: 1, most: 4 }],
]);

class Broken extends Error {
  readonly column: number;
  constructor(position: number, message: string) {
    super(message);
    this.column = position + 1;
  }
}

/** Reads one phrase pattern. The fault says at which column what was found and what was expected. */
export function parsePattern(source: string): PatternResult {
  try {
    return { ok: true, value: new PatternParser(source).pattern() };
  } catch (error) {
    if (error instanceof Broken) {
      return { ok: false, fault: { column: error.column, message: error.message } };
    }
    throw error;
  }
}

class PatternParser {
  private position = 0;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  pattern(): Pattern {
    const force: Force = this.takes('~') ? 'excepts' : this.takes('?') ? 'hints' : 'decides';
    const from = this.takes('^') ? 'message' : this.takes('<') ? 'sentence' : 'anywhere';
    const notBefore = this.guards();
    const variants = this.sequence();
    const notAfter = this.guards();
    const to = this.takes('$') ? 'message' : this.takes('>') ? 'sentence' : 'anywhere';
    this.skipSpace();
    if (this.position < this.source.length) {
      const found = this.source[this.position];
      throw new Broken(
        this.position,
        found === '!'
          ? 'a guard (!word) stands first or last in a phrase'
          : `found "${found}", expected a word, (a|b), [optional], ..., {slot} or the end of the phrase`,
      );
    }
    for (const variant of variants) {
      const first = variant[0];
      const last = variant.at(-1);
      if (first === undefined || last === undefined) {
        throw new Broken(0, 'a phrase needs at least one word that is not optional');
      }
      if (first.is === 'any' && from === 'anywhere') {
        throw new Broken(0, 'a phrase begins with a word, a number or a name, not with a gap');
      }
      if (last.is === 'any' && last.least === 0) {
        throw new Broken(this.source.length, 'a gap stands between words, not at the end of a phrase');
      }
      if (variant.every((atom) => atom.is === 'any')) {
        throw new Broken(0, 'a phrase needs at least one word that is not a gap');
      }
    }
    return { force, variants, from, to, notBefore, notAfter };
  }

  private skipSpace(): void {
    while (this.source[this.position] === ' ') {
      this.position += 1;
    }
  }

  private takes(sign: string): boolean {
    this.skipSpace();
    if (this.source.startsWith(sign, this.position)) {
      this.position += sign.length;
      return true;
    }
    return false;
  }

  private guards(): string[] {
    const stems: string[] = [];
    while (this.takes('!')) {
      const start = this.position;
      const variants = this.element();
      for (const variant of variants) {
        const [atom, ...rest] = variant;
        if (atom === undefined || rest.length > 0 || atom.is !== 'stem') {
          throw new Broken(start, 'a guard is one word or a choice of words: !not, !(no|never)');
        }
        stems.push(atom.text);
      }
    }
    return stems;
  }

  private sequence(): Atom[][] {
    let variants: Atom[][] = [[]];
    for (;;) {
      this.skipSpace();
      const next = this.source[this.position];
      if (next === undefined || '|)]!$>'.includes(next)) {
        return variants;
      }
      const start = this.position;
      const tails = this.element();
      if (variants.length * tails.length > MOST_VARIANTS) {
        throw new Broken(start, `more than ${MOST_VARIANTS} ways to say one phrase; split it in two`);
      }
      variants = variants.flatMap((head) => tails.map((tail) => [...head, ...tail]));
    }
  }

  private element(): Atom[][] {
    this.skipSpace();
    if (this.takes('(')) {
      return this.choice(')');
    }
    if (this.takes('[')) {
      return [[], ...this.choice(']')];
    }
    if (this.takes('...')) {
      const digit = /^[1-9]/.exec(this.source.slice(this.position))?.[0];
      this.position += digit === undefined ? 0 : 1;
      return [[{ is: 'any', least: 0, most: digit === undefined ? DEFAULT_GAP : Number(digit) }]];
    }
    if (this.takes('{')) {
      return [[this.slot()]];
    }
    if (this.takes('"')) {
      return [this.quoted()];
    }
    const exact = this.takes('=');
    return [this.words(exact)];
  }

  private choice(close: string): Atom[][] {
    const opened = this.position - 1;
    const variants = this.sequence();
    while (this.takes('|')) {
      variants.push(...this.sequence());
    }
    if (!this.takes(close)) {
      throw new Broken(opened, `"${this.source[opened]}" is never closed by "${close}"`);
    }
    return variants;
  }

  private slot(): Atom {
    const start = this.position;
    const close = this.source.indexOf('}', start);
    const atom = SLOTS.get(this.source.slice(start, close < 0 ? start : close));
    if (atom === undefined) {
      throw new Broken(start, `unknown slot; the slots are ${[...SLOTS.keys()].map((name) => `{${name}}`).join(', ')}`);
    }
    this.position = close + 1;
    return atom;
  }

  private quoted(): Atom[] {
    const start = this.position;
    const close = this.source.indexOf('"', start);
    if (close < 0) {
      throw new Broken(start - 1, 'the quotation mark is never closed');
    }
    this.position = close + 1;
    return tokenize(this.source.slice(start, close)).map(({ word }) => ({ is: 'word', text: word }));
  }

  private words(exact: boolean): Atom[] {
    const start = this.position;
    const written = /^[\p{L}\p{M}\p{N}'’-]+/u.exec(this.source.slice(start))?.[0];
    if (written === undefined) {
      const found = this.source[start];
      throw new Broken(start, `found ${found === undefined ? 'the end' : `"${found}"`}, expected a word`);
    }
    this.position += written.length;
    if (this.source[this.position] === '*') {
      this.position += 1;
      return [{ is: 'prefix', text: foldWord(written) }];
    }
    return tokenize(written).map(({ word }) => (exact ? { is: 'word', text: word } : { is: 'stem', text: stem(word) }));
  }
}
