import {
  type Fragment,
  type Message,
  makeFragment,
  makeMessage,
  type Role,
  type SystemEvent,
} from '../../model/conversation.ts';
import type { Content } from '../content.ts';
import type { ExportFile } from '../export-file.ts';
import { folderOf } from '../file-folder.ts';
import { fieldOf, listOf, textField } from '../json-values.ts';
import { parseJson } from '../parse-json.ts';
import type { People } from '../people.ts';
import type { Reader } from '../reader.ts';
import { truthOf } from '../role-words.ts';
import { hasColumns, isInForce, readTables, type TableRecord, tableRecords, tablesWith } from '../warehouse-tables.ts';
import { meaningOf } from '../word-meaning.ts';
import { Directory } from '../zendesk/authors.ts';
import { zendeskChannel, zendeskRole } from '../zendesk/words.ts';

const NAME = 'zendesk-warehouse';
const COMMENTS = ['ticket_id', 'user_id', 'public', 'body'];
const CHAT_EVENTS = ['chat_id', 'actor_id', 'chat_index', 'type'];
const CHATS = ['chat_id', 'ticket_id', 'visitor_id'];
const TICKETS = ['requester_id', 'submitter_id', 'via_channel'];
const USERS = ['id', 'role', 'email', 'name', 'suspended'];

/** Zendesk's tables as loaders write them into a warehouse: comments, chat events, tickets, users, joined by their ids. */
export const zendeskWarehouse: Reader = {
  name: NAME,
  product: 'zendesk',
  title: 'Zendesk warehouse tables (Fivetran)',
  certainty: 'real',
  guide: {
    export: 'Write the tables ticket, ticket_comment, ticket_chat, ticket_chat_event and user as CSV into one folder.',
    reads: 'Comments with notes, chat messages and events, bots, tickets and users joined by id.',
    lacks: 'Comments of users that the user table does not hold have an unknown role, but for those of the requester.',
  },
  shapes: ['rows'],
  bundle: folderOf,
  detect({ header }) {
    const tables = [COMMENTS, CHAT_EVENTS, CHATS, TICKETS, USERS];
    const found = hasColumns(header, ['_fivetran_synced']) || hasColumns(header, CHAT_EVENTS);
    return found && tables.some((columns) => hasColumns(header, columns))
      ? { score: 90, reason: 'the columns of a Zendesk warehouse table' }
      : null;
  },
  read: readTables(NAME, lookUp, [
    { columns: COMMENTS, read: readComment },
    { columns: CHAT_EVENTS, read: readChatEvent },
    { columns: TICKETS, read: readTicket },
  ]),
};

async function lookUp(contents: readonly Content[]): Promise<Directory> {
  const directory = new Directory();
  for (const users of tablesWith(contents, USERS)) {
    for await (const row of tableRecords(users)) {
      directory.people.add(row.get('id'), {
        name: row.get('name'),
        email: row.get('email'),
        role: zendeskRole(row.get('role')),
      });
    }
  }
  for (const tickets of tablesWith(contents, TICKETS)) {
    for await (const row of tableRecords(tickets)) {
      const id = row.get('id');
      const requester = row.get('requester_id');
      if (id !== null && requester !== null) {
        directory.requesters.set(id, requester);
      }
    }
  }
  return directory;
}

function readTicket(row: TableRecord, { people }: Directory, file: ExportFile): Fragment | null {
  const id = row.get('id');
  if (id === null || !isInForce(row)) {
    return null;
  }
  const requester = row.get('requester_id');
  return makeFragment({
    id,
    product: 'zendesk',
    channel: zendeskChannel(row.get('via_channel')),
    status: row.get('status'),
    subject: row.get('subject'),
    opened_at: file.at(row.get('created_at'), row.line),
    customer: { id: requester, name: people.name(requester), email: people.get(requester)?.email ?? null },
    messages: [],
    order: 'time',
    source: file.source(row.line),
  });
}

async function readComment(row: TableRecord, directory: Directory, file: ExportFile): Promise<Fragment | null> {
  const ticket = row.get('ticket_id');
  if (ticket === null) {
    file.leftOut(row.line, 'A comment names no ticket; it was left out.');
    return null;
  }
  const author = row.get('user_id');
  const internal = truthOf(row.get('public')) === false;
  const fields = {
    role: directory.authorsOf(ticket).role(author, internal),
    id: author,
    name: directory.people.name(author),
    at: file.at(row.get('created') ?? row.get('created_at'), row.line),
    internal,
    message_id: row.get('id'),
    line: row.line,
  };
  const message = await file.message(fields, row.get('html_body'), row.get('body'));
  return makeFragment({
    id: ticket,
    product: 'zendesk',
    messages: [message],
    order: 'time',
    source: file.source(row.line),
  });
}

const CHAT_TYPES: Readonly<Record<string, SystemEvent>> = {
  ChatJoin: 'joined',
  ChatLeave: 'left',
  ChatEnd: 'closed',
  ChatDepartmentTransfer: 'transferred',
  ChatTransfer: 'transferred',
};

/** Events of a chat in the order of their index: the table does not keep it. */
function readChatEvent(row: TableRecord, { people }: Directory, file: ExportFile): Fragment | null {
  const chat = row.get('chat_id');
  if (chat === null) {
    file.leftOut(row.line, 'A chat event names no chat; it was left out.');
    return null;
  }
  return makeFragment({
    id: chat,
    product: 'zendesk',
    channel: 'chat',
    messages: [chatMessage(row, people, file)],
    order: 'time',
    source: file.source(row.line),
  });
}

function chatMessage(row: TableRecord, people: People, file: ExportFile): Message {
  const original = originalOf(row.get('original_message'));
  const actor = row.get('actor_id') ?? '';
  const id = /^(?:agent:)?(\d{1,20})$/.exec(actor)?.[1] ?? null;
  const type = row.get('type') ?? '';
  const event = meaningOf(type, CHAT_TYPES) ?? 'other';
  const spoken = type === 'ChatMessage' || type === 'ChatFileAttachment';
  return makeMessage({
    role: spoken ? roleOf(actor, id, original, people) : 'system',
    event: spoken ? null : event,
    id,
    name: people.name(id) ?? textField(fieldOf(original, 'author'), 'display_name'),
    at: file.at(row.get('created_at'), row.line),
    text: row.get('message') ?? textOfOriginal(original) ?? (spoken ? (row.get('filename') ?? '') : type),
    message_id: row.get('message_id'),
    line: row.line,
  });
}

function roleOf(actor: string, id: string | null, original: unknown, people: People): Role {
  if (textField(fieldOf(original, 'source'), 'type') === 'zd:answerBot' || actor.startsWith('__')) {
    return 'bot';
  }
  return actor.startsWith('agent:') && id !== null ? 'agent' : (people.get(id)?.role ?? 'unknown');
}

function originalOf(text: string | null): unknown {
  try {
    return text === null ? null : parseJson(text);
  } catch {
    return null;
  }
}

/** The words of a message whose own column is empty: a text, or the labels of a form. */
function textOfOriginal(original: unknown): string | null {
  const content = fieldOf(original, 'content');
  const labels = listOf(fieldOf(fieldOf(content, 'form'), 'fields')).map((field) => textField(field, 'label') ?? '');
  return textField(fieldOf(content, 'text'), 'text') ?? (labels.length === 0 ? null : labels.join(', '));
}
