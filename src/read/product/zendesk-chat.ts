import {
  type Fragment,
  type Message,
  makeFragment,
  makeMessage,
  type Role,
  type SystemEvent,
} from '../../model/conversation.ts';
import type { JsonRecord } from '../content.ts';
import type { ExportFile } from '../export-file.ts';
import { readEachRecord, someRecord } from '../json-reader.ts';
import { fieldOf, idField, listOf, objectOf, textField } from '../json-values.ts';
import type { Reader } from '../reader.ts';
import { meaningOf } from '../word-meaning.ts';

const NAME = 'zendesk-chat';

const EVENTS: Readonly<Record<string, SystemEvent>> = {
  'chat.memberjoin': 'joined',
  'chat.memberleave': 'left',
  'chat.transfer': 'transferred',
};

/** Chats of Zendesk Chat (Zopim), and the messages that visitors left while nobody was there. */
export const zendeskChat: Reader = {
  name: NAME,
  product: 'zendesk-chat',
  title: 'Zendesk Chat (Zopim)',
  certainty: 'real',
  guide: {
    export: 'Chat API: /api/v2/chat/chats or /incremental/chats with fields=chats(*), as JSON or a chat per line.',
    reads: 'Messages, joins and leaves, triggers as bots, messages left offline, rating, tags.',
    lacks:
      'Where the history has no nick, sides are told by the names of the agents; a name that is neither stays unknown.',
  },
  shapes: ['json'],
  detect({ records }) {
    const chat = (value: unknown): boolean =>
      listOf(fieldOf(value, 'history')).some((entry) => textField(entry, 'type')?.startsWith('chat.') === true);
    const offline = (value: unknown): boolean =>
      textField(value, 'type') === 'offline_msg' && objectOf(fieldOf(value, 'visitor')) !== null;
    return someRecord(records, (value) => chat(value) || offline(value))
      ? { score: 90, reason: 'history with types chat.*, or offline_msg with a visitor' }
      : null;
  },
  read: readEachRecord(NAME, readChat),
};

async function* readChat({ value, line }: JsonRecord, file: ExportFile): AsyncGenerator<Fragment> {
  const id = idField(value, 'id');
  const visitor = fieldOf(value, 'visitor');
  if (id === null) {
    file.leftOut(line, 'A chat has no id; it was left out.');
    return;
  }
  const opened = file.at(fieldOf(value, 'timestamp'), line);
  const customer = { id: idField(visitor, 'id'), name: textField(visitor, 'name'), email: textField(visitor, 'email') };
  const rating = textField(value, 'rating');
  const offline = textField(value, 'type') === 'offline_msg';
  const messages = offline
    ? [makeMessage({ role: 'customer', ...pick(customer), at: opened, text: textField(value, 'message') ?? '', line })]
    : listOf(fieldOf(value, 'history')).flatMap((entry) => readEntry(entry, value, customer.name, line, file) ?? []);
  yield makeFragment({
    id,
    product: 'zendesk-chat',
    channel: offline ? 'email' : 'chat',
    opened_at: opened,
    closed_at: file.at(fieldOf(value, 'end_timestamp') ?? fieldOf(fieldOf(value, 'session'), 'end_date'), line),
    customer,
    tags: listOf(fieldOf(value, 'tags')).filter((tag) => typeof tag === 'string'),
    csat: rating === 'good' || rating === 'bad' ? rating : null,
    messages,
    source: file.source(line),
  });
}

function pick(customer: { id: string | null; name: string | null }): { id: string | null; name: string | null } {
  return { id: customer.id, name: customer.name };
}

function readEntry(
  entry: unknown,
  chat: unknown,
  visitor: string | null,
  line: number | null,
  file: ExportFile,
): Message | null {
  const type = textField(entry, 'type') ?? '';
  const name = textField(entry, 'name');
  const at = file.at(fieldOf(entry, 'timestamp'), line);
  if (type === 'chat.msg' || type === 'chat.file') {
    const upload = textField(fieldOf(entry, 'attachment'), 'name');
    const text = textField(entry, 'msg') ?? (upload === null ? '' : `[${upload}]`);
    const role = roleOf(entry, chat, name, visitor);
    return makeMessage({ role, id: idOfNick(entry), name, at, text, message_id: idField(entry, 'msg_id'), line });
  }
  const event = meaningOf(type, EVENTS);
  return event === null
    ? null
    : makeMessage({ role: 'system', event, name, id: idOfNick(entry), at, text: `${name ?? '?'} ${event}`, line });
}

function idOfNick(entry: unknown): string | null {
  return /^agent:(\d{1,20})$/.exec(textField(entry, 'nick') ?? '')?.[1] ?? null;
}

function roleOf(entry: unknown, chat: unknown, name: string | null, visitor: string | null): Role {
  const nick = textField(entry, 'nick') ?? '';
  if (nick.startsWith('visitor')) {
    return 'customer';
  }
  if (nick.startsWith('agent')) {
    return nick === 'agent:trigger' || nick === 'agent:system' ? 'bot' : 'agent';
  }
  const isAgent = listOf(fieldOf(chat, 'agent_names')).includes(name);
  if (isAgent && name === visitor) {
    // Two people of one name: in real files only visitors' messages have an id.
    return idField(entry, 'msg_id') === null ? 'agent' : 'customer';
  }
  return isAgent ? 'agent' : name !== null && name === visitor ? 'customer' : 'unknown';
}
