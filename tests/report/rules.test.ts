import { describe, expect, it } from 'vitest';
import type { AgreementCell, Share } from '../../src/model/agreement.ts';
import { explainRule, ruleList } from '../../src/report/rules.ts';
import { greetingRule, settings } from './example.ts';

const rule = {
  ...greetingRule,
  options: { limits: { chat: { first: 60_000, later: 120_000, hold: null } }, words: ['hi', 'hello'], strict: true },
  examples: [
    {
      verdict: 'fail' as const,
      reason: 'generic-greeting',
      language: 'en',
      title: 'A generic greeting',
      conversation: {
        messages: [
          { role: 'customer', name: 'Anna', text: 'Where is my order?' },
          { role: 'agent', at: '2026-03-02T09:00:40Z', text: 'Hi there!' },
        ],
      },
      agent: null,
      file: 'rule.yaml',
      line: 3,
    },
  ],
};

const share = (count: number, of: number, low: number, high: number): Share => ({
  count,
  of,
  rate: count / of,
  interval: { low, high, level: 0.95 },
});

describe('rules', () => {
  it('lists id, pack, title and weight', () => {
    const critical = { ...greetingRule, id: 'no-threats', title: 'Never threatens', critical: true, weight: 1 };
    const advice = { ...greetingRule, id: 'short', title: 'Is brief', severity: 'advice' as const };
    expect(ruleList([greetingRule, critical, advice], { ...settings, width: 120 }).split('\n')).toEqual([
      'personal-name-greeting  core  Greets the customer by name (weight 2)',
      'no-threats              core  Never threatens (weight 1, critical: a fail makes the score of the conversation 0)',
      'short                   core  Is brief (advice: costs no points)',
      '',
    ]);
  });

  it('explains why, source, thresholds and examples, and says when nothing was measured', () => {
    const text = explainRule(rule, [], settings);
    expect(text).toContain('Why\n  A name opens a conversation better than "Dear customer".');
    expect(text).toContain('Where this is known from\n  Howard, Gengler, Jain 1995');
    expect(text).toContain('  limits.chat: first 1 min, later 2 min, hold –\n  words: hi, hello\n  strict: true\n');
    expect(text).toContain('  fail (generic-greeting), en: A generic greeting\n    Anna        Where is my order?\n');
    expect(text).toContain('    agent       Hi there! (2026-03-02T09:00:40Z)');
    expect(text).toContain('Not measured here');
  });

  it('tells how often it was right where that was measured', () => {
    const cell = {
      rule: rule.id,
      group: { language: 'en' },
      labels: 200,
      precision: share(45, 50, 0.786, 0.957),
      recall: share(40, 50, 0.67, 0.888),
    } as unknown as AgreementCell;
    expect(explainRule(rule, [cell], { ...settings, width: 200 })).toContain(
      'language en: of its fails, 90% (78.6–95.7) are right; of the real fails, it finds 80% (67.0–88.8) (200 labels)',
    );
  });
});
