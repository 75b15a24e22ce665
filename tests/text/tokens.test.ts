import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWord } from '../../src/text/fold.ts';
import { stem } from '../../src/text/stems.ts';
import { breaksSentence, tokenize } from '../../src/text/tokens.ts';

const words = (text: string): string[] => tokenize(text).map((token) => token.word);

describe('the words of a text', () => {
  it('keeps apostrophes inside words, of either shape, and none at the edges', () => {
    expect(words("I don't know, we’ll see 'quoted' dogs'")).toEqual([
      'i',
      "don't",
      'know',
      "we'll",
      'see',
      'quoted',
      'dogs',
    ]);
  });

  it('parts words at hyphens and keeps digits', () => {
    expect(words('кто-то взял 14-й wi-fi')).toEqual(['кто', 'то', 'взял', '14', 'й', 'wi', 'fi']);
  });

  it('folds case, ё, decomposed letters, and invisible characters', () => {
    expect(words('ЕЩЁ Андрей cafe\u0301 при\u200Bвет')).toEqual(['еще', 'андрей', 'café', 'привет']);
  });

  it('mends letters of the other script in a word that mixes them', () => {
    expect(foldWord('Aнгелина')).toBe('ангелина');
    expect(foldWord('hеllо')).toBe('hello');
    expect(foldWord('сто')).toBe('сто');
  });

  it('gives offsets at which the written word stands', () => {
    const text = '😀 Добрый день, Mr. O’Neil';
    expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Добрый', 'день', 'Mr', 'O’Neil']);
  });

  it('never overlaps, never leaves the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        let last = 0;
        for (const { word, start, end } of tokenize(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(word).toBe(foldWord(text.slice(start, end)));
          last = end;
        }
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('stems', () => {
  it('bring forms of a word together', () => {
    expect(stem('refunds')).toBe(stem('refund'));
    expect(stem('обращайтесь')).toBe(stem('обращается'));
  });

  it('know contractions without apostrophe and chat shorthand', () => {
    expect(stem("don't")).toBe(stem('dont'));
    expect(stem('thx')).toBe(stem('thanks'));
    expect(stem('cannot')).toBe(stem("can't"));
    expect(stem('спс')).toBe(stem('спасибо'));
  });
});

describe('sentences', () => {
  const breaks = (text: string): boolean => {
    const [first, second] = tokenize(text);
    return breaksSentence(text, first?.end ?? 0, second?.start ?? 0);
  };

  it('end at a full stop with space, a line break or an emoji, not inside a number or at a comma', () => {
    expect([breaks('a. b'), breaks('a\nb'), breaks('a 🙂 b'), breaks('a!» b')]).toEqual([true, true, true, true]);
    expect([breaks('1.5'), breaks('a, b'), breaks('a b'), breaks('a (b)')]).toEqual([false, false, false, false]);
  });
});
