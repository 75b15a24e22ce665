import { describe, expect, it } from 'vitest';
import { compareWithLabels } from '../../src/judge/agreement.ts';
import { kappaOf } from '../../src/judge/kappa.ts';
import { readLabels } from '../../src/judge/labels.ts';
import type { Conversation } from '../../src/model/conversation.ts';
import type { JudgedConversation, Verdict, VerdictValue } from '../../src/model/verdict.ts';
import { conversationOf } from './staging.ts';

interface Said {
  readonly id: string;
  readonly verdict: VerdictValue;
  readonly evidence?: readonly number[];
  readonly reason?: string;
  readonly agent?: string | null;
  readonly channel?: JudgedConversation['channel'];
}

function conversation(id: string, agent: string | null = 'Tom'): Conversation {
  const lines = [
    { role: 'customer', text: 'Hello' },
    { role: 'agent', name: agent, id: 'a7', text: 'Hi there' },
    { role: 'agent', name: agent, id: 'a7', text: 'Bye' },
  ] as const;
  return conversationOf(lines, { id });
}

function judged({ id, verdict, evidence = [], reason = 'some-reason', agent = 'Tom', channel = 'chat' }: Said) {
  const { source } = conversation(id);
  const shown: Verdict = {
    type: 'verdict',
    conversation: id,
    product: null,
    channel,
    language: 'en',
    agent,
    agent_id: 'a7',
    rule: 'greet',
    pack: 'core',
    verdict,
    critical: false,
    weight: 1,
    severity: 'error',
    reason,
    message: 'Says so',
    args: {},
    fingerprint: '',
    evidence: evidence.map((message) => ({ message, start: 0, end: 2, quote: 'Hi', at: null, line: null })),
    source,
  };
  const unit = { agent_key: 'a7', agent, agent_id: 'a7', pseudo: false, verdicts: [shown], first_reply_ms: [] };
  const rest = { product: null, language: 'en', tags: [], csat: null, hour: null, messages: 3 };
  return { id, channel, source, units: [unit], ...rest } satisfies JudgedConversation;
}

/** Ten labels: label, verdict, evidence of the label, evidence of the verdict. */
const TEN: readonly (readonly [VerdictValue, VerdictValue, readonly number[], readonly number[]])[] = [
  ['pass', 'pass', [1], [1]],
  ['pass', 'pass', [1], [2]],
  ['pass', 'pass', [], []],
  ['pass', 'pass', [], []],
  ['pass', 'fail', [1], [1]],
  ['fail', 'fail', [1], [1]],
  ['fail', 'fail', [1, 2], [2]],
  ['fail', 'fail', [1], [2]],
  ['fail', 'pass', [2], [1]],
  ['na', 'na', [], []],
];

function labelLine(index: number, verdict: VerdictValue, evidence: readonly number[]): string {
  const lang = index % 2 === 0 ? 'en' : 'ru';
  return JSON.stringify({ conversation: `c-${index}`, agent: 'Tom', rule: 'greet', verdict, evidence, lang, by: 'x' });
}

function tenLines(by: readonly string[]) {
  const { labels } = readLabels(
    TEN.map(([label, , evidence], index) => labelLine(index, label, evidence)).join('\n'),
    'l',
  );
  const tally = compareWithLabels({ labels, rules: ['greet'], by });
  TEN.forEach(([, verdict, , evidence], index) => {
    tally.meet(conversation(`c-${index}`), judged({ id: `c-${index}`, verdict, evidence }));
  });
  return tally;
}

describe('agreement, worked out by hand on ten labels', () => {
  const agreement = tenLines(['language']).finish();
  const [cell] = agreement.rules;

  it('counts', () => {
    expect(agreement).toMatchObject({ labels: 10, conversations: 10, by: ['language'] });
    expect(cell?.confusion).toEqual({
      pass: { pass: 4, fail: 1, na: 0 },
      fail: { pass: 1, fail: 3, na: 0 },
      na: { pass: 0, fail: 0, na: 1 },
    });
    expect(cell?.agreed).toMatchObject({ count: 8, of: 10, rate: 0.8 });
    expect(cell?.prevalence).toMatchObject({ count: 4, of: 10, rate: 0.4 });
  });

  // 3 of 4. Wilson, z² = 3.8415: middle (3 + 1.9207) ÷ 7.8415 = 0.6275, half 0.24995 × √(0.75 + 0.96036) = 0.3269.
  it('gives precision and recall of fail with their intervals', () => {
    const expected = { count: 3, of: 4, rate: 0.75, interval: { low: 0.301, high: 0.954, level: 0.95 } };
    expect(cell?.precision).toEqual(expected);
    expect(cell?.recall).toEqual(expected);
  });

  // Observed 0.8, by chance 0.5² + 0.4² + 0.1² = 0.42: kappa 0.38 ÷ 0.58 = 0.655. Variance (0.13984 + 0.04 × 0.162 −
  // 0.296²) ÷ (10 × 0.58⁴) = 0.05187, so ± 1.96 × 0.2278 = ± 0.4464.
  it('gives kappa with its interval', () => {
    expect(cell?.kappa).toEqual({ value: 0.655, interval: { low: 0.209, high: 1, level: 0.95 } });
  });

  it('gives the overlap of evidence among the agreed fails', () => {
    expect(cell?.evidence).toMatchObject({ count: 2, of: 3, rate: 0.667 });
  });

  it('lists every disagreement with what was said and what was meant', () => {
    expect(agreement.disagreements.map(({ conversation: id, label, verdict }) => [id, label, verdict])).toEqual([
      ['c-4', 'pass', 'fail'],
      ['c-8', 'fail', 'pass'],
    ]);
    expect(agreement.disagreements[1]).toMatchObject({
      agent: 'Tom',
      line: 9,
      reason: 'some-reason',
      message: 'Says so',
      quotes: [{ message: 1, quote: 'Hi' }],
      expected: [{ message: 2, quote: 'Bye' }],
    });
  });

  it('groups by any key', () => {
    expect(agreement.cells.map(({ group, labels }) => [group, labels])).toEqual([
      [{ language: 'en' }, 5],
      [{ language: 'ru' }, 5],
    ]);
    const other = tenLines(['by', 'channel', 'nothing']).finish();
    expect(other.cells.map(({ group, labels }) => [group, labels])).toEqual([
      [{ by: 'x', channel: 'chat', nothing: '(none)' }, 10],
    ]);
  });
});

