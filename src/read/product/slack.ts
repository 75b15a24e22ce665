import type { Fragment, Message, SystemEvent } from '../../model/conversation.ts';
import { makeFragment, makeMessage } from '../../model/conversation.ts';
import { problem } from '../../model/problem.ts';
import { readTime } from '../../text/local-time.ts';
import type { Content, JsonRecord } from '../content.ts';
import { fieldOf, idField, listOf, textField } from '../json-values.ts';
import type { ReadContext, Reader } from '../reader.ts';
import type { IsAgent } from '../roles.ts';
import { agentMatcher } from '../roles.ts';
import type { SlackNames } from '../slack-text.ts';
import { plainSlackText } from '../slack-text.ts';
import { meaningOf } from '../word-meaning.ts';

/** Subtypes that a person's or a bot's words come with; all other subtypes are written by the program. */
const WORDS = new Set([
  'bot_message',
  'file_share',
  'me_message',
  'thread_broadcast',
  'reply_broadcast',
  'file_comment',
]);
const EVENTS: Readonly<Record<string, SystemEvent>> = {
  channel_join: 'joined',
  group_join: 'joined',
  channel_leave: 'left',
  group_leave: 'left',
};

const DAY_FILE = /^(?:(.*)\/)?([^/]+)\/\d{4}-\d{2}-\d{2}\.json$/u;
const LISTS =
  /^(?:(.*)\/)?(?:users|org_users|channels|groups|dms|mpims|integration_logs|canvases|file_conversations|lists)\.json$/u;

interface User {
  readonly name: string | null;
  readonly bot: boolean;
  /** True where --agent-name names the address, the handle or the shown name. */
  readonly agent: boolean;
}

interface Directory extends SlackNames {
  readonly users: ReadonlyMap<string, User>;
}

function nameOfProfile(user: unknown): string | null {
  const profile = fieldOf(user, 'profile');
  return (
    textField(profile, 'real_name') ??
    textField(user, 'real_name') ??
    textField(profile, 'display_name') ??
    textField(user, 'name')
  );
}

function isNamed(user: unknown, isAgent: IsAgent): boolean {
  const profile = fieldOf(user, 'profile');
  const names = [
    textField(profile, 'email'),
    textField(profile, 'real_name'),
    textField(profile, 'display_name'),
    textField(user, 'real_name'),
    textField(user, 'name'),
  ];
  return names.some((name) => name !== null && isAgent(name));
}

async function directoryOf(contents: readonly Content[], isAgent: IsAgent): Promise<Directory> {
  const users = new Map<string, User>([['USLACKBOT', { name: 'Slackbot', bot: true, agent: false }]]);
  const channels = new Map<string, string>();
  for (const content of contents) {
    if (content.shape !== 'json' || !LISTS.test(content.file)) {
      continue;
    }
    const people = /users\.json$/u.test(content.file);
    for await (const { value } of content.records()) {
      const id = idField(value, 'id');
      if (id !== null && people) {
        users.set(id, {
          name: nameOfProfile(value),
          bot: fieldOf(value, 'is_bot') === true || id === 'USLACKBOT',
          agent: isNamed(value, isAgent),
        });
      } else if (id !== null) {
        channels.set(id, textField(value, 'name') ?? id);
      }
    }
  }
  return {
    users,
    user: (id) => users.get(id)?.name ?? null,
    channel: (id) => channels.get(id) ?? null,
  };
}

/** The words of a message: its text, else what its attachments and files say of themselves. */
function bodyOf(value: unknown, directory: Directory): string {
  const text = textField(value, 'text');
  if (text !== null) {
    return plainSlackText(text, directory);
  }
  const attached = listOf(fieldOf(value, 'attachments')).flatMap((attachment) => {
    const words = ['pretext', 'title', 'text'].flatMap((key) => textField(attachment, key) ?? []);
    return words.length > 0 ? words : (textField(attachment, 'fallback') ?? []);
  });
  const files = listOf(fieldOf(value, 'files')).map(
    (file) => `[${textField(file, 'title') ?? textField(file, 'name') ?? 'file'}]`,
  );
  return [...attached.map((words) => plainSlackText(words, directory)), ...files].join('\n');
}

interface Dated {
  readonly file: string;
  readonly ts: string;
  readonly thread: string | null;
  readonly message: Message;
}

