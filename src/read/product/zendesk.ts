import { type Fragment, type Message, makeFragment, makeMessage, type Role } from '../../model/conversation.ts';
import { chatName } from '../chat-name.ts';
import type { Content, JsonRecord } from '../content.ts';
import { ExportFile } from '../export-file.ts';
import { fieldOf, idField, idOf, listOf, objectOf, textField } from '../json-values.ts';
import { People } from '../people.ts';
import type { Reader } from '../reader.ts';
import { zendeskChannel, zendeskRating, zendeskRole } from '../zendesk-words.ts';

const NAME = 'zendesk';

/** Tickets with their comments or audits: the account export, dumps of the programming interface, Airbyte streams. */
export const zendesk: Reader = {
  name: NAME,
  product: 'zendesk',
  title: 'Zendesk Support (JSON export, API tickets, comments and audits)',
  certainty: 'real',
  guide: {
    export:
      'Admin Center → Account → Tools → Reports → Export, JSON (a ticket per line); or the API: tickets with their comments or audits.',
    reads: 'Comments, internal notes, triggers as bots, assignment and closing from audits, rating, tags, channel.',
    lacks: 'The export names only requester, submitter and assignee: other authors are bare ids with an unknown role.',
  },
  shapes: ['json'],
  bundle: (file) => file.split('/').slice(0, -1).join('/'),
  detect({ records }) {
    let bare = 0;
    for (const { value, envelope } of records) {
      const ticket = objectOf(fieldOf(value, 'ticket')) ?? value;
      const comments = [...listOf(fieldOf(ticket, 'comments')), ...listOf(fieldOf(value, 'comments'))];
      if (comments.some((comment) => fieldOf(comment, 'audit_id') !== undefined || isComment(comment))) {
        return { score: 90, reason: 'comments with author_id and public or audit_id' };
      }
      const audits = listOf(fieldOf(value, 'audits'));
      if (isAudit(value) || audits.some(isAudit) || isAudit(fieldOf(value, 'audit'))) {
        return { score: 90, reason: 'audits with events and ticket_id' };
      }
      if (isComment(value) && idField(value, 'ticket_id') !== null) {
        return { score: 90, reason: 'comments with ticket_id, author_id and public' };
      }
      if (isTicket(ticket)) {
        if (Array.isArray(fieldOf(ticket, 'comments')) || (envelope !== null && envelope !== 'list')) {
          return { score: 90, reason: 'tickets with requester_id and via' };
        }
        bare += 1;
      }
    }
    if (bare === 0) {
      return null;
    }
    const refusal =
      'These are Zendesk tickets without their comments: what was said is not in them. Export JSON from Admin Center ' +
      '(a ticket per line, with comments), or fetch /api/v2/tickets/ID/comments.json or audits.json for each ticket.';
    return { score: 90, reason: 'tickets with requester_id and via, none with comments', refusal };
  },
  async *read(contents, context) {
    const { people, requesters } = await lookUp(contents);
    for (const content of contents) {
      if (content.shape !== 'json') {
        continue;
      }
      const file = new ExportFile(content.file, NAME, context);
      for await (const record of content.records()) {
        const fragment = await readRecord(record, file, people, requesters);
        if (fragment !== null) {
          yield fragment;
        }
      }
    }
  },
};

function isTicket(value: unknown): boolean {
  return idField(value, 'requester_id') !== null && objectOf(fieldOf(value, 'via')) !== null;
}

function isComment(value: unknown): boolean {
  const body = fieldOf(value, 'html_body') ?? fieldOf(value, 'plain_body') ?? fieldOf(value, 'body');
  return idField(value, 'author_id') !== null && typeof fieldOf(value, 'public') === 'boolean' && body !== undefined;
}

function isAudit(value: unknown): boolean {
  return idField(value, 'ticket_id') !== null && Array.isArray(fieldOf(value, 'events'));
}

