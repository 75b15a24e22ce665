import { type Channel, type Fragment, type Message, makeFragment, type Role } from '../../model/conversation.ts';
import { chatName } from '../chat-name.ts';
import type { JsonRecord } from '../content.ts';
import type { ExportFile } from '../export-file.ts';
import { readEachRecord, someRecord } from '../json-reader.ts';
import { fieldOf, idField, listOf, objectOf, textField } from '../json-values.ts';
import type { Reader } from '../reader.ts';
import { meaningOf } from '../word-meaning.ts';

const NAME = 'chatwoot';
const CHANNELS: Readonly<Record<string, Channel>> = {
  ...{
    webwidget: 'chat',
    email: 'email',
    whatsapp: 'messaging',
    sms: 'messaging',
    twiliosms: 'messaging',
    telegram: 'messaging',
  },
  ...{ line: 'messaging', facebookpage: 'social', twitterprofile: 'social', instagram: 'social', api: 'other' },
};
const ACTIVITY = 2;
const TEMPLATE = 3;

/** Conversations of Chatwoot, or the lists of their messages. */
export const chatwoot: Reader = {
  name: NAME,
  product: 'chatwoot',
  title: 'Chatwoot (API conversations and messages)',
  certainty: 'documented',
  guide: {
    export: 'API: /api/v1/accounts/ID/conversations/ID/messages for every conversation, as JSON.',
    reads: 'Messages of both sides, private notes, templates and bots as bots, activity as system, labels, status.',
    lacks: 'The rating is another list (csat_survey_responses).',
  },
  shapes: ['json'],
  detect({ records }) {
    const is = (value: unknown): boolean => isMessage(value) || listOf(fieldOf(value, 'messages')).some(isMessage);
    return someRecord(records, is)
      ? { score: 90, reason: 'messages with a numeric message_type and content_attributes' }
      : null;
  },
  read: readEachRecord(NAME, readRecord),
};

function isMessage(value: unknown): boolean {
  return typeof fieldOf(value, 'message_type') === 'number' && fieldOf(value, 'content_attributes') !== undefined;
}

async function* readRecord({ value, line, shared }: JsonRecord, file: ExportFile): AsyncGenerator<Fragment> {
  const alone = isMessage(value);
  const id = idField(value, alone ? 'conversation_id' : 'id') ?? (alone ? chatName(file.name) : null);
  if (id === null) {
    file.leftOut(line, 'The record names no conversation; it was left out.');
    return;
  }
  const messages: Message[] = [];
  for (const message of alone ? [value] : listOf(fieldOf(value, 'messages'))) {
    messages.push(await readMessage(message, line, file));
  }
  const about = alone ? objectOf(shared['meta']) : value;
  const meta = alone ? about : fieldOf(value, 'meta');
  const sender = fieldOf(meta, 'sender') ?? fieldOf(about, 'contact');
  const channel =
    /^Channel::(\w{1,40})$/.exec(textField(meta, 'channel') ?? textField(about, 'channel') ?? '')?.[1]?.toLowerCase() ??
    '';
  yield makeFragment({
    id,
    product: 'chatwoot',
    channel: meaningOf(channel, CHANNELS),
    status: textField(about, 'status'),
    opened_at: alone ? null : file.at(fieldOf(value, 'created_at'), line),
    customer: { id: idField(sender, 'id'), name: textField(sender, 'name'), email: textField(sender, 'email') },
    tags: listOf(fieldOf(about, 'labels')).filter((label) => typeof label === 'string'),
    messages,
    order: 'time',
    source: file.source(line),
  });
}

function readMessage(message: unknown, line: number | null, file: ExportFile): Promise<Message> {
  const type = fieldOf(message, 'message_type');
  const sender = fieldOf(message, 'sender');
  const kind = textField(message, 'sender_type') ?? textField(sender, 'type') ?? '';
  const text = textField(message, 'content');
  const common = { at: file.at(fieldOf(message, 'created_at'), line), message_id: idField(message, 'id'), line };
  if (type === ACTIVITY) {
    const event = /assigned/i.test(text ?? '') ? 'assigned' : /resolved/i.test(text ?? '') ? 'closed' : 'other';
    return file.message({ ...common, role: 'system', event }, text);
  }
  const bot = type === TEMPLATE || /bot/i.test(kind);
  const role: Role = bot ? 'bot' : type === 0 ? 'customer' : type === 1 ? 'agent' : 'unknown';
  const files = listOf(fieldOf(message, 'attachments')).map((one) => `[${textField(one, 'file_type') ?? 'file'}]`);
  const fields = {
    ...common,
    role,
    id: idField(sender, 'id'),
    name: textField(sender, 'name'),
    internal: fieldOf(message, 'private') === true,
  };
  return file.message(fields, text, files.join(' '));
}
