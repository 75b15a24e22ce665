/** A stretch of a file that holds whole records, with the line at which each of them begins. */
export interface RecordBatch {
  readonly bytes: Buffer;
  readonly records: readonly RecordSpan[];
}

export interface RecordSpan {
  /** Physical line, from 1. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** True where the record was cut off for its size: a quote was never closed. */
  readonly unclosed: boolean;
}

/** The bytes that part cells and lines. */
export interface Marks {
  readonly delimiter: number;
  readonly lineBreak: number;
}

export const MAX_RECORD_BYTES = 4 * 1024 * 1024;
const BATCH_BYTES = 128 * 1024;
const QUOTE = 34;
const CARRIAGE_RETURN = 13;

/**
 * Splits a stream of bytes into records by line breaks outside quotes, in memory bounded by the size of a record. What
 * the cells are is not looked at: a batch is handed to the parser whole, and every record keeps its line.
 *
 * A record over `MAX_RECORD_BYTES`, or one still open at the end, is its first line alone, marked `unclosed`; the lines
 * after it are records of their own.
 */
export async function* splitRecords(chunks: AsyncIterable<Buffer>, marks: Marks): AsyncGenerator<RecordBatch> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const { batch, end, next } = recordsIn(bytes, marks, line, false);
    if (batch.length > 0) {
      yield* inPieces(bytes, batch);
    }
    rest = bytes.subarray(end);
    line = next;
  }
  if (rest.length > 0) {
    const { batch } = recordsIn(rest, marks, line, true);
    yield* inPieces(rest, batch);
  }
}

function recordsIn(
  bytes: Buffer,
  marks: Marks,
  firstLine: number,
  last: boolean,
): { batch: RecordSpan[]; end: number; next: number } {
  const batch: RecordSpan[] = [];
  let line = firstLine;
  let start = 0;
  while (start < bytes.length) {
    const found = recordEnd(bytes, start, marks, last);
    if (found === null) {
      break;
    }
    const { end, lines, unclosed } = found;
    // Of a line break of two characters the first is no part of the last cell.
    const bare = bytes[end - 1] === CARRIAGE_RETURN && end > start ? end - 1 : end;
    if (bare > start) {
      batch.push({ line, start, end: bare, unclosed });
    }
    line += lines;
    start = end + 1;
  }
  return { batch, end: Math.min(start, bytes.length), next: line };
}

interface RecordEnd {
  readonly end: number;
  readonly lines: number;
  readonly unclosed: boolean;
}

/** Where in a cell the scan stands. */
const State = { Start: 0, Plain: 1, Quoted: 2, AfterQuote: 3 } as const;
type State = (typeof State)[keyof typeof State];

/**
 * The end of the record that begins at `start`, or null where more bytes are needed. A quote opens a cell at its
 * beginning only; what follows its closing quote must be a delimiter or a line break, else the quote was not meant.
 */
function recordEnd(bytes: Buffer, start: number, marks: Marks, last: boolean): RecordEnd | null {
  let state: State = State.Start;
  let lines = 0;
  let firstLineEnd = -1;
  for (let position = start; position < bytes.length; position += 1) {
    const byte = bytes[position];
    if (state === State.Quoted) {
      if (byte === QUOTE) {
        state = State.AfterQuote;
      } else if (byte === marks.lineBreak) {
        firstLineEnd = firstLineEnd < 0 ? position : firstLineEnd;
        lines += 1;
        if (position - start > MAX_RECORD_BYTES) {
          break;
        }
      }
    } else if (byte === marks.lineBreak) {
      return { end: position, lines: lines + 1, unclosed: false };
    } else if (byte === marks.delimiter) {
      state = State.Start;
    } else if (byte === QUOTE) {
      state = state === State.Plain ? State.Plain : State.Quoted;
    } else if (state === State.AfterQuote && byte !== CARRIAGE_RETURN) {
      return onlyFirstLine(bytes, position, firstLineEnd, marks.lineBreak, last);
    } else if (state === State.Start) {
      state = State.Plain;
    }
  }
  const size = bytes.length - start;
  if (!last && size <= 2 * MAX_RECORD_BYTES) {
    return null;
  }
  return last && state !== State.Quoted && size <= 2 * MAX_RECORD_BYTES
    ? { end: bytes.length, lines: lines + 1, unclosed: false }
    : { end: firstLineEnd < 0 ? bytes.length : firstLineEnd, lines: 1, unclosed: true };
}

/** The first line of a record alone: the lines after it are records of their own. */
function onlyFirstLine(
  bytes: Buffer,
  position: number,
  firstLineEnd: number,
  lineBreak: number,
  last: boolean,
): RecordEnd | null {
  const end = firstLineEnd < 0 ? bytes.indexOf(lineBreak, position) : firstLineEnd;
  if (end < 0) {
    return last ? { end: bytes.length, lines: 1, unclosed: true } : null;
  }
  return { end, lines: 1, unclosed: true };
}

function* inPieces(bytes: Buffer, records: readonly RecordSpan[]): Generator<RecordBatch> {
  let from = 0;
  while (from < records.length) {
    const start = records[from]?.start ?? 0;
    let to = from + 1;
    while (to < records.length && (records[to]?.end ?? 0) - start < BATCH_BYTES) {
      to += 1;
    }
    yield { bytes, records: records.slice(from, to) };
    from = to;
  }
}