/** Who is who, over all files: users stand beside tickets, in lists of their own, or inside the tickets. */
async function lookUp(contents: readonly Content[]): Promise<{ people: People; requesters: Map<string, string> }> {
  const people = new People();
  const requesters = new Map<string, string>();
  const addUser = (user: unknown, role: Role | null = null): void => {
    const written = zendeskRole(textField(user, 'role'));
    const person = { name: textField(user, 'name'), email: textField(user, 'email'), role: written ?? role };
    people.add(idField(user, 'id'), person);
  };
  for (const content of contents) {
    if (content.shape !== 'json') {
      continue;
    }
    for await (const { value, shared } of content.records()) {
      for (const user of [...listOf(shared['users']), ...listOf(fieldOf(value, 'users'))]) {
        addUser(user);
      }
      if (zendeskRole(textField(value, 'role')) !== null) {
        addUser(value);
      }
      const ticket = objectOf(fieldOf(value, 'ticket')) ?? value;
      const id = idField(ticket, 'id');
      const requester = idField(ticket, 'requester_id') ?? idField(fieldOf(ticket, 'requester'), 'id');
      if (id !== null && requester !== null) {
        requesters.set(id, requester);
        // A requester is the customer here, unless the list of users says that it is a colleague.
        addUser(fieldOf(ticket, 'requester'), null);
        addUser(fieldOf(ticket, 'submitter'), null);
        addUser(fieldOf(ticket, 'assignee'), 'agent');
        const assignee = idField(ticket, 'assignee_id');
        people.add(assignee === requester ? null : assignee, { role: 'agent' });
      }
    }
  }
  return { people, requesters };
}

async function readRecord(
  record: JsonRecord,
  file: ExportFile,
  people: People,
  requesters: ReadonlyMap<string, string>,
): Promise<Fragment | null> {
  const { value, line } = record;
  const ticket =
    objectOf(fieldOf(value, 'ticket')) ?? (isTicket(value) || idField(value, 'requester_id') !== null ? value : null);
  const comments = [
    ...listOf(fieldOf(ticket, 'comments')),
    ...(ticket === value ? [] : listOf(fieldOf(value, 'comments'))),
  ];
  const audits = [
    ...listOf(fieldOf(value, 'audits')),
    ...(isAudit(value) ? [value] : []),
    fieldOf(value, 'audit'),
  ].filter(isAudit);
  const single = isComment(value) && idField(value, 'ticket_id') !== null;
  const id =
    idField(ticket, 'id') ??
    (single ? idField(value, 'ticket_id') : null) ??
    idField(audits[0], 'ticket_id') ??
    (comments.length > 0 ? chatName(file.name) : null);
  if (id === null) {
    return null;
  }
  const authors = new Authors(people, requesters.get(id) ?? null);
  const messages: Message[] = [];
  for (const comment of single ? [value] : comments) {
    messages.push(await readComment(comment, line, file, authors));
  }
  for (const audit of audits) {
    messages.push(...(await readAudit(audit, line, file, authors)));
  }
  const description = textField(ticket, 'description');
  if (messages.length === 0 && description !== null && Array.isArray(fieldOf(ticket, 'comments'))) {
    // The first comment repeats the description; where there is no comment, it is all that was said.
    messages.push(await readDescription(ticket, description, line, file, authors));
  }
  return { ...metadata(id, ticket, line, file, authors), messages, order: single ? 'time' : 'given' };
}

function metadata(id: string, ticket: unknown, line: number | null, file: ExportFile, authors: Authors): Fragment {
  const requester = fieldOf(ticket, 'requester');
  const known = authors.people.get(authors.requester);
  const status = textField(ticket, 'status');
  const over = status === 'solved' || status === 'closed';
  return makeFragment({
    id,
    product: 'zendesk',
    channel: zendeskChannel(textField(fieldOf(ticket, 'via'), 'channel')),
    status,
    subject: textField(ticket, 'subject') ?? textField(ticket, 'raw_subject'),
    opened_at: file.at(fieldOf(ticket, 'created_at'), line),
    closed_at: over ? file.at(fieldOf(fieldOf(ticket, 'metric_set'), 'solved_at'), line) : null,
    customer: {
      id: authors.requester,
      name: textField(requester, 'name') ?? known?.name ?? null,
      email: textField(requester, 'email') ?? known?.email ?? null,
    },
    tags: listOf(fieldOf(ticket, 'tags')).filter((tag) => typeof tag === 'string'),
    csat: zendeskRating(textField(fieldOf(ticket, 'satisfaction_rating'), 'score')),
    messages: [],
    source: file.source(line),
  });
}

