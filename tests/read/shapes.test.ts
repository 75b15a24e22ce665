import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../src/model/conversation.ts';
import { type FixtureCase, fixtureCases, readFixture } from './fixtures.ts';
import { readAll, sourceOf } from './reading.ts';

const cases = fixtureCases();
const firsts = cases.filter(({ format }, index) => cases.findIndex((other) => other.format === format) === index);

function countOf(conversations: readonly Conversation[]): number {
  return conversations.reduce((sum, { messages }) => sum + messages.length, 0);
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

function parsed(bytes: Buffer): Json | undefined {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, '')) as Json;
  } catch {
    return undefined;
  }
}

/** Every place in a value, as the keys that lead to it. */
function placesIn(value: Json, path: (string | number)[] = []): (string | number)[][] {
  const inner = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(typeof value === 'object' ? (value ?? {}) : {});
  return inner.flatMap(([key, child]) => [[...path, key], ...placesIn(child, [...path, key])]);
}

/** A copy with the value at a place replaced, or taken out. */
function changed(value: Json, path: readonly (string | number)[], replacement: Json | undefined): Json {
  const [key, ...rest] = path;
  if (key === undefined) {
    return replacement ?? null;
  }
  const copy = structuredClone(value) as Record<string | number, Json>;
  if (rest.length > 0) {
    copy[key] = changed(copy[key] ?? null, rest, replacement);
  } else if (replacement !== undefined) {
    copy[key] = replacement;
  } else if (Array.isArray(copy)) {
    copy.splice(Number(key), 1);
  } else {
    delete copy[key];
  }
  return copy as Json;
}

const jsonCases = cases.filter(({ files }) => files.some(({ bytes }) => typeof parsed(bytes) === 'object'));

describe('records with keys missing or of the wrong type are told or read around: nothing is thrown or invented', () => {
  it.each(jsonCases.map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
    const whole = countOf((await readFixture(fixture)).conversations);
    const wrong = fc.constantFrom<Json | undefined>(undefined, null, 7, 'x', true, [], {}, [null, 7, 'x'], { a: {} });
    const place = fc.record({
      file: fc.nat({ max: fixture.files.length - 1 }),
      at: fc.double({ min: 0, max: 0.999_999, noNaN: true }),
      wrong,
    });
    await fc.assert(
      fc.asyncProperty(place, async ({ file, at, wrong: replacement }) => {
        const sources = fixture.files.map(({ name, bytes }, index) => {
          const value = index === file ? parsed(bytes) : undefined;
          if (value === undefined) {
            return sourceOf(name, bytes);
          }
          const places = placesIn(value);
          const path = places[Math.floor(at * places.length)] ?? [];
          return sourceOf(name, JSON.stringify(changed(value, path, replacement)));
        });
        const { conversations } = await readAll(sources, fixture.settings);
        expect(countOf(conversations)).toBeLessThanOrEqual(whole + 3);
        for (const { id, messages } of conversations) {
          expect(typeof id).toBe('string');
          expect(
            messages.every(
              ({ text, at: time }) => typeof text === 'string' && (time === null || typeof time === 'string'),
            ),
          ).toBe(true);
        }
      }),
      { seed: 13, numRuns: 15 },
    );
  });
});

const MANY = 10_000;

/** The longest list of a value, repeated until it holds many. */
function lengthened(value: Json): Json {
  const lists = [[], ...placesIn(value)].filter((path) => Array.isArray(at(value, path)));
  const longest = lists.sort((left, right) => lengthAt(value, right) - lengthAt(value, left))[0];
  const list = longest === undefined ? undefined : at(value, longest);
  if (longest === undefined || !Array.isArray(list) || list.length === 0) {
    return value;
  }
  const many = Array.from({ length: MANY }, (_, index) => list[index % list.length] ?? null);
  return longest.length === 0 ? many : changed(value, longest, many);
}

function at(value: Json, path: readonly (string | number)[]): Json {
  return path.reduce<Json>((inner, key) => (inner as Record<string | number, Json>)[key] ?? null, value);
}

function lengthAt(value: Json, path: readonly (string | number)[]): number {
  const list = at(value, path);
  return Array.isArray(list) ? list.length : 0;
}

function longer(fixture: FixtureCase): { name: string; content: string | Buffer }[] {
  return fixture.files.map(({ name, bytes }) => {
    const value = parsed(bytes);
    const text = bytes.toString('utf8');
    if (typeof value === 'object' && value !== null) {
      return { name, content: JSON.stringify(lengthened(value)) };
    }
    if (text.includes('\ufffd') || text.includes('\u0000')) {
      return { name, content: bytes };
    }
    const lines = text.split('\n');
    const head = lines.slice(0, 1).join('\n');
    const body = lines.slice(1).join('\n');
    const times = Math.ceil(MANY / Math.max(1, lines.length - 1));
    return { name, content: `${head}\n${`${body}\n`.repeat(times)}` };
  });
}

describe('ten thousand messages are read to the end', () => {
  it.each(firsts.map((fixture) => [fixture.format, fixture] as const))('%s', async (_, fixture) => {
    const sources = longer(fixture).map(({ name, content }) => sourceOf(name, content));
    const { conversations, problems } = await readAll(sources, fixture.settings);
    expect(conversations.length + problems.length).toBeGreaterThan(0);
  });
});
