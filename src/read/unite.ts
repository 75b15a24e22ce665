import type { Conversation, Fragment, Message } from '../model/conversation.ts';
import { parseInstant } from '../text/instant.ts';
import type { Group } from './group.ts';

/** One conversation, and what uniting its fragments cost. */
export interface United {
  readonly conversation: Conversation;
  readonly sessions: boolean;
  /** Messages that another record held already, by the file whose copy was left out. */
  readonly duplicates: ReadonlyMap<string, number>;
}

/**
 * Makes one conversation of its fragments. Of contradicting metadata the first that is not null wins. Messages of rows
 * are sorted by time, stably, unless a time is missing; native and API order is kept. A message met again is left out: known
 * by its id, else by (at, author, text) when it comes from another export. One export may well hold the same words twice.
 */
export function unite(group: Group): United {
  const [first] = group;
  if (first === undefined) {
    throw new RangeError('a group holds at least one fragment');
  }
  const duplicates = new Map<string, number>();
  const parts = occurrences(group);
  let messages: Message[] = [];
  for (const { file, messages: more } of parts) {
    const { joined, left } = join(messages, more);
    messages = joined;
    if (left > 0) {
      duplicates.set(file, (duplicates.get(file) ?? 0) + left);
    }
  }
  if (group.some((fragment) => fragment.order === 'time')) {
    messages = byTime(messages);
  }
  const sessions = group.some((fragment) => fragment.sessions);
  return { conversation: { ...metadataOf(group, first), messages }, sessions, duplicates };
}

interface Occurrence {
  readonly file: string;
  readonly messages: readonly Message[];
}

/** What one export says of a conversation: all rows of a file, or one whole record. */
function occurrences(group: Group): Occurrence[] {
  const rows = new Map<string, Message[]>();
  const found: Occurrence[] = [];
  for (const { order, source, messages } of group) {
    if (order === 'given') {
      found.push({ file: source.file, messages });
      continue;
    }
    const known = rows.get(source.file);
    if (known === undefined) {
      const started = [...messages];
      rows.set(source.file, started);
      found.push({ file: source.file, messages: started });
    } else {
      known.push(...messages);
    }
  }
  return found;
}

/** Adds the messages of another export where they belong: after the last one that both have. */
function join(known: readonly Message[], more: readonly Message[]): { joined: Message[]; left: number } {
  if (known.length === 0) {
    return withoutRepeatedIds(more);
  }
  const placeOfId = new Map<string, number>();
  const placesOfCopy = new Map<string, number[]>();
  for (const [index, message] of known.entries()) {
    if (message.message_id !== null) {
      placeOfId.set(message.message_id, index);
    }
    append(placesOfCopy, keyOf(message), index);
  }
  const addedIds = new Set<string>();
  const leading: Message[] = [];
  const after = new Map<number, Message[]>();
  const matched = new Set<number>();
  let anchor = -1;
  let left = 0;
  for (const message of more) {
    const place = placeOf(message, known, placeOfId, placesOfCopy);
    if (place !== undefined) {
      matched.add(place);
      anchor = Math.max(anchor, place);
      left += 1;
    } else if (message.message_id !== null && addedIds.has(message.message_id)) {
      left += 1;
    } else if (anchor < 0) {
      leading.push(message);
    } else {
      append(after, anchor, message);
    }
    if (message.message_id !== null) {
      addedIds.add(message.message_id);
    }
  }
  return { joined: anchor < 0 ? [...known, ...leading] : [...leading, ...filled(known, after, matched)], left };
}

/**
 * The known messages with others put in behind their anchors: before the next message that both exports have, among
 * those between by time where all of them have one.
 */
