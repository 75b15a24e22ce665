import { type Fragment, type Message, makeFragment, makeMessage } from '../../model/conversation.ts';
import { notice, problem } from '../../model/problem.ts';
import { firstRows, type Row, type RowsContent, type Sample } from '../content.ts';
import { candidateColumns, isDamagedId, listed, zoneInName } from '../fields.ts';
import type { Detection, ReadContext, Reader } from '../reader.ts';
import { channelOfWord, eventOfWord, roleOfWord, truthOf } from '../role-words.ts';
import { MAP_FIELDS, type MapField, type ReadSettings } from '../settings.ts';
import { ambiguousDates, FileTimes, needsDateOrder, settleDateOrder, timeSettings } from '../times.ts';

/** Any table with one row per message, its columns known by their usual names or by `--map`. */
export const table: Reader = {
  name: 'csv',
  product: null,
  title: 'Table with one row per message (CSV, TSV)',
  certainty: 'real',
  guide: {
    export:
      'From any tool or warehouse: a table with a row per message, and columns for the conversation and the text.',
    reads:
      'Conversation, time, author, side, text, notes, events, customer, channel, tags, rating: by the usual English and Russian column names, or by `--map FIELD=COLUMN`.',
    lacks: 'Where no column tells agents from customers, the roles are unknown until `--agent-name` names the agents.',
  },
  shapes: ['rows'],
  detect(sample, settings) {
    return detectTable(sample, settings);
  },
  async *read(contents, context) {
    for (const content of contents) {
      if (content.shape === 'rows') {
        yield* readTable(content, context);
      }
    }
  },
};

type Columns = ReadonlyMap<MapField, number>;

function detectTable(sample: Sample, { map }: ReadSettings): Detection | null {
  if (sample.shape !== 'rows' || sample.header.length < 2) {
    return null;
  }
  const columns = guessColumns(sample.header, sample.rows, map);
  // What the user named goes before what a product's own reader would make of it.
  const named = [...map.values()].some((column) => sample.header.includes(column));
  const conversation = columns.get('conversation');
  const text = columns.get('text');
  const author = columns.get('role') ?? columns.get('name') ?? columns.get('author_id');
  if (conversation !== undefined && text !== undefined && author !== undefined) {
    return {
      score: named ? 97 : 30,
      reason: `the header names a conversation, an author and a text: ${listed(sample.header)}`,
    };
  }
  if (text !== undefined && (author !== undefined || columns.has('at')) && conversation === undefined) {
    const refusal = `No column names the conversation. The columns are ${listed(sample.header)}: give --map conversation=COLUMN.`;
    return { score: 20, reason: 'the header names a text and an author, but no conversation', refusal };
  }
  const ticketList = ['status', 'subject', 'agent', 'opened_at', 'closed_at', 'csat'] as const;
  const known = ticketList.filter((field) => columns.has(field));
  if (conversation !== undefined && known.length >= 2) {
    const refusal =
      `This is a list of conversations without their messages: none of its columns (${listed(sample.header)}) holds what was said by whom. ` +
      'Export the messages (a row per message), or name the columns with --map text=COLUMN and --map name=COLUMN.';
    return { score: 20, reason: 'a list of conversations without messages', refusal };
  }
  return null;
}

/** The column of every field: by --map, else by the names that are usual, the likeliest first. */
export function guessColumns(
  header: readonly string[],
  rows: readonly Row[],
  map: ReadSettings['map'] = new Map(),
): Columns {
  const columns = new Map<MapField, number>();
  const taken = new Set<number>();
  const take = (field: MapField, index: number | undefined): void => {
    if (index !== undefined && index >= 0 && !columns.has(field)) {
      columns.set(field, index);
      taken.add(index);
    }
  };
  for (const [field, column] of map) {
    take(field, header.indexOf(column));
  }
  const free = (field: MapField): readonly number[] =>
    candidateColumns(header, field).filter((index) => !taken.has(index));
  for (const field of ['conversation', 'message_id', 'at', 'text'] as const) {
    take(field, free(field)[0]);
  }
  take('role', roleColumn(free('role'), header, rows));
  for (const field of MAP_FIELDS) {
    take(field, free(field)[0]);
  }
  if (!columns.has('conversation')) {
    // A column `id` is the conversation's only where it comes again.
    const id = header.findIndex((name) => name.trim().toLowerCase() === 'id');
    const values = rows.map((row) => row.cells[id] ?? '');
    if (id >= 0 && new Set(values).size < values.length) {
      take('conversation', id);
    }
  }
  return columns;
}

