import type { Fragment, Message } from '../../model/conversation.ts';
import { makeFragment, makeMessage } from '../../model/conversation.ts';
import { problem } from '../../model/problem.ts';
import { late } from '../../text/late-pattern.ts';
import { readTime } from '../../text/local-time.ts';
import { chatName } from '../chat-name.ts';
import type { JsonRecord } from '../content.ts';
import type { ExportFile } from '../export-file.ts';
import { readEachRecord } from '../json-reader.ts';
import { fieldOf, listOf, objectOf, textField } from '../json-values.ts';
import { mendMojibake } from '../mojibake.ts';
import type { ReadContext, Reader } from '../reader.ts';

const NAME = 'meta';

/** What stands for a message without words. */
const MEDIA_KEYS = ['photos', 'videos', 'audio_files', 'gifs', 'sticker', 'files', 'share', 'call_duration'] as const;

/** Lines that the program writes under a person's name. */
const BY_PROGRAM = late(
  () =>
    /^(?:.{1,60} (?:reacted .{1,40} to your message|liked a message|sent an attachment|set (?:the|your) nickname|changed the (?:theme|group (?:photo|name))|named the group|added .{1,60} to the group|left the group|missed (?:your|a) (?:video )?call|started a (?:video chat|call)|removed .{1,60} from the group)|(?:you are now connected on messenger|you can now message and call each other|liked a message|reacted .{1,20} to your message|this message is no longer available because).*)\.?\s*$/iu,
);

function mended(value: unknown, key: string): string | null {
  const text = textField(value, key);
  return text === null ? null : mendMojibake(text);
}

function bodyOf(value: unknown): string | null {
  const content = mended(value, 'content');
  if (content !== null) {
    return content;
  }
  const media = MEDIA_KEYS.find((key) => fieldOf(value, key) !== undefined);
  const link = textField(fieldOf(value, 'share'), 'link');
  return media === undefined ? null : (link ?? `[${media}]`);
}

function messageOf(value: unknown, line: number | null, file: ExportFile, context: ReadContext): Message | null {
  const moment = fieldOf(value, 'timestamp_ms') ?? fieldOf(value, 'timestamp');
  const name = mended(value, 'sender_name') ?? mended(value, 'senderName');
  if (objectOf(value) === null || (name === null && moment === undefined)) {
    file.leftOut(line, 'a message without sender_name and timestamp_ms');
    return null;
  }
  const time =
    typeof moment === 'number' || typeof moment === 'string' ? readTime(moment, { zone: null, dateOrder: null }) : null;
  if (time === null || 'reason' in time) {
    context.tell(problem('unreadable-time', file.name, line, time?.reason ?? 'a message without timestamp_ms'));
  }
  const words = bodyOf(value) ?? mended(value, 'text') ?? '';
  const unsent = fieldOf(value, 'is_unsent') === true || fieldOf(value, 'isUnsent') === true;
  const call = fieldOf(value, 'call_duration') !== undefined && textField(value, 'content') !== null;
  const byProgram = unsent || call || BY_PROGRAM.test(words);
  return makeMessage({
    role: byProgram ? 'system' : 'unknown',
    name,
    at: time !== null && 'at' in time ? time.at : null,
    text: words === '' && unsent ? '[unsent]' : words,
    line,
  });
}

/** `…/inbox/anna_1234/message_1.json` and `message_2.json` are one thread. */
function threadName(file: string): string {
  return /\/message_\d{1,4}\.json$/u.test(file) ? file.slice(0, file.lastIndexOf('/')) : chatName(file);
}

function* readThread(record: JsonRecord, file: ExportFile, context: ReadContext): Iterable<Fragment> {
  const list = fieldOf(record.value, 'messages');
  if (!Array.isArray(list)) {
    file.leftOut(record.line, 'a thread without a list of messages');
    return;
  }
  // Mostly newest first: turned round, so that equal times keep the order in which they were said.
  const [first, last] = [list[0], list.at(-1)].map(
    (value) => fieldOf(value, 'timestamp_ms') ?? fieldOf(value, 'timestamp'),
  );
  const oldestFirst = typeof first === 'number' && typeof last === 'number' && first < last;
  const messages = (oldestFirst ? list : list.toReversed()).flatMap(
    (value) => messageOf(value, record.line, file, context) ?? [],
  );
  const title = mended(record.value, 'title') ?? mended(record.value, 'threadName');
  const path = mended(record.value, 'thread_path');
  if (messages.length > 0) {
    yield makeFragment({
      id: path ?? title ?? threadName(file.name),
      product: 'meta',
      channel: 'social',
      subject: title,
      messages,
      order: 'time',
      sessions: true,
      source: file.source(record.line),
    });
  }
}

export const meta: Reader = {
  name: NAME,
  product: 'meta',
  title: 'Messenger and Instagram download (message_1.json)',
  certainty: 'real',
  guide: {
    export: 'Accounts Center, Your information and permissions, Download your information, Messages, format JSON.',
    reads: 'Messages with senders and times, all files of a thread together; damaged letters (`Ã³`) are mended.',
    lacks: 'Who is the agent (`--agent-name`), the ids of messages, and what was unsent.',
  },
  shapes: ['json'],
  detect({ records }) {
    const messages = listOf(fieldOf(records[0]?.value, 'messages'));
    const has = (value: unknown, ...keys: string[]): boolean => keys.every((key) => fieldOf(value, key) !== undefined);
    const typical = messages
      .slice(0, 20)
      .filter(
        (value) => has(value, 'sender_name', 'timestamp_ms') || has(value, 'senderName', 'timestamp', 'isUnsent'),
      );
    return typical.length === 0
      ? null
      : { score: 90, reason: 'messages have sender_name and timestamp_ms as Facebook writes them' };
  },
  read: readEachRecord(NAME, readThread),
};
