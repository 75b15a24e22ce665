import { type Fragment, type Message, makeFragment, makeMessage, type Role } from '../../model/conversation.ts';
import type { JsonRecord } from '../content.ts';
import type { ExportFile } from '../export-file.ts';
import { readEachRecord, someRecord } from '../json-reader.ts';
import { fieldOf, idField, listOf, objectOf, textField } from '../json-values.ts';
import type { Reader } from '../reader.ts';

const NAME = 'twilio';

/** A telephone or an address of a messenger: somebody outside. */
const OUTSIDE =
  /^(?:(?:whatsapp|messenger|sms|rcs|viber|line|telegram|instagram|googlebusinessmessages):.{1,200}|\+\d{6,16})$/u;

function isMessage(value: unknown): boolean {
  return (
    /^IM[0-9a-f]{8,64}$/iu.test(textField(value, 'sid') ?? '') &&
    /^CH/u.test(textField(value, 'conversation_sid') ?? '')
  );
}

/** Participants with an identity sit at a desk; those with an address of a messenger are outside. */
function sidesOf(participants: readonly unknown[]): ReadonlyMap<string, Role> {
  const sides = new Map<string, Role>();
  for (const person of participants) {
    const binding = objectOf(fieldOf(person, 'messaging_binding'));
    const role = binding?.['address'] != null ? 'customer' : textField(person, 'identity') !== null ? 'agent' : null;
    for (const key of [idField(person, 'sid'), textField(person, 'identity'), textField(binding, 'address')]) {
      if (key !== null && role !== null) {
        sides.set(key, role);
      }
    }
  }
  return sides;
}

function messageOf(value: unknown, sides: ReadonlyMap<string, Role>, line: number | null, file: ExportFile): Message {
  const author = textField(value, 'author');
  const known = sides.get(idField(value, 'participant_sid') ?? '') ?? sides.get(author ?? '');
  const role: Role = known ?? (author === 'system' ? 'system' : OUTSIDE.test(author ?? '') ? 'customer' : 'unknown');
  const media = listOf(fieldOf(value, 'media')).map((file) => `[${textField(file, 'filename') ?? 'attachment'}]`);
  return makeMessage({
    role,
    id: author,
    name: author,
    at: file.at(fieldOf(value, 'date_created'), line),
    text: textField(value, 'body') ?? media.join('\n'),
    message_id: idField(value, 'sid'),
    line,
  });
}

async function* readMessages({ value, line, shared }: JsonRecord, file: ExportFile): AsyncGenerator<Fragment> {
  const items = isMessage(value) ? [value] : listOf(fieldOf(value, 'messages'));
  const sides = sidesOf([...listOf(fieldOf(value, 'participants')), ...listOf(shared['participants'])]);
  const conversations = new Map<string, unknown[]>();
  for (const item of items) {
    const id = textField(item, 'conversation_sid');
    if (!isMessage(item) || id === null) {
      file.leftOut(line, 'A message has no sid or conversation_sid; it was left out.');
      continue;
    }
    const known = conversations.get(id);
    if (known === undefined) {
      conversations.set(id, [item]);
    } else {
      known.push(item);
    }
  }
  for (const [id, messages] of conversations) {
    const inOrder = messages.toSorted((left, right) => indexOf(left) - indexOf(right));
    yield makeFragment({
      id,
      product: 'twilio',
      channel: 'messaging',
      order: items.length > 1 ? 'given' : 'time',
      messages: inOrder.map((item) => messageOf(item, sides, line, file)),
      source: file.source(line),
    });
  }
}

function indexOf(value: unknown): number {
  const index = fieldOf(value, 'index');
  return typeof index === 'number' ? index : Number(typeof index === 'string' ? index : 0) || 0;
}

/** Messages of Twilio Conversations. */
export const twilio: Reader = {
  name: NAME,
  product: 'twilio',
  title: 'Twilio Conversations',
  certainty: 'documented',
  guide: {
    export:
      'API: /v1/Conversations/CH…/Messages (with the participants beside them, where they are at hand), as JSON or a message per line.',
    reads:
      'Messages in the order of their index; sides by the participants, else by telephone numbers and messenger addresses.',
    lacks: 'Without participants, who is the agent (`--agent-name`); rating, status.',
  },
  shapes: ['json'],
  detect({ records }) {
    return someRecord(records, (value) => isMessage(value) || listOf(fieldOf(value, 'messages')).some(isMessage))
      ? { score: 90, reason: 'messages with sid IM… and conversation_sid CH…' }
      : null;
  },
  read: readEachRecord(NAME, readMessages),
};
