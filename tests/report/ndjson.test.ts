import { describe, expect, it } from 'vitest';
import { makeNdjson } from '../../src/report/ndjson.ts';
import { conversation, report, written } from './example.ts';

const linesOf = (text: string): Record<string, unknown>[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('ndjson', () => {
  it('writes run, verdicts and scores of each conversation, agents, total, problems, end: in this order', () => {
    const lines = linesOf(written(makeNdjson(), { conversations: [conversation(), conversation({ id: 'c-2' })] }));
    expect(lines.map(({ type, scope }) => (scope === undefined ? type : `${type} ${scope}`))).toEqual([
      'run',
      'verdict',
      'verdict',
      'score unit',
      'verdict',
      'verdict',
      'score unit',
      'score agent',
      'score total',
      'problem',
      'end',
    ]);
  });

  it('writes the verdict with the keys of the contract and nothing of the inside', () => {
    const [, line] = linesOf(written(makeNdjson()));
    expect(line).toEqual({
      type: 'verdict',
      conversation: 'c-1',
      product: 'zendesk',
      channel: 'chat',
      language: 'en',
      agent: 'Tom',
      agent_id: 'a7',
      rule: 'personal-name-greeting',
      pack: 'core',
      verdict: 'fail',
      critical: false,
      weight: 2,
      severity: 'error',
      reason: 'generic-greeting',
      message: 'Greets without the customer’s name',
      args: { name: 'Anna' },
      fingerprint: 'f1',
      evidence: [{ message: 1, start: 0, end: 9, quote: 'Hi there!', at: '2026-03-02T08:14:40.000Z', line: 12 }],
      source: { file: 'july.csv', format: 'csv', line: 12 },
    });
  });

  it('keeps one line per object whatever the text holds, and ends every line', () => {
    const text = written(makeNdjson(), {
      conversations: [],
      tail: report({ problems: [{ ...report().problems[0], message: 'a\nb\r\u2028c' } as never] }),
    });
    expect(text.endsWith('}\n')).toBe(true);
    expect(text.split('\n')).toHaveLength(6);
  });
});
