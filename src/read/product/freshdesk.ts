import { type Channel, type Fragment, type Message, makeFragment, type Role } from '../../model/conversation.ts';
import type { Content, JsonRecord } from '../content.ts';
import type { ExportFile } from '../export-file.ts';
import { everyRecord, readEachRecord, someRecord } from '../json-reader.ts';
import { fieldOf, idField, listOf, objectOf, textField } from '../json-values.ts';
import { People } from '../people.ts';
import type { Reader } from '../reader.ts';

const NAME = 'freshdesk';

const CHANNELS: Readonly<Record<number, Channel>> = {
  ...{
    1: 'email',
    2: 'email',
    3: 'phone',
    5: 'social',
    6: 'social',
    7: 'chat',
    9: 'email',
    10: 'email',
    13: 'messaging',
  },
  15: 'chat',
};
/** Tickets that an agent opened by writing first. */
const OUTBOUND = new Set([10, 14]);
const WEB_CHAT = 15;
const STATUSES: Readonly<Record<number, string>> = { 2: 'open', 3: 'pending', 4: 'resolved', 5: 'closed' };

/** Tickets of the programming interface with their conversations, and the account export with its notes. */
export const freshdesk: Reader = {
  name: NAME,
  product: 'freshdesk',
  title: 'Freshdesk (API tickets with conversations, account export as JSON or XML)',
  certainty: 'real',
  guide: {
    export:
      'API: /api/v2/tickets/ID?include=conversations,requester,stats; or Admin → Account → Export data (JSON or XML).',
    reads: 'Description and replies, private notes, the greeting of the web chat as a bot, tags, status.',
    lacks: 'Names of agents are ids, unless a list of agents stands beside; the ticket list as CSV holds no replies.',
  },
  shapes: ['json'],
  detect({ records }) {
    if (someRecord(records, (value) => objectOf(fieldOf(value, 'helpdesk_ticket')) !== null)) {
      return { score: 90, reason: 'records named helpdesk_ticket' };
    }
    if (someRecord(records, (value) => isTicket(ticketOf(value)) && conversationsOf(value) !== null)) {
      return { score: 90, reason: 'tickets with requester_id, responder_id, numeric source, and conversations' };
    }
    if (!someRecord(records, (value) => isTicket(ticketOf(value)))) {
      return null;
    }
    const refusal =
      'These are Freshdesk tickets without their replies. Fetch each with /api/v2/tickets/ID?include=conversations,requester, or use the account export.';
    return {
      score: 90,
      reason: 'tickets with requester_id, responder_id and numeric source, none with conversations',
      refusal,
    };
  },
  async *read(contents, context) {
    const people = await lookUp(contents);
    yield* readEachRecord(NAME, async function* (record, file) {
      const exported = objectOf(fieldOf(record.value, 'helpdesk_ticket'));
      const fragment =
        exported === null ? await readTicket(record, file, people) : await readExported(exported, record.line, file);
      if (fragment === null) {
        file.leftOut(record.line, 'The record is no Freshdesk ticket; it was left out.');
      } else {
        yield fragment;
      }
    })(contents, context);
  },
};

function ticketOf(value: unknown): unknown {
  return objectOf(fieldOf(value, 'ticket')) ?? value;
}

function conversationsOf(value: unknown): readonly unknown[] | null {
  const conversations = fieldOf(value, 'conversations') ?? fieldOf(ticketOf(value), 'conversations');
  return Array.isArray(conversations) ? conversations : null;
}

function isTicket(value: unknown): boolean {
  const responder = objectOf(value) !== null && Object.hasOwn(value as object, 'responder_id');
  return responder && idField(value, 'requester_id') !== null && typeof fieldOf(value, 'source') === 'number';
}

async function lookUp(contents: readonly Content[]): Promise<People> {
  const people = new People();
  for await (const { value, shared } of everyRecord(contents)) {
    const requester = fieldOf(ticketOf(value), 'requester');
    people.add(idField(requester, 'id'), {
      name: textField(requester, 'name'),
      email: textField(requester, 'email'),
    });
    for (const agent of [...listOf(fieldOf(value, 'agents')), ...listOf(shared['agents'])]) {
      const contact = objectOf(fieldOf(agent, 'contact')) ?? agent;
      people.add(idField(agent, 'id'), {
        name: textField(contact, 'name'),
        email: textField(contact, 'email'),
        role: 'agent',
      });
    }
  }
  return people;
}

