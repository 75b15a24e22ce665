import { describe, expect, it } from 'vitest';
import { readLabels } from '../../src/judge/labels.ts';

const good =
  '{"conversation":"c-1","agent":"Tom","rule":"greet","verdict":"pass","evidence":[1],"lang":"en","year":2026}';

describe('reading labels', () => {
  it('reads a line with its own keys, passing over blank ones', () => {
    const { labels, problems } = readLabels(`\ufeff\n${good}\r\n\n`, 'labels.ndjson');
    expect(problems).toEqual([]);
    expect(labels).toHaveLength(1);
    expect(labels[0]).toMatchObject({ conversation: 'c-1', agent: 'Tom', verdict: 'pass', evidence: [1], line: 2 });
    expect([...(labels[0]?.keys ?? [])]).toEqual([
      ['lang', 'en'],
      ['year', '2026'],
    ]);
  });

  it('reports exactly the planted faults, each with its line', () => {
    const text = [
      good,
      'not json',
      '[1]',
      '{"agent":"Tom","rule":"greet","verdict":"pass"}',
      '{"conversation":"c-2","rule":"greet","verdict":"pass"}',
      '{"conversation":"c-3","agent":null,"rule":"greet","verdict":"maybe"}',
      '{"conversation":"c-4","agent":null,"rule":"greet","verdict":"fail","evidence":[-1]}',
      '{"conversation":"c-5","agent":null,"verdict":"fail"}',
      '{"conversation":"c-6","agent":null,"rule":"greet","verdict":"na"}',
      good.replace('pass', 'fail'),
    ].join('\n');
    const { labels, problems } = readLabels(text, 'labels.ndjson');
    expect(labels.map(({ line }) => line)).toEqual([1, 9]);
    expect(problems.map(({ code, line, message }) => [line, code, message])).toEqual([
      [2, 'bad-label', 'found "not json", expected one JSON object a line'],
      [3, 'bad-label', 'found [1], expected a JSON object'],
      [4, 'bad-label', 'found nothing as "conversation", expected the id of a conversation'],
      [5, 'bad-label', 'found nothing as "agent", expected a name, or null where the messages bear none'],
      [6, 'bad-label', 'found "maybe" as "verdict", expected "pass", "fail" or "na"'],
      [7, 'bad-label', 'found [-1] as "evidence", expected a list of message indexes, the first message being 0'],
      [8, 'bad-label', 'found nothing as "rule", expected the id of a rule'],
      [10, 'duplicate-label', 'judges "greet" in conversation "c-1" again; line 1 has done so'],
    ]);
  });
});
