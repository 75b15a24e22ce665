import { type Fragment, type Message, makeFragment, type Role } from '../../model/conversation.ts';
import type { JsonRecord } from '../content.ts';
import type { ExportFile } from '../export-file.ts';
import { readEachRecord, someRecord } from '../json-reader.ts';
import { fieldOf, idField, listOf, objectOf, textField } from '../json-values.ts';
import type { Reader } from '../reader.ts';
import { meaningOf } from '../word-meaning.ts';

const NAME = 'usedesk';
const ROLES: Readonly<Record<string, Role>> = { client: 'customer', user: 'agent', trigger: 'bot' };
const STATUSES = ['', 'open', 'done', 'closed', 'deleted', 'hold', 'pending', 'spam', 'new', 'mailing', 'merged'];

/** Tickets of Usedesk with their comments. Times bear no zone. */
export const usedesk: Reader = {
  name: NAME,
  product: 'usedesk',
  title: 'Usedesk (API tickets)',
  certainty: 'documented',
  guide: {
    export: 'API: POST /ticket for each ticket, as JSON.',
    reads: 'Comments of both sides, private comments as notes, triggers as bots, status.',
    lacks: 'Times bear no zone (give --timezone); names of employees are ids.',
  },
  shapes: ['json'],
  detect({ records }) {
    const is = (value: unknown): boolean => {
      const comments = listOf(fieldOf(value, 'comments'));
      return (
        idField(ticketOf(value), 'status_id') !== null &&
        comments.some((one) => textField(one, 'message') !== null && textField(one, 'from') !== null)
      );
    };
    return someRecord(records, is) ? { score: 90, reason: 'status_id and comments with message and from' } : null;
  },
  read: readEachRecord(NAME, readTicket),
};

function ticketOf(value: unknown): unknown {
  return objectOf(fieldOf(value, 'ticket')) ?? value;
}

async function* readTicket({ value, line }: JsonRecord, file: ExportFile): AsyncGenerator<Fragment> {
  const ticket = ticketOf(value);
  const id = idField(ticket, 'id');
  if (id === null) {
    file.leftOut(line, 'The ticket has no id; it was left out.');
    return;
  }
  const messages: Message[] = [];
  for (const comment of listOf(fieldOf(value, 'comments'))) {
    messages.push(await readComment(comment, line, file));
  }
  const status = Number(idField(ticket, 'status_id'));
  if (STATUSES[status] === 'merged') {
    file.notice('merged-ticket', line, 'Some tickets were merged into others: what was said later stands there.');
  }
  yield makeFragment({
    id,
    product: 'usedesk',
    status: STATUSES[status] || idField(ticket, 'status_id'),
    subject: textField(ticket, 'subject'),
    opened_at: file.at(fieldOf(ticket, 'published_at'), line),
    customer: { id: idField(ticket, 'client_id'), name: null, email: null },
    messages,
    order: 'time',
    source: file.source(line),
  });
}

function readComment(comment: unknown, line: number | null, file: ExportFile): Promise<Message> {
  const from = textField(comment, 'from') ?? '';
  const role = meaningOf(from, ROLES) ?? 'unknown';
  const fields = {
    role,
    id: idField(comment, role === 'customer' ? 'client_id' : 'user_id'),
    at: file.at(fieldOf(comment, 'published_at'), line),
    internal: textField(comment, 'type') === 'private',
    message_id: idField(comment, 'id'),
    line,
  };
  return file.message(fields, fieldOf(comment, 'message'));
}
