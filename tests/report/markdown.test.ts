import { describe, expect, it } from 'vitest';
import { makeMarkdown } from '../../src/report/markdown.ts';
import { escapeMarkdown } from '../../src/report/markdown-text.ts';
import { groupScore, quote, quotesOf, report, settings, written } from './example.ts';
import { hostileConversation, hostileReport } from './hostile.ts';

describe('markdown', () => {
  it('has the table of agents and the words behind the points', () => {
    const text = written(makeMarkdown(settings));
    expect(text).toContain('| 3 | a | Tom | 81.2 | 74.9–86.6 | 120 | 70% | – |');
    expect(text).toContain('<details><summary>Tom: 81.2</summary>');
    expect(text).toContain('- **−18.8 personal\\-name\\-greeting** (30 of 100 failed)');
    expect(text).toContain(
      '“Hi there\\!” Greets without the customer’s name (july\\.csv\\:12, conversation c\\-1, message 1)',
    );
  });

  it('says what could not be judged, and keeps the ranked apart from those that are too few to rank', () => {
    const few = groupScore({ agent: 'Ann', agent_id: 'a8', score: 5, ranked: false, rank: null, letters: null });
    const text = written(makeMarkdown(settings), { tail: report({ agents: [few, groupScore()] }) });
    expect(text).toContain('- warm\\-farewell\\: 0 of 120 judged');
    expect(text).toContain('100 the record stops before the end');
    expect(text.indexOf('| 3 | a | Tom')).toBeLessThan(text.indexOf('| – |  | Ann'));
  });

  it('shows words as words: no heading, link, picture, column, tag or mention is made of them', () => {
    expect(escapeMarkdown('# a | b <img src=x> [l](u) *b* @all https://x.example')).toBe(
      '\\# a \\| b &lt;img src\\=x&gt; \\[l\\]\\(u\\) \\*b\\* @<!-- -->all https\\://x\\.example',
    );
    const text = written(makeMarkdown(settings), { conversations: [hostileConversation()], tail: hostileReport() });
    expect(text).not.toContain('<script>');
    const widths = text
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.replaceAll('\\|', '').split('|').length);
    expect(new Set(widths).size).toBe(1);
  });

  it('fits a job summary however many agents there are, and counts whom it left out', () => {
    const many = Array.from({ length: 3000 }, (_, index) => `Агент ${index}`);
    const tail = report({
      agents: many.map((agent) => groupScore({ agent, agent_id: null })),
      quotes: many.map((agent, place) =>
        quotesOf([quote({ quote: 'ы'.repeat(160) })], { place, agent, agent_id: null }),
      ),
    });
    const text = written(makeMarkdown(settings), { tail });
    expect(new TextEncoder().encode(text).length).toBeLessThan(1_000_000);
    expect(text).toMatch(/The details of \d+ agents found no room here/);
    expect(text).toContain('and 2500 more');
  });
});
