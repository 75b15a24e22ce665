import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/model/problem.ts';
import { json } from '../../../src/read/container/json.ts';
import { headOf } from '../../../src/read/head.ts';
import { DEFAULT_READ_SETTINGS } from '../../../src/read/settings.ts';
import { sourceOf } from '../reading.ts';

interface Result {
  readonly values: unknown[];
  readonly lines: (number | null)[];
  readonly problems: Problem[];
}

async function valuesOf(text: string | Uint8Array, pieceSize?: number): Promise<Result> {
  const source = sourceOf('x.json', text, pieceSize);
  const problems: Problem[] = [];
  const context = { settings: DEFAULT_READ_SETTINGS, tell: (found: Problem) => void problems.push(found) };
  const content = await json.open(source, await headOf(source), context);
  if (content.shape !== 'json') {
    throw new Error('no JSON');
  }
  const values: unknown[] = [];
  const lines: (number | null)[] = [];
  for await (const { value, line } of content.records()) {
    values.push(value);
    lines.push(line);
  }
  return { values, lines, problems };
}

const record = fc.dictionary(fc.string({ maxLength: 4 }), fc.jsonValue({ maxDepth: 3 }), {
  maxKeys: 4,
  noNullPrototype: true,
});
const records = fc.array(record, { minLength: 1, maxLength: 6 });
/** Integers beyond 2^53 keep their digits as texts; from 1e21 on JSON writes them with an exponent. */
const longIntegerAsText = (_: string, value: unknown): unknown =>
  Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(value as number) < 1e21 ? String(value) : value;
const pieces = fc.integer({ min: 1, max: 30 });

describe('JSON in every layout', () => {
  it.each([
    ['an array', (all: unknown[]) => JSON.stringify(all)],
    ['a printed array', (all: unknown[]) => JSON.stringify(all, null, 2)],
    ['a value per line', (all: unknown[]) => all.map((one) => `${JSON.stringify(one)}\n`).join('')],
    [
      'printed values one after another',
      (all: unknown[]) => all.map((one) => JSON.stringify({ ...(one as object), z: 1 }, null, 1)).join('\n'),
    ],
  ])('%s, in pieces of any size', async (name, write) => {
    await fc.assert(
      fc.asyncProperty(records, pieces, async (all, pieceSize) => {
        const wanted = JSON.parse(
          JSON.stringify(name.startsWith('printed values') ? all.map((one) => ({ ...one, z: 1 })) : all),
          longIntegerAsText,
        );
        const { values, problems } = await valuesOf(write(all), pieceSize);
        expect(values).toEqual(wanted);
        expect(problems).toEqual([]);
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  it('a bad line is a problem, and the rest goes on', async () => {
    const { values, lines, problems } = await valuesOf('{"a":1}\n{"a":2,\n\n{"a":4}\n{"a":');
    expect(values).toEqual([{ a: 1 }, { a: 4 }]);
    expect(lines).toEqual([1, 4]);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['unreadable-record', 2],
      ['unreadable-record', 5],
    ]);
  });

  it('an array that is cut off gives what stands before', async () => {
    const { values, problems } = await valuesOf('[\n {"a":1},\n {"a":2},\n {"a":[3');
    expect(values).toEqual([{ a: 1 }, { a: 2 }]);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['cut-off', 4]]);
  });

  it('a bad element of an array is a problem, and the rest goes on', async () => {
    const { values, problems } = await valuesOf('[\n{"a":1},\n{"a":nope},\n{"a":3}]');
    expect(values).toEqual([{ a: 1 }, { a: 3 }]);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['unreadable-record', 3]]);
  });

  it('nesting without end is a problem, not a crash', async () => {
    const { values, problems } = await valuesOf(`[${'['.repeat(100_000)}${']'.repeat(100_000)},{"a":1}]`);
    expect(values).toEqual([{ a: 1 }]);
    expect(problems.map(({ code }) => code)).toEqual(['unreadable-record']);
  });

  it('never repeats the record in a message: it is private', async () => {
    const { problems } = await valuesOf('{"a":1}\n{"a":"secret words" nonsense}\n');
    expect(problems[0]?.message).not.toContain('secret');
  });

  it('UTF-16', async () => {
    const { values } = await valuesOf(Buffer.from('\ufeff[{"a":"ж"}]', 'utf16le'));
    expect(values).toEqual([{ a: 'ж' }]);
  });
});