/** Of the columns that may tell the side, the one whose words do. */
function roleColumn(
  candidates: readonly number[],
  header: readonly string[],
  rows: readonly Row[],
): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const index of candidates) {
    const known = rows.filter((row) => roleInCell(header[index] ?? '', row.cells[index] ?? '') !== null).length;
    if (known > most) {
      best = index;
      most = known;
    }
  }
  return best;
}

/** The side that a cell tells, where the column's name may turn a truth value into one (`inbound`: true). */
function roleInCell(column: string, cell: string): ReturnType<typeof roleOfWord> {
  const truth = truthOf(cell);
  const name = column.toLowerCase();
  if (truth !== null && /inbound|incoming|customer|client/.test(name)) {
    return truth ? 'customer' : 'agent';
  }
  if (truth !== null && /agent|outbound|outgoing|operator/.test(name)) {
    return truth ? 'agent' : 'customer';
  }
  return roleOfWord(cell);
}

async function* readTable(content: RowsContent, context: ReadContext): AsyncGenerator<readonly Fragment[]> {
  const { header, file } = content;
  const { settings, tell } = context;
  for (const [field, column] of settings.map) {
    if (!header.includes(column)) {
      tell(
        problem(
          'unknown-column',
          file,
          1,
          `--map ${field}=${column}: there is no such column. The columns are ${listed(header)}.`,
        ),
      );
      return;
    }
  }
  const first = await firstRows(content, 200);
  const columns = guessColumns(header, first, settings.map);
  const missing = (['conversation', 'text'] as const).filter((field) => !columns.has(field));
  if (missing.length > 0) {
    const what = missing.map((field) => `--map ${field}=COLUMN`).join(' and ');
    tell(
      problem(
        'missing-column',
        file,
        1,
        `No column is known to be the ${missing.join(' or the ')}. The columns are ${listed(header)}: give ${what}.`,
      ),
    );
    return;
  }
  const times = await timesOf(content, columns, first, context);
  if (times === null) {
    return;
  }
  const rowReader = new TableRows(file, header, columns, times);
  for await (const rows of content.rows()) {
    const fragments: Fragment[] = [];
    for (const row of rows) {
      const read = rowReader.fragment(row);
      if ('reason' in read) {
        tell(problem('unreadable-record', file, row.line, read.reason));
      } else {
        fragments.push(read);
      }
    }
    yield fragments;
  }
  if (rowReader.unreadTimes > 0) {
    tell(
      notice(
        'unreadable-times',
        file,
        rowReader.firstUnreadTime,
        `${rowReader.unreadTimes} times could not be read and were left out: ${rowReader.unreadReason}.`,
      ),
    );
  }
}

async function timesOf(
  content: RowsContent,
  columns: Columns,
  first: readonly Row[],
  context: ReadContext,
): Promise<FileTimes | null> {
  const at = columns.get('at');
  const zone = at === undefined ? null : zoneInName(content.header[at] ?? '');
  const settings = timeSettings(context.settings, zone);
  if (at === undefined || !first.some((row) => needsDateOrder(row.cells[at] ?? ''))) {
    return new FileTimes(settings);
  }
  const settled = await settleDateOrder(settings, cellsOf(content, at));
  if ('reason' in settled) {
    context.tell(ambiguousDates(content.file, settled.reason));
    return null;
  }
  return new FileTimes(settled);
}

async function* cellsOf(content: RowsContent, column: number): AsyncGenerator<string> {
  for await (const rows of content.rows()) {
    for (const row of rows) {
      yield row.cells[column] ?? '';
    }
  }
}

/** Turns rows into fragments of one message each. */
class TableRows {
  unreadTimes = 0;
  firstUnreadTime: number | null = null;
  unreadReason = '';
  readonly #file: string;
  readonly #header: readonly string[];
  readonly #columns: Columns;
  readonly #times: FileTimes;
  readonly #clock: number;
  readonly #roleColumns: readonly number[];

  constructor(file: string, header: readonly string[], columns: Columns, times: FileTimes) {
    this.#file = file;
    this.#header = header;
    this.#columns = columns;
    this.#times = times;
    this.#roleColumns = candidateColumns(header, 'role').filter((index) => index !== columns.get('text'));
    const at = header[columns.get('at') ?? -1]?.trim().toLowerCase() ?? '';
    const clock = header.findIndex((name) => /^(?:time|время)$/i.test(name.trim()));
    this.#clock = /^(?:date|дата)$/.test(at) ? clock : -1;
  }

