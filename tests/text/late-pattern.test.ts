import { describe, expect, it } from 'vitest';
import { isAscii } from '../../src/text/ascii.ts';
import { isCapital } from '../../src/text/capital.ts';
import { late } from '../../src/text/late-pattern.ts';

describe('a late pattern', () => {
  it('is made when it is first asked, once, and answers as the expression does', () => {
    let made = 0;
    const word = late(() => {
      made += 1;
      return /(\p{L}+)\d/u;
    });
    expect(made).toBe(0);
    expect(word.test('дом7')).toBe(true);
    expect(word.test('дом')).toBe(false);
    expect(word.exec('у дом7')?.[1]).toBe('дом');
    expect('a1 b2'.replace(word.expression, '-')).toBe('- b2');
    expect(made).toBe(1);
  });
});

describe('what a letter is told by without a pattern', () => {
  it('is a capital in Latin, Cyrillic and beyond; Ё and the like stand before А', () => {
    for (const [text, place, capital] of [
      ['Anna', 0, true],
      ['anna', 0, false],
      ['7', 0, false],
      ['[', 0, false],
      ['Ёлка Юля', 0, true],
      ['Ёлка Юля', 5, true],
      ['ёлка', 0, false],
      ['я', 0, false],
      ['Élise', 0, true],
      ['élise', 0, false],
      ['Ωmega', 0, true],
      ['𐐀', 0, true],
      ['', 0, false],
    ] as const) {
      expect(isCapital(text, place), `${text} at ${place}`).toBe(capital);
    }
  });

  it('is ASCII up to the last of its signs', () => {
    expect(isAscii("O'Neil, 7~\n")).toBe(true);
    expect(isAscii('')).toBe(true);
    expect(isAscii('Zoë')).toBe(false);
    expect(isAscii('Анна')).toBe(false);
  });
});
