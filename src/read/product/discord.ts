import type { Fragment, Message, SystemEvent } from '../../model/conversation.ts';
import { makeFragment, makeMessage } from '../../model/conversation.ts';
import { problem } from '../../model/problem.ts';
import { readTime } from '../../text/local-time.ts';
import { chatName } from '../chat-name.ts';
import type { JsonRecord } from '../content.ts';
import type { ExportFile } from '../export-file.ts';
import { readEachRecord } from '../json-reader.ts';
import { fieldOf, idField, listOf, objectOf, textField } from '../json-values.ts';
import type { ReadContext, Reader } from '../reader.ts';
import type { IsAgent } from '../roles.ts';
import { agentMatcher } from '../roles.ts';
import { meaningOf } from '../word-meaning.ts';

const NAME = 'discord';

/** Messages that a person typed; all other types are written by the program. */
const TYPED = new Set([
  'Default',
  'Reply',
  '0',
  '19',
  'ChatInputCommand',
  'ContextMenuCommand',
  'ThreadStarterMessage',
]);
const EVENTS: Readonly<Record<string, SystemEvent>> = {
  GuildMemberJoin: 'joined',
  UserJoin: 'joined',
  RecipientAdd: 'joined',
  RecipientRemove: 'left',
};

function bodyOf(value: unknown): string {
  const content = textField(value, 'content');
  if (content !== null) {
    return content;
  }
  const embeds = listOf(fieldOf(value, 'embeds')).flatMap((embed) =>
    [textField(embed, 'title'), textField(embed, 'description')].filter((words) => words !== null),
  );
  const files = listOf(fieldOf(value, 'attachments')).map((file) => `[${textField(file, 'fileName') ?? 'attachment'}]`);
  const stickers = listOf(fieldOf(value, 'stickers')).map((sticker) => `[${textField(sticker, 'name') ?? 'sticker'}]`);
  return [...embeds, ...files, ...stickers].join('\n');
}

function messageOf(
  value: unknown,
  line: number | null,
  file: ExportFile,
  isAgent: IsAgent,
  context: ReadContext,
): Message | null {
  const author = objectOf(fieldOf(value, 'author'));
  const type = idField(value, 'type') ?? 'Default';
  if (author === null) {
    file.leftOut(line, 'a message without author');
    return null;
  }
  const moment = textField(value, 'timestamp');
  const time = moment === null ? null : readTime(moment, { zone: context.settings.timezone, dateOrder: null });
  if (time === null || 'reason' in time) {
    context.tell(problem('unreadable-time', file.name, line, time?.reason ?? 'a message without timestamp'));
  }
  const name = textField(author, 'nickname') ?? textField(author, 'name');
  // All deleted accounts share one id and name: several people, nobody in particular.
  const deleted = name === 'Deleted User' || idField(author, 'id') === '456226577798135808';
  const typed = TYPED.has(type);
  const byRole = listOf(author['roles']).some((role) => isAgent(textField(role, 'name') ?? ''));
  return makeMessage({
    role: typed ? (author['isBot'] === true ? 'bot' : byRole ? 'agent' : 'unknown') : 'system',
    id: deleted ? null : idField(author, 'id'),
    name,
    at: time !== null && 'at' in time ? time.at : null,
    message_id: idField(value, 'id'),
    text: bodyOf(value) || (typed ? '' : type),
    event: typed ? null : meaningOf(type, EVENTS),
    line,
  });
}

function* readChannel(record: JsonRecord, file: ExportFile, context: ReadContext): Iterable<Fragment> {
  const list = fieldOf(record.value, 'messages');
  if (!Array.isArray(list)) {
    file.leftOut(record.line, 'a channel without a list of messages');
    return;
  }
  const channel = fieldOf(record.value, 'channel');
  const exportedAt = textField(record.value, 'exportedAt');
  const exported =
    exportedAt === null ? null : readTime(exportedAt, { zone: context.settings.timezone, dateOrder: null });
  const isAgent = agentMatcher(context.settings.agentNames);
  const messages = list.flatMap((value) => messageOf(value, record.line, file, isAgent, context) ?? []);
  if (messages.length > 0) {
    yield makeFragment({
      id: idField(channel, 'id') ?? chatName(file.name),
      product: 'discord',
      channel: 'messaging',
      subject: textField(channel, 'name'),
      exported_at: exported !== null && 'at' in exported ? exported.at : null,
      messages,
      // A large channel is exported in parts, and a part may be given twice.
      order: 'time',
      sessions: true,
      source: file.source(record.line),
    });
  }
}

export const discord: Reader = {
  name: NAME,
  product: 'discord',
  title: 'Discord channel (DiscordChatExporter JSON)',
  certainty: 'real',
  guide: {
    export: 'DiscordChatExporter, format JSON, one file per channel or thread; partitions may be given together.',
    reads: 'Messages with authors, ids and times; bots; joins and pins as system messages.',
    lacks:
      'Who is the agent (`--agent-name`); one conversation of a channel ends where nobody spoke (`--session-gap`).',
  },
  shapes: ['json'],
  detect({ records }) {
    const root = records[0]?.value;
    const is = ['guild', 'channel'].every((key) => objectOf(fieldOf(root, key)) !== null);
    return is && Array.isArray(fieldOf(root, 'messages'))
      ? { score: 90, reason: 'the keys guild, channel and messages' }
      : null;
  },
  read: readEachRecord(NAME, readChannel),
};
