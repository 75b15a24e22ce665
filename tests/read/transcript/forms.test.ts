import { describe, expect, it } from 'vitest';
import { FORMS, formOf } from '../../../src/read/transcript/forms.ts';

// Beginnings and ends are tried by cheap patterns first: the longest stamps and names that a form takes must pass them.
describe('a line at the edge of its form', () => {
  it.each([
    ['bracketed', '   [12 September, 2026 at 12:03:05.123456 p.m. UTC+10]    -    Bob: hello', 'Bob', 'hello'],
    ['bracketed', '(3:05) Bob: hello', 'Bob', 'hello'],
    ['above', '\t[September. 12, 2026   at 12:03:05 p. m. +03:00] Bob', 'Bob', ''],
    ['bare', 'September. 12, 2026   um 12:03:05 p. m. GMT+10    -    Bob: hello', 'Bob', 'hello'],
    ['bare', '  3:05\tBob: hello', 'Bob', 'hello'],
    ['bare', 'декабрь 12, 2026 в 12:03 Bob: hello', 'Bob', 'hello'],
    [
      'named',
      `${'B'.repeat(60)}    (September. 12, 2026,   at 12:03:05.123456 p. m. +03:00)  :    hello`,
      'B'.repeat(60),
      'hello',
    ],
    ['heading', 'Bob Smith   September. 12, 2026,   at 12:03:05.123456 p. m. UTC+10    :', 'Bob Smith', ''],
    ['heading', 'Bob 3:05', 'Bob', ''],
  ] as const)('%s: %s', (form, line, author, text) => {
    expect(FORMS[form](line, 1)).toMatchObject({ author, text });
  });

  it.each([
    ['bracketed', '12:03 Bob: hello'],
    ['above', '12:03 Bob'],
    ['bare', 'Bob: hello at 12:03'],
    ['named', 'Bob: hello at 12:03'],
    ['heading', 'Bob came at 12:03 and said: hello, is there anybody at home who can help me'],
  ] as const)('is none of %s: %s', (form, line) => {
    expect(FORMS[form](line, 1)).toBeNull();
  });

  it('is found by the form that most lines are in', () => {
    const lines = ['[12:03] Ann: hi', '[12:04] Bob: hello', 'and more'].map((text, line) => ({ line, text }));
    expect(formOf(lines)).toEqual({ name: 'bracketed', count: 2 });
  });
});