describe('kappa', () => {
  it('is silent where there is nothing to tell', () => {
    expect(kappaOf([[0, 0], [0, 0]])).toEqual({ value: null, interval: null }); // biome-ignore format: a table
    expect(kappaOf([[7, 0], [0, 0]])).toEqual({ value: null, interval: null }); // biome-ignore format: a table
  });

  it('is 1 for full and below 0 for less than chance agreement', () => {
    expect(kappaOf([[5, 0], [0, 5]]).value).toBe(1); // biome-ignore format: a table
    // Observed 0, by chance 0.5: −0.5 ÷ 0.5.
    expect(kappaOf([[0, 5], [5, 0]]).value).toBe(-1); // biome-ignore format: a table
  });

  // Ten of ten agreed: Wilson's low is 10 ÷ 13.84 = 0.722 (0.7225), less 0.5 by chance, of the 0.5 left: 0.444.
  it('is never certain, not even in full agreement', () => {
    expect(kappaOf([[5, 0], [0, 5]]).interval).toEqual({ low: 0.444, high: 1, level: 0.95 }); // biome-ignore format: a table
  });

  // 200 cases. Observed 140 ÷ 200 = 0.7, by chance 0.6 × 0.65 + 0.3 × 0.25 + 0.1 × 0.1 = 0.475: kappa 0.225 ÷ 0.525 = 0.429.
  it('takes tables of any size', () => {
    expect(kappaOf([[106, 10, 4], [22, 28, 10], [2, 12, 6]]).value).toBe(0.429); // biome-ignore format: a table
  });
});

describe('labels that name what is not there', () => {
  it('are reported with their lines, exactly those', () => {
    const lines = [
      { conversation: 'c-1', agent: 'Tom', rule: 'greet', verdict: 'pass' },
      { conversation: 'c-9', agent: 'Tom', rule: 'greet', verdict: 'pass' },
      { conversation: 'c-1', agent: 'Ann', rule: 'greet', verdict: 'pass' },
      { conversation: 'c-1', agent: 'Tom', rule: 'great', verdict: 'pass' },
      { conversation: 'c-2', agent: 'Tom', rule: 'greet', verdict: 'fail', evidence: [3] },
    ];
    const { labels } = readLabels(lines.map((line) => JSON.stringify(line)).join('\n'), 'l');
    const tally = compareWithLabels({ labels, rules: ['greet', 'close'], by: [] });
    tally.meet(conversation('c-1'), judged({ id: 'c-1', verdict: 'pass' }));
    tally.meet(conversation('c-2'), judged({ id: 'c-2', verdict: 'pass' }));
    expect(tally.problems().map(({ line, code, message }) => [line, code, message])).toEqual([
      [2, 'unknown-conversation', 'there is no conversation "c-9" in the input'],
      [3, 'unknown-agent', 'conversation "c-1" has no agent "Ann"; its agents are "Tom"'],
      [4, 'unknown-rule', 'there is no rule "great"; the rules in use are close, greet'],
      [5, 'bad-evidence', 'message 3 is beyond the 3 messages of conversation "c-2"; the first is 0'],
    ]);
    expect(tally.finish().labels).toBe(1);
  });

  it('find an agent by another of the names that the messages bear', () => {
    const { labels } = readLabels(labelLine(0, 'pass', []).replace('Tom', 'Thomas'), 'l');
    const tally = compareWithLabels({ labels, rules: ['greet'], by: [] });
    tally.meet(conversation('c-0', 'Thomas'), judged({ id: 'c-0', verdict: 'pass' }));
    expect(tally.problems()).toEqual([]);
    expect(tally.finish().rules[0]?.agreed.count).toBe(1);
  });

  it('count an agent who only replied automatically as not judged', () => {
    const { labels } = readLabels(labelLine(0, 'na', []), 'l');
    const tally = compareWithLabels({ labels, rules: ['greet'], by: [] });
    tally.meet(conversation('c-0'), { ...judged({ id: 'c-0', verdict: 'pass' }), units: [] });
    expect(tally.problems()).toEqual([]);
    expect(tally.finish().rules[0]?.confusion.na.na).toBe(1);
  });
});