/** Who wrote in one ticket. */
class Authors {
  readonly people: People;
  readonly requester: string | null;

  constructor(people: People, requester: string | null) {
    this.people = people;
    this.requester = requester;
  }

  /** An id that nothing is known of is nobody's: it may be a third party or a colleague who left. */
  role(id: string | null, automatic: boolean, internal: boolean): Role {
    if (automatic || id === '-1') {
      return 'bot';
    }
    const known = this.people.get(id)?.role ?? null;
    return known ?? (id !== null && id === this.requester ? 'customer' : internal ? 'agent' : 'unknown');
  }
}

/** True where a rule of the account wrote, though under somebody's name. */
function byRule(via: unknown): boolean {
  const rel = textField(fieldOf(via, 'source'), 'rel');
  return textField(via, 'channel') === 'rule' || rel === 'trigger' || rel === 'automation';
}

async function readComment(
  comment: unknown,
  line: number | null,
  file: ExportFile,
  authors: Authors,
): Promise<Message> {
  const via = fieldOf(comment, 'via');
  const id = idField(comment, 'author_id');
  const internal = fieldOf(comment, 'public') === false;
  const merge = textField(fieldOf(via, 'source'), 'rel') === 'merge';
  const fields = {
    role: merge ? ('system' as const) : authors.role(id, byRule(via), internal),
    id,
    name: authors.people.name(id),
    at: file.at(fieldOf(comment, 'created_at'), line),
    internal,
    event: merge ? ('other' as const) : null,
    message_id: idField(comment, 'id'),
    line,
  };
  const body = fieldOf(comment, 'plain_body') ?? fieldOf(comment, 'body');
  const message = await file.message(fields, fieldOf(comment, 'html_body'), body);
  if (message.text.includes('▇')) {
    file.notice('redacted-text', line, 'Some texts were blacked out in Zendesk and are judged as they are.');
  }
  return message;
}

async function readAudit(audit: unknown, line: number | null, file: ExportFile, authors: Authors): Promise<Message[]> {
  const messages: Message[] = [];
  const at = file.at(fieldOf(audit, 'created_at'), line);
  for (const event of listOf(fieldOf(audit, 'events'))) {
    const type = textField(event, 'type');
    if (type === 'Comment' || type === 'VoiceComment') {
      const author = idField(event, 'author_id') ?? idField(audit, 'author_id');
      const comment = { via: fieldOf(audit, 'via'), ...objectOf(event), author_id: author };
      messages.push({ ...(await readComment(comment, line, file, authors)), at });
    } else if (type === 'Change' || type === 'Create') {
      const change = readChange(event, authors);
      if (change !== null) {
        messages.push({ ...change, at, line, message_id: idField(event, 'id') });
      }
    }
  }
  return messages;
}

function readChange(event: unknown, authors: Authors): Message | null {
  const field = textField(event, 'field_name');
  const value = idOf(fieldOf(event, 'value'));
  if (field === 'assignee_id' && value !== null) {
    const name = authors.people.name(value);
    return makeMessage({ role: 'system', event: 'assigned', id: value, name, text: `Assigned to ${name ?? value}` });
  }
  if (field === 'status' && (value === 'solved' || value === 'closed')) {
    return makeMessage({ role: 'system', event: 'closed', text: `Status changed to ${value}` });
  }
  return null;
}

function readDescription(
  ticket: unknown,
  description: string,
  line: number | null,
  file: ExportFile,
  authors: Authors,
): Promise<Message> {
  const id = idField(ticket, 'submitter_id') ?? authors.requester;
  const at = file.at(fieldOf(ticket, 'created_at'), line);
  return file.message(
    { role: authors.role(id, false, false), id, name: authors.people.name(id), at, line },
    description,
  );
}
