import { describe, expect, it } from 'vitest';
import { makeJson } from '../../src/report/json.ts';
import { conversation, report, written } from './example.ts';

describe('json', () => {
  it('is one document with the objects of the report', () => {
    const document = JSON.parse(written(makeJson({ withConversations: false })));
    expect(Object.keys(document)).toEqual(Object.keys(report()));
    expect(document).toEqual(report());
  });

  it('holds the conversations only when asked, each with its verdicts and scores', () => {
    const conversations = [conversation(), conversation({ id: 'c-2' })];
    const document = JSON.parse(written(makeJson({ withConversations: true }), { conversations }));
    expect(document.conversations.map(({ id }: { id: string }) => id)).toEqual(['c-1', 'c-2']);
    expect(document.conversations[0].verdicts).toHaveLength(2);
    expect(document.conversations[0].scores[0].score).toBe(60);
    expect(JSON.stringify(document.conversations)).not.toContain('agent_key');
  });

  it('is a document without any conversation too', () => {
    const document = JSON.parse(written(makeJson({ withConversations: true }), { conversations: [] }));
    expect(document.conversations).toEqual([]);
  });

  it('gives every element of a list its own line, for diffs', () => {
    const text = written(makeJson({ withConversations: false }), {
      tail: report({ agents: [...report().agents, ...report().agents] }),
    });
    expect(text.split('\n').filter((line) => line.startsWith('{"type":"score","scope":"agent"'))).toHaveLength(2);
  });
});
