import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePhrases, readAutomaton, writeAutomaton } from '../../src/text/automaton.ts';
import { type Atom, type Pattern, parsePattern } from '../../src/text/patterns.ts';
import { PhraseFinder } from '../../src/text/phrases.ts';
import { breaksSentence, type TextToken, tokenize } from '../../src/text/tokens.ts';

function pattern(source: string): Pattern {
  const result = parsePattern(source);
  if (!result.ok) {
    throw new Error(`${source}: ${result.fault.column}: ${result.fault.message}`);
  }
  return result.value;
}

/** The words that each pattern finds in the text. */
function finds(text: string, ...patterns: string[]): string[] {
  const tokens = tokenize(text);
  return new PhraseFinder(compilePhrases(patterns.map(pattern)))
    .find(text, tokens)
    .map(({ start, end }) => text.slice(tokens[start]?.start, tokens[end - 1]?.end));
}

describe('the phrase language', () => {
  it('matches words by stem, exact ones by form, beginnings by star', () => {
    expect(finds('We refunded two refunds', 'refund')).toEqual(['refunded', 'refunds']);
    expect(finds('We refunded two refunds', '=refunds')).toEqual(['refunds']);
    expect(finds('предложим предложение', 'предлож*')).toEqual(['предложим', 'предложение']);
    expect(finds('Take care, takes cares', '"take care"')).toEqual(['Take care']);
  });

  it('knows alternatives, options and gaps within one sentence', () => {
    expect(finds('it is sold out', '(sold|fully booked) [all] out')).toEqual(['sold out']);
    expect(finds('have a really lovely long day', 'have a ...3 day')).toEqual(['have a really lovely long day']);
    expect(finds('have a really lovely long day', 'have a ...2 day')).toEqual([]);
    expect(finds('have a seat. Nice day', 'have a ... day')).toEqual([]);
  });

  it('knows slots', () => {
    expect(finds('open in 20 minutes', 'in {number} minute')).toEqual(['in 20 minutes']);
    expect(finds('ask for Dana please', 'ask for {name}')).toEqual(['ask for Dana']);
    expect(finds('ask for help please', 'ask for {name}')).toEqual([]);
    expect(finds('the red one instead', 'the {words} instead')).toEqual(['the red one instead']);
  });

  it('knows anchors', () => {
    expect(finds('bye now. bye', '^ bye')).toEqual(['bye']);
    expect(finds('ok bye now. bye now', '< bye')).toEqual(['bye']);
    expect(finds('bye. ok bye', 'bye $')).toEqual(['bye']);
    expect(finds('no, sorry no. yes', 'no >')).toEqual(['no']);
  });

  it('keeps guards in their sentence and within three words', () => {
    expect(finds('there is no need to hurry', '!(no|not) hurry')).toEqual([]);
    expect(finds('not now. hurry', '!not hurry')).toEqual(['hurry']);
    expect(finds('not one two three hurry', '!not hurry')).toEqual(['hurry']);
    expect(finds('contact us in writing', 'contact us !in')).toEqual([]);
  });

  it('tells what a pattern is for', () => {
    expect(pattern('~ take care of').force).toBe('excepts');
    expect(pattern('? sorry').force).toBe('hints');
    expect(pattern('sorry').force).toBe('decides');
  });

  it.each([
    ['(a|b', 1, 'never closed'],
    ['say "hi', 5, 'never closed'],
    ['hi {nobody}', 5, '{number}, {name}, {word}, {words}'],
    ['... hi', 1, 'begins with a word'],
    ['hi ...', 7, 'not at the end'],
    ['[hi]', 1, 'at least one word'],
    ['a !not b', 8, 'expected a word'],
    ['hi & bye', 4, 'expected a word'],
    ['', 1, 'at least one word'],
    ['!(a b) hi', 2, 'a guard is one word'],
  ])('says what is wrong with %s', (source, column, message) => {
    const result = parsePattern(source);
    expect(result.ok).toBe(false);
    if (!result.ok) {
      expect(result.fault.column).toBe(column);
      expect(result.fault.message).toContain(message);
    }
  });
});

