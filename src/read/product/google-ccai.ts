import {
  type Channel,
  type Fragment,
  type Message,
  makeFragment,
  makeMessage,
  type Role,
} from '../../model/conversation.ts';
import type { JsonRecord } from '../content.ts';
import type { ExportFile } from '../export-file.ts';
import { readEachRecord, someRecord } from '../json-reader.ts';
import { fieldOf, idField, listOf, textField } from '../json-values.ts';
import type { Reader } from '../reader.ts';
import { channelOfWord } from '../role-words.ts';
import { meaningOf } from '../word-meaning.ts';

const NAME = 'google-ccai';

const ROLES: Readonly<Record<string, Role>> = {
  AGENT: 'agent',
  HUMAN_AGENT: 'agent',
  CUSTOMER: 'customer',
  END_USER: 'customer',
  CONSUMER: 'customer',
  AUTOMATED_AGENT: 'bot',
  VIRTUAL_AGENT: 'bot',
  BOT: 'bot',
  SYSTEM: 'system',
};

function roleOf(entry: unknown): Role {
  const word = (textField(entry, 'role') ?? textField(entry, 'type') ?? '').toUpperCase().replace(/[\s-]/gu, '_');
  return meaningOf(word, ROLES) ?? 'unknown';
}

function messageOf(entry: unknown, line: number | null, file: ExportFile): Message {
  const body = fieldOf(entry, 'body');
  const moment = ['start_timestamp_usec', 'timestamp', 'created_at', 'sent_at', 'time']
    .map((key) => fieldOf(entry, key))
    .find((value) => value !== undefined);
  return makeMessage({
    role: roleOf(entry),
    id: idField(entry, 'user_id'),
    name: textField(entry, 'name') ?? textField(entry, 'user_name'),
    at: file.at(moment, line),
    text: textField(entry, 'text') ?? textField(body, 'content') ?? textField(body, 'text') ?? '',
    line,
  });
}

async function* readEntries({ value, line }: JsonRecord, file: ExportFile): AsyncGenerator<Fragment> {
  const info = fieldOf(value, 'conversation_info');
  const own =
    idField(value, 'conversation_id') ??
    idField(value, 'comm_id') ??
    idField(info, 'conversation_id') ??
    idField(value, 'id');
  const channel: Channel = channelOfWord(textField(value, 'comm_type') ?? textField(info, 'medium')) ?? 'chat';
  yield makeFragment({
    id: own ?? file.nextName(),
    product: 'google-ccai',
    channel,
    opened_at: file.at(fieldOf(value, 'assigned_at'), line),
    messages: listOf(fieldOf(value, 'entries')).map((entry) => messageOf(entry, line, file)),
    source: file.source(line),
  });
}

/** Conversations in the form that CCAI Insights takes in, and records of CCAI Platform. */
export const googleCcai: Reader = {
  name: NAME,
  product: 'google-ccai',
  title: 'Google CCAI Insights and CCAI Platform',
  certainty: 'real',
  guide: {
    export: 'The JSON files of a bucket that CCAI Insights reads, or the transcripts that CCAI Platform writes.',
    reads: 'Entries with their role and time.',
    lacks: 'Names, rating, status; mostly the id of the conversation, for which the name of the file stands.',
  },
  shapes: ['json'],
  detect({ records }) {
    const insights = (value: unknown): boolean =>
      listOf(fieldOf(value, 'entries')).some(
        (entry) => fieldOf(entry, 'start_timestamp_usec') !== undefined && textField(entry, 'role') !== null,
      );
    const platform = (value: unknown): boolean =>
      Array.isArray(fieldOf(value, 'entries')) && textField(value, 'comm_type') !== null;
    return someRecord(records, (value) => insights(value) || platform(value))
      ? { score: 90, reason: 'entries with start_timestamp_usec and role, or with comm_type' }
      : null;
  },
  read: readEachRecord(NAME, readEntries),
};
