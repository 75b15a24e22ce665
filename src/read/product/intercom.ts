import { type Fragment, type Message, makeFragment, makeMessage, type Role } from '../../model/conversation.ts';
import type { JsonRecord } from '../content.ts';
import type { ExportFile } from '../export-file.ts';
import { intercomChannel, intercomEvent, intercomRole, isOperatorAddress } from '../intercom-words.ts';
import { readEachRecord, someRecord } from '../json-reader.ts';
import { fieldOf, idField, listOf, objectOf, textField } from '../json-values.ts';
import type { Reader } from '../reader.ts';

const NAME = 'intercom';

/** Intercom's conversations and tickets: single records, or Airbyte's streams of conversations and parts. */
export const intercom: Reader = {
  name: NAME,
  product: 'intercom',
  title: 'Intercom (API, Airbyte)',
  certainty: 'real',
  guide: {
    export:
      'API: GET /conversations/{id} for every conversation (lists hold no messages), or Airbyte’s streams conversations and conversation_parts.',
    reads: 'The opening message, comments, notes, bots, assignment and closing, rating, tags, customer.',
    lacks: 'Intercom gives at most 500 parts of a conversation and drops the earliest: such conversations are flagged.',
  },
  shapes: ['json'],
  detect({ records }) {
    if (
      someRecord(
        records,
        (value, { envelope }) => isPart(value) || hasParts(value) || (envelope === 'airbyte' && isConversation(value)),
      )
    ) {
      return { score: 90, reason: 'conversations with source and conversation_parts' };
    }
    if (!someRecord(records, isConversation)) {
      return null;
    }
    const refusal =
      'These are Intercom conversations from a list or search, which holds no answers. Fetch each one with GET /conversations/{id}.';
    return { score: 90, reason: 'conversations with source, none with parts', refusal };
  },
  read: readEachRecord(NAME, readRecord),
};

function isConversation(value: unknown): boolean {
  const source = fieldOf(value, 'source') ?? fieldOf(value, 'conversation_message');
  const typed = textField(value, 'type') === 'conversation' || textField(source, 'delivered_as') !== null;
  return typed && objectOf(source) !== null;
}

function hasParts(value: unknown): boolean {
  const parts = fieldOf(fieldOf(value, 'conversation_parts'), 'conversation_parts');
  const ticketParts = fieldOf(fieldOf(value, 'ticket_parts'), 'ticket_parts');
  return (isConversation(value) && Array.isArray(parts)) || Array.isArray(ticketParts);
}

function isPart(value: unknown): boolean {
  return textField(value, 'type') === 'conversation_part' && idField(value, 'conversation_id') !== null;
}

async function* readRecord({ value, line }: JsonRecord, file: ExportFile): AsyncGenerator<Fragment> {
  if (isPart(value)) {
    const id = idField(value, 'conversation_id') ?? '';
    const messages = await readPart(value, line, file);
    yield makeFragment({ id, product: 'intercom', messages, order: 'time', source: file.source(line) });
    return;
  }
  const ticket = fieldOf(value, 'ticket_parts');
  const id = idField(value, 'id');
  if (id === null || !(isConversation(value) || ticket !== undefined)) {
    file.leftOut(line, 'The record is no Intercom conversation; it was left out.');
    return;
  }
  const messages = await readOpening(value, line, file);
  const held = fieldOf(value, 'conversation_parts') ?? ticket;
  const parts = listOf(fieldOf(held, 'conversation_parts') ?? fieldOf(held, 'ticket_parts'));
  for (const part of parts) {
    messages.push(...(await readPart(part, line, file)));
  }
  const total = Number(fieldOf(held, 'total_count') ?? 0);
  if (total > parts.length && parts.length > 0) {
    const words = `Conversation ${id} has ${total} parts and the export ${parts.length}: Intercom drops the earliest. It may not be the only one.`;
    file.notice('parts-missing', line, words);
  }
  yield {
    ...metadata(id, value, line, file, messages),
    messages,
    order: Array.isArray(fieldOf(held, 'conversation_parts')) ? 'given' : 'time',
  };
}

