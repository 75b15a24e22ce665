import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mendMojibake } from '../../../src/read/mojibake.ts';
import { discord } from '../../../src/read/product/discord.ts';
import { meta } from '../../../src/read/product/meta.ts';
import { slack } from '../../../src/read/product/slack.ts';
import { telegram } from '../../../src/read/product/telegram.ts';
import { plainSlackText } from '../../../src/read/slack-text.ts';
import { detectWith, jsonContent, readWith, told } from '../given.ts';
import { readAll, sourceOf } from '../reading.ts';

describe('mojibake', () => {
  it.each([
    ['Ã³', 'ó'],
    [Buffer.from('Привет').toString('latin1'), 'Привет'],
    [Buffer.from('🎉 fête').toString('latin1'), '🎉 fête'],
    ['plain', 'plain'],
    // No damage: these are not valid UTF-8, or no bytes.
    ['café', 'café'],
    ['Привет', 'Привет'],
    ['ó и Ã³', 'ó и Ã³'],
  ])('%s', (damaged, mended) => {
    expect(mendMojibake(damaged)).toBe(mended);
  });
});

describe('Slack text', () => {
  const names = {
    user: (id: string) => (id === 'U1' ? 'Tom' : null),
    channel: (id: string) => (id === 'C1' ? 'help' : null),
  };
  it.each([
    ['<@U1> and <@U2> and <@U3|ann>', '@Tom and @U2 and @ann'],
    ['<#C1|general> <#C1> <#C2>', '#general #help #C2'],
    ['<!here> <!subteam^S1|@sup> <!date^1772442845^{date}|2 March>', '@here @sup 2 March'],
    [
      '<https://a.example/b> <https://a.example/b|there> <http://a.example|a.example>',
      'https://a.example/b there [https://a.example/b] a.example',
    ],
    ['<mailto:a@b.example|a@b.example>', 'a@b.example'],
    ['1 &lt; 2 &amp;&amp; 3 &gt; 2, &amp;lt;', '1 < 2 && 3 > 2, &lt;'],
  ])('%s', (text, plain) => {
    expect(plainSlackText(text, names)).toBe(plain);
  });
});

describe('messengers: what is damaged is told, and the rest goes on', () => {
  it('Telegram', async () => {
    const { fragments, problems } = await readWith(telegram, [
      jsonContent({
        messages: [
          null,
          { type: 'poll' },
          { type: 'message', date: 'never', from: 'A', text: 7 },
          { type: 'message', date_unixtime: '1772442845', from: 'A', text: ['a', { text: 'b' }, 5, null] },
        ],
      }),
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['unreadable-record', 'unreadable-record', 'unreadable-time']);
    expect(fragments.flatMap(told)).toEqual(['unknown A @-: ', 'unknown A @2026-03-02T09:14:05Z: ab']);
  });

  it('Messenger', async () => {
    const { fragments, problems } = await readWith(meta, [
      jsonContent({
        messages: [
          'x',
          { sender_name: 'A', timestamp_ms: 'soon', content: 'a' },
          { sender_name: 'A', timestamp_ms: 1772442845000, is_unsent: true },
          { sender_name: 'A', timestamp_ms: 1772442845000, content: 'A reacted 😍 to your message' },
        ],
      }),
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['unreadable-time', 'unreadable-record']);
    expect(fragments.flatMap(told)).toEqual([
      'system A @2026-03-02T09:14:05Z: A reacted 😍 to your message',
      'system A @2026-03-02T09:14:05Z: [unsent]',
      'unknown A @-: a',
    ]);
  });

  it('Discord', async () => {
    const { fragments, problems } = await readWith(discord, [
      jsonContent({ guild: {}, channel: {}, messages: [{ content: 'lost' }, { author: { name: 'A' }, content: 'a' }] }),
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['unreadable-record', 'unreadable-time']);
    expect(fragments.flatMap(told)).toEqual(['unknown A @-: a']);
  });

  it('Slack', async () => {
    const { fragments, problems } = await readWith(slack, [
      jsonContent([{ type: 'message' }, { type: 'message', ts: 'x', text: 'a' }, 4], 'help/2026-03-02.json'),
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['unreadable-record', 'unreadable-time', 'unreadable-record']);
    expect(fragments.flatMap(told)).toEqual(['unknown - @-: a']);
  });

  it.each([
    [telegram, [{}, { messages: [] }, { messages: [{ role: 'user', content: 'x' }] }, { chats: [] }, []]],
    [meta, [{}, { messages: [] }, { messages: [{ from: 'a', date: 'b', type: 'message' }] }, []]],
    [discord, [{}, { guild: {}, messages: [] }, { guild: 1, channel: 2, messages: [] }]],
    [slack, [{}, [{ type: 'message' }], [{ type: 'message', ts: 1 }], [{ id: 'x', members: [] }]]],
  ] as const)('$name is not seen in other shapes', async (reader, values) => {
    for (const value of values) {
      expect(await detectWith(reader, jsonContent(value))).toBeNull();
    }
  });
});

const samples = new URL('../../../../shared/samples/formats/', import.meta.url);

describe.skipIf(!existsSync(samples))('messenger samples (only where the shared folder lies beside)', () => {
  // Worked out by hand: format, conversations, messages by role.
  it.each([
    ['signal/test_export.txt', 'signal', 2, { unknown: 2 }],
    ['telegram/test_single_export.json', 'telegram', 1, { unknown: 2 }],
    ['telegram/test_batch_export.json', 'telegram', 1, { unknown: 2 }],
    ['instagram/test_export.json', 'meta', 2, { unknown: 2 }],
  ])('%s', async (name, format, count, roles) => {
    const { conversations, problems } = await readAll([sourceOf(name, readFileSync(new URL(name, samples)))]);
    expect(problems).toEqual([]);
    expect(conversations).toHaveLength(count);
    expect(conversations.every(({ source }) => source.format === format)).toBe(true);
    const found: Record<string, number> = {};
    for (const { role } of conversations.flatMap(({ messages }) => messages)) {
      found[role] = (found[role] ?? 0) + 1;
    }
    expect(found).toEqual(roles);
  });

  it('slack/testarchive.zip: 158 messages, 94 of them of bots without a user', async () => {
    const { conversations, problems } = await readAll([
      sourceOf('testarchive.zip', readFileSync(new URL('slack/testarchive.zip', samples))),
    ]);
    expect(problems.filter(({ severity }) => severity === 'problem')).toEqual([]);
    const messages = conversations.flatMap((conversation) => conversation.messages);
    expect(messages).toHaveLength(158);
    expect(messages.filter(({ role }) => role === 'bot')).toHaveLength(94);
    expect(messages.every(({ at }) => at !== null)).toBe(true);
  });
});
