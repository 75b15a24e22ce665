import { type Fragment, type Message, makeFragment, type Role } from '../../model/conversation.ts';
import type { JsonContent, JsonRecord, Sample } from '../content.ts';
import { ExportFile } from '../export-file.ts';
import { isDamagedId, listed } from '../fields.ts';
import { idOf, listOf, objectOf } from '../json-values.ts';
import type { Detection, ReadContext, Reader } from '../reader.ts';
import { RecordFields } from '../record-fields.ts';
import { channelOfWord, eventOfWord, roleOfWord, truthOf } from '../role-words.ts';
import type { ReadSettings } from '../settings.ts';

const NAME = 'json';

/** Under which names records keep the messages of a conversation. */
const LISTS = [
  'messages',
  'comments',
  'parts',
  'conversations',
  'history',
  'events',
  'entries',
  'transcript',
  'thread',
  'replies',
  'utterances',
  'turns',
  'dialog',
  'dialogue',
  'сообщения',
];

/** Any JSON with conversations that hold messages, or with a message per record, by the usual names of their keys. */
export const records: Reader = {
  name: NAME,
  product: null,
  title: 'JSON or NDJSON by usual names (conversations with messages, or a message per record)',
  certainty: 'real',
  guide: {
    export:
      'From any tool or script: conversations with a list of messages, or a message per record that names its conversation.',
    reads:
      'Conversation, time, author, side, text, notes, customer, channel, tags, rating: by the usual names of keys, or by `--map FIELD=KEY` (`author.name` for a key within a key).',
    lacks: 'Where no key tells agents from customers, the roles are unknown until `--agent-name` names the agents.',
  },
  shapes: ['json'],
  detect,
  async *read(contents, context) {
    for (const content of contents) {
      if (content.shape === 'json') {
        yield* readContent(content, context);
      }
    }
  },
};

function messagesOf(value: unknown): readonly unknown[] | null {
  const object = objectOf(value);
  for (const [key, inner] of Object.entries(object ?? {})) {
    if (LISTS.includes(key.toLowerCase()) && Array.isArray(inner) && inner.some((item) => objectOf(item) !== null)) {
      return inner;
    }
  }
  return null;
}

function isMessage(value: unknown, map: ReadSettings['map']): boolean {
  const fields = new RecordFields(value, map);
  return (
    fields.text('text') !== null &&
    [fields.text('role'), fields.text('name'), fields.id('author_id')].some((one) => one !== null)
  );
}

function detect({ records: found }: Sample, { map }: ReadSettings): Detection | null {
  // What the user named goes before what a product's own reader would make of it.
  const named = [...map.values()].some((path) => found.some(({ value }) => new RecordFields(value, map).has(path)));
  const score = named ? 97 : 30;
  if (found.some(({ value }) => messagesOf(value)?.some((one) => isMessage(one, map)) === true)) {
    return { score, reason: 'records with a list of messages that have an author and a text' };
  }
  const flat = found.filter(({ value }) => isMessage(value, map));
  if (flat.some(({ value }) => new RecordFields(value, map).id('conversation') !== null)) {
    return { score, reason: 'records that name a conversation, an author and a text' };
  }
  const keys = Object.keys(objectOf(found[0]?.value) ?? {});
  const refusal = `No key names the conversation. The keys are ${listed(keys)}: give --map conversation=KEY.`;
  return flat.length > 0
    ? { score: 20, reason: 'records with an author and a text, but no conversation', refusal }
    : null;
}

async function* readContent(content: JsonContent, context: ReadContext): AsyncGenerator<Fragment> {
  const file = new ExportFile(content.file, NAME, context);
  const { map } = context.settings;
  for await (const record of content.records()) {
    const fragment = await readRecord(record, file, map);
    if (typeof fragment === 'string') {
      file.leftOut(record.line, fragment);
    } else {
      yield fragment;
    }
  }
}