function metadata(
  id: string,
  value: unknown,
  line: number | null,
  file: ExportFile,
  messages: readonly Message[],
): Fragment {
  const source = fieldOf(value, 'source') ?? fieldOf(value, 'conversation_message');
  const customer = messages.find(({ role }) => role === 'customer');
  const contact = listOf(fieldOf(fieldOf(value, 'contacts'), 'contacts'))[0];
  const rating = fieldOf(fieldOf(value, 'conversation_rating'), 'rating');
  const state = textField(value, 'state');
  const authors = [
    fieldOf(source, 'author'),
    ...listOf(fieldOf(fieldOf(value, 'conversation_parts'), 'conversation_parts')).map((part) =>
      fieldOf(part, 'author'),
    ),
  ];
  const customerAuthor = authors.find((author) => intercomRole(textField(author, 'type')) === 'customer');
  return makeFragment({
    id,
    product: 'intercom',
    channel: intercomChannel(textField(source, 'type')),
    status: state,
    subject: textField(value, 'title') ?? textField(source, 'subject'),
    opened_at: file.at(fieldOf(value, 'created_at'), line),
    closed_at: state === 'closed' ? file.at(fieldOf(fieldOf(value, 'statistics'), 'last_close_at'), line) : null,
    customer: {
      id: idField(contact, 'id') ?? customer?.id ?? null,
      name: customer?.name ?? textField(customerAuthor, 'name'),
      email: textField(customerAuthor, 'email'),
    },
    tags: listOf(fieldOf(fieldOf(value, 'tags'), 'tags')).flatMap((tag) => textField(tag, 'name') ?? []),
    csat: typeof rating === 'number' ? rating : null,
    messages: [],
    source: file.source(line),
  });
}

/** The question stands in the source, not in the parts. An opening that was sent by a rule is no agent's. */
async function readOpening(value: unknown, line: number | null, file: ExportFile): Promise<Message[]> {
  const source = fieldOf(value, 'source') ?? fieldOf(value, 'conversation_message');
  const attributes = fieldOf(value, 'ticket_attributes');
  const body = fieldOf(source, 'body') ?? fieldOf(attributes, '_default_description_');
  if (typeof body !== 'string' || body.trim() === '') {
    return [];
  }
  const author = fieldOf(source, 'author');
  const delivered = textField(source, 'delivered_as');
  const automatic = delivered === 'automated' || delivered === 'operator_initiated';
  const role = source === undefined ? 'customer' : roleOf(author);
  const fields = {
    role: automatic && role === 'agent' ? ('bot' as const) : role,
    id: idField(author, 'id'),
    name: textField(author, 'name'),
    at: file.at(fieldOf(value, 'created_at'), line),
    message_id: source === undefined ? null : idField(source, 'id'),
    line,
  };
  return [await file.message(fields, body)];
}

function roleOf(author: unknown): Role {
  if (fieldOf(author, 'from_ai_agent') === true || isOperatorAddress(textField(author, 'email'))) {
    return 'bot';
  }
  return intercomRole(textField(author, 'type')) ?? 'unknown';
}

async function readPart(part: unknown, line: number | null, file: ExportFile): Promise<Message[]> {
  const author = fieldOf(part, 'author');
  const type = textField(part, 'part_type') ?? '';
  const who = { id: idField(author, 'id'), name: textField(author, 'name') };
  const common = { at: file.at(fieldOf(part, 'created_at'), line), message_id: idField(part, 'id'), line };
  const body = fieldOf(part, 'body');
  const written = typeof body === 'string' && body.trim() !== '';
  if (fieldOf(part, 'redacted') === true) {
    file.notice('redacted-text', line, 'Some messages were deleted in Intercom and stand empty.');
  }
  if (written && (type === 'comment' || type === '' || type === 'quick_reply')) {
    return [await file.message({ ...common, ...who, role: roleOf(author) }, body)];
  }
  const messages: Message[] = [];
  if (written && /note|assignment/.test(type)) {
    messages.push(await file.message({ ...common, ...who, role: roleOf(author), internal: true }, body));
  }
  if (!/note/.test(type)) {
    const event = type === 'comment' ? 'other' : intercomEvent(type);
    const assigned = event === 'assigned' ? fieldOf(part, 'assigned_to') : undefined;
    const id = idField(assigned, 'id');
    const named = event === 'assigned' ? { id, name: textField(assigned, 'name') } : who;
    messages.push(
      makeMessage({
        ...common,
        ...named,
        message_id: written ? null : common.message_id,
        role: 'system',
        event,
        text: type,
      }),
    );
  }
  return messages;
}
