import {
  CHANNELS,
  type Channel,
  CUT_KINDS,
  type Cut,
  type Fragment,
  type Message,
  makeFragment,
  makeMessage,
  ROLES,
  type Role,
  SYSTEM_EVENTS,
  type SystemEvent,
} from '../../model/conversation.ts';
import { problem } from '../../model/problem.ts';
import { parseInstant } from '../../text/instant.ts';
import type { JsonRecord } from '../content.ts';
import type { Reader } from '../reader.ts';
import { FileTimes, timeSettings } from '../times.ts';

const CONVERSATION_KEYS = new Set<string>([
  ...['id', 'product', 'channel', 'language', 'status', 'subject', 'opened_at', 'closed_at', 'exported_at'],
  ...['customer', 'tags', 'csat', 'messages'],
]);
const MESSAGE_KEYS = new Set(['role', 'id', 'name', 'at', 'text', 'internal', 'event', 'cuts', 'message_id']);

/** The program's own format (TRANSCRIPT.md), strictly: what is wrong in a record is said, and the record left out. */
export const native: Reader = {
  name: 'native',
  product: null,
  title: 'Native transcript (NDJSON or JSON array)',
  certainty: 'real',
  guide: {
    export: 'By `transcript-audit convert`, or by your own script.',
    reads: 'Everything that the program knows of a conversation; keys that it does not know are kept.',
    lacks: 'Nothing.',
  },
  shapes: ['json'],
  detect({ records }) {
    const isMessage = (value: unknown): boolean => {
      const message = asObject(value);
      return (
        message !== null &&
        (ROLES as readonly unknown[]).includes(message['role']) &&
        typeof message['text'] === 'string'
      );
    };
    const messagesOf = (value: unknown): readonly unknown[] | null => {
      const messages = asObject(value)?.['messages'];
      return typeof asObject(value)?.['id'] === 'string' && Array.isArray(messages) ? messages : null;
    };
    const sure = records.some(({ value }) => messagesOf(value)?.some(isMessage) === true);
    const alike = records.some(({ value }) =>
      messagesOf(value)?.every((message) => asObject(message)?.['role'] !== undefined),
    );
    // Ids may look like those of the product that a conversation was converted from, so the own shape goes before all.
    return sure || alike
      ? { score: sure ? 95 : 50, reason: 'records with an id and messages that have a role and a text' }
      : null;
  },
  async *read(contents, { settings, tell }) {
    const times = new FileTimes(timeSettings(settings));
    for (const content of contents) {
      if (content.shape !== 'json') {
        continue;
      }
      for await (const record of content.records()) {
        try {
          yield readRecord(record, content.file, times);
        } catch (cause) {
          if (!(cause instanceof Wrong)) {
            throw cause;
          }
          tell(
            problem('unreadable-record', content.file, record.line, `${cause.message}; the conversation was left out.`),
          );
        }
      }
    }
  },
};

/** What is wrong with a record, in words that go on with "; the conversation was left out". */
class Wrong extends Error {}

function readRecord(record: JsonRecord, file: string, times: FileTimes): Fragment {
  const value = asObject(record.value);
  if (value === null) {
    throw new Wrong('A conversation must be a JSON object');
  }
  const id = value['id'];
  if (!(typeof id === 'string' || typeof id === 'number') || id === '') {
    throw new Wrong(id === undefined ? 'The conversation has no id' : 'The id of a conversation must be a text');
  }
  if (!Array.isArray(value['messages'])) {
    throw new Wrong(`The conversation "${String(id).slice(0, 60)}" has no list of messages`);
  }
  const customer = value['customer'] === undefined || value['customer'] === null ? {} : asObject(value['customer']);
  if (customer === null) {
    throw new Wrong('customer must be an object with id, name and email');
  }
  const tags = value['tags'] ?? [];
  if (!Array.isArray(tags) || tags.some((tag) => typeof tag !== 'string')) {
    throw new Wrong('tags must be a list of texts');
  }
  const csat = value['csat'] ?? null;
  if (csat !== null && typeof csat !== 'number' && typeof csat !== 'string') {
    throw new Wrong('csat must be a number, a word or null');
  }
  const messages = value['messages'].map((message: unknown, index) => readMessage(message, index, record.line, times));
  const extra = unknownKeys(value, CONVERSATION_KEYS);
  return makeFragment({
    id: String(id),
    product: text(value, 'product'),
    channel: oneOf<Channel>(text(value, 'channel'), CHANNELS, 'channel'),
    language: text(value, 'language')?.toLowerCase().split(/[-_]/)[0] ?? null,
    status: text(value, 'status'),
    subject: text(value, 'subject'),
    opened_at: time(value, 'opened_at', times),
    closed_at: time(value, 'closed_at', times),
    exported_at: time(value, 'exported_at', times),
    customer: { id: idOf(customer, 'id'), name: text(customer, 'name'), email: text(customer, 'email') },
    tags: tags as string[],
    csat,
    messages,
    source: { file, format: 'native', line: record.line },
    ...(extra === null ? {} : { extra }),
  });
}

