import { type Fragment, type Message, makeFragment, makeMessage, type Role } from '../../model/conversation.ts';
import type { JsonRecord } from '../content.ts';
import type { ExportFile } from '../export-file.ts';
import { readEachRecord, someRecord } from '../json-reader.ts';
import { fieldOf, idField, listOf, objectOf, textField } from '../json-values.ts';
import type { Reader } from '../reader.ts';
import { meaningOf } from '../word-meaning.ts';

const NAME = 'tawkto';
const ROLES: Readonly<Record<string, Role>> = { v: 'customer', a: 'agent', s: 'system' };

/** Webhook records of tawk.to: whole transcripts, and tickets. */
export const tawkto: Reader = {
  name: NAME,
  product: 'tawkto',
  title: 'tawk.to (webhooks)',
  certainty: 'real',
  guide: {
    export:
      'Administration → Settings → Webhooks: chat transcript created; keep the records as JSON, one per line or file.',
    reads: 'Messages of visitors and agents, the greeting as system, name and e-mail of the visitor.',
    lacks: 'Visitors who gave no name have none; repeated deliveries are united.',
  },
  shapes: ['json'],
  detect({ records }) {
    const is = (value: unknown): boolean =>
      /^(?:chat|ticket):/.test(textField(value, 'event') ?? '') && objectOf(fieldOf(value, 'property')) !== null;
    return someRecord(records, is) ? { score: 90, reason: 'event chat:… or ticket:… with a property' } : null;
  },
  read: readEachRecord(NAME, readRecord),
};

async function* readRecord({ value, line }: JsonRecord, file: ExportFile): AsyncGenerator<Fragment> {
  const ticket = fieldOf(value, 'ticket');
  const chat = fieldOf(value, 'chat');
  const id = idField(chat, 'id') ?? idField(value, 'chatId') ?? idField(ticket, 'id');
  if (id === null) {
    file.leftOut(line, 'The record names no chat or ticket; it was left out.');
    return;
  }
  const person = fieldOf(chat, 'visitor') ?? fieldOf(value, 'visitor') ?? fieldOf(value, 'requester');
  const name = textField(person, 'name');
  const customer = { id: idField(person, 'id'), name, email: textField(person, 'email') };
  const messages: Message[] = [];
  for (const message of listOf(fieldOf(chat, 'messages'))) {
    messages.push(readMessage(message, name, line, file));
  }
  const asked = textField(ticket, 'message');
  if (asked !== null) {
    const at = file.at(fieldOf(value, 'time'), line);
    messages.push(await file.message({ role: 'customer', name, at, line }, asked));
  }
  yield makeFragment({
    id,
    product: 'tawkto',
    channel: asked === null ? 'chat' : 'email',
    subject: textField(ticket, 'subject'),
    closed_at: textField(value, 'event') === 'chat:transcript_created' ? file.at(fieldOf(value, 'time'), line) : null,
    customer,
    messages,
    source: file.source(line),
  });
}

function readMessage(message: unknown, visitor: string | null, line: number | null, file: ExportFile): Message {
  const sender = fieldOf(message, 'sender');
  const side = textField(sender, 't') ?? '';
  const role = meaningOf(side, ROLES) ?? 'unknown';
  const attached = listOf(fieldOf(message, 'attchs')).flatMap(
    (one) => textField(fieldOf(one, 'content') ?? one, 'name') ?? [],
  );
  const text = textField(message, 'msg') ?? attached.map((one) => `[${one}]`).join(' ');
  const name = textField(sender, 'n') ?? (role === 'customer' ? visitor : null);
  const at = file.at(fieldOf(message, 'time'), line);
  return makeMessage({
    role,
    id: idField(sender, 'id'),
    name,
    at,
    text,
    event: role === 'system' ? 'other' : null,
    line,
  });
}
