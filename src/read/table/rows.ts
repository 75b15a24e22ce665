import { type Fragment, type Message, makeFragment, makeMessage } from '../../model/conversation.ts';
import type { Row } from '../content.ts';
import { candidateColumns, isDamagedId } from '../fields.ts';
import { channelOfWord, eventOfWord, roleOfWord, truthOf } from '../role-words.ts';
import type { MapField } from '../settings.ts';
import type { FileTimes } from '../times.ts';
import { type Columns, roleInCell } from './columns.ts';

/** Turns rows into fragments of one message each. */
export class TableRows {
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