function readMessage(raw: unknown, index: number, line: number | null, times: FileTimes): Message {
  const value = asObject(raw);
  if (value === null) {
    throw new Wrong(`Message ${index} must be an object`);
  }
  const within = <T>(read: () => T): T => {
    try {
      return read();
    } catch (cause) {
      throw cause instanceof Wrong ? new Wrong(`Message ${index}: ${cause.message}`) : cause;
    }
  };
  return within(() => {
    const role = oneOf<Role>(text(value, 'role'), ROLES, 'role');
    const body = text(value, 'text');
    if (role === null || body === null) {
      throw new Wrong(`${role === null ? 'role' : 'text'} is missing`);
    }
    const internal = value['internal'] ?? false;
    if (typeof internal !== 'boolean') {
      throw new Wrong('internal must be true or false');
    }
    const extra = unknownKeys(value, MESSAGE_KEYS);
    return makeMessage({
      role,
      id: idOf(value, 'id'),
      name: text(value, 'name'),
      at: time(value, 'at', times),
      text: body,
      internal,
      event: oneOf<SystemEvent>(text(value, 'event'), SYSTEM_EVENTS, 'event'),
      cuts: cutsOf(value['cuts'], body.length),
      message_id: idOf(value, 'message_id'),
      line,
      ...(extra === null ? {} : { extra }),
    });
  });
}

function asObject(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

function text(value: Record<string, unknown>, key: string): string | null {
  const found = value[key] ?? null;
  if (found !== null && typeof found !== 'string') {
    throw new Wrong(`${key} must be a text`);
  }
  return found;
}

function idOf(value: Record<string, unknown>, key: string): string | null {
  const found = value[key] ?? null;
  if (found !== null && typeof found !== 'string' && typeof found !== 'number') {
    throw new Wrong(`${key} must be a text`);
  }
  return found === null ? null : String(found);
}

function oneOf<T extends string>(word: string | null, allowed: readonly T[], key: string): T | null {
  if (word === null || (allowed as readonly string[]).includes(word)) {
    return word as T | null;
  }
  throw new Wrong(`${key} is "${word.slice(0, 40)}", but must be one of ${allowed.join(', ')}`);
}

/** ISO 8601 as written; a local time gets the zone that the user gave. */
function time(value: Record<string, unknown>, key: string, times: FileTimes): string | null {
  const written = text(value, key);
  if (written === null) {
    return null;
  }
  const instant = parseInstant(written);
  if (instant === null) {
    throw new Wrong(`${key} is "${written.slice(0, 40)}", but must be ISO 8601 (2026-03-02T09:14:05+01:00)`);
  }
  return instant.local && times.settings.zone !== null ? times.atOrNull(written) : written;
}

function cutsOf(raw: unknown, length: number): readonly Cut[] {
  if (raw === undefined || raw === null) {
    return [];
  }
  if (!Array.isArray(raw)) {
    throw new Wrong('cuts must be a list');
  }
  return raw.map((item: unknown) => {
    const cut = asObject(item);
    const start = cut?.['start'];
    const end = cut?.['end'];
    const fits =
      Number.isInteger(start) &&
      Number.isInteger(end) &&
      (start as number) >= 0 &&
      (end as number) >= (start as number);
    if (cut === null || !fits || (end as number) > length) {
      throw new Wrong('a cut must have start and end within the text');
    }
    const kind = oneOf(text(cut, 'kind'), CUT_KINDS, 'kind');
    return { start: start as number, end: end as number, kind: kind ?? 'quote' };
  });
}

function unknownKeys(value: Record<string, unknown>, known: ReadonlySet<string>): Record<string, unknown> | null {
  const unknown = Object.entries(value).filter(([key]) => !known.has(key));
  return unknown.length === 0 ? null : Object.fromEntries(unknown);
}