async function readRecord(
  { value, line }: JsonRecord,
  file: ExportFile,
  map: ReadSettings['map'],
): Promise<Fragment | string> {
  const fields = new RecordFields(value, map);
  const inside = messagesOf(value);
  const own = inside === null ? null : idOf(objectOf(value)?.['id']);
  // Beside an id of its own, the id of a contact is the customer's.
  const id =
    own !== null && fields.all('conversation')[0]?.key === 'contactid' ? own : (fields.id('conversation') ?? own);
  if (id === null) {
    return 'The record names no conversation; it was left out.';
  }
  if (isDamagedId(id)) {
    return `The conversation's id "${id}" was rounded by a spreadsheet, so that it cannot be known; export again.`;
  }
  const customer = fields.text('customer');
  const messages: Message[] = [];
  let odd = 0;
  for (const one of inside ?? [value]) {
    const message = await readMessage(new RecordFields(one, map), customer, line, file);
    odd += message === null ? 1 : 0;
    messages.push(...(message === null ? [] : [message]));
  }
  if (inside === null && messages.length === 0) {
    return 'The record has no text; it was left out.';
  }
  if (odd > 0) {
    file.notice('no-text', line, 'Some messages have no text and were left out.');
  }
  return makeFragment({
    id,
    product: fields.text('product'),
    channel: channelOfWord(fields.text('channel')),
    language: /^[A-Za-z]{2,3}(?=[-_]|$)/.exec(fields.text('language') ?? '')?.[0].toLowerCase() ?? null,
    status: fields.text('status'),
    subject: fields.text('subject'),
    opened_at: file.at(fields.raw('opened_at') ?? (inside === null ? null : fields.raw('at')), line),
    closed_at: file.at(fields.raw('closed_at'), line),
    exported_at: file.at(fields.raw('exported_at'), line),
    customer: { id: fields.id('customer_id'), name: customer, email: fields.text('customer_email') },
    tags: listOf(fields.raw('tags')).filter((tag) => typeof tag === 'string'),
    csat: ratingOf(fields.raw('csat')),
    messages,
    order: inside === null ? 'time' : 'given',
    source: file.source(line),
  });
}

async function readMessage(
  fields: RecordFields,
  customer: string | null,
  line: number | null,
  file: ExportFile,
): Promise<Message | null> {
  const text = fields.text('text');
  if (text === null) {
    return null;
  }
  const role = roleOf(fields, customer);
  const side: Role = role === 'note' ? 'agent' : (role ?? 'unknown');
  const visibility = fields.text('internal');
  const truth = truthOf(fields.raw('internal'));
  const hidden =
    truth === null
      ? /^(?:internal|private|note|agents)$/i.test(visibility ?? '')
      : fields.isNegated('internal')
        ? !truth
        : truth;
  const message = {
    role: side,
    id: fields.id('author_id'),
    name: fields.text('name'),
    at: file.at(fields.raw('at'), line),
    internal: role === 'note' || hidden || saysNote(fields),
    event: role === 'system' ? eventOfWord(fields.text('event') ?? '') : null,
    message_id: fields.id('message_id'),
    line,
  };
  return file.message(message, text);
}

function roleOf(fields: RecordFields, customer: string | null): ReturnType<typeof roleOfWord> {
  for (const raw of fields.all('role')) {
    const truth = typeof raw.value === 'boolean' ? raw.value : null;
    if (truth !== null && /inbound|customer/.test(raw.key)) {
      return truth ? 'customer' : 'agent';
    }
    if (truth !== null && /agent|outbound/.test(raw.key)) {
      return truth ? 'agent' : 'customer';
    }
    const role = typeof raw.value === 'string' ? roleOfWord(raw.value) : null;
    if (role !== null) {
      return role;
    }
  }
  const name = fields.text('name');
  if (name === null) {
    return null;
  }
  return name === customer ? 'customer' : name === fields.text('agent') ? 'agent' : roleOfWord(name);
}

/** One key may tell the side and another that it is a note. */
function saysNote(fields: RecordFields): boolean {
  return fields.all('role').some(({ value }) => typeof value === 'string' && roleOfWord(value) === 'note');
}

function ratingOf(raw: unknown): number | string | null {
  return typeof raw === 'number' || (typeof raw === 'string' && raw !== '') ? raw : null;
}
