import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible } from '../../src/report/visible.ts';

describe('text made visible', () => {
  it.each([
    ['escape sequences', 'a\u001b[2Jb', 'a␛[2Jb'],
    ['the eight-bit escape', '\u009b31mred', '<U+009B>31mred'],
    ['bell, backspace and delete', 'a\u0007\b\u007f', 'a␇␈␡'],
    ['line breaks and tabs, as one space', 'one\r\n\ttwo\u2028three', 'one two three'],
    ['marks that turn the writing round', 'abc\u202efdp.exe', 'abc<U+202E>fdp.exe'],
    ['half characters', 'a\ud83db\udc00', 'a\ufffdb\ufffd'],
  ])('%s', (_, hostile, harmless) => {
    expect(visible(hostile)).toBe(harmless);
  });

  it('leaves words, emoji families and other scripts as they are', () => {
    const text = 'Привет, Ёлка! 👩‍👩‍👧‍👦 日本語 नमस्ते می‌خواهم cafe\u0301';
    expect(visible(text)).toBe(text);
  });

  it('never lets a control character through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
