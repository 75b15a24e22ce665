import { type Message, makeMessage, type Role } from '../../model/conversation.ts';
import type { ExportFile } from '../export-file.ts';
import { fieldOf, idField, idOf, listOf, objectOf, textField } from '../json-values.ts';
import type { Authors } from './authors.ts';

/** True where a rule of the account wrote, though under somebody's name. */
function byRule(via: unknown): boolean {
  const rel = textField(fieldOf(via, 'source'), 'rel');
  return textField(via, 'channel') === 'rule' || rel === 'trigger' || rel === 'automation';
}

/** Zendesk itself writes as `-1`. */
function roleOf(id: string | null, internal: boolean, authors: Authors): Role {
  return id === '-1' ? 'bot' : authors.role(id, internal);
}

export async function readComment(
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
    role: merge ? ('system' as const) : byRule(via) ? 'bot' : roleOf(id, internal, authors),
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

/** The comments of an audit, and those of its changes that are events of the conversation. */
export async function readAudit(
  audit: unknown,
  line: number | null,
  file: ExportFile,
  authors: Authors,
): Promise<Message[]> {
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

/** The text that a ticket began with. */
export function readDescription(
  ticket: unknown,
  description: string,
  line: number | null,
  file: ExportFile,
  authors: Authors,
): Promise<Message> {
  const id = idField(ticket, 'submitter_id') ?? authors.requester;
  const at = file.at(fieldOf(ticket, 'created_at'), line);
  return file.message({ role: roleOf(id, false, authors), id, name: authors.people.name(id), at, line }, description);
}