async function readTicket({ value, line }: JsonRecord, file: ExportFile, people: People): Promise<Fragment | null> {
  const ticket = ticketOf(value);
  const id = idField(ticket, 'id');
  if (id === null || !isTicket(ticket)) {
    return null;
  }
  const source = Number(fieldOf(ticket, 'source'));
  const requester = idField(ticket, 'requester_id');
  const conversations = conversationsOf(value) ?? [];
  const replies: Message[] = [];
  for (const conversation of conversations) {
    replies.push(await readReply(conversation, line, file, people));
  }
  // They come in no order; a reply without a time stays behind those before it.
  replies.sort((left, right) => Date.parse(left.at ?? '') - Date.parse(right.at ?? '') || 0);
  const messages: Message[] = [];
  // In a web chat the description repeats the first message of the chat.
  if (source !== WEB_CHAT || replies.length === 0) {
    const outbound = OUTBOUND.has(source);
    const author = outbound ? idField(ticket, 'responder_id') : requester;
    const fields = {
      role: outbound ? ('agent' as const) : ('customer' as const),
      id: author,
      name: people.name(author),
      line,
    };
    const at = file.at(fieldOf(ticket, 'created_at'), line);
    messages.push(
      await file.message({ ...fields, at }, fieldOf(ticket, 'description'), fieldOf(ticket, 'description_text')),
    );
  }
  const stats = fieldOf(ticket, 'stats');
  return makeFragment({
    id,
    product: 'freshdesk',
    channel: CHANNELS[source] ?? null,
    status: STATUSES[Number(fieldOf(ticket, 'status'))] ?? idField(ticket, 'status'),
    subject: textField(ticket, 'subject'),
    opened_at: file.at(fieldOf(ticket, 'created_at'), line),
    closed_at: file.at(fieldOf(stats, 'closed_at') ?? fieldOf(stats, 'resolved_at'), line),
    customer: { id: requester, name: people.name(requester), email: people.get(requester)?.email ?? null },
    tags: listOf(fieldOf(ticket, 'tags')).filter((tag) => typeof tag === 'string'),
    messages: [...messages, ...replies],
    source: file.source(line),
  });
}

function readReply(reply: unknown, line: number | null, file: ExportFile, people: People): Promise<Message> {
  const id = idField(reply, 'user_id');
  const incoming = fieldOf(reply, 'incoming') === true;
  // The greeting of the web chat is written by nobody.
  const automatic =
    id === null && !incoming && (fieldOf(reply, 'category') === 5 || fieldOf(reply, 'source') === WEB_CHAT);
  const role: Role = automatic ? 'bot' : incoming ? 'customer' : 'agent';
  const fields = {
    ...{ role, id, name: people.name(id), line, internal: fieldOf(reply, 'private') === true },
    ...{ at: file.at(fieldOf(reply, 'created_at'), line), message_id: idField(reply, 'id') },
  };
  return file.message(fields, fieldOf(reply, 'body'), fieldOf(reply, 'body_text'));
}

/** A ticket of the account export, which still has the names of the first interface. */
async function readExported(ticket: unknown, line: number | null, file: ExportFile): Promise<Fragment | null> {
  const id = idField(ticket, 'display_id');
  if (id === null) {
    return null;
  }
  const requester = idField(ticket, 'requester_id');
  const requesterName = textField(ticket, 'requester_name');
  const responder = idField(ticket, 'responder_id');
  const opened = file.at(fieldOf(ticket, 'created_at'), line);
  const opening = { role: 'customer', id: requester, name: requesterName, at: opened, line } as const;
  const messages = [await file.message(opening, fieldOf(ticket, 'description_html'), fieldOf(ticket, 'description'))];
  for (const wrapped of listOf(fieldOf(ticket, 'notes'))) {
    const note = objectOf(fieldOf(wrapped, 'note')) ?? objectOf(fieldOf(wrapped, 'helpdesk_note')) ?? wrapped;
    const author = idField(note, 'user_id');
    const incoming = fieldOf(note, 'incoming');
    const byCustomer = incoming === true || incoming === 'true' || (incoming === undefined && author === requester);
    const name = author === responder ? textField(ticket, 'responder_name') : byCustomer ? requesterName : null;
    const hidden = fieldOf(note, 'private');
    const fields = {
      ...{ role: byCustomer ? ('customer' as const) : ('agent' as const), id: author, name, line },
      ...{ internal: hidden === true || hidden === 'true', at: file.at(fieldOf(note, 'created_at'), line) },
    };
    messages.push(
      await file.message(
        { ...fields, message_id: idField(note, 'id') },
        fieldOf(note, 'body_html'),
        fieldOf(note, 'body'),
      ),
    );
  }
  return makeFragment({
    id,
    product: 'freshdesk',
    channel: /e-?mail|portal/i.test(textField(ticket, 'source_name') ?? '') ? 'email' : null,
    status: textField(ticket, 'status_name'),
    subject: textField(ticket, 'subject'),
    opened_at: opened,
    customer: { id: requester, name: requesterName, email: null },
    messages,
    source: file.source(line),
  });
}
