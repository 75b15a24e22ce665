import type { Envelope } from './envelope.ts';

/** HAL pages: `{"_embedded":{"conversations":[…]},"page":{…}}`. A record of its own with `_embedded` has an id beside it. */
export const hal: Envelope = {
  name: 'hal',
  open(value) {
    const embedded = value['_embedded'];
    const paged = value['page'] !== undefined || value['_links'] !== undefined;
    if (typeof embedded !== 'object' || embedded === null || Array.isArray(embedded)) {
      // An empty page has no `_embedded` at all.
      return typeof value['page'] === 'object' && Object.keys(value).every((key) => key === 'page' || key === '_links')
        ? []
        : null;
    }
    const lists = Object.entries(embedded).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
    if (value['id'] !== undefined || !paged || lists.length !== 1) {
      return null;
    }
    return lists.flatMap(([stream, items]) => items.map((item) => ({ value: item, stream, shared: {} })));
  },
};
