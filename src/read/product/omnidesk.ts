import { type Channel, type Fragment, type Message, makeFragment, type Role } from '../../model/conversation.ts';
import { chatName } from '../chat-name.ts';
import type { Content, JsonRecord } from '../content.ts';
import type { ExportFile } from '../export-file.ts';
import { folderOf } from '../file-folder.ts';
import { everyRecord, readEachRecord, someRecord } from '../json-reader.ts';
import { fieldOf, idField, listOf, objectOf, textField } from '../json-values.ts';
import { People } from '../people.ts';
import type { Reader } from '../reader.ts';
import { truthOf } from '../role-words.ts';
import { meaningOf } from '../word-meaning.ts';

const NAME = 'omnidesk';
const CHANNELS: Readonly<Record<string, Channel>> = {
  ...{
    email: 'email',
    web: 'email',
    cch: 'chat',
    chat: 'chat',
    call: 'phone',
    telegram: 'messaging',
    viber: 'messaging',
  },
  ...{
    whatsapp: 'messaging',
    vkontakte: 'social',
    facebook: 'social',
    twitter: 'social',
    instagram: 'social',
    idea: 'other',
  },
};

/** Cases of Omnidesk with their messages, which stand in lists with numbers for keys. */
export const omnidesk: Reader = {
  name: NAME,
  product: 'omnidesk',
  title: 'Omnidesk (API cases and messages)',
  certainty: 'documented',
  guide: {
    export:
      'API: /api/cases.json and, for each case, /api/cases/ID/messages.json; put the files into one folder, messages named by their case.',
    reads: 'Messages of both sides, notes, messages of rules as bots, rating, channel, status.',
    lacks: 'Names of staff and customers are ids, unless lists of staff and users stand in the folder too.',
  },
  shapes: ['json'],
  bundle: folderOf,
  detect({ records }) {
    const person = (value: unknown): boolean =>
      (textField(value, 'staff_full_name') ?? textField(value, 'user_full_name')) !== null;
    const is = (value: unknown): boolean => isMessage(value) || idField(value, 'case_number') !== null || person(value);
    return someRecord(records, is) ? { score: 90, reason: 'case_number, or messages with sent_via_rule' } : null;
  },
  async *read(contents, context) {
    const people = await lookUp(contents);
    yield* readEachRecord(NAME, async function* (record, file) {
      const fragment = await readRecord(record, file, people);
      if (fragment !== null) {
        yield fragment;
      }
    })(contents, context);
  },
};

function isMessage(value: unknown): boolean {
  return idField(value, 'message_id') !== null && fieldOf(value, 'sent_via_rule') !== undefined;
}

async function lookUp(contents: readonly Content[]): Promise<People> {
  const people = new People();
  for await (const { value } of everyRecord(contents)) {
    const name = textField(value, 'staff_full_name') ?? textField(value, 'user_full_name');
    if (name !== null) {
      const staff = textField(value, 'staff_full_name') !== null;
      const id = idField(value, staff ? 'staff_id' : 'user_id');
      people.add(id === null ? null : `${staff ? 'staff' : 'user'} ${id}`, {
        name,
        email: textField(value, staff ? 'staff_email' : 'user_email'),
      });
    }
  }
  return people;
}

async function readRecord(
  { value, line, shared }: JsonRecord,
  file: ExportFile,
  people: People,
): Promise<Fragment | null> {
  const source = file.source(line);
  if (isMessage(value)) {
    // The list of messages does not name its case: the file does.
    const id = idField(value, 'case_id') ?? idField(shared, 'case_id') ?? chatName(file.name).split('/').at(-1) ?? '';
    const rating = textField(value, 'rating');
    const message = await readMessage(value, line, file, people);
    return makeFragment({ id, product: 'omnidesk', csat: rating, messages: [message], order: 'time', source });
  }
  const id = idField(value, 'case_id');
  if (id === null) {
    return null;
  }
  const user = idField(value, 'user_id');
  const known = user === null ? undefined : people.get(`user ${user}`);
  const messages: Message[] = [];
  const inside = fieldOf(value, 'messages');
  const list = objectOf(inside) === null ? listOf(inside) : Object.values(objectOf(inside) ?? {});
  for (const wrapped of list) {
    const message = objectOf(fieldOf(wrapped, 'message')) ?? wrapped;
    if (isMessage(message)) {
      messages.push(await readMessage(message, line, file, people));
    }
  }
  const channel = textField(value, 'channel') ?? '';
  return makeFragment({
    id,
    product: 'omnidesk',
    channel: meaningOf(channel, CHANNELS),
    status: textField(value, 'status'),
    subject: textField(value, 'subject'),
    opened_at: file.at(fieldOf(value, 'created_at'), line),
    closed_at: file.at(fieldOf(value, 'closed_at'), line),
    customer: { id: user, name: known?.name ?? null, email: known?.email ?? null },
    messages,
    order: 'time',
    source,
  });
}

function readMessage(message: unknown, line: number | null, file: ExportFile, people: People): Promise<Message> {
  const staff = idField(message, 'staff_id') ?? '0';
  const user = idField(message, 'user_id') ?? '0';
  const byRule = truthOf(fieldOf(message, 'sent_via_rule')) === true;
  const role: Role = byRule ? 'bot' : staff !== '0' ? 'agent' : user !== '0' ? 'customer' : 'unknown';
  const key = staff !== '0' ? `staff ${staff}` : `user ${user}`;
  const fields = {
    ...{ role, name: byRule ? null : people.name(key), line, message_id: idField(message, 'message_id') },
    id: staff !== '0' ? staff : user !== '0' ? user : null,
    internal: truthOf(fieldOf(message, 'note')) === true,
    // A message may be sent later than it was written: what the customer saw is the sending.
    at: file.at(textField(message, 'sent_at') ?? fieldOf(message, 'created_at'), line),
  };
  return file.message(fields, textField(message, 'content_html'), fieldOf(message, 'content'));
}
