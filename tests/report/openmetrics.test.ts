import parse from 'parse-prometheus-text-format';
import { describe, expect, it } from 'vitest';
import { makeOpenmetrics } from '../../src/report/openmetrics.ts';
import { groupScore, report, written } from './example.ts';
import { hostileConversation, hostileReport } from './hostile.ts';

interface ParsedFamily {
  readonly name: string;
  readonly help: string;
  readonly type: string;
  readonly metrics: readonly { readonly value: string; readonly labels?: Record<string, string> }[];
}

const familiesOf = (text: string): ParsedFamily[] => parse(text) as ParsedFamily[];

describe('openmetrics', () => {
  it('is read by an independent parser, value by value', () => {
    const families = familiesOf(written(makeOpenmetrics()));
    const family = (name: string) => families.find((one) => one.name === `transcript_audit_${name}`);
    expect(family('agent_score_points')?.metrics).toEqual([
      { value: '81.2', labels: { agent: 'Tom', agent_id: 'a7' } },
    ]);
    expect(family('agent_first_reply_median_seconds')?.metrics[0]?.value).toBe('41');
    expect(family('rule_pass_ratio')?.metrics).toEqual([{ value: '0.7', labels: { rule: 'personal-name-greeting' } }]);
    expect(family('conversations')?.metrics).toEqual([{ value: '131' }]);
    expect(family('agent_verdicts')?.metrics).toContainEqual({
      value: '30',
      labels: { agent: 'Tom', agent_id: 'a7', rule: 'personal-name-greeting', verdict: 'fail' },
    });
  });

  it('has a type and a help for every family, a unit where the name ends in one, and the end mark', () => {
    const lines = written(makeOpenmetrics()).trimEnd().split('\n');
    expect(lines.at(-1)).toBe('# EOF');
    for (const line of lines.filter((one) => one.startsWith('# TYPE'))) {
      const name = line.split(' ')[2] ?? '';
      expect(lines.some((one) => one.startsWith(`# HELP ${name} `))).toBe(true);
      const unit = /_(seconds|points|ratio)$/.exec(name)?.[1];
      expect(lines.includes(`# UNIT ${name} ${unit}`)).toBe(unit !== undefined);
    }
  });

  it('never says the same series twice, also of two agents who cannot be told apart by name and id', () => {
    const tail = report({ agents: [groupScore(), groupScore({ score: 50 })] });
    const series = written(makeOpenmetrics(), { tail })
      .split('\n')
      .filter((line) => line.startsWith('transcript_audit'))
      .map((line) => line.slice(0, line.lastIndexOf(' ')));
    expect(new Set(series).size).toBe(series.length);
    expect(series).toContain('transcript_audit_agent_score_points{agent="Tom (2)",agent_id="a7"}');
  });

  it('escapes labels, and has none that grows with the conversations', () => {
    const text = written(makeOpenmetrics(), { conversations: [hostileConversation()], tail: hostileReport() });
    const labels = new Set([...text.matchAll(/[{,]([a-z_]+)="/g)].map((match) => match[1]));
    expect([...labels].sort()).toEqual([
      'agent',
      'agent_id',
      'hash',
      'pack',
      'rule',
      'settings',
      'severity',
      'verdict',
      'version',
    ]);
    expect(familiesOf(text).length).toBeGreaterThan(10);
  });

  it('leaves out values that nobody knows instead of writing a number', () => {
    const tail = report({ agents: [groupScore({ score: null, interval: null })] });
    expect(written(makeOpenmetrics(), { tail })).not.toContain('agent_score_points');
  });
});
