import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameMask } from '../../src/judge/nameless.ts';
import { tokenize } from '../../src/text/tokens.ts';

const read = (names: string[], text: string) => new NameMask(names).read(text, tokenize(text));

describe('a text without names', () => {
  it('has one stand-in for every form of the names of those who talk', () => {
    expect(read(['robert', 'tom'], "Rob, it is Tom again about Robert's order.")?.text).toBe(
      'Anna, it is Anna again about Anna order.',
    );
    expect(read(['екатерина'], 'Катя, передайте Екатерине привет от Екатерины.')?.text).toBe(
      'Анна, передайте Анна привет от Анна.',
    );
  });

  it('is the text itself where nobody is named, and leaves words that only look like a name', () => {
    expect(read(['robert'], 'It is sold out.')).toBeNull();
    expect(read(['will'], 'I will look, and so will you.')).toBeNull();
    expect(read(['will'], 'Will, it is sold out.')?.text).toBe('Anna, it is sold out.');
    expect(read([], 'Rob, it is sold out.')).toBeNull();
  });

  it('knows the place of every word in the text with names, and back', () => {
    const text = 'Hello Aleksandra, the lamp is gone, Aleksandra. Bye!';
    const nameless = read(['aleksandra'], text);
    const place = nameless?.text.indexOf('lamp') ?? -1;
    expect(text.slice(nameless?.placeIn(place, false), nameless?.placeIn(place + 4, true))).toBe('lamp');
    expect(nameless?.placeOf(text.indexOf('lamp'))).toBe(place);
    const name = nameless?.text.indexOf('Anna') ?? -1;
    expect(text.slice(nameless?.placeIn(name + 1, false), nameless?.placeIn(name + 3, true))).toBe('Aleksandra');
  });

  it('is the same whatever the name, and every place comes back', () => {
    const names = fc.constantFrom('Bo', 'Aigerim', 'Mehmet', 'Wei', 'Guadalupe', 'Anna');
    const words = fc.array(fc.constantFrom('NAME', 'the', 'lamp', 'is', 'gone', 'NAME,', 'thanks.'), { minLength: 1 });
    fc.assert(
      fc.property(names, names, words, (one, other, said) => {
        const written = (name: string): string => said.join(' ').replaceAll('NAME', name);
        const plain = [one, other].map((name) => read([name.toLowerCase()], written(name))?.text ?? null);
        expect(plain[0]).toBe(plain[1]);
        const text = written(one);
        const nameless = read([one.toLowerCase()], text);
        for (const { start, end, word } of tokenize(text)) {
          if (nameless !== null && word !== one.toLowerCase()) {
            const [from, to] = [nameless.placeOf(start), nameless.placeOf(end)];
            expect(nameless.text.slice(from, to)).toBe(text.slice(start, end));
            expect([nameless.placeIn(from, false), nameless.placeIn(to, true)]).toEqual([start, end]);
          }
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
