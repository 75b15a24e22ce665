import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/model/problem.ts';
import { csv } from '../../../src/read/container/csv.ts';
import { dialectOf } from '../../../src/read/container/csv-dialect.ts';
import { firstRows, type Row } from '../../../src/read/content.ts';
import { headOf } from '../../../src/read/head.ts';
import { DEFAULT_READ_SETTINGS } from '../../../src/read/settings.ts';
import { sourceOf } from '../reading.ts';

async function rowsOf(
  bytes: string | Uint8Array,
  pieceSize?: number,
): Promise<{ header: readonly string[]; rows: Row[]; problems: Problem[] }> {
  const source = sourceOf('x.csv', bytes, pieceSize);
  const problems: Problem[] = [];
  const context = { settings: DEFAULT_READ_SETTINGS, tell: (found: Problem) => problems.push(found) };
  const content = await csv.open(source, await headOf(source), {
    ...context,
    tell: (found) => void problems.push(found),
  });
  if (content.shape !== 'rows') {
    throw new Error('no rows');
  }
  return { header: content.header, rows: await firstRows(content, 100_000), problems };
}

const cell = fc.string({ unit: fc.constantFrom('a', 'ж', '"', ',', ';', '\n', ' ', '😀', '\t'), maxLength: 12 });

describe('rows between delimiters', () => {
  it('whatever is written by the rules is read back, in pieces of any size, each row with its line', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 40 }),
        async (cells, delimiter, lineBreak, pieceSize) => {
          const records = cells.map(([one, two, three]) => [`x${one}`, two, three]);
          const text = stringify([['id', 'who', 'what'], ...records], {
            delimiter,
            record_delimiter: lineBreak,
            quoted: true,
          });
          const { header, rows, problems } = await rowsOf(text, pieceSize);
          expect(header).toEqual(['id', 'who', 'what']);
          expect(rows.map((row) => row.cells)).toEqual(records);
          expect(problems).toEqual([]);
          let line = 2;
          for (const [index, record] of records.entries()) {
            expect(rows[index]?.line).toBe(line);
            line += 1 + record.join('').split('\n').length - 1;
          }
        },
      ),
      { seed: 7, numRuns: 60 },
    );
  });

  it('a quote inside a cell that has none around it is a character like any other', async () => {
    const { rows, problems } = await rowsOf('id,size\n1,5" pipe\n2,6" and 7"\n');
    expect(rows.map((row) => row.cells)).toEqual([
      ['1', '5" pipe'],
      ['2', '6" and 7"'],
    ]);
    expect(problems).toEqual([]);
  });

  it('a quote that is never closed costs its own line and no other', async () => {
    const { rows, problems } = await rowsOf('id,text\n1,one\n2,"two\n3,three\n4,"fo\nur"\n');
    expect(rows).toEqual([
      { line: 2, cells: ['1', 'one'] },
      { line: 4, cells: ['3', 'three'] },
      { line: 5, cells: ['4', 'fo\nur'] },
    ]);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['unclosed-quote', 3]]);
  });

  it('an unclosed quote in a large file is found without holding the file', async () => {
    const lines = Array.from({ length: 110_000 }, (_, index) => `${index},some words that fill the line up to a size`);
    lines[10] = '10,"never closed';
    const { rows, problems } = await rowsOf(`id,text\n${lines.join('\n')}\n`);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['unclosed-quote', 12]]);
    expect(rows.length).toBe(100_000);
    expect(rows[10]?.cells[0]).toBe('11');
  });

  it('cells too many or too few are a problem with the line; empty ones too many are not', async () => {
    const { rows, problems } = await rowsOf('id,text\n1,a\n2\n3,c,,\n4,d,e\n');
    expect(rows.map((row) => row.cells)).toEqual([
      ['1', 'a'],
      ['3', 'c'],
    ]);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['ragged-row', 3],
      ['ragged-row', 5],
    ]);
  });
});

describe('dialect', () => {
  it.each([
    ['a;b;c\n1,5;2;3\n', ';'],
    ['"a;b;c",d\n', ','],
    ['a\tb\n', '\t'],
    ['a|b|c\n', '|'],
    ['sep=;\na,b;c\n', ';'],
    ['"sep=|"\na,b|c\n', '|'],
  ])('%j is read by %j', (text, delimiter) => {
    expect(dialectOf(text).delimiter).toBe(delimiter);
  });
});

describe('character sets', () => {
  const text = 'чат,текст\n1,Здравствуйте\n2,ещё раз\n';
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16LE', utf16],
    ['UTF-16BE', Buffer.from(utf16).swap16()],
    ['UTF-16LE without a mark', utf16.subarray(2)],
    ['windows-1251', windows1251(text)],
  ])('%s', async (_name, bytes) => {
    const { header, rows } = await rowsOf(bytes, 7);
    expect(header).toEqual(['чат', 'текст']);
    expect(rows.map((row) => row.cells[1])).toEqual(['Здравствуйте', 'ещё раз']);
  });

  it('windows-1252', async () => {
    const { rows } = await rowsOf(Buffer.from('id,text\n1,d\xe9j\xe0 vu \x80\n', 'latin1'));
    expect(rows[0]?.cells[1]).toBe('déjà vu €');
  });

  it('bytes that are no UTF-8 far behind an ASCII beginning are read all the same, with a problem', async () => {
    const filling = 'x,y\n'.repeat(20_000);
    const { rows, problems } = await rowsOf(
      Buffer.concat([Buffer.from(`id,text\n${filling}`), windows1251('1,Привет\n')]),
    );
    expect(rows.at(-1)?.cells[1]).toBe('Привет');
    expect(problems.map(({ code }) => code)).toEqual(['mixed-characters']);
  });
});

/** The Cyrillic letters stand at 0xC0 in windows-1251, Ё and ё before them. */
function windows1251(text: string): Buffer {
  return Buffer.from(
    [...text].map((character) => {
      const code = character.charCodeAt(0);
      return character === 'ё' ? 0xb8 : code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    }),
  );
}
