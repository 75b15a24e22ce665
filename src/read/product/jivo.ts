import { type Fragment, type Message, makeFragment, makeMessage, type Role } from '../../model/conversation.ts';
import type { JsonRecord } from '../content.ts';
import type { ExportFile } from '../export-file.ts';
import { readEachRecord, someRecord } from '../json-reader.ts';
import { fieldOf, idField, listOf, textField, textOf } from '../json-values.ts';
import type { Reader } from '../reader.ts';
import { meaningOf } from '../word-meaning.ts';

const NAME = 'jivo';

/** What Jivo writes in place of every message where the account keeps the texts private. */
const HIDDEN = '<Message text is not displayed here>';

const ROLES: Readonly<Record<string, Role>> = {
  visitor: 'customer',
  client: 'customer',
  agent: 'agent',
  bot: 'bot',
  system: 'system',
};

/** Webhook records of Jivo: finished chats and messages left offline. */
export const jivo: Reader = {
  name: NAME,
  product: 'jivo',
  title: 'Jivo / JivoChat (webhooks)',
  certainty: 'real',
  guide: {
    export: 'Manage → Integration settings → Webhooks: keep the chat_finished records as JSON, one per line or file.',
    reads: 'Messages with the agent of each, messages left offline, rating, tags, name and e-mail of the visitor.',
    lacks: 'Where the account hides the texts, there is nothing to judge: such chats are refused and counted.',
  },
  shapes: ['json'],
  detect({ records }) {
    const is = (value: unknown): boolean => {
      const named = textField(value, 'event_name') !== null && idField(value, 'widget_id') !== null;
      const chat = Array.isArray(fieldOf(fieldOf(value, 'chat'), 'messages'));
      return named && (chat || textField(value, 'event_name') === 'offline_message');
    };
    return someRecord(records, is) ? { score: 90, reason: 'event_name and widget_id with chat.messages' } : null;
  },
  read: readEachRecord(NAME, readRecord),
};

async function* readRecord({ value, line }: JsonRecord, file: ExportFile): AsyncGenerator<Fragment> {
  const visitor = fieldOf(value, 'visitor');
  const name = textField(visitor, 'name');
  const chat = fieldOf(value, 'chat');
  const offline = textField(value, 'message');
  const id = idField(value, 'chat_id') ?? idField(value, 'offline_message_id');
  const written = listOf(fieldOf(chat, 'messages'));
  if (id === null || (written.length === 0 && offline === null)) {
    if (textField(value, 'event_name') === 'chat_finished') {
      file.leftOut(line, 'A finished chat has no id or no messages; it was left out.');
    }
    return;
  }
  const texts = written.map((message) => textField(message, 'message') ?? '');
  if (texts.length > 0 && texts.every((text) => text === HIDDEN || text === '')) {
    file.leftOut(
      line,
      `The account hides what was said in chat ${id} (privacy settings of Jivo): switch the texts on for webhooks.`,
    );
    return;
  }
  const messages = written.map((message) => readMessage(message, value, name, line, file));
  if (offline !== null) {
    const at = file.at(Number(fieldOf(value, 'offline_message_id')), line);
    messages.push(makeMessage({ role: 'customer', name, at, text: offline, line }));
  }
  yield makeFragment({
    id,
    product: 'jivo',
    channel: offline === null ? 'chat' : 'email',
    subject: textField(fieldOf(value, 'topic'), 'title'),
    customer: { id: idField(visitor, 'number'), name, email: textField(visitor, 'email') },
    tags: listOf(fieldOf(value, 'tags')).flatMap((tag) => textField(tag, 'title') ?? []),
    csat: textOf(fieldOf(chat, 'rate')),
    messages,
    source: file.source(line),
  });
}

function readMessage(
  message: unknown,
  record: unknown,
  visitor: string | null,
  line: number | null,
  file: ExportFile,
): Message {
  const type = textField(message, 'type') ?? '';
  const role = meaningOf(type, ROLES) ?? 'unknown';
  // The same agent is the number 1 here and the text "1" there.
  const id = idField(message, 'agent_id');
  const agent = listOf(fieldOf(record, 'agents')).find((one) => id !== null && idField(one, 'id') === id);
  const text = textField(message, 'message') ?? '';
  if (text === HIDDEN) {
    file.notice('hidden-text', line, 'Jivo hides the text of some messages; they stand empty.');
  }
  return makeMessage({
    role,
    id,
    name: role === 'customer' ? visitor : textField(agent, 'name'),
    at: file.at(fieldOf(message, 'timestamp'), line),
    text: text === HIDDEN ? '' : text,
    line,
  });
}
