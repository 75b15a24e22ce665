import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/model/conversation.ts';
import { makeFragment, makeMessage } from '../../src/model/conversation.ts';
import { splitSessions } from '../../src/read/sessions.ts';

const HOUR = 3_600_000;

function talk(...messages: Message[]) {
  return makeFragment({
    id: 'Anna',
    messages,
    opened_at: '2026-03-01T10:00:00Z',
    closed_at: '2026-03-09T10:00:00Z',
    source: { file: 'chat.txt', format: 'whatsapp', line: 1 },
  });
}

const said = (at: string | null, text: string, line: number | null = null): Message =>
  makeMessage({ role: 'customer', at, text, line });
const event = (at: string, text: string): Message => makeMessage({ role: 'system', at, text });

function texts(conversation: ReturnType<typeof talk>, hours = 12): string[][] {
  return splitSessions(conversation, hours * HOUR).map((part) => part.messages.map((message) => message.text));
}

describe('sessions', () => {
  it('end where nobody spoke for the gap, and not a second earlier', () => {
    const messages = [
      said('2026-03-01T10:00:00Z', 'a'),
      said('2026-03-01T21:59:59Z', 'b'),
      said('2026-03-02T09:59:59Z', 'c'),
    ];
    expect(texts(talk(...messages))).toEqual([['a', 'b'], ['c']]);
    expect(texts(talk(...messages), 13)).toEqual([['a', 'b', 'c']]);
  });

  it('are named in order, keep the place they begin at, and only the last has the end', () => {
    const parts = splitSessions(
      talk(said('2026-03-01T10:00:00Z', 'a', 4), said('2026-03-05T10:00:00Z', 'b', 9)),
      12 * HOUR,
    );
    expect(
      parts.map(({ id, opened_at, closed_at, source }) => ({ id, opened_at, closed_at, line: source.line })),
    ).toEqual([
      { id: 'Anna#1', opened_at: '2026-03-01T10:00:00Z', closed_at: null, line: 4 },
      { id: 'Anna#2', opened_at: null, closed_at: '2026-03-09T10:00:00Z', line: 9 },
    ]);
  });

  it('are measured across offsets and in local time alike', () => {
    expect(texts(talk(said('2026-03-01T23:00:00+03:00', 'a'), said('2026-03-02T07:59:00Z', 'b')))).toEqual([
      ['a', 'b'],
    ]);
    expect(texts(talk(said('2026-03-01T10:00:00', 'a'), said('2026-03-01T22:00:00', 'b')))).toEqual([['a'], ['b']]);
  });

  it('are not kept alive by events, which go with the session they stand nearest to', () => {
    const whole = talk(
      said('2026-03-01T10:00:00Z', 'a'),
      event('2026-03-01T20:00:00Z', 'left'),
      event('2026-03-02T09:00:00Z', 'came'),
      said('2026-03-02T09:01:00Z', 'b'),
    );
    expect(texts(whole)).toEqual([
      ['a', 'left'],
      ['came', 'b'],
    ]);
  });

  it('keep untimed messages and backward times where they stand', () => {
    const whole = talk(said('2026-03-05T10:00:00Z', 'a'), said(null, 'b'), said('2026-03-01T10:00:00Z', 'c'));
    expect(texts(whole)).toEqual([['a', 'b', 'c']]);
  });

  it('of a talk without messages are one empty session', () => {
    expect(texts(talk())).toEqual([[]]);
  });
});
