import { fieldOf, idField, objectOf } from '../json-values.ts';

/*
 * What tells the records of Zendesk's programming interface from each other, and from those of other products.
 */

export function isTicket(value: unknown): boolean {
  return idField(value, 'requester_id') !== null && objectOf(fieldOf(value, 'via')) !== null;
}

export function isComment(value: unknown): boolean {
  const body = fieldOf(value, 'html_body') ?? fieldOf(value, 'plain_body') ?? fieldOf(value, 'body');
  return idField(value, 'author_id') !== null && typeof fieldOf(value, 'public') === 'boolean' && body !== undefined;
}

/** A comment that stands alone, outside its ticket. */
export function isLoneComment(value: unknown): boolean {
  return isComment(value) && idField(value, 'ticket_id') !== null;
}

export function isAudit(value: unknown): boolean {
  return idField(value, 'ticket_id') !== null && Array.isArray(fieldOf(value, 'events'));
}