  fragment(row: Row): Fragment | { reason: string } {
    const cell = (field: MapField): string | null => {
      const index = this.#columns.get(field);
      const value = index === undefined ? undefined : row.cells[index];
      return value === undefined || value.trim() === '' ? null : value;
    };
    const id = cell('conversation');
    if (id === null) {
      return { reason: 'The row names no conversation; it was left out.' };
    }
    if (isDamagedId(id)) {
      return {
        reason: `The conversation's id "${id}" was rounded by a spreadsheet, so that it cannot be known; export again and do not open the file in a spreadsheet.`,
      };
    }
    const customerName = cell('customer');
    return makeFragment({
      id: id.trim(),
      product: cell('product'),
      channel: channelOfWord(cell('channel')),
      language: languageOf(cell('language')),
      status: cell('status'),
      subject: cell('subject'),
      opened_at: this.#times.atOrNull(cell('opened_at')),
      closed_at: this.#times.atOrNull(cell('closed_at')),
      exported_at: this.#times.atOrNull(cell('exported_at')),
      customer: { id: cell('customer_id'), name: customerName, email: cell('customer_email') },
      tags: tagsOf(cell('tags')),
      csat: ratingOf(cell('csat')),
      messages: [this.#message(row, cell, customerName)],
      source: { file: this.#file, format: 'csv', line: row.line },
      order: 'time',
    });
  }

  #message(row: Row, cell: (field: MapField) => string | null, customerName: string | null): Message {
    const roleColumn = this.#columns.get('role');
    const written = cell('role');
    let role = written === null ? null : roleInCell(this.#header[roleColumn ?? -1] ?? '', written);
    let name = cell('name');
    const agentName = cell('agent');
    if (role === null && name !== null && name !== '') {
      role = name === customerName ? 'customer' : name === agentName ? 'agent' : null;
    }
    const event = eventOfWord(cell('event') ?? '');
    if (role === null && event !== null) {
      role = 'system';
    }
    name ??= role === 'agent' || role === 'note' ? agentName : role === 'customer' ? customerName : null;
    return makeMessage({
      role: role === 'note' ? 'agent' : (role ?? 'unknown'),
      id: cell('author_id'),
      name,
      at: this.#at(row, cell('at')),
      text: row.cells[this.#columns.get('text') ?? -1] ?? '',
      internal: role === 'note' || this.#internal(cell('internal')) || this.#saysNote(row),
      event: role === 'system' ? (event ?? null) : null,
      message_id: cell('message_id'),
      line: row.line,
    });
  }

  #at(row: Row, raw: string | null): string | null {
    const clock = this.#clock < 0 ? '' : (row.cells[this.#clock] ?? '');
    const reading = this.#times.read(raw !== null && clock !== '' ? `${raw} ${clock}` : raw);
    if ('reason' in reading) {
      this.unreadTimes += 1;
      this.firstUnreadTime ??= row.line;
      this.unreadReason ||= reading.reason;
      return null;
    }
    return reading.at;
  }

  /** One column may tell the side and another that it is a note. */
  #saysNote(row: Row): boolean {
    return this.#roleColumns.some((index) => roleOfWord(row.cells[index] ?? '') === 'note');
  }

  #internal(cell: string | null): boolean {
    const column = this.#header[this.#columns.get('internal') ?? -1]?.toLowerCase() ?? '';
    const truth = truthOf(cell);
    if (truth !== null) {
      return /public|публич/.test(column) ? !truth : truth;
    }
    return cell !== null && /^(?:internal|private|note|agents|внутрен)/i.test(cell.trim());
  }
}

function languageOf(cell: string | null): string | null {
  const tag = /^[A-Za-z]{2,3}(?=[-_]|$)/.exec(cell?.trim() ?? '');
  return tag === null ? null : tag[0].toLowerCase();
}

function tagsOf(cell: string | null): readonly string[] {
  return (cell ?? '')
    .replace(/^\[|\]$/g, '')
    .split(/[,;|]/)
    .map((tag) => tag.trim().replace(/^"|"$/g, ''))
    .filter((tag) => tag !== '');
}

function ratingOf(cell: string | null): number | string | null {
  if (cell === null) {
    return null;
  }
  const plain = cell.trim().replace(',', '.');
  return /^-?\d{1,9}(?:\.\d{1,9})?$/.test(plain) ? Number(plain) : cell.trim();
}
