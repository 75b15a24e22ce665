import { type Fragment, makeFragment, makeMessage, type Role } from '../../model/conversation.ts';
import type { JsonRecord } from '../content.ts';
import type { ExportFile } from '../export-file.ts';
import { readEachRecord, someRecord } from '../json-reader.ts';
import { fieldOf, listOf, textField } from '../json-values.ts';
import type { Reader } from '../reader.ts';
import { meaningOf } from '../word-meaning.ts';

const NAME = 'dialogflow';
const ROLES: Readonly<Record<string, Role>> = { END_USER: 'customer', HUMAN_AGENT: 'agent', AUTOMATED_AGENT: 'bot' };

function isMessage(value: unknown): boolean {
  return textField(value, 'participantRole') !== null && textField(value, 'content') !== null;
}

/** `projects/p/locations/l/conversations/c/messages/m` */
function partOf(name: string | null, kind: string): string | null {
  return new RegExp(`(?:^|/)${kind}/([^/]{1,200})`, 'u').exec(name ?? '')?.[1] ?? null;
}

async function* readMessages({ value, line }: JsonRecord, file: ExportFile): AsyncGenerator<Fragment> {
  for (const item of isMessage(value) ? [value] : listOf(fieldOf(value, 'messages'))) {
    const name = textField(item, 'name');
    const conversation = partOf(name, 'conversations') ?? partOf(textField(value, 'name'), 'conversations');
    const role = textField(item, 'participantRole') ?? '';
    if (!isMessage(item) || conversation === null) {
      file.leftOut(
        line,
        'A message has no content, no participantRole or no conversation in its name; it was left out.',
      );
      continue;
    }
    yield makeFragment({
      id: conversation,
      product: 'dialogflow',
      channel: 'chat',
      language: /^[a-z]{2,3}(?=-|$)/u.exec((textField(item, 'languageCode') ?? '').toLowerCase())?.[0] ?? null,
      order: 'time',
      messages: [
        makeMessage({
          role: meaningOf(role, ROLES) ?? 'unknown',
          id: partOf(textField(item, 'participant'), 'participants') ?? textField(item, 'participant'),
          at: file.at(fieldOf(item, 'createTime') ?? fieldOf(item, 'sendTime'), line),
          text: textField(item, 'content') ?? '',
          message_id: partOf(name, 'messages'),
          line,
        }),
      ],
      source: file.source(line),
    });
  }
}

/** Messages of Dialogflow's agent assist: people, bots and customers in one list. */
export const dialogflow: Reader = {
  name: NAME,
  product: 'dialogflow',
  title: 'Dialogflow messages',
  certainty: 'documented',
  guide: {
    export: 'API: conversations.messages.list, as JSON or a message per line.',
    reads: 'Messages with role, language and time, also several conversations in one file.',
    lacks: 'Names, rating, status.',
  },
  shapes: ['json'],
  detect({ records }) {
    return someRecord(records, (value) => isMessage(value) || listOf(fieldOf(value, 'messages')).some(isMessage))
      ? { score: 90, reason: 'messages with participantRole and content' }
      : null;
  },
  read: readEachRecord(NAME, readMessages),
};