function filled(
  known: readonly Message[],
  after: ReadonlyMap<number, Message[]>,
  matched: ReadonlySet<number>,
): Message[] {
  const joined: Message[] = [];
  let waiting: Message[] = [];
  for (const [index, message] of known.entries()) {
    if (matched.has(index)) {
      joined.push(...waiting);
      waiting = [];
    }
    const earlier = waiting.findIndex((other) => !isBefore(other, message));
    joined.push(...waiting.splice(0, earlier < 0 ? waiting.length : earlier), message);
    waiting = [...waiting, ...(after.get(index) ?? [])];
  }
  return [...joined, ...waiting];
}

/** True where both have a time and the first is earlier. */
function isBefore(one: Message, other: Message): boolean {
  const first = one.at === null ? null : parseInstant(one.at);
  const second = other.at === null ? null : parseInstant(other.at);
  return first !== null && second !== null && first.local === second.local && first.ms < second.ms;
}

function withoutRepeatedIds(messages: readonly Message[]): { joined: Message[]; left: number } {
  const ids = new Set<string>();
  const joined = messages.filter((message) => {
    const repeated = message.message_id !== null && ids.has(message.message_id);
    if (message.message_id !== null) {
      ids.add(message.message_id);
    }
    return !repeated;
  });
  return { joined, left: messages.length - joined.length };
}

/** Where a message already stands: by its id, else by its words. Two messages with ids of their own are never one. */
function placeOf(
  message: Message,
  known: readonly Message[],
  placeOfId: ReadonlyMap<string, number>,
  placesOfCopy: ReadonlyMap<string, number[]>,
): number | undefined {
  const byId = message.message_id === null ? undefined : placeOfId.get(message.message_id);
  if (byId !== undefined) {
    return byId;
  }
  const places = placesOfCopy.get(keyOf(message)) ?? [];
  const fitting = places.findIndex((index) => message.message_id === null || known[index]?.message_id === null);
  return fitting < 0 ? undefined : places.splice(fitting, 1)[0];
}

function append<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) {
    lists.set(key, [item]);
  } else {
    list.push(item);
  }
}

function keyOf(message: Message): string {
  const instant = message.at === null ? null : parseInstant(message.at);
  const at = instant === null ? message.at : `${instant.ms}${instant.local ? ' local' : ''}`;
  return JSON.stringify([at, message.id ?? message.name, message.role, message.text]);
}

/** Stably by time, or as they are where a time is missing or cannot be compared. */
function byTime(messages: readonly Message[]): Message[] {
  const timed = messages.map((message) => ({ message, at: message.at === null ? null : parseInstant(message.at) }));
  const comparable = timed.every(({ at }) => at !== null) && new Set(timed.map(({ at }) => at?.local)).size <= 1;
  if (comparable) {
    timed.sort((left, right) => (left.at?.ms ?? 0) - (right.at?.ms ?? 0));
  }
  return timed.map(({ message }) => message);
}

/** Of every field the first that is not null; of tags the first that are any. */
function metadataOf(group: Group, first: Fragment): Omit<Conversation, 'messages'> {
  const known = <Value>(read: (fragment: Fragment) => Value | null): Value | null => {
    for (const fragment of group) {
      const value = read(fragment);
      if (value !== null) {
        return value;
      }
    }
    return null;
  };
  const extra = known((fragment) => fragment.extra ?? null);
  return {
    id: first.id,
    product: first.product,
    channel: known((fragment) => fragment.channel),
    language: known((fragment) => fragment.language),
    status: known((fragment) => fragment.status),
    subject: known((fragment) => fragment.subject),
    opened_at: known((fragment) => fragment.opened_at),
    closed_at: known((fragment) => fragment.closed_at),
    exported_at: known((fragment) => fragment.exported_at),
    customer: {
      id: known((fragment) => fragment.customer.id),
      name: known((fragment) => fragment.customer.name),
      email: known((fragment) => fragment.customer.email),
    },
    tags: known((fragment) => (fragment.tags.length > 0 ? fragment.tags : null)) ?? [],
    csat: known((fragment) => fragment.csat),
    source: first.source,
    ...(extra === null ? {} : { extra }),
  };
}
