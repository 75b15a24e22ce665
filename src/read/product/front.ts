import { type Channel, type Fragment, type Message, makeFragment } from '../../model/conversation.ts';
import type { JsonRecord } from '../content.ts';
import type { ExportFile } from '../export-file.ts';
import { readEachRecord, someRecord } from '../json-reader.ts';
import { fieldOf, idField, listOf, objectOf, textField } from '../json-values.ts';
import type { Reader } from '../reader.ts';
import { meaningOf } from '../word-meaning.ts';

const NAME = 'front';
const CHANNELS: Readonly<Record<string, Channel>> = {
  ...{
    email: 'email',
    sms: 'messaging',
    whatsapp: 'messaging',
    front_chat: 'chat',
    intercom: 'chat',
    phone_call: 'phone',
  },
  ...{ call: 'phone', facebook: 'social', tweet: 'social', twitter_dm: 'social', instagram: 'social' },
};

/** Conversations of Front's interface with their messages, and the comments, a list of their own, as notes. */
export const front: Reader = {
  name: NAME,
  product: 'front',
  title: 'Front (API conversations with messages and comments)',
  certainty: 'documented',
  guide: {
    export:
      'API: /conversations, with /messages and /comments of each put in as the keys messages and comments, as JSON.',
    reads: 'Messages of both sides, comments as notes, tags, channel, recipient.',
    lacks: 'Drafts are passed over; the analytics CSV holds only the beginning of each message.',
  },
  shapes: ['json'],
  detect({ records }) {
    const is = (value: unknown): boolean =>
      (startsWith(value, 'cnv_') && Array.isArray(fieldOf(value, 'messages'))) ||
      startsWith(value, 'msg_') ||
      startsWith(value, 'com_');
    if (someRecord(records, (value) => is(value) && conversationId(value) !== null)) {
      return { score: 90, reason: 'ids that begin with cnv_, msg_ or com_' };
    }
    const refusal =
      'These are Front conversations without their messages. Fetch /conversations/ID/messages and /comments for each.';
    return someRecord(records, (value) => startsWith(value, 'cnv_') && objectOf(fieldOf(value, 'recipient')) !== null)
      ? { score: 90, reason: 'ids that begin with cnv_, no messages', refusal }
      : null;
  },
  read: readEachRecord(NAME, readRecord),
};

function startsWith(value: unknown, prefix: string): boolean {
  return idField(value, 'id')?.startsWith(prefix) === true;
}

/** A message names its conversation by a link. */
function conversationId(value: unknown): string | null {
  if (startsWith(value, 'cnv_')) {
    return idField(value, 'id');
  }
  const link = textField(fieldOf(fieldOf(fieldOf(value, '_links'), 'related'), 'conversation') as unknown, 'href');
  const related = fieldOf(fieldOf(fieldOf(value, '_links'), 'related'), 'conversation');
  const address = typeof related === 'string' ? related : link;
  return idField(value, 'conversation_id') ?? /\/(cnv_[a-z0-9]{1,40})/i.exec(address ?? '')?.[1] ?? null;
}

async function* readRecord({ value, line }: JsonRecord, file: ExportFile): AsyncGenerator<Fragment> {
  const id = conversationId(value);
  if (id === null) {
    file.leftOut(line, 'The record names no Front conversation; it was left out.');
    return;
  }
  const messages: Message[] = [];
  const parts = startsWith(value, 'cnv_')
    ? [...listOf(fieldOf(value, 'messages')), ...listOf(fieldOf(value, 'comments'))]
    : [value];
  for (const part of parts) {
    if (textField(part, 'draft_mode') === null) {
      messages.push(await readMessage(part, line, file));
    }
  }
  const recipient = fieldOf(value, 'recipient');
  const inbound = parts.find((part) => fieldOf(part, 'is_inbound') === true);
  const from = listOf(fieldOf(inbound, 'recipients')).find((one) => textField(one, 'role') === 'from');
  const type =
    textField(
      parts.find((part) => textField(part, 'type') !== null),
      'type',
    ) ?? '';
  const handle = textField(recipient, 'handle') ?? textField(from, 'handle');
  yield makeFragment({
    id,
    product: 'front',
    channel: meaningOf(type, CHANNELS),
    status: textField(value, 'status'),
    subject: textField(value, 'subject'),
    opened_at: file.at(startsWith(value, 'cnv_') ? fieldOf(value, 'created_at') : null, line),
    customer: {
      id: null,
      name: textField(recipient, 'name') ?? textField(from, 'name'),
      email: handle?.includes('@') === true ? handle : null,
    },
    tags: listOf(fieldOf(value, 'tags')).flatMap((tag) => textField(tag, 'name') ?? []),
    messages,
    order: 'time',
    source: file.source(line),
  });
}

function readMessage(value: unknown, line: number | null, file: ExportFile): Promise<Message> {
  const comment = startsWith(value, 'com_');
  const author = fieldOf(value, 'author');
  const inbound = fieldOf(value, 'is_inbound') === true;
  const from = listOf(fieldOf(value, 'recipients')).find((one) => textField(one, 'role') === 'from');
  const full = [textField(author, 'first_name'), textField(author, 'last_name')]
    .filter((part) => part !== null)
    .join(' ');
  const teammate = full || textField(author, 'username') || textField(author, 'email');
  const fields = {
    ...{
      role: inbound ? ('customer' as const) : ('agent' as const),
      internal: comment,
      line,
      message_id: idField(value, 'id'),
    },
    ...{
      id: inbound ? null : idField(author, 'id'),
      name: inbound ? (textField(from, 'name') ?? textField(from, 'handle')) : teammate,
    },
    at: file.at(fieldOf(value, comment ? 'posted_at' : 'created_at'), line),
  };
  return file.message(fields, fieldOf(value, 'body'), fieldOf(value, 'text'));
}
