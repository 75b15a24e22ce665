import { type Fragment, type Message, makeFragment, type Role } from '../../model/conversation.ts';
import { chatName } from '../chat-name.ts';
import type { Content, JsonRecord } from '../content.ts';
import type { ExportFile } from '../export-file.ts';
import { folderOf } from '../file-folder.ts';
import { everyRecord, readEachRecord } from '../json-reader.ts';
import { fieldOf, idField, listOf, objectOf, textField } from '../json-values.ts';
import type { Reader } from '../reader.ts';
import { type Authors, Directory } from '../zendesk/authors.ts';
import { readAudit, readComment, readDescription } from '../zendesk/messages.ts';
import { isAudit, isComment, isLoneComment, isTicket } from '../zendesk/records.ts';
import { zendeskChannel, zendeskRating, zendeskRole } from '../zendesk/words.ts';

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
  bundle: folderOf,
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
      if (isLoneComment(value)) {
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
    const directory = await lookUp(contents);
    yield* readEachRecord(NAME, async function* (record, file) {
      const fragment = await readRecord(record, file, directory);
      if (fragment !== null) {
        yield fragment;
      }
    })(contents, context);
  },
};

/** Who is who, over all files: users stand beside tickets, in lists of their own, or inside the tickets. */
async function lookUp(contents: readonly Content[]): Promise<Directory> {
  const directory = new Directory();
  const { people, requesters } = directory;
  const addUser = (user: unknown, role: Role | null = null): void => {
    const written = zendeskRole(textField(user, 'role'));
    const person = { name: textField(user, 'name'), email: textField(user, 'email'), role: written ?? role };
    people.add(idField(user, 'id'), person);
  };
  for await (const { value, shared } of everyRecord(contents)) {
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
  return directory;
}

async function readRecord(record: JsonRecord, file: ExportFile, directory: Directory): Promise<Fragment | null> {
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
  const single = isLoneComment(value);
  const id =
    idField(ticket, 'id') ??
    (single ? idField(value, 'ticket_id') : null) ??
    idField(audits[0], 'ticket_id') ??
    (comments.length > 0 ? chatName(file.name) : null);
  if (id === null) {
    return null;
  }
  const authors = directory.authorsOf(id);
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
