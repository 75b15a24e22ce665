import type { Envelope } from './envelope.ts';

/**
 * The lists of programming interfaces: one object that holds a list of records beside paging and side-loaded tables
 * (`{"tickets":[…],"users":[…],"next_page":…}`, `{"results":[…],"paging":{…}}`, `{"error":false,"data":[…]}`).
 *
 * Only names that are lists of whole conversations or of self-contained messages are taken for one: the list of comments
 * inside a ticket belongs to the ticket.
 */
export const list: Envelope = {
  name: 'list',
  open(value) {
    for (const [name, companions] of LISTS) {
      const items = value[name];
      if (!Array.isArray(items) || !items.every((item) => typeof item === 'object' && item !== null)) {
        continue;
      }
      const others = Object.keys(value).filter((key) => key !== name);
      if (others.every((key) => PAGING.has(key) || companions.includes(key))) {
        const shared = Object.fromEntries(others.map((key) => [key, value[key]]));
        return items.map((item: unknown) => ({ value: item, stream: name, shared }));
      }
    }
    return null;
  },
};

const LISTS: readonly (readonly [string, readonly string[]])[] = [
  ['tickets', ['users', 'groups', 'organizations', 'metric_sets', 'brands', 'audits', 'comments']],
  ['chats', ['users', 'docs']],
  ['conversations', ['users', 'contacts', 'admins']],
  ['cases', ['users', 'staff']],
  ['results', []],
  ['data', []],
  ['items', []],
  ['records', []],
  ['threads', []],
  ['docs', []],
  ['_results', []],
  ['payload', []],
];

/** Keys that say how many records there are and where the next are, and nothing of the records themselves. */
const PAGING = new Set([
  ...[
    'next_page',
    'previous_page',
    'count',
    'pages',
    'paging',
    'page',
    'meta',
    'links',
    '_links',
    'total_count',
    'total',
  ],
  ...[
    'end_time',
    'end_of_stream',
    'after_url',
    'before_url',
    'after_cursor',
    'before_cursor',
    'next_url',
    'next_page_id',
  ],
  ...[
    'previous_page_id',
    'found_chats',
    'error',
    'reason',
    'status',
    'success',
    'object',
    'type',
    'has_more',
    'cursor',
  ],
  ...['per_page', 'pagination', '_pagination', 'sort', 'facets', 'missing', 'limit', 'offset', 'code', 'message'],
]);
