import type { Reader } from '../reader.ts';

/** A list that a product gives instead of messages: how its header is known, and how to get the messages. */
interface TicketList {
  readonly product: string;
  readonly matches: (header: readonly string[]) => boolean;
  readonly instead: string;
}

const has = (header: readonly string[], ...names: readonly string[]): boolean =>
  names.every((name) => header.some((column) => column.trim().toLowerCase() === name));

/** Columns that hold what was said: a table with one of them is no mere list. */
const SAID =
  /^(?:body|text|message|message[ _]body|message[ _]text|content|transcript|chat transcript|comment|comments|conversation history)$/i;

const LISTS: readonly TicketList[] = [
  {
    product: 'Zendesk',
    matches: (header) =>
      has(header, 'summation column') ||
      (has(header, 'requester', 'assignee') && (has(header, 'requester email') || has(header, 'satisfaction score'))),
    instead:
      'export JSON from Admin Center → Account → Tools → Reports (with comments), or fetch the comments or audits of each ticket by the API',
  },
  {
    product: 'Intercom',
    matches: (header) =>
      has(header, 'conversation id') &&
      header.some((name) => /^conversation (?:created|started) at\b/i.test(name.trim())),
    instead:
      'fetch GET /conversations/ID for each conversation, or load the streams conversations and conversation_parts with Airbyte',
  },
  {
    product: 'LiveChat',
    matches: (header) =>
      has(header, 'conferenceid') || header.some((name) => /^chat (?:creation|start) date\b/i.test(name.trim())),
    instead: 'fetch the archives by the Agent Chat API (list_archives, get_chat)',
  },
  {
    product: 'Freshdesk or Freshservice',
    matches: (header) =>
      has(header, 'ticket id', 'created time') &&
      (has(header, 'full name') || has(header, 'requester name') || has(header, 'agent', 'status')),
    instead:
      'fetch /api/v2/tickets/ID?include=conversations,requester for each ticket, or use Admin → Account → Export data (JSON)',
  },
  {
    product: 'Front',
    matches: (header) => has(header, 'message id', 'conversation id', 'extract', 'direction'),
    instead: 'fetch /conversations/ID/messages by the API: the column Extract holds only the beginning of each message',
  },
  {
    product: 'Help Scout',
    matches: (header) => has(header, 'number', 'mailbox', 'customer email') && has(header, 'status'),
    instead: 'fetch /v2/conversations?embed=threads by the API',
  },
];

/** Lists of tickets and chats without a word of what was said: known, so that they are refused with the way out. */
export const ticketList: Reader = {
  name: 'ticket-list',
  product: null,
  title: 'Lists of tickets without messages (CSV of Zendesk, Intercom, LiveChat, Freshdesk, Front, Help Scout)',
  certainty: 'real',
  guide: {
    export: 'Not this file: see how each product gives its messages.',
    reads: 'Nothing: the file is refused, with the way to get the messages.',
    lacks: 'Every word that was said.',
  },
  shapes: ['rows'],
  detect({ header }) {
    const list = LISTS.find(({ matches }) => matches(header));
    if (list === undefined || header.some((name) => SAID.test(name.trim()))) {
      return null;
    }
    const refusal = `This is a list of ${list.product} without messages, so that there is nothing to judge. To get them, ${list.instead}.`;
    return { score: 85, reason: `the columns of a list of ${list.product}`, refusal };
  },
  async *read() {
    // Nothing can be read from a list, even where it is asked for.
  },
};
