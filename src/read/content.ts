/**
 * What containers hand to products: an export with its characters, cells and records told apart, and nothing yet known
 * of what they mean. Every content may be read more than once, so that a reader can look up names before it reads.
 */

export interface Row {
  /** The physical line at which the record begins, from 1. */
  readonly line: number;
  /** As many as the header has columns. */
  readonly cells: readonly string[];
}

export interface RowsContent {
  readonly shape: 'rows';
  readonly file: string;
  readonly container: string;
  readonly header: readonly string[];
  /** Many at once: a wait for every row would cost more than the row. */
  rows(): AsyncIterable<readonly Row[]>;
}

export interface JsonRecord {
  /** The physical line at which the record begins; of a list inside one object, that of the object. */
  readonly line: number | null;
  readonly value: unknown;
  /** The envelope that was taken off, or null. */
  readonly envelope: string | null;
  /** The name of the list, stream or table that the envelope says the record is from, or null. */
  readonly stream: string | null;
  /** The other keys of the envelope (side-loaded users, paging), empty without one. */
  readonly shared: Readonly<Record<string, unknown>>;
}

export interface JsonContent {
  readonly shape: 'json';
  readonly file: string;
  /** `json`: one value or an array; `ndjson`: a value per line, or several values one after another. */
  readonly container: string;
  /** With envelopes taken off. A record that is no JSON is told as a problem and left out. */
  records(): AsyncIterable<JsonRecord>;
}

export interface TextLine {
  readonly line: number;
  /** Without its line break. */
  readonly text: string;
}

export interface TextContent {
  readonly shape: 'text';
  readonly file: string;
  readonly container: string;
  lines(): AsyncIterable<TextLine>;
}

export interface RawMail {
  /** The line at which the message begins in an mbox; 1 in a file of its own; null in a .msg. */
  readonly line: number | null;
  readonly format: 'rfc822' | 'msg';
  readonly bytes: Uint8Array;
}

export interface MailContent {
  readonly shape: 'mail';
  readonly file: string;
  readonly container: string;
  messages(): AsyncIterable<RawMail>;
}

export type Content = RowsContent | JsonContent | TextContent | MailContent;
export type Shape = Content['shape'];

/** The beginning of a content, for detection: at most `SAMPLE_RECORDS` of what it holds. */
export interface Sample {
  readonly shape: Shape;
  readonly file: string;
  readonly container: string;
  /** Of rows; empty elsewhere. */
  readonly header: readonly string[];
  readonly rows: readonly Row[];
  readonly records: readonly JsonRecord[];
  readonly lines: readonly TextLine[];
  readonly mails: readonly RawMail[];
}

export const SAMPLE_RECORDS = 25;

/** Reads the beginning of a content. The reading stops there: the rest of the file is not touched. */
export async function sampleOf(content: Content): Promise<Sample> {
  const { shape, file, container } = content;
  const empty = { shape, file, container, header: [], rows: [], records: [], lines: [], mails: [] };
  switch (content.shape) {
    case 'rows':
      return { ...empty, header: content.header, rows: await firstRows(content) };
    case 'json':
      return { ...empty, records: await first(content.records()) };
    case 'text':
      return { ...empty, lines: await first(content.lines()) };
    case 'mail':
      return { ...empty, mails: await first(content.messages()) };
  }
}

/** The first rows of a table, `SAMPLE_RECORDS` of them unless told otherwise. */
export async function firstRows(content: RowsContent, count = SAMPLE_RECORDS): Promise<Row[]> {
  const taken: Row[] = [];
  for await (const rows of content.rows()) {
    taken.push(...rows.slice(0, count - taken.length));
    if (taken.length === count) {
      break;
    }
  }
  return taken;
}

async function first<T>(items: AsyncIterable<T>): Promise<T[]> {
  const taken: T[] = [];
  for await (const item of items) {
    taken.push(item);
    if (taken.length === SAMPLE_RECORDS) {
      break;
    }
  }
  return taken;
}
