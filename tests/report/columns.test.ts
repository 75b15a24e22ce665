import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, left, right, widthOf, wrap } from '../../src/report/columns.ts';

describe('columns of a screen', () => {
  it('counts wide characters and emoji twice, combining marks not at all', () => {
    expect([widthOf('abc'), widthOf('日本'), widthOf('👍'), widthOf('e\u0301'), widthOf('👩‍👩‍👧')]).toEqual([
      3, 4, 2, 1, 2,
    ]);
  });

  it('cuts between whole characters and says so', () => {
    expect(cut('Ekaterina', 5)).toBe('Ekat…');
    expect(cut('日本語です', 6)).toBe('日本…');
    expect(cut('ok 👩‍👩‍👧 family', 5)).toBe('ok…');
    expect(cut('exact', 5)).toBe('exact');
  });

  it('fills names behind and numbers before', () => {
    expect(left('日本', 6)).toBe('日本  ');
    expect(right('7.5', 6)).toBe('   7.5');
  });

  it('breaks lines at spaces, and a word that is too long where it must', () => {
    expect(wrap('the quick brown fox', 10)).toEqual(['the quick', 'brown fox']);
    expect(wrap('see https://example.org/long', 10)).toEqual(['see', 'https://ex', 'ample.org/', 'long']);
  });

  it('never makes a line wider than asked, and loses no character but spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 4, max: 40 }), (text, width) => {
        const lines = wrap(text, width);
        expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        expect(widthOf(left(text, width))).toBe(width);
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});