/** The same meaning, written the slow and plain way. */
function naive(text: string, tokens: readonly TextToken[], patterns: readonly Pattern[]): Set<string> {
  const found = new Set<string>();
  const sentences: [number, number][] = [];
  let begin = 0;
  for (let index = 1; index <= tokens.length; index += 1) {
    if (index === tokens.length || breaksSentence(text, tokens[index - 1]?.end ?? 0, tokens[index]?.start ?? 0)) {
      sentences.push([begin, index]);
      begin = index;
    }
  }
  const fits = (atom: Atom, { word, stem, start, end }: TextToken): boolean => {
    switch (atom.is) {
      case 'stem':
        return stem === atom.text;
      case 'word':
        return word === atom.text;
      case 'prefix':
        return word.startsWith(atom.text);
      case 'number':
        return /^[0-9]+$/.test(word);
      case 'name':
        return /^\p{Lu}/u.test(text.slice(start, end));
      case 'any':
        return true;
    }
  };
  const ends = (atoms: readonly Atom[], at: number, limit: number): number[] => {
    const [atom, ...rest] = atoms;
    if (atom === undefined) {
      return [at];
    }
    if (atom.is === 'any') {
      const places = Array.from({ length: atom.most - atom.least + 1 }, (_, more) => at + atom.least + more);
      return places.filter((place) => place <= limit).flatMap((place) => ends(rest, place, limit));
    }
    const token = tokens[at];
    return token !== undefined && at < limit && fits(atom, token) ? ends(rest, at + 1, limit) : [];
  };
  for (const [index, { variants, from, to, notBefore, notAfter }] of patterns.entries()) {
    for (const [first, limit] of sentences) {
      for (let start = first; start < limit; start += 1) {
        for (const end of variants.flatMap((variant) => ends(variant, start, limit))) {
          const before = tokens.slice(Math.max(first, start - 3), start).map(({ stem }) => stem);
          const after = tokens.slice(end, Math.min(limit, end + 3)).map(({ stem }) => stem);
          const anchored =
            (from !== 'message' || start === 0) &&
            (from !== 'sentence' || start === first) &&
            (to !== 'message' || end === tokens.length) &&
            (to !== 'sentence' || end === limit);
          if (anchored && !notBefore.some((s) => before.includes(s)) && !notAfter.some((s) => after.includes(s))) {
            found.add(`${index}:${start}:${end}`);
          }
        }
      }
    }
  }
  return found;
}

describe('the automaton', () => {
  const word = fc.constantFrom('a', 'b', 'ab', 'abc', 'Ab', '7');
  const atom = fc.oneof(
    { weight: 4, arbitrary: word },
    word.map((text) => `=${text}`),
    word.map((text) => `${text}*`),
    fc.tuple(word, word).map(([one, other]) => `(${one}|${other} ${one})`),
    word.map((text) => `[${text}]`),
    fc.constantFrom('...2', '{word}', '{words}', '{number}', '{name}'),
  );
  const source = fc
    .tuple(
      fc.constantFrom('', '', '^ ', '< '),
      fc.constantFrom('', '', '!b ', '!(a|7) '),
      word,
      fc.array(atom, { maxLength: 4 }),
      word,
      fc.constantFrom('', '', ' !b', ' $', ' >'),
    )
    .map(([from, guard, first, middle, last, end]) => `${from}${guard}${first} ${middle.join(' ')} ${last}${end}`);
  const text = fc
    .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', ', ', '. ')), { maxLength: 14 })
    .map((parts) => parts.flat().join(''));

  it('finds exactly what a plain search finds, on any patterns and any text', () => {
    fc.assert(
      fc.property(fc.array(source, { minLength: 1, maxLength: 6 }), text, (sources, said) => {
        const patterns = sources.map(pattern);
        const tokens = tokenize(said);
        const hits = new PhraseFinder(readAutomaton(writeAutomaton(compilePhrases(patterns)))).find(said, tokens);
        const keys = hits.map(({ pattern: index, start, end }) => `${index}:${start}:${end}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(new Set(keys)).toEqual(naive(said, tokens, patterns));
      }),
      { seed: 7, numRuns: 1500 },
    );
  });
});
