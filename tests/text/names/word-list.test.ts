import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import commonWords from '../../../src/text/names/common-words.json' with { type: 'json' };
import firstNames from '../../../src/text/names/first-names.json' with { type: 'json' };
import { WordList } from '../../../src/text/names/word-list.ts';

describe('a word list', () => {
  it('has its words and no others', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'я', 'é', "'"), minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.uniqueArray(word), fc.array(word), (words, others) => {
        const list = new WordList([...words].sort().join(' '));
        for (const one of [...words, ...others, '', ' ', `${words[0]} ${words[1]}`]) {
          expect([one, list.has(one)]).toEqual([one, words.includes(one)]);
        }
      }),
      { seed: 7 },
    );
  });

  // The search relies on it.
  it.each(Object.entries({ ...firstNames, ...commonWords }).filter(([key]) => key !== '_note'))(
    'is sorted, and each word stands once, in the file: %s',
    (_, text) => {
      const words = text.split(' ');
      expect(words).toEqual([...new Set(words)].sort());
      expect(words.every((word) => new WordList(text).has(word))).toBe(true);
    },
  );
});
