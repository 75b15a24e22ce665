import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAll, sourceOf } from './reading.ts';

const samples = resolve(import.meta.dirname, '../../../shared/samples/formats');

interface Counted {
  readonly files: readonly string[];
  readonly format: string | null;
  readonly conversations: number;
  /** Messages by role, notes of agents as `note`. */
  readonly roles: Readonly<Record<string, number>>;
  readonly problems?: readonly string[];
}

/** Counted by hand in the files. */
const COUNTED: readonly Counted[] = [
  {
    // The web chat's description repeats its first message; the greeting (category 5, no author) is a bot's.
    files: ['freshdesk/chatwoot_web_chat_ticket_with_conversations.json'],
    format: 'freshdesk',
    conversations: 1,
    roles: { bot: 1, customer: 3, agent: 2 },
  },
  {
    files: ['tawkto/transcript_created.json'],
    format: 'tawkto',
    conversations: 1,
    roles: { system: 1, customer: 1, agent: 1 },
  },
  // Every text is the placeholder of the privacy setting: nothing to judge.
  { files: ['jivo/chat_finished.json'], format: null, conversations: 0, roles: {}, problems: ['unreadable-record'] },
  {
    files: ['google_ccai/chat_entries.json'],
    format: 'google-ccai',
    conversations: 1,
    roles: { agent: 1, customer: 1 },
  },
  {
    files: ['salesforce/livechattranscript_body.html'],
    format: 'salesforce',
    conversations: 1,
    roles: { system: 1, agent: 2, customer: 1 },
  },
  {
    // Two conversations are in force with an opening each; parts of five others are notes and closings only.
    files: ['admin', 'conversation_contact_history', 'conversation_history', 'conversation_part_history'].map(
      (table) => `intercom_warehouse_csv/${table}_data.csv`,
    ),
    format: 'intercom-warehouse',
    conversations: 7,
    roles: { customer: 2, note: 1, system: 8 },
  },
  {
    // Seven tickets have comments, all by users that the table does not hold; the ten tickets of the ticket table have
    // none. Nine chats: seven messages of the answer bot, one transfer, one change of e-mail, one join, two of the bot
    // under a blank actor.
    files: ['ticket_chat', 'ticket_chat_event', 'ticket_comment', 'ticket', 'user'].map(
      (table) => `zendesk_warehouse_csv/${table}_data.csv`,
    ),
    format: 'zendesk-warehouse',
    conversations: 16,
    roles: { unknown: 20, bot: 9, system: 3 },
  },
];

describe.skipIf(!existsSync(samples))('the sample exports, when they are at hand beside the repository', () => {
  it.each(COUNTED.map((one) => [one.files[0] ?? '', one] as const))('%s', async (_name, counted) => {
    const sources = counted.files.map((file) => sourceOf(basename(file), readFileSync(resolve(samples, file))));
    const { conversations, problems } = await readAll(sources);
    const roles: Record<string, number> = {};
    for (const { role, internal } of conversations.flatMap(({ messages }) => messages)) {
      const key = internal ? 'note' : role;
      roles[key] = (roles[key] ?? 0) + 1;
    }
    expect({ conversations: conversations.length, roles }).toEqual({
      conversations: counted.conversations,
      roles: counted.roles,
    });
    expect(new Set(conversations.map(({ source }) => source.format))).toEqual(
      new Set(counted.format === null ? [] : [counted.format]),
    );
    expect(problems.filter(({ severity }) => severity === 'problem').map(({ code }) => code)).toEqual(
      counted.problems ?? [],
    );
  });
});
