import { type Options, parse } from 'csv-parse/sync';
import { problem } from '../../model/problem.ts';
import type { Source } from '../../model/source.ts';
import { asUtf8 } from '../charset.ts';
import type { Row, RowsContent } from '../content.ts';
import type { Container, Head } from '../reader.ts';
import { type CsvDialect, dialectOf } from './csv-dialect.ts';
import { type RecordBatch, type RecordSpan, splitRecords } from './csv-records.ts';

/** Rows between delimiters, with a header: comma, semicolon, tab or pipe. */
export const csv: Container = {
  name: 'csv',
  detect(head) {
    if (head.text === null) {
      return null;
    }
    const dialect = dialectOf(head.text);
    const lines = head.text.split(dialect.lineBreak === 10 ? '\n' : '\r').slice(dialect.skip);
    const header = parseLoose(Buffer.from(lines.find((line) => line.trim() !== '') ?? ''), dialect)[0] ?? [];
    if (header.filter((cell) => cell.trim() !== '').length < 2) {
      return null;
    }
    const shown = dialect.delimiter === '\t' ? 'tab' : dialect.delimiter;
    return { score: 50, reason: `rows of ${header.length} cells between "${shown}"` };
  },
  async open(source, head, context) {
    const dialect = dialectOf(head.text ?? '');
    const told = new Set<string>();
    // A content may be read several times, and each of its problems is told once.
    const tell = (code: string, line: number | null, message: string): void => {
      const key = `${code} ${line}`;
      if (!told.has(key)) {
        told.add(key);
        context.tell(problem(code, source.name, line, message));
      }
    };
    let header: readonly string[] = [];
    for await (const [row] of records(source, head, dialect, tell)) {
      header = row?.cells.map((cell) => cell.trim()) ?? [];
      break;
    }
    return { shape: 'rows', file: source.name, container: 'csv', header, rows } satisfies RowsContent;

    async function* rows(): AsyncGenerator<readonly Row[]> {
      let toSkip = 1;
      for await (const several of records(source, head, dialect, tell)) {
        yield several.slice(toSkip).flatMap(asWideAsHeader);
        toSkip = 0;
      }
    }

    function asWideAsHeader(row: Row): Row | readonly Row[] {
      const cells = fitted(row.cells, header.length);
      if (cells === null) {
        const widths = `${row.cells.length} cells and the header ${header.length}`;
        tell('ragged-row', row.line, `The row has ${widths}; it was left out.`);
        return [];
      }
      return cells === row.cells ? row : { line: row.line, cells };
    }
  },
};

type Tell = (code: string, line: number | null, message: string) => void;

/** Cells as many as columns: empty ones too many at the end are dropped; null where cells are missing or left over. */
function fitted(cells: readonly string[], width: number): readonly string[] | null {
  if (cells.length === width) {
    return cells;
  }
  return cells.length > width && cells.slice(width).every((cell) => cell.trim() === '') ? cells.slice(0, width) : null;
}

/** All rows, header first; no batch is empty. */
async function* records(source: Source, head: Head, dialect: CsvDialect, tell: Tell): AsyncGenerator<readonly Row[]> {
  const bytes = asUtf8(source.open(), head, (charset) =>
    tell(
      'mixed-characters',
      null,
      `The file begins as UTF-8 and holds other bytes further on; they were read as ${charset}.`,
    ),
  );
  let skip = dialect.skip;
  for await (const batch of splitRecords(bytes, dialect.lineBreak)) {
    const all = rowsOf(batch, dialect, tell);
    const rows = all.slice(skip);
    skip = Math.max(0, skip - all.length);
    if (rows.length > 0) {
      yield rows;
    }
  }
}

function optionsOf(dialect: CsvDialect): Options {
  return {
    delimiter: dialect.delimiter,
    record_delimiter: dialect.lineBreak === 10 ? ['\n', '\r\n'] : ['\r'],
    relax_column_count: true,
    skip_empty_lines: true,
  };
}

function rowsOf(batch: RecordBatch, dialect: CsvDialect, tell: Tell): Row[] {
  const { bytes, records } = batch;
  const first = records[0];
  const last = records.at(-1);
  if (first === undefined || last === undefined) {
    return [];
  }
  if (records.every((record) => !record.unclosed)) {
    try {
      const all = parse(bytes.subarray(first.start, last.end), optionsOf(dialect)) as string[][];
      if (all.length === records.length) {
        return all.map((cells, index) => ({ line: records[index]?.line ?? 0, cells }));
      }
    } catch {
      // One of them has a stray quote: each is then parsed alone.
    }
  }
  return records.flatMap((record) => rowsOfOne(bytes, record, dialect, tell));
}

/**
 * One record on its own. With a quote astray its lines are taken as records of their own, quotes inside a cell kept as
 * they are, and a line that still cannot be parsed is a problem.
 */
function rowsOfOne(bytes: Buffer, record: RecordSpan, dialect: CsvDialect, tell: Tell): Row[] {
  const text = bytes.subarray(record.start, record.end);
  if (!record.unclosed) {
    try {
      const [cells] = parse(text, optionsOf(dialect)) as string[][];
      return cells === undefined ? [] : [{ line: record.line, cells }];
    } catch {
      // Told below, for the line that has it.
    }
  }
  const rows: Row[] = [];
  let line = record.line;
  for (const part of linesOf(text, dialect.lineBreak)) {
    const [cells] = parseLoose(part, dialect);
    if (cells !== undefined) {
      rows.push({ line, cells });
    } else if (part.toString('utf8').trim() !== '') {
      tell('unclosed-quote', line, 'A quote is opened here and not closed where the cell ends; the line was left out.');
    }
    line += 1;
  }
  return rows;
}

function* linesOf(bytes: Buffer, lineBreak: number): Generator<Buffer> {
  let start = 0;
  for (let end = bytes.indexOf(lineBreak); end >= 0; end = bytes.indexOf(lineBreak, start)) {
    yield bytes.subarray(start, bytes[end - 1] === 13 ? end - 1 : end);
    start = end + 1;
  }
  yield bytes.subarray(start);
}

/** Rows with stray quotes kept as they are; none where even so it is no row. */
function parseLoose(bytes: Buffer, dialect: CsvDialect): string[][] {
  try {
    return parse(bytes, { ...optionsOf(dialect), relax_quotes: true }) as string[][];
  } catch {
    return [];
  }
}
