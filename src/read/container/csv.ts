import { type Options, parse } from 'csv-parse/sync';
import { problem } from '../../model/problem.ts';
import type { Source } from '../../model/source.ts';
import { asUtf8, mixedCharacters } from '../charset.ts';
import type { Row, RowsContent } from '../content.ts';
import type { Container, Head } from '../reader.ts';
import { type CsvDialect, dialectOf } from './csv-dialect.ts';
import { type RecordBatch, splitRecords } from './csv-records.ts';

/** Rows between delimiters, with a header: comma, semicolon, tab or pipe. */
export const csv: Container = {
  name: 'csv',
  detect(head) {
    // The commas of JSON in one long line are no columns.
    if (head.text === null || /^\s*(?:\{\s*["}]|\[\s*[{["])/u.test(head.text.slice(0, 1_000))) {
      return null;
    }
    const dialect = dialectOf(head.text);
    const lines = head.text.split(dialect.lineBreak === 10 ? '\n' : '\r').slice(dialect.skip);
    const header = parsed(Buffer.from(lines.find((line) => line.trim() !== '') ?? ''), dialect)[0] ?? [];
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
    for await (const [row] of recordsOf(source, head, dialect, tell)) {
      header = row?.cells.map((cell) => cell.trim()) ?? [];
      break;
    }
    return { shape: 'rows', file: source.name, container: 'csv', header, rows } satisfies RowsContent;

    async function* rows(): AsyncGenerator<readonly Row[]> {
      let toSkip = 1;
      for await (const several of recordsOf(source, head, dialect, tell)) {
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

/** A step of reading a table: rows, or a problem that was met. */
type Step = { readonly rows: readonly Row[] } | { readonly problem: Parameters<Tell> };

/** What the last table holds that ended with its head: no more than one, because an audit may have thousands of them. */
let shortTable: { readonly head: Head; readonly steps: readonly Step[] } | null = null;

/**
 * All rows, header first; no batch is empty. Those who tell what a file is look at all of a short table, several times,
 * and then it is read: it is parsed once.
 */
async function* recordsOf(source: Source, head: Head, dialect: CsvDialect, tell: Tell): AsyncGenerator<readonly Row[]> {
  if (!head.whole) {
    yield* records(source, head, dialect, tell);
    return;
  }
  const table = shortTable?.head === head ? shortTable : { head, steps: await stepsOf(source, head, dialect) };
  shortTable = table;
  for (const step of table.steps) {
    if ('rows' in step) {
      yield step.rows;
    } else {
      tell(...step.problem);
    }
  }
}

async function stepsOf(source: Source, head: Head, dialect: CsvDialect): Promise<readonly Step[]> {
  const steps: Step[] = [];
  for await (const rows of records(source, head, dialect, (...problem) => steps.push({ problem }))) {
    steps.push({ rows });
  }
  return steps;
}

async function* records(source: Source, head: Head, dialect: CsvDialect, tell: Tell): AsyncGenerator<readonly Row[]> {
  const bytes = asUtf8(source.open(), head, (charset) => tell('mixed-characters', null, mixedCharacters(charset)));
  let skip = dialect.skip;
  for await (const batch of splitRecords(bytes, {
    delimiter: dialect.delimiter.charCodeAt(0),
    lineBreak: dialect.lineBreak,
  })) {
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
    // Quotes that open and close cells were told from others when the records were split.
    relax_quotes: true,
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
    const all = parsed(bytes.subarray(first.start, last.end), dialect);
    if (all.length === records.length) {
      return all.map((cells, index) => ({ line: records[index]?.line ?? 0, cells }));
    }
  }
  return records.flatMap((record) => {
    const [cells] = parsed(bytes.subarray(record.start, record.end), dialect);
    if (cells === undefined) {
      tell('unclosed-quote', record.line, UNCLOSED);
      return [];
    }
    return [{ line: record.line, cells }];
  });
}

const UNCLOSED = 'A quote is opened here and not closed where the cell ends; the line was left out.';

/** Rows of cells; none where a quote is never closed. */
function parsed(bytes: Buffer, dialect: CsvDialect): string[][] {
  try {
    return parse(bytes, optionsOf(dialect)) as string[][];
  } catch {
    return [];
  }
}
