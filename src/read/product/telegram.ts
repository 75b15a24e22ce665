import type { Fragment, Message, SystemEvent } from '../../model/conversation.ts';
import { makeFragment, makeMessage } from '../../model/conversation.ts';
import { problem } from '../../model/problem.ts';
import { readTime } from '../../text/local-time.ts';
import { chatName } from '../chat-name.ts';
import type { JsonRecord } from '../content.ts';
import type { ExportFile } from '../export-file.ts';
import { readEachRecord } from '../json-reader.ts';
import type { JsonObject } from '../json-values.ts';
import { fieldOf, idField, listOf, objectOf, textField, textOf } from '../json-values.ts';
import type { ReadContext, Reader } from '../reader.ts';
import { meaningOf } from '../word-meaning.ts';

const NAME = 'telegram';

const EVENTS: Readonly<Record<string, SystemEvent>> = {
  invite_members: 'joined',
  join_group_by_link: 'joined',
  join_group_by_request: 'joined',
  remove_members: 'left',
};

/** What stands for a message without words. */
const MEDIA_KEYS = ['media_type', 'photo', 'file', 'location_information', 'contact_information', 'poll'] as const;

/** A text, or a list of texts and of pieces with a format. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') {
    return value;
  }
  return listOf(value)
    .map((piece) => textOf(piece) ?? textField(piece, 'text') ?? '')
    .join('');
}

function bodyOf(message: JsonObject): string {
  const entities = listOf(message['text_entities']);
  const words = entities.length > 0 ? wordsOf(entities) : wordsOf(message['text']);
  if (words !== '') {
    return words;
  }
  const media = MEDIA_KEYS.find((key) => fieldOf(message, key) !== undefined);
  return media === undefined ? '' : `[${textField(message, 'media_type') ?? media}]`;
}

function messageOf(
  value: unknown,
  chat: unknown,
  line: number | null,
  file: ExportFile,
  context: ReadContext,
): Message | null {
  const message = objectOf(value);
  const type = textField(value, 'type');
  const isMessage = type === 'message' || (type === null && fieldOf(value, 'from') !== undefined);
  if (message === null || (!isMessage && type !== 'service')) {
    file.leftOut(line, 'a message of neither type "message" nor "service"');
    return null;
  }
  // The second since the epoch bears its zone; the older `date` is the exporting computer's local time.
  const moment = idField(message, 'date_unixtime') ?? textField(message, 'date');
  const time = moment === null ? null : readTime(moment, { zone: context.settings.timezone, dateOrder: null });
  if (time !== null && 'reason' in time) {
    context.tell(problem('unreadable-time', file.name, line, time.reason));
  }
  const known = {
    at: time !== null && 'at' in time ? time.at : null,
    message_id: idField(message, 'id'),
    line,
  };
  if (type === 'service') {
    const action = textField(message, 'action') ?? '';
    const members = listOf(message['members']).flatMap((member) => textOf(member) ?? []);
    const actor = textField(message, 'actor');
    const name = action === 'invite_members' || action === 'remove_members' ? (members[0] ?? actor) : actor;
    const text = [actor, action.replaceAll('_', ' '), members.join(', ')].filter(Boolean).join(' ');
    return makeMessage({
      ...known,
      role: 'system',
      id: members.length > 0 ? null : idField(message, 'actor_id'),
      name,
      text: bodyOf(message) || text,
      event: meaningOf(action, EVENTS),
    });
  }
  const bot = textField(chat, 'type') === 'bot_chat' && textField(message, 'from') === textField(chat, 'name');
  return makeMessage({
    ...known,
    role: bot ? 'bot' : 'unknown',
    id: idField(message, 'from_id'),
    name: textField(message, 'from'),
    text: bodyOf(message),
  });
}

function chatsOf(value: unknown): readonly unknown[] {
  const list = fieldOf(fieldOf(value, 'chats'), 'list');
  const left = fieldOf(fieldOf(value, 'left_chats'), 'list');
  return Array.isArray(list) || Array.isArray(left) ? [...listOf(list), ...listOf(left)] : [value];
}

function* readChats(record: JsonRecord, file: ExportFile, context: ReadContext): Iterable<Fragment> {
  const chats = chatsOf(record.value);
  for (const [place, chat] of chats.entries()) {
    const messages = listOf(fieldOf(chat, 'messages')).flatMap(
      (value) => messageOf(value, chat, record.line, file, context) ?? [],
    );
    if (!Array.isArray(fieldOf(chat, 'messages'))) {
      file.leftOut(record.line, 'a chat without a list of messages');
      continue;
    }
    if (messages.length === 0) {
      continue;
    }
    const name = textField(chat, 'name');
    yield makeFragment({
      id:
        idField(chat, 'id') ??
        name ??
        (chats.length === 1 ? chatName(file.name) : `${chatName(file.name)}/${place + 1}`),
      product: 'telegram',
      channel: 'messaging',
      subject: name,
      messages,
      order: 'given',
      sessions: true,
      source: file.source(record.line),
    });
  }
}

function isMessage(value: unknown): boolean {
  const dated = idField(value, 'date_unixtime') !== null || textField(value, 'date') !== null;
  const author = ['from', 'from_id', 'actor', 'actor_id'].some((key) => fieldOf(value, key) !== undefined);
  return dated && author && ['message', 'service'].includes(textField(value, 'type') ?? '');
}

export const telegram: Reader = {
  name: NAME,
  product: 'telegram',
  title: 'Telegram Desktop export (result.json)',
  certainty: 'real',
  guide: {
    export:
      'Telegram Desktop: in the chat, Export chat history, format JSON; or Settings, Advanced, Export Telegram data.',
    reads: 'Messages with authors, ids and times; service messages (joined, removed, calls) as system messages.',
    lacks: 'Who is the agent (`--agent-name`); files made before 2022 have local times only (`--timezone`).',
  },
  shapes: ['json'],
  detect({ records }) {
    const root = records[0]?.value;
    if (Array.isArray(fieldOf(fieldOf(root, 'chats'), 'list'))) {
      return { score: 90, reason: 'the key chats holds a list of chats' };
    }
    const messages = listOf(fieldOf(root, 'messages'));
    if (!messages.slice(0, 20).some(isMessage)) {
      return null;
    }
    return { score: 90, reason: 'messages have type, date and from as Telegram Desktop writes them' };
  },
  read: readEachRecord(NAME, readChats),
};
