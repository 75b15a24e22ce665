import { describe, expect, it } from 'vitest';
import { firstGoingBack, gatherBackwardTimes } from '../../src/judge/backward-times.ts';
import { conversationOf } from './staging.ts';

const talk = (...times: (string | null)[]) =>
  conversationOf(times.map((at, index) => ({ role: index % 2 === 0 ? 'customer' : 'agent', text: 'Words', at })));

describe('times that go back', () => {
  it.each<[string, (string | null)[], number | null]>([
    ['forward and equal', ['2026-03-02T09:00:00Z', '2026-03-02T09:00:00Z', '2026-03-02T09:00:01Z'], null],
    ['back', ['2026-03-02T09:00:00Z', '2026-03-02T08:59:00Z'], 1],
    ['back after one without a time', ['2026-03-02T09:00:00Z', null, '2026-03-02T08:59:00Z'], 2],
    ['later on another clock', ['2026-03-02T09:00:00+01:00', '2026-03-02T08:30:00Z'], null],
    ['local and with a zone', ['2026-03-02T09:00:00', '2026-03-02T08:30:00Z', '2026-03-02T09:00:00'], null],
    ['none', [null, null], null],
  ])('%s', (_name, times, index) => {
    expect(firstGoingBack(talk(...times))).toBe(index);
  });

  it('are told once a file', () => {
    const backward = gatherBackwardTimes();
    backward.meet(talk('2026-03-02T09:00:00Z', '2026-03-02T08:59:00Z'));
    backward.meet(talk('2026-03-02T09:00:00Z', '2026-03-02T09:59:00Z'));
    backward.meet({ ...talk('2026-03-02T09:00:00Z', '2026-03-02T08:59:00Z'), id: 'c-2' });
    expect(backward.notices()).toEqual([
      {
        type: 'problem',
        severity: 'notice',
        code: 'backward-times',
        file: 'hand.ndjson',
        line: 1,
        conversation: 'c-1',
        message:
          'In 2 conversations, the first of them "c-1", message 1 is older than one before it; the order of the record was kept, and no wait is negative',
      },
    ]);
  });
});
