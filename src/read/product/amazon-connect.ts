import {
  type Channel,
  type Fragment,
  type Message,
  makeFragment,
  makeMessage,
  type Role,
  type SystemEvent,
} from '../../model/conversation.ts';
import type { JsonRecord } from '../content.ts';
import type { ExportFile } from '../export-file.ts';
import { readEachRecord, someRecord } from '../json-reader.ts';
import { fieldOf, idField, listOf, objectOf, textField } from '../json-values.ts';
import { parseJson } from '../parse-json.ts';
import type { Reader } from '../reader.ts';
import { meaningOf } from '../word-meaning.ts';

const NAME = 'amazon-connect';

const ROLES: Readonly<Record<string, Role>> = {
  CUSTOMER: 'customer',
  AGENT: 'agent',
  SUPERVISOR: 'agent',
  CUSTOM_BOT: 'bot',
  SYSTEM: 'system',
};
const EVENTS: readonly (readonly [RegExp, SystemEvent])[] = [
  [/participant\.joined$/u, 'joined'],
  [/participant\.left$/u, 'left'],
  [/transfer\.succeeded$/u, 'transferred'],
  [/chat\.ended$/u, 'closed'],
];
/** Typing and receipts are no part of the talk. */
const NOISE =
  /event\.(?:typing|message\.(?:delivered|read|metadata)|connection\.acknowledged|participant\.(?:idle|returned|active))$|receipt/u;

/** The words of an interactive message: its titles, as the customer saw them. */
function interactiveText(content: string): string {
  try {
    const words: string[] = [];
    const visit = (value: unknown, depth: number): void => {
      if (depth > 8 || words.length > 50) {
        return;
      }
      for (const item of listOf(value)) {
        visit(item, depth + 1);
      }
      for (const [key, inner] of Object.entries(objectOf(value) ?? {})) {
        if (typeof inner === 'string' && ['title', 'subtitle', 'description', 'text'].includes(key)) {
          words.push(inner);
        } else if (typeof inner === 'object') {
          visit(inner, depth + 1);
        }
      }
    };
    visit(JSON.parse(content), 0);
    return [...new Set(words)].join('\n') || content;
  } catch {
    return content;
  }
}

function roleOf(item: unknown, participants: ReadonlyMap<string, string>): Role {
  const word = textField(item, 'ParticipantRole') ?? participants.get(idField(item, 'ParticipantId') ?? '') ?? '';
  const role = meaningOf(word, ROLES) ?? 'unknown';
  return role === 'system' && (textField(item, 'DisplayName') ?? '').toUpperCase() === 'BOT' ? 'bot' : role;
}

function messageOf(
  item: unknown,
  participants: ReadonlyMap<string, string>,
  line: number | null,
  file: ExportFile,
): Message | null {
  const contentType = textField(item, 'ContentType') ?? '';
  const type = textField(item, 'Type') ?? 'MESSAGE';
  const name = textField(item, 'DisplayName');
  const known = {
    id: idField(item, 'ParticipantId'),
    name,
    at: file.at(fieldOf(item, 'AbsoluteTime'), line),
    message_id: idField(item, 'Id'),
    line,
  };
  if (type === 'EVENT') {
    const event = EVENTS.find(([pattern]) => pattern.test(contentType))?.[1] ?? 'other';
    return NOISE.test(contentType)
      ? null
      : makeMessage({ ...known, role: 'system', event, text: [name, event].filter(Boolean).join(' ') });
  }
  const attached = listOf(fieldOf(item, 'Attachments')).map(
    (file) => `[${textField(file, 'AttachmentName') ?? 'attachment'}]`,
  );
  const content = textField(item, 'Content') ?? attached.join('\n');
  const role = roleOf(item, participants);
  const text = contentType.includes('interactive') ? interactiveText(content) : content;
  return makeMessage({ ...known, role, text });
}

function channelOf(value: unknown): Channel {
  const voice =
    textField(value, 'Channel') === 'VOICE' ||
    listOf(fieldOf(value, 'Transcript')).some((item) => fieldOf(item, 'BeginOffsetMillis') !== undefined);
  return voice ? 'phone' : 'chat';
}

/** A live notice wraps one item as JSON in a text. */
function unwrapped(value: unknown): unknown {
  const message = textField(value, 'Message');
  if (textField(value, 'Type') !== 'Notification' || message === null) {
    return value;
  }
  try {
    return parseJson(message);
  } catch {
    return value;
  }
}

async function* readContact(record: JsonRecord, file: ExportFile): AsyncGenerator<Fragment> {
  const value = unwrapped(record.value);
  const whole = Array.isArray(fieldOf(value, 'Transcript'));
  const items = whole ? listOf(fieldOf(value, 'Transcript')) : [value];
  const metadata = fieldOf(value, 'CustomerMetadata');
  const id =
    idField(value, 'InitialContactId') ??
    idField(value, 'ContactId') ??
    idField(metadata, 'InitialContactId') ??
    idField(metadata, 'ContactId');
  if (id === null) {
    file.leftOut(record.line, 'A record has no ContactId; it was left out.');
    return;
  }
  const participants = new Map(
    listOf(fieldOf(value, 'Participants')).map((person) => [
      idField(person, 'ParticipantId') ?? '',
      textField(person, 'ParticipantRole') ?? '',
    ]),
  );
  const messages = items.flatMap((item) => messageOf(item, participants, record.line, file) ?? []);
  const customer = messages.find(
    ({ role, name }) => role === 'customer' && name !== null && !/^(?:customer|guest|visitor)$/iu.test(name),
  );
  yield makeFragment({
    id,
    product: 'amazon-connect',
    channel: channelOf(value),
    customer: { id: null, name: customer?.name ?? null, email: null },
    messages,
    order: whole ? 'given' : 'time',
    source: file.source(record.line),
  });
}

/** Chats (S3 transcripts), Contact Lens analyses, and live items by SNS. */
export const amazonConnect: Reader = {
  name: NAME,
  product: 'amazon-connect',
  title: 'Amazon Connect and Contact Lens',
  certainty: 'real',
  guide: {
    export:
      'The files that Connect writes to the S3 bucket: ChatTranscripts, or Analysis/Chat and Analysis/Voice of Contact Lens.',
    reads:
      'Messages, bots, joins, leaves and transfers; the contacts of one transfer are one conversation (InitialContactId).',
    lacks: 'Rating and status; of calls, the time of day.',
  },
  shapes: ['json'],
  detect({ records }) {
    const contact = (value: unknown): boolean =>
      Array.isArray(fieldOf(value, 'Transcript')) &&
      (idField(value, 'ContactId') !== null || objectOf(fieldOf(value, 'CustomerMetadata')) !== null);
    const live = (value: unknown): boolean => {
      const item = unwrapped(value);
      return (
        idField(item, 'ContactId') !== null &&
        textField(item, 'ParticipantRole') !== null &&
        textField(item, 'AbsoluteTime') !== null
      );
    };
    return someRecord(records, (value) => contact(value) || live(value))
      ? { score: 90, reason: 'Transcript with a ContactId, or items with ParticipantRole and AbsoluteTime' }
      : null;
  },
  read: readEachRecord(NAME, readContact),
};