function messageOf(record: JsonRecord, file: string, directory: Directory, context: ReadContext): Dated | null {
  const { value, line } = record;
  const ts = idField(value, 'ts');
  if (textField(value, 'type') !== 'message' || ts === null) {
    context.tell(problem('unreadable-record', file, line, 'a record that is no message, or has no ts'));
    return null;
  }
  const time = readTime(ts, { zone: null, dateOrder: null, epochUnit: 's' });
  if ('reason' in time) {
    context.tell(problem('unreadable-time', file, line, time.reason));
  }
  const subtype = textField(value, 'subtype');
  const userId = idField(value, 'user') ?? idField(fieldOf(value, 'comment'), 'user');
  const user = userId === null ? undefined : directory.users.get(userId);
  const bot = subtype === 'bot_message' || user?.bot === true || (userId === null && idField(value, 'bot_id') !== null);
  const system = subtype !== null && !WORDS.has(subtype);
  const message = makeMessage({
    role: system ? 'system' : bot ? 'bot' : user?.agent === true ? 'agent' : 'unknown',
    id: userId ?? idField(value, 'bot_id'),
    name:
      user?.name ??
      nameOfProfile(fieldOf(value, 'user_profile')) ??
      textField(value, 'username') ??
      textField(fieldOf(value, 'bot_profile'), 'name'),
    at: 'at' in time ? time.at : null,
    message_id: ts,
    text: bodyOf(value, directory),
    event: system ? meaningOf(subtype, EVENTS) : null,
    line,
  });
  return { file, ts, thread: idField(value, 'thread_ts'), message };
}

/** `1452845865.000008`: whole seconds before the point have one length until 2286, so the texts sort as the times do. */
function byTime(left: Dated, right: Dated): number {
  const difference = Number(left.ts) - Number(right.ts);
  return difference !== 0 ? difference : left.ts < right.ts ? -1 : left.ts > right.ts ? 1 : 0;
}

/** The messages of each file apart, so that every file is accounted for; grouping brings them together again. */
function byFile(thread: readonly Dated[]): Dated[][] {
  const files = new Map<string, Dated[]>();
  for (const dated of thread) {
    const part = files.get(dated.file);
    if (part === undefined) {
      files.set(dated.file, [dated]);
    } else {
      part.push(dated);
    }
  }
  return [...files.values()];
}

function* conversationsOf(channel: string, read: readonly Dated[]): Iterable<Fragment> {
  const threads = new Map<string, Dated[]>();
  const threaded = new Set(read.flatMap(({ thread }) => thread ?? []));
  for (const dated of read.toSorted(byTime)) {
    // Answers stand under `thread_ts`, days after their beginning in another file; what has none is the channel's talk.
    const key = dated.thread ?? (threaded.has(dated.ts) ? dated.ts : '');
    const thread = threads.get(key);
    if (thread === undefined) {
      threads.set(key, [dated]);
    } else {
      thread.push(dated);
    }
  }
  for (const [key, thread] of [...threads].flatMap(([key, thread]) =>
    byFile(thread).map((part) => [key, part] as const),
  )) {
    yield makeFragment({
      id: key === '' ? channel : `${channel}/${key}`,
      product: 'slack',
      channel: 'messaging',
      subject: `#${channel.split('/').at(-1) ?? channel}`,
      messages: thread.map(({ message }) => message),
      order: 'time',
      sessions: key === '',
      source: { file: thread[0]?.file ?? channel, format: 'slack', line: thread[0]?.message.line ?? null },
    });
  }
}

export const slack: Reader = {
  name: 'slack',
  product: 'slack',
  title: 'Slack workspace export',
  certainty: 'real',
  guide: {
    export:
      'Workspace settings, Import/Export Data, Export: an archive with users.json and a folder of days per channel.',
    reads:
      'A thread is a conversation, the rest of a channel is split by silence; names, mentions, bots, joins and leaves.',
    lacks:
      'Who is the agent (`--agent-name`, also by address); private channels and direct messages, unless the plan exports them.',
  },
  shapes: ['json'],
  bundle: (file) =>
    DAY_FILE.exec(file)?.[1] ?? LISTS.exec(file)?.[1] ?? (DAY_FILE.test(file) || LISTS.test(file) ? '' : file),
  detect({ records, file }) {
    const values = records.map(({ value }) => value);
    const messages = values.filter(
      (value) => textField(value, 'type') === 'message' && /^\d{9,12}\.\d{1,9}$/u.test(textField(value, 'ts') ?? ''),
    );
    if (messages.length > 0) {
      return { score: 90, reason: `${messages.length} records of type message with ts` };
    }
    const listed =
      LISTS.test(file) &&
      values.some((value) =>
        ['profile', 'members', 'creator', 'service_id', 'is_bot'].some((key) => fieldOf(value, key) !== undefined),
      );
    return listed ? { score: 85, reason: 'a list of people or channels as Slack exports hold it' } : null;
  },
  async *read(contents, context) {
    const directory = await directoryOf(contents, agentMatcher(context.settings.agentNames));
    const channels = new Map<string, Dated[]>();
    for (const content of contents) {
      if (content.shape !== 'json' || LISTS.test(content.file)) {
        continue;
      }
      const [, root = '', folder = content.file.replace(/\.json$/u, '')] = DAY_FILE.exec(content.file) ?? [];
      const name = root === '' ? folder : `${root}/${folder}`;
      const channel = channels.get(name) ?? [];
      channels.set(name, channel);
      for await (const record of content.records()) {
        channel.push(...[messageOf(record, content.file, directory, context)].filter((dated) => dated !== null));
      }
    }
    for (const [name, read] of channels) {
      yield* conversationsOf(name, read);
    }
  },
};
