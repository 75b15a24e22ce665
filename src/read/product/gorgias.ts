import { type Channel, type Fragment, type Message, makeFragment, type Role } from '../../model/conversation.ts';
import type { JsonRecord } from '../content.ts';
import type { ExportFile } from '../export-file.ts';
import { readEachRecord, someRecord } from '../json-reader.ts';
import { fieldOf, idField, listOf, textField } from '../json-values.ts';
import type { Reader } from '../reader.ts';
import { meaningOf } from '../word-meaning.ts';

const NAME = 'gorgias';
const CHANNELS: Readonly<Record<string, Channel>> = {
  ...{
    email: 'email',
    chat: 'chat',
    phone: 'phone',
    sms: 'messaging',
    whatsapp: 'messaging',
    'facebook-messenger': 'messaging',
  },
  ...{ facebook: 'social', 'instagram-comment': 'social', 'instagram-direct-message': 'messaging', twitter: 'social' },
};

/** Tickets of Gorgias with their messages. Times without a zone are UTC. */
export const gorgias: Reader = {
  name: NAME,
  product: 'gorgias',
  title: 'Gorgias (API tickets with messages)',
  certainty: 'documented',
  guide: {
    export: 'API: /api/tickets/ID for each ticket, as JSON.',
    reads: 'Messages of both sides, internal notes, messages of rules as bots, tags, rating, closing.',
    lacks: 'Messages that could not be sent have no time.',
  },
  shapes: ['json'],
  detect({ records }) {
    const message = (value: unknown): boolean =>
      typeof fieldOf(value, 'from_agent') === 'boolean' && 'created_datetime' in Object(value);
    const is = (value: unknown): boolean =>
      listOf(fieldOf(value, 'messages')).some(message) || (message(value) && idField(value, 'ticket_id') !== null);
    return someRecord(records, is) ? { score: 90, reason: 'messages with from_agent and created_datetime' } : null;
  },
  read: readEachRecord(NAME, readRecord, 'UTC'),
};

async function* readRecord({ value, line }: JsonRecord, file: ExportFile): AsyncGenerator<Fragment> {
  const alone = typeof fieldOf(value, 'from_agent') === 'boolean';
  const id = idField(value, alone ? 'ticket_id' : 'id');
  if (id === null) {
    file.leftOut(line, 'The record names no Gorgias ticket; it was left out.');
    return;
  }
  const messages: Message[] = [];
  for (const message of alone ? [value] : listOf(fieldOf(value, 'messages'))) {
    messages.push(await readMessage(message, line, file));
  }
  const customer = fieldOf(value, 'customer');
  const channel = textField(value, 'channel') ?? '';
  const score = fieldOf(fieldOf(value, 'satisfaction_survey'), 'score');
  yield makeFragment({
    id,
    product: 'gorgias',
    channel: meaningOf(channel, CHANNELS),
    status: textField(value, 'status'),
    subject: textField(value, 'subject'),
    opened_at: alone ? null : file.at(fieldOf(value, 'created_datetime'), line),
    closed_at: file.at(fieldOf(value, 'closed_datetime'), line),
    customer: { id: idField(customer, 'id'), name: textField(customer, 'name'), email: textField(customer, 'email') },
    tags: listOf(fieldOf(value, 'tags')).flatMap((tag) => textField(tag, 'name') ?? []),
    csat: typeof score === 'number' ? score : null,
    messages,
    order: alone ? 'time' : 'given',
    source: file.source(line),
  });
}

function readMessage(message: unknown, line: number | null, file: ExportFile): Promise<Message> {
  const sender = fieldOf(message, 'sender');
  const internal = textField(message, 'channel') === 'internal-note' || fieldOf(message, 'public') === false;
  const byRule = idField(message, 'rule_id') !== null || textField(message, 'via') === 'rule';
  const role: Role = fieldOf(message, 'from_agent') === true ? (byRule ? 'bot' : 'agent') : 'customer';
  const fields = {
    ...{ role, id: idField(sender, 'id'), name: textField(sender, 'name'), internal, line },
    ...{
      message_id: idField(message, 'id'),
      at: file.at(fieldOf(message, 'sent_datetime') ?? fieldOf(message, 'created_datetime'), line),
    },
  };
  return file.message(fields, fieldOf(message, 'body_html'), fieldOf(message, 'body_text'));
}
