import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/read/parse-json.ts';

type Tree = bigint | number | string | boolean | null | Tree[] | { [key: string]: Tree };

/** Texts full of what could be taken for the end of a string or for a number. */
const awkward = fc.string({
  unit: fc.constantFrom('"', '\\', ':', ',', '[', ' ', '-', '1', '9007199254740993', 'я', '\n'),
  maxLength: 12,
});
const tree = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
    fc.bigInt({ min: 2n ** 53n - 3n, max: 2n ** 53n + 3n }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Number.isInteger(value)),
    awkward,
    fc.constantFrom(true, false, null),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(awkward, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).tree;

function written(value: Tree, space: string): string {
  if (typeof value === 'bigint') {
    return String(value);
  }
  if (Array.isArray(value)) {
    return `[${space}${value.map((one) => written(one, space)).join(`${space},${space}`)}${space}]`;
  }
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value).map(
      ([key, inner]) => `${JSON.stringify(key)}${space}:${space}${written(inner, space)}`,
    );
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value);
}

function wanted(value: Tree): unknown {
  if (typeof value === 'bigint') {
    return value > 2n ** 53n - 1n || value < 1n - 2n ** 53n ? String(value) : Number(value) + 0;
  }
  if (Array.isArray(value)) {
    return value.map(wanted);
  }
  return value !== null && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wanted(inner)]))
    : value;
}

/** What a parser gives, or the message of what it threw. */
function outcome(parse: (text: string) => unknown, text: string): unknown {
  try {
    return { value: parse(text) };
  } catch (error) {
    return { message: (error as Error).message };
  }
}

describe('parseJson', () => {
  it('keeps every digit of the integers that a number would round, and nothing else is a text', () => {
    expect(parseJson('{"id":9007199254740993,"to":[ -12345678901234567890 ],"at":9007199254740991}')).toEqual({
      id: '9007199254740993',
      to: ['-12345678901234567890'],
      at: 9007199254740991,
    });
    expect(parseJson('12345678901234567890')).toBe('12345678901234567890');
    expect(parseJson('[0.5000000000000000000,100000000000000000000e-2 ]')).toEqual([0.5, 1e18]);
  });

  it('leaves texts alone, whatever stands in them', () => {
    const text = String.raw`{"a\\":"\\\": 9007199254740993","b":" 9007199254740993, \\"}`;
    expect(parseJson(text)).toEqual({ 'a\\': '\\": 9007199254740993', b: ' 9007199254740993, \\' });
  });

  it('reads any document so', () => {
    fc.assert(
      fc.property(tree, fc.constantFrom('', ' ', '\n\t'), (value, space) => {
        expect(parseJson(written(value, space))).toEqual(wanted(value));
      }),
      { seed: 53, numRuns: 2000 },
    );
  });

  it('refuses what JSON.parse refuses, in the same words, and takes no more', () => {
    const piece = fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\\', ' ', '-', '0', '.', 'e', '"a"');
    const text = fc.array(fc.oneof(piece, fc.constant('9007199254740993')), { maxLength: 8 });
    fc.assert(
      fc.property(text, (pieces) => {
        const [ours, theirs] = [parseJson, JSON.parse].map((parse) => outcome(parse, pieces.join(''))) as [
          object,
          object,
        ];
        expect('message' in ours).toBe('message' in theirs);
        if ('message' in theirs) {
          expect(ours).toEqual(theirs);
        }
      }),
      { seed: 54, numRuns: 5000 },
    );
  });
});
