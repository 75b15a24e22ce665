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

const NAME = 'livechat';

/** Chats of LiveChat's archive. One chat goes on for years; a conversation is one of its threads. */
export const livechat: Reader = {
  name: NAME,
  product: 'livechat',
  title: 'LiveChat (API archives)',
  certainty: 'documented',
  guide: {
    export: 'Agent Chat API: list_archives, or get_chat for each thread, as JSON.',
    reads: 'Messages, files, notes for agents only, bots, joins and transfers, pre-chat name and e-mail, rating, tags.',
    lacks: 'The CSV of the reports holds no messages; threads that the access rights hide are flagged.',
  },
  shapes: ['json'],
  detect({ records }) {
    const events = (value: unknown): readonly unknown[] =>
      threadsOf(value).flatMap((thread) => listOf(fieldOf(thread, 'events')));
    const is = (value: unknown): boolean =>
      Array.isArray(fieldOf(value, 'users')) &&
      (threadsOf(value).some((thread) => fieldOf(thread, 'restricted_access') !== undefined) ||
        events(value).some(
          (event) => textField(event, 'type') !== null && (hasKey(event, 'visibility') || hasKey(event, 'recipients')),
        ));
    return someRecord(records, is)
      ? { score: 90, reason: 'threads with events that have author_id and visibility' }
      : null;
  },
  read: readEachRecord(NAME, readChat),
};

function hasKey(value: unknown, key: string): boolean {
  return textField(value, key) !== null;
}

function threadsOf(value: unknown): readonly unknown[] {
  const thread = objectOf(fieldOf(value, 'thread'));
  return thread === null ? listOf(fieldOf(value, 'threads')) : [thread];
}

async function* readChat({ value, line }: JsonRecord, file: ExportFile): AsyncGenerator<Fragment> {
  const users = listOf(fieldOf(value, 'users'));
  const customer = users.find((user) => textField(user, 'type') === 'customer');
  for (const thread of threadsOf(value)) {
    const id = idField(thread, 'id');
    if (id === null) {
      file.leftOut(line, 'A thread has no id; it was left out.');
      continue;
    }
    if (fieldOf(thread, 'restricted_access') !== undefined) {
      file.leftOut(line, `The access rights hide what was said in thread ${id}; it was left out.`);
      continue;
    }
    const form = formOf(thread);
    const rating = fieldOf(fieldOf(fieldOf(thread, 'properties'), 'rating'), 'score');
    const score = objectOf(rating) === null ? rating : fieldOf(rating, 'value');
    yield makeFragment({
      id,
      product: 'livechat',
      channel: 'chat',
      status: fieldOf(thread, 'active') === false ? 'closed' : fieldOf(thread, 'active') === true ? 'active' : null,
      opened_at: file.at(fieldOf(thread, 'created_at'), line),
      customer: {
        id: idField(customer, 'id'),
        name: textField(customer, 'name') ?? form.name,
        email: textField(customer, 'email') ?? form.email,
      },
      tags: listOf(fieldOf(thread, 'tags')).filter((tag) => typeof tag === 'string'),
      csat: score === 1 ? 'good' : score === 0 ? 'bad' : null,
      messages: listOf(fieldOf(thread, 'events')).flatMap((event) => readEvent(event, users, line, file) ?? []),
      source: file.source(line),
    });
  }
}

/** What the customer filled in before the chat. */
function formOf(thread: unknown): { name: string | null; email: string | null } {
  const fields = listOf(fieldOf(thread, 'events'))
    .filter((event) => textField(event, 'type') === 'filled_form')
    .flatMap((event) => listOf(fieldOf(event, 'fields')));
  const answer = (type: string): string | null =>
    textField(
      fields.find((field) => textField(field, 'type') === type),
      'answer',
    );
  return { name: answer('name'), email: answer('email') };
}

function readEvent(event: unknown, users: readonly unknown[], line: number | null, file: ExportFile): Message | null {
  const type = textField(event, 'type');
  const author = idField(event, 'author_id');
  const user = users.find((one) => idField(one, 'id') === author);
  const internal = (textField(event, 'visibility') ?? textField(event, 'recipients')) === 'agents';
  const common = { at: file.at(fieldOf(event, 'created_at'), line), message_id: idField(event, 'id'), line };
  const who = { id: author, name: textField(user, 'name') };
  if (type === 'system_message') {
    const text = textField(event, 'text') ?? '';
    return makeMessage({ ...common, role: 'system', event: eventOf(event), name: agentIn(event, users), text });
  }
  if (type === 'filled_form') {
    const answers = listOf(fieldOf(event, 'fields')).map(
      (field) => `${textField(field, 'label') ?? ''} ${textField(field, 'answer') ?? ''}`,
    );
    return makeMessage({ ...common, role: 'system', event: 'other', text: answers.join('\n') });
  }
  const text =
    type === 'message'
      ? (textField(event, 'text') ?? '')
      : type === 'file'
        ? `[${textField(event, 'name') ?? 'file'}]`
        : richText(event);
  return type === 'custom' ? null : makeMessage({ ...common, ...who, role: roleOf(user, author), internal, text });
}

/** A bot is an agent whose id is no address but a string of figures. */
function roleOf(user: unknown, author: string | null): Role {
  const type = textField(user, 'type');
  if (type === 'customer') {
    return 'customer';
  }
  if (type === 'agent') {
    return author !== null && /^[0-9a-f]{16,64}$/i.test(author) ? 'bot' : 'agent';
  }
  return 'unknown';
}

function eventOf(event: unknown): SystemEvent {
  const kind = textField(event, 'system_message_type') ?? '';
  if (/transfer/.test(kind)) {
    return 'transferred';
  }
  if (/archived|closed|ended/.test(kind)) {
    return 'closed';
  }
  return /assigned|routing/.test(kind)
    ? 'assigned'
    : /added|joined/.test(kind)
      ? 'joined'
      : /removed|left/.test(kind)
        ? 'left'
        : 'other';
}

function agentIn(event: unknown, users: readonly unknown[]): string | null {
  const variables = fieldOf(event, 'text_vars');
  const agent = textField(variables, 'agent') ?? textField(variables, 'agent_added') ?? textField(variables, 'targets');
  const user = users.find((one) => idField(one, 'id') === agent);
  return textField(user, 'name') ?? agent;
}

/** The words of cards and buttons. */
function richText(event: unknown): string {
  return listOf(fieldOf(event, 'elements'))
    .flatMap((element) => [textField(element, 'title'), textField(element, 'subtitle')])
    .filter((words) => words !== null)
    .join('\n');
}
