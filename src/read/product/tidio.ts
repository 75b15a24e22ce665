import { type Fragment, type Message, makeFragment, type Role } from '../../model/conversation.ts';
import type { JsonRecord } from '../content.ts';
import type { ExportFile } from '../export-file.ts';
import { readEachRecord, someRecord } from '../json-reader.ts';
import { fieldOf, idField, listOf, textField } from '../json-values.ts';
import type { Reader } from '../reader.ts';
import { meaningOf } from '../word-meaning.ts';

const NAME = 'tidio';
const ROLES: Readonly<Record<string, Role>> = { contact: 'customer', operator: 'agent', bot: 'bot', system: 'system' };

/** Tickets of Tidio's interface, in a shape known only from descriptions by others. */
export const tidio: Reader = {
  name: NAME,
  product: 'tidio',
  title: 'Tidio (API tickets)',
  certainty: 'inferred',
  guide: {
    export: 'API: tickets with their messages, as JSON.',
    reads: 'Messages of contacts and operators, internal messages as notes.',
    lacks: 'The shape was not seen in a real file: check the result with `convert` first.',
  },
  shapes: ['json'],
  detect({ records }) {
    const is = (value: unknown): boolean =>
      idField(value, 'contact_id') !== null &&
      listOf(fieldOf(value, 'messages')).some((one) => textField(one, 'author_type') !== null);
    return someRecord(records, is) ? { score: 60, reason: 'contact_id and messages with author_type' } : null;
  },
  read: readEachRecord(NAME, readTicket),
};

async function* readTicket({ value, line }: JsonRecord, file: ExportFile): AsyncGenerator<Fragment> {
  const id = idField(value, 'id');
  if (id === null) {
    file.leftOut(line, 'The ticket has no id; it was left out.');
    return;
  }
  const messages: Message[] = [];
  for (const message of listOf(fieldOf(value, 'messages'))) {
    const writer = textField(message, 'author_type') ?? '';
    const fields = {
      role: meaningOf(writer, ROLES) ?? 'unknown',
      id: idField(message, 'author_id'),
      at: file.at(fieldOf(message, 'created_at'), line),
      internal: textField(message, 'message_type') === 'internal',
      message_id: idField(message, 'message_id'),
      line,
    };
    const body =
      fieldOf(message, 'content') ??
      fieldOf(message, 'body') ??
      fieldOf(message, 'message') ??
      fieldOf(message, 'text');
    messages.push(await file.message(fields, body));
  }
  yield makeFragment({
    id,
    product: 'tidio',
    status: textField(value, 'status'),
    subject: textField(value, 'subject'),
    customer: { id: idField(value, 'contact_id'), name: null, email: textField(value, 'contact_email') },
    messages,
    source: file.source(line),
  });
}
