import { type Fragment, type Message, makeFragment, type Role } from '../../model/conversation.ts';
import type { JsonRecord } from '../content.ts';
import type { ExportFile } from '../export-file.ts';
import { readEachRecord, someRecord } from '../json-reader.ts';
import { fieldOf, idField, listOf, textField } from '../json-values.ts';
import type { Reader } from '../reader.ts';
import { meaningOf } from '../word-meaning.ts';

const NAME = 'hubspot';

/** Messages of HubSpot's conversations: each record is one message and names its thread. */
export const hubspot: Reader = {
  name: NAME,
  product: 'hubspot',
  title: 'HubSpot Conversations (API messages and threads)',
  certainty: 'documented',
  guide: {
    export:
      'API: /conversations/v3/conversations/threads/ID/messages for every thread; the threads beside them give status and closing.',
    reads: 'Messages of both sides, comments as notes, the welcome message as a bot, assignment and closing.',
    lacks:
      'Long messages are cut off by the API and flagged; names are missing until the actors are resolved; the CSV of tickets holds no messages.',
  },
  shapes: ['json'],
  detect({ records }) {
    return someRecord(records, (value) => idField(value, 'conversationsThreadId') !== null || isThread(value))
      ? { score: 90, reason: 'messages with conversationsThreadId' }
      : null;
  },
  read: readEachRecord(NAME, readRecord),
};

function isThread(value: unknown): boolean {
  return idField(value, 'originalChannelId') !== null && idField(value, 'associatedContactId') !== null;
}

async function* readRecord({ value, line }: JsonRecord, file: ExportFile): AsyncGenerator<Fragment> {
  const common = { product: 'hubspot', source: file.source(line), order: 'time' } as const;
  const thread = idField(value, 'conversationsThreadId');
  if (thread !== null) {
    yield makeFragment({ ...common, id: thread, messages: [await readMessage(value, line, file)] });
    return;
  }
  const id = idField(value, 'id');
  if (id === null || !isThread(value)) {
    file.leftOut(line, 'The record is no HubSpot message; it was left out.');
    return;
  }
  yield makeFragment({
    ...common,
    id,
    status: textField(value, 'status')?.toLowerCase() ?? null,
    opened_at: file.at(fieldOf(value, 'createdAt'), line),
    closed_at: file.at(fieldOf(value, 'closedAt'), line),
    customer: { id: idField(value, 'associatedContactId'), name: null, email: null },
    messages: [],
  });
}

async function readMessage(value: unknown, line: number | null, file: ExportFile): Promise<Message> {
  const type = textField(value, 'type') ?? '';
  const common = { at: file.at(fieldOf(value, 'createdAt'), line), message_id: idField(value, 'id'), line };
  if (/^(?:ASSIGNMENT|THREAD_)/.test(type)) {
    const closed = textField(value, 'newStatus') === 'CLOSED' || textField(value, 'status') === 'CLOSED';
    const event = type === 'ASSIGNMENT' ? 'assigned' : closed ? 'closed' : 'other';
    const id = type === 'ASSIGNMENT' ? idField(value, 'assignedTo') : null;
    return file.message({ ...common, role: 'system', event, id }, null, type.toLowerCase().replaceAll('_', ' '));
  }
  const cut = textField(value, 'truncationStatus');
  if (cut !== null && cut !== 'NOT_TRUNCATED') {
    file.notice('truncated-text', line, 'Some messages are cut off by the API: fetch their original content.');
  }
  const sender = listOf(fieldOf(value, 'senders'))[0];
  const actor = idField(value, 'createdBy') ?? idField(sender, 'actorId');
  const direction = textField(value, 'direction');
  const role: Role = type === 'WELCOME_MESSAGE' ? 'bot' : (roleOfActor(actor) ?? roleOfDirection(direction));
  const fields = { ...common, role, id: actor, name: textField(sender, 'name'), internal: type === 'COMMENT' };
  return file.message(fields, fieldOf(value, 'richText'), fieldOf(value, 'text'));
}

/** The letter before an actor's number says what it is; an integration or a mail sender may be either side. */
function roleOfActor(actor: string | null): Role | null {
  const prefix = /^([A-Z]{1,3})-/.exec(actor ?? '')?.[1];
  const roles: Readonly<Record<string, Role>> = {
    V: 'customer',
    A: 'agent',
    B: 'bot',
    L: 'bot',
    LLM: 'bot',
    S: 'system',
  };
  return meaningOf(prefix, roles);
}

function roleOfDirection(direction: string | null): Role {
  return direction === 'INCOMING' ? 'customer' : direction === 'OUTGOING' ? 'agent' : 'unknown';
}
