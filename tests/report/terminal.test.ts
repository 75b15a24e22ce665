import { describe, expect, it } from 'vitest';
import { widthOf } from '../../src/report/columns.ts';
import { makeTerminal } from '../../src/report/terminal.ts';
import { groupScore, quote, quotesOf, report, settings, written } from './example.ts';

const weak = groupScore({
  agent: 'Екатерина',
  agent_id: 'a9',
  score: 61.2,
  interval: { low: 54.9, high: 68.6, level: 0.95 },
  rank: 5,
  rank_interval: [4, 5],
});
const fresh = groupScore({
  agent: '田中さくら',
  agent_id: 'b1',
  score: 12,
  ranked: false,
  rank: null,
  rank_interval: null,
  interval: null,
});

describe('terminal', () => {
  const tail = report({ agents: [groupScore(), weak, fresh] });

  it('lists agents from the weakest to the strongest, those too few to rank apart', () => {
    const text = written(makeTerminal(settings), { tail });
    const order = ['Екатерина', 'Tom', 'Not ranked', '田中さくら', 'All agents'].map((name) => text.indexOf(name));
    expect(order).toEqual([...order].sort((one, two) => one - two));
    expect(order[0]).toBeGreaterThan(0);
  });

  it('aligns the columns whatever the script of the names', () => {
    const rows = written(makeTerminal(settings), { tail })
      .split('\n')
      .filter((line) => / 120 +70%/.test(line));
    expect(rows).toHaveLength(4);
    expect(new Set(rows.map((row) => widthOf(row.slice(0, row.indexOf(' 120 ')))))).toHaveProperty('size', 1);
  });

  it('shows the costliest rule with the words, the file and line, the conversation and the message', () => {
    const text = written(makeTerminal(settings), { tail });
    expect(text).toContain('−18.8  personal-name-greeting  30 of 100 failed');
    expect(text).toContain('“Hi there!”');
    expect(text).toContain('july.csv:12  conversation c-1, message 1');
  });

  it('quotes two findings per rule, of this agent only', () => {
    const text = written(makeTerminal(settings), {
      tail: report({
        quotes: [
          quotesOf([quote({ quote: 'of another' })], { place: 1, agent: 'Ann', agent_id: 'a8' }),
          quotesOf([quote({ quote: 'first' }), quote({ quote: 'second' }), quote({ quote: 'third' })]),
        ],
      }),
    });
    expect(text.match(/“[a-z ]+”/g)).toEqual(['“first”', '“second”']);
  });

  it('says what could not be judged, and why', () => {
    const text = written(makeTerminal(settings));
    expect(text).toContain('warm-farewell: 0 of 120 judged');
    expect(text).toMatch(/100 {2}the record stops before the end\n +20 {2}another agent took/);
    expect(text).toContain('3 units were judged but not scored');
  });

  it('says what would help most, with the agent’s own good example', () => {
    const lever = { rule: 'personal-name-greeting', misses: 30, moving: 30, from: 81.2, to: 96.5 };
    const good = quote({ verdict: 'pass', quote: 'Hi Anna, thanks for writing', line: 40 });
    const text = written(makeTerminal(settings), {
      tail: report({
        agents: [groupScore({ lever })],
        quotes: [{ ...quotesOf([quote()]), passes: [good] }],
      }),
    });
    expect(text).toContain('would help most: personal-name-greeting, all 30 misses mended: 81.2 → 96.5');
    expect(text).toContain('done well: “Hi Anna, thanks for writing” july.csv:40');
  });

  it('puts the costliest rule first', () => {
    const lost = [
      { rule: 'alternative-offered', points: 4.2 },
      { rule: 'warm-farewell', points: 14.6 },
    ];
    const text = written(makeTerminal(settings), { tail: report({ agents: [groupScore({ lost })] }) });
    expect(text.indexOf('−14.6  warm-farewell')).toBeLessThan(text.indexOf('−4.2  alternative-offered'));
  });

  it('says who cannot be told apart and whose place depends on the mix of work', () => {
    const text = written(makeTerminal({ ...settings, width: 200 }), {
      tail: report({
        notes: [
          { code: 'ranked', args: { agents: 2, pairs: 1, separated: 0, level: 95, method: 'Holm' } },
          {
            code: 'mix-dependent',
            args: { agent: 'Tom', score: 81.2, rank: 3, standardised: 85.1, standardised_rank: 1 },
          },
        ],
      }),
    });
    expect(text).toContain('of 1 pairs of the 2 ranked agents, 0 differ beyond chance');
    expect(text).toContain('The place of Tom depends on the mix of work: rank 3 with 81.2, but rank 1 with 85.1');
  });

  it('shows how far ratings go with scores, and who was satisfied all the same', () => {
    const low = { conversation: 'c-7', product: null, rating: 5, score_tenths: 385, file: 'mail.ndjson', line: 8 };
    const text = written(makeTerminal(settings), {
      tail: report({
        ratings: [
          {
            product: null,
            conversations: 22,
            correlation: -0.218,
            interval: { low: -0.589, high: 0.229, level: 0.95 },
            satisfied_but_low: [low],
          },
        ],
      }),
    });
    expect(text).toContain('rank correlation −0.22 (−0.59 … 0.23) over 22 rated conversations');
    expect(text).toContain('c-7  rated 5, score 38.5  mail.ndjson:8');
  });

  it('tables teams and sites where there are any', () => {
    const text = written(makeTerminal(settings), {
      tail: report({ teams: [groupScore({ scope: 'team', agent: 'North' })] }),
    });
    expect(text).toMatch(/Teams, the weakest first\n.*\n.* North /);
    expect(text).not.toContain('Sites');
  });

  it('names the problems with their place', () => {
    expect(written(makeTerminal(settings))).toContain('july.csv:98: the quote opened here is never closed');
  });

  it.each([60, 80, 120, 200])('keeps within %d columns', (width) => {
    const long = 'wort '.repeat(60);
    const text = written(makeTerminal({ ...settings, width }), {
      tail: report({
        agents: [
          groupScore({ agent: 'Maximiliana von und zu Langenscheidt-Hohenlohe 👩‍🚒', agent_id: 'a7' }),
          weak,
          fresh,
        ],
        quotes: [quotesOf([quote({ message: long, quote: '長い'.repeat(80) })], { agent_id: 'a7' })],
      }),
    });
    expect(Math.max(...text.split('\n').map(widthOf))).toBeLessThanOrEqual(width);
  });

  it('lets no control character of a transcript reach the screen', () => {
    const hostile = 'a\u001b[2J\u0007\u202eb';
    const text = written(makeTerminal(settings), {
      tail: report({
        agents: [groupScore({ agent: hostile })],
        quotes: [quotesOf([quote({ quote: hostile, message: hostile, conversation: hostile, file: hostile })])],
        problems: [{ ...report().problems[0], message: hostile } as never],
      }),
    });
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(text).toContain('a␛[2J␇<U+202E>b');
  });

  it('says so where there is nobody to score', () => {
    const text = written(makeTerminal(settings), { conversations: [], tail: report({ agents: [] }) });
    expect(text).toContain('there is nobody to score');
  });

  it('paints through the paint it is given', () => {
    const paint = { ...settings.paint, strong: (text: string) => `*${text}*` };
    expect(written(makeTerminal({ ...settings, paint }))).toContain('*Agents, the weakest first*');
  });
});
