import { type Fragment, makeFragment } from '../../model/conversation.ts';
import type { Content } from '../content.ts';
import type { ExportFile } from '../export-file.ts';
import { folderOf } from '../file-folder.ts';
import { intercomChannel, intercomEvent, intercomRole } from '../intercom-words.ts';
import { People } from '../people.ts';
import type { Reader } from '../reader.ts';
import { hasColumns, isInForce, readTables, type TableRecord, tableRecords, tablesWith } from '../warehouse-tables.ts';

const NAME = 'intercom-warehouse';
const CONVERSATIONS = ['id', 'source_author_type', 'source_body', 'source_type', 'state'];
const PARTS = ['conversation_id', 'part_type', 'author_type', 'author_id', 'body'];
const ADMINS = ['id', 'job_title', 'name', 'email'];
const CONTACTS = ['id', 'role', 'name', 'email', '_fivetran_active'];
const LINKS = ['contact_id', 'conversation_id'];

/** Intercom's tables as loaders write them into a warehouse, joined by their ids. */
export const intercomWarehouse: Reader = {
  name: NAME,
  product: 'intercom',
  title: 'Intercom warehouse tables (Fivetran)',
  certainty: 'real',
  guide: {
    export: 'Write conversation_history, conversation_part_history, admin and contact_history as CSV into one folder.',
    reads: 'The opening message, comments, notes, assignment and closing, rating; superseded versions are passed over.',
    lacks: 'Names, where the tables of admins and contacts are not there.',
  },
  shapes: ['rows'],
  bundle: folderOf,
  detect({ header }) {
    const known = [CONVERSATIONS, PARTS].some((columns) => hasColumns(header, columns));
    const beside =
      hasColumns(header, ['_fivetran_synced']) && [ADMINS, LINKS].some((columns) => hasColumns(header, columns));
    return known || beside ? { score: 90, reason: 'the columns of an Intercom warehouse table' } : null;
  },
  read: readTables(NAME, lookUp, [
    { columns: CONVERSATIONS, read: readConversation },
    { columns: PARTS, read: readPart },
  ]),
};

async function lookUp(contents: readonly Content[]): Promise<People> {
  const people = new People();
  for (const table of [...tablesWith(contents, ADMINS), ...tablesWith(contents, CONTACTS)]) {
    for await (const row of tableRecords(table)) {
      if (isInForce(row)) {
        people.add(row.get('id'), { name: row.get('name'), email: row.get('email') });
      }
    }
  }
  return people;
}

async function readConversation(row: TableRecord, people: People, file: ExportFile): Promise<Fragment | null> {
  const id = row.get('id');
  if (id === null || !isInForce(row)) {
    return null;
  }
  const author = row.get('source_author_id');
  const role = intercomRole(row.get('source_author_type')) ?? 'unknown';
  const delivered = row.get('source_delivered_as');
  const automatic = delivered === 'automated' || delivered === 'operator_initiated';
  const body = row.get('source_body');
  const opened = file.at(row.get('created_at'), row.line);
  const fields = {
    id: author,
    name: people.name(author),
    at: opened,
    message_id: row.get('source_id'),
    line: row.line,
  };
  const opening = { ...fields, role: automatic && role === 'agent' ? ('bot' as const) : role };
  const rating = row.get('conversation_rating_value');
  return makeFragment({
    id,
    product: 'intercom',
    channel: intercomChannel(row.get('source_type')),
    status: row.get('state'),
    opened_at: opened,
    customer:
      role === 'customer'
        ? { id: author, name: people.name(author), email: people.get(author)?.email ?? null }
        : { id: null, name: null, email: null },
    csat: rating === null ? null : Number(rating),
    messages: body === null ? [] : [await file.message(opening, body)],
    order: 'time',
    source: file.source(row.line),
  });
}

async function readPart(row: TableRecord, people: People, file: ExportFile): Promise<Fragment | null> {
  const conversation = row.get('conversation_id');
  if (conversation === null || !isInForce(row)) {
    return null;
  }
  const type = row.get('part_type') ?? '';
  const body = row.get('body');
  const said = body !== null && /^comment|note/.test(type);
  const event = intercomEvent(type);
  const author = event === 'assigned' && !said ? row.get('assigned_to_id') : row.get('author_id');
  const common = {
    id: author,
    name: people.name(author),
    at: file.at(row.get('created_at'), row.line),
    message_id: row.get('id'),
    line: row.line,
  };
  const message = said
    ? await file.message(
        { ...common, role: intercomRole(row.get('author_type')) ?? 'unknown', internal: /note/.test(type) },
        body,
      )
    : await file.message({ ...common, role: 'system', event: type === 'comment' ? 'other' : event }, type);
  return makeFragment({
    id: conversation,
    product: 'intercom',
    messages: [message],
    order: 'time',
    source: file.source(row.line),
  });
}
