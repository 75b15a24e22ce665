import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../src/read/word-meaning.ts';

describe('meaningOf', () => {
  const sides = { v: 'customer', a: 'agent' } as const;

  it('gives what the table says of a word', () => {
    expect([meaningOf('v', sides), meaningOf('a', sides)]).toEqual(['customer', 'agent']);
  });

  it('knows no other word, not even those that every object answers to', () => {
    const words = ['x', '', 'V', 'constructor', '__proto__', 'toString', null, undefined];
    expect(words.map((word) => meaningOf(word, sides))).toEqual(words.map(() => null));
  });
});
