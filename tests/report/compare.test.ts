import { describe, expect, it } from 'vitest';
import type { Comparison, RateChange, ScoreChange } from '../../src/model/comparison.ts';
import { compareText, rescoringText } from '../../src/report/compare.ts';
import { compareMarkdown } from '../../src/report/compare-markdown.ts';
import { run } from './example.ts';

const score = (fields: Partial<ScoreChange>): ScoreChange => ({
  scope: 'agent',
  agent: 'Tom',
  agent_id: 'a7',
  old: 80,
  now: 84.5,
  old_scored_units: 100,
  scored_units: 120,
  change: 4.5,
  interval: { low: 1.2, high: 7.9, level: 0.95 },
  beyond_noise: true,
  by_quality: 5,
  by_mix: -0.5,
  ...fields,
});
const rate: RateChange = {
  rule: 'warm-farewell',
  old: 0.714,
  now: 0.482,
  old_applicable: 40,
  applicable: 50,
  change: -0.232,
  interval: { low: -0.516, high: 0.214, level: 0.95 },
  beyond_noise: false,
};
const comparison: Comparison = {
  type: 'comparison',
  schema: 'transcript-audit/1',
  old: run,
  now: run,
  differences: [{ what: 'rule', name: 'response-delay', old: 'sha256:aa', now: 'sha256:bb' }],
  not_compared: ['response-delay'],
  compared_rules: ['warm-farewell'],
  mix_over: ['channel', 'language'],
  total: score({ scope: 'total', agent: null, agent_id: null, change: null, interval: null, beyond_noise: false }),
  agents: [score({}), score({ agent: null, agent_id: null })],
  teams: [score({ scope: 'team', agent: 'North | East' })],
  sites: [],
  rules: [rate],
  changed: true,
};

describe('compare', () => {
  it('names what differs first, then scores with what the agent and the mix did, then rules', () => {
    const lines = compareText(comparison).split('\n');
    expect(lines[0]).toBe('differs: rule response-delay: sha256:aa → sha256:bb');
    expect(lines[1]).toBe('not compared: response-delay');
    expect(lines[3]).toBe('                         old    new  change    95% interval   agent    mix');
    expect(lines[5]).toBe('Tom                     80.0   84.5   +4.5*     +1.2 … +7.9    +5.0   −0.5');
    expect(lines[6]).toMatch(/^\(no name\) /);
    expect(lines[7]).toMatch(/^team North \| East/);
    expect(lines[10]).toBe('warm-farewell          71.4%  48.2%   −23.2   −51.6 … +21.4');
  });

  it('is silent where nothing changed', () => {
    expect(compareText({ ...comparison, changed: false })).toBe('');
    expect(compareMarkdown({ ...comparison, changed: false })).toBe('The two reports say the same.\n');
  });

  it('is a table of Markdown in which no name can break a column', () => {
    const text = compareMarkdown(comparison);
    expect(text).toContain('| Tom | 80\\.0 | 84\\.5 | \\+4\\.5\\* |');
    expect(text).toContain('| team North \\| East |');
    expect(text).toContain('- differs\\: rule response\\-delay');
  });

  it('says whose score moved under another pack, and by which rule', () => {
    const moved = { agent: 'Tom', agent_id: 'a7', old: 80, now: 75.5, change: -4.5 };
    const rescoring = {
      type: 'rescoring' as const,
      differences: [],
      total: { ...moved, by_rule: [] },
      agents: [{ ...moved, by_rule: [{ rule: 'warm-farewell', points: 4.5 }] }],
    };
    expect(rescoringText(rescoring)).toBe(
      'The same conversations were judged anew:\n  Tom: 80.0 → 75.5 (−4.5); points lost: warm-farewell +4.5\n',
    );
    expect(rescoringText({ ...rescoring, agents: [] })).toContain('no score moved');
  });
});
