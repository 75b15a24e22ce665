import { type Fragment, type Message, makeFragment, type Role } from '../../model/conversation.ts';
import type { JsonRecord } from '../content.ts';
import type { ExportFile } from '../export-file.ts';
import { readEachRecord, someRecord } from '../json-reader.ts';
import { fieldOf, idField, listOf, objectOf, textField, textOf } from '../json-values.ts';
import type { Reader } from '../reader.ts';

const NAME = 'crisp';

/** Messages of Crisp's conversations, alone or inside the conversation. */
export const crisp: Reader = {
  name: NAME,
  product: 'crisp',
  title: 'Crisp (API conversations and messages)',
  certainty: 'documented',
  guide: {
    export:
      'API: /v1/website/ID/conversation/SESSION/messages for every conversation, alone or as the key messages of the conversation.',
    reads:
      'Messages of both sides, automated messages as bots, notes, events as system, nickname and e-mail of the visitor.',
    lacks: 'There is no export to a file; pictures and files are named only.',
  },
  shapes: ['json'],
  detect({ records }) {
    const is = (value: unknown): boolean => isMessage(value) || listOf(fieldOf(value, 'messages')).some(isMessage);
    return someRecord(records, is) ? { score: 90, reason: 'messages with session_id and fingerprint' } : null;
  },
  read: readEachRecord(NAME, readRecord),
};

function isMessage(value: unknown): boolean {
  return idField(value, 'fingerprint') !== null && idField(value, 'session_id') !== null;
}

async function* readRecord({ value, line }: JsonRecord, file: ExportFile): AsyncGenerator<Fragment> {
  const id = idField(value, 'session_id');
  if (id === null) {
    file.leftOut(line, 'The record names no Crisp session; it was left out.');
    return;
  }
  const alone = isMessage(value);
  const messages: Message[] = [];
  for (const message of alone ? [value] : listOf(fieldOf(value, 'messages'))) {
    messages.push(await readMessage(message, line, file));
  }
  const meta = fieldOf(value, 'meta');
  yield makeFragment({
    id,
    product: 'crisp',
    channel: channelOf(
      textField(meta, 'origin') ?? textField(alone ? value : listOf(fieldOf(value, 'messages'))[0], 'origin'),
    ),
    status: textField(value, 'state'),
    subject: textField(meta, 'subject'),
    opened_at: alone ? null : file.at(fieldOf(value, 'created_at'), line),
    customer: { id: null, name: textField(meta, 'nickname'), email: textField(meta, 'email') },
    tags: listOf(fieldOf(meta, 'segments')).filter((tag) => typeof tag === 'string'),
    messages,
    order: 'time',
    source: file.source(line),
  });
}

function channelOf(origin: string | null): 'chat' | 'email' | 'messaging' | null {
  return origin === 'chat' || origin === 'email' ? origin : origin?.startsWith('urn:') === true ? 'messaging' : null;
}

function readMessage(message: unknown, line: number | null, file: ExportFile): Promise<Message> {
  const type = textField(message, 'type') ?? 'text';
  const user = fieldOf(message, 'user');
  const role: Role =
    textField(message, 'from') === 'user' ? 'customer' : fieldOf(message, 'automated') === true ? 'bot' : 'agent';
  const common = {
    at: file.at(fieldOf(message, 'timestamp'), line),
    message_id: idField(message, 'fingerprint'),
    line,
  };
  const who = { id: idField(user, 'user_id'), name: textField(user, 'nickname') };
  const text = textOfContent(fieldOf(message, 'content'), type);
  return type === 'event'
    ? file.message({ ...common, role: 'system', event: 'other' }, text)
    : file.message({ ...common, ...who, role, internal: type === 'note' }, text);
}

/** The content is a text, or an object with the words or the name of what was sent. */
function textOfContent(content: unknown, type: string): string {
  if (objectOf(content) === null) {
    return textOf(content) ?? '';
  }
  const name = textField(content, 'text') ?? textField(content, 'name') ?? textField(content, 'namespace');
  const choices = listOf(fieldOf(content, 'choices')).flatMap((choice) => textField(choice, 'label') ?? []);
  const words = [name, ...choices].filter((part) => part !== null);
  return /file|audio|animation/.test(type) ? `[${words[0] ?? type}]` : words.join('\n');
}
