import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/model/conversation.ts';
import { nativeLine } from '../../src/read/write-native.ts';
import { type FixtureCase, fixtureCases, readFixture, sourcesOf } from './fixtures.ts';
import { readAll, sourceOf } from './reading.ts';

const cases = fixtureCases();

function countOf(conversations: readonly Conversation[]): number {
  return conversations.reduce((sum, { messages }) => sum + messages.length, 0);
}

/** The fixture with one of its files changed. */
function changed(fixture: FixtureCase, file: number, change: (bytes: Buffer) => Uint8Array): Promise<Conversation[]> {
  const sources = fixture.files.map(({ name, bytes }, index) => sourceOf(name, index === file ? change(bytes) : bytes));
  return readAll(sources, fixture.settings).then(({ conversations }) => conversations);
}

function placeIn(fixture: FixtureCase) {
  return fc.record({
    file: fc.nat({ max: fixture.files.length - 1 }),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  });
}

describe('a damaged export is read as far as it goes: nothing is thrown, and no message is invented', () => {
  it.each(cases.map((fixture) => [fixture.name, fixture] as const))('%s, cut at any byte', async (_, fixture) => {
    const whole = countOf((await readFixture(fixture)).conversations);
    await fc.assert(
      fc.asyncProperty(placeIn(fixture), async ({ file, at }) => {
        const conversations = await changed(fixture, file, (bytes) => bytes.subarray(0, Math.floor(at * bytes.length)));
        expect(countOf(conversations)).toBeLessThanOrEqual(whole);
        expect(conversations.map(nativeLine).every((line) => JSON.parse(line) !== null)).toBe(true);
      }),
      { seed: 11, numRuns: 12 },
    );
  });

  it.each(cases.map((fixture) => [fixture.name, fixture] as const))('%s, with one bit flipped', async (_, fixture) => {
    const { conversations: whole } = await readFixture(fixture);
    await fc.assert(
      fc.asyncProperty(placeIn(fixture), fc.nat({ max: 7 }), async ({ file, at }, bit) => {
        const conversations = await changed(fixture, file, (bytes) => {
          const copy = Buffer.from(bytes);
          const place = Math.min(copy.length - 1, Math.floor(at * copy.length));
          copy[place] = (copy[place] ?? 0) ^ (1 << bit);
          return copy;
        });
        // A flipped bit may break one message in two, or part what belonged together.
        expect(countOf(conversations)).toBeLessThanOrEqual(countOf(whole) + 2);
      }),
      { seed: 12, numRuns: 12 },
    );
  });

  it('holds when the fixtures of all readers are given at once', async () => {
    const sources = cases.flatMap((fixture) =>
      sourcesOf(fixture).map((source) => ({ ...source, name: `${fixture.name}/${source.name}` })),
    );
    const { conversations } = await readAll(sources);
    expect(conversations.length).toBeGreaterThan(cases.length / 2);
    expect(new Set(conversations.map(({ product, id }) => `${product} ${id}`)).size).toBe(conversations.length);
  });
});

describe('a reader asked for by name survives the export of another', () => {
  const formats = [...new Set(cases.map(({ format }) => format))];
  it.each(formats)('%s', async (format) => {
    const firsts = formats.flatMap(
      (other) => cases.find((fixture) => fixture.format === other && other !== format) ?? [],
    );
    for (const fixture of firsts) {
      const { conversations } = await readAll(sourcesOf(fixture), { inputFormat: format });
      for (const { messages } of conversations) {
        expect(messages.every(({ text }) => typeof text === 'string')).toBe(true);
      }
    }
  });
});
