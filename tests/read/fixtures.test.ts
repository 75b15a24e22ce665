import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/model/conversation.ts';
import { nativeLine } from '../../src/read/write-native.ts';
import { type Expected, fixtureCases, readFixture } from './fixtures.ts';
import { told } from './given.ts';
import { readText } from './reading.ts';

/** Only the keys that the expectation names. */
function seen(conversation: Conversation, expected: Expected): Expected {
  const all: Record<string, unknown> = { ...conversation, said: told(conversation) };
  return Object.fromEntries(Object.keys(expected).map((key) => [key, all[key]])) as Expected;
}

describe('every fixture becomes the conversations that were worked out by hand', () => {
  for (const fixture of fixtureCases()) {
    it(fixture.name, async () => {
      const { conversations, problems } = await readFixture(fixture);
      const wanted = fixture.expected;
      expect(conversations.map((conversation, index) => seen(conversation, wanted[index] ?? { id: '' }))).toEqual(
        wanted,
      );
      expect(problems.filter(({ severity }) => severity === 'problem').map(({ code }) => code)).toEqual(
        fixture.problems,
      );
      const formats = new Set(conversations.map(({ source }) => source.format));
      expect([...formats]).toEqual(wanted.length === 0 ? [] : [fixture.format]);
    });

    it(`${fixture.name}: convert reads back equal`, async () => {
      const { conversations } = await readFixture(fixture);
      const again = await readText('native.ndjson', conversations.map(nativeLine).join(''));
      expect(again.conversations.map(withoutPlace)).toEqual(conversations.map(withoutPlace));
      expect(again.problems.filter(({ code }) => code !== 'unrecognised-file' && code !== 'empty-file')).toEqual([]);
    });
  }
});

function withoutPlace(conversation: Conversation): unknown {
  const { source: _source, messages, ...rest } = conversation;
  return { ...rest, messages: messages.map(({ line: _line, ...message }) => message) };
}
