import { type Channel, type Fragment, type Message, makeFragment, type Role } from '../../model/conversation.ts';
import type { JsonRecord } from '../content.ts';
import type { ExportFile } from '../export-file.ts';
import { readEachRecord, someRecord } from '../json-reader.ts';
import { fieldOf, idField, listOf, objectOf, textField } from '../json-values.ts';
import type { Reader } from '../reader.ts';
import { meaningOf } from '../word-meaning.ts';

const NAME = 'helpscout';
const CHANNELS: Readonly<Record<string, Channel>> = { email: 'email', chat: 'chat', phone: 'phone' };

/** Conversations of Help Scout's mailbox interface with their threads. */
export const helpscout: Reader = {
  name: NAME,
  product: 'helpscout',
  title: 'Help Scout (API conversations with threads)',
  certainty: 'documented',
  guide: {
    export: 'Mailbox API: /v2/conversations?embed=threads, as JSON.',
    reads: 'Messages of both sides, notes, workflow lines as system, tags, customer, closing.',
    lacks: 'Drafts and hidden threads are passed over; the CSV of the reports holds no messages.',
  },
  shapes: ['json'],
  detect({ records }) {
    if (someRecord(records, (value) => isConversation(value) && threadsOf(value) !== null)) {
      return { score: 90, reason: 'conversations with primaryCustomer and embedded threads' };
    }
    if (!someRecord(records, isConversation)) {
      return null;
    }
    const refusal =
      'These are Help Scout conversations without their threads. Fetch them with /v2/conversations?embed=threads.';
    return { score: 90, reason: 'conversations with primaryCustomer, none with threads', refusal };
  },
  read: readEachRecord(NAME, readConversation),
};

function isConversation(value: unknown): boolean {
  const customer = objectOf(fieldOf(value, 'primaryCustomer')) ?? objectOf(fieldOf(value, 'customer'));
  return (
    customer !== null &&
    idField(value, 'number') !== null &&
    (idField(value, 'mailboxId') ?? fieldOf(value, 'mailbox')) !== undefined
  );
}

/** The threads, newest first as the product gives them; a number in their place only counts them. */
function threadsOf(value: unknown): readonly unknown[] | null {
  const embedded = fieldOf(fieldOf(value, '_embedded'), 'threads') ?? fieldOf(value, 'threads');
  return Array.isArray(embedded) ? embedded : null;
}

async function* readConversation({ value, line }: JsonRecord, file: ExportFile): AsyncGenerator<Fragment> {
  const id = idField(value, 'id');
  if (id === null || !isConversation(value)) {
    file.leftOut(line, 'The record is no Help Scout conversation; it was left out.');
    return;
  }
  const customer = fieldOf(value, 'primaryCustomer') ?? fieldOf(value, 'customer');
  const messages: Message[] = [];
  for (const thread of threadsOf(value) ?? []) {
    const state = textField(thread, 'state');
    if (state !== 'draft' && state !== 'hidden') {
      messages.push(await readThread(thread, line, file));
    }
  }
  const type = textField(value, 'type') ?? '';
  yield makeFragment({
    id,
    product: 'helpscout',
    channel: meaningOf(type, CHANNELS),
    status: textField(value, 'status'),
    subject: textField(value, 'subject'),
    opened_at: file.at(fieldOf(value, 'createdAt'), line),
    closed_at: file.at(fieldOf(value, 'closedAt'), line),
    customer: { id: idField(customer, 'id'), name: nameOf(customer), email: textField(customer, 'email') },
    tags: listOf(fieldOf(value, 'tags')).flatMap(
      (tag) => textField(tag, 'tag') ?? (typeof tag === 'string' ? tag : []),
    ),
    messages,
    order: 'time',
    source: file.source(line),
  });
}

function nameOf(person: unknown): string | null {
  const name = [
    textField(person, 'first') ?? textField(person, 'firstName'),
    textField(person, 'last') ?? textField(person, 'lastName'),
  ];
  return name.filter((part) => part !== null).join(' ') || null;
}

function readThread(thread: unknown, line: number | null, file: ExportFile): Promise<Message> {
  const type = textField(thread, 'type') ?? '';
  const author = fieldOf(thread, 'createdBy');
  const body = textField(thread, 'body') ?? textField(thread, 'text');
  const action = textField(fieldOf(thread, 'action'), 'text');
  const common = { at: file.at(fieldOf(thread, 'createdAt'), line), message_id: idField(thread, 'id'), line };
  if (type === 'lineitem' || (body === null && action !== null)) {
    const event = /assign/i.test(action ?? '') ? 'assigned' : /clos/i.test(action ?? '') ? 'closed' : 'other';
    return file.message({ ...common, role: 'system', event }, action ?? body);
  }
  const writer = textField(author, 'type') ?? textField(fieldOf(thread, 'source'), 'via');
  const role: Role =
    type === 'customer' || writer === 'customer'
      ? 'customer'
      : writer === 'user' || type === 'reply' || type === 'note'
        ? 'agent'
        : 'unknown';
  const who = { role, id: idField(author, 'id'), name: nameOf(author) };
  return file.message({ ...common, ...who, internal: type === 'note' }, body);
}
