import { describe, expect, it } from 'vitest';
import { quoteOf } from '../../src/judge/evidence.ts';
import { createJudge, type RuleAtWork } from '../../src/judge/judge.ts';
import type { Check } from '../../src/model/kind.ts';
import type { Rule } from '../../src/model/rule.ts';
import { conversationOf, SETTINGS } from './staging.ts';

const RULE: Rule = {
  id: 'says-please',
  pack: 'own',
  kind: 'say',
  title: 'Says please',
  why: 'Courtesy',
  source: 'own',
  weight: 2,
  critical: false,
  severity: 'error',
  options: {},
  written: {},
  wording: { en: { rude: 'No please for {name} in {constructor}' }, ru: {} },
  examples: [],
};

function judgeWith(check: Check, words = true) {
  const rules: RuleAtWork[] = [{ rule: RULE, check, words }];
  return createJudge({ rules, scene: SETTINGS, zone: 'Europe/Berlin', wording: 'en' });
}

const RUDE: Check = {
  judge: () => ({
    verdict: 'fail',
    reason: 'rude',
    args: { name: 'Anna' },
    evidence: [{ message: 1, start: 3, end: 7 }],
    waits: [
      { from: 0, to: 1, kind: 'first', wait_ms: 5000, limit_ms: 60000 },
      { from: 1, to: null, kind: 'first', wait_ms: 7000, limit_ms: 60000 },
    ],
  }),
  judgePseudo: () => [{ agent: '(queue)', judgement: { verdict: 'pass', reason: 'kept', evidence: [] } }],
};

const LINES = [
  { role: 'customer' as const, text: 'Hi', at: '2026-03-29T00:30:00Z' },
  { role: 'agent' as const, name: 'Tom', text: 'Do what I say', at: '2026-03-29T01:30:00Z', line: 7 },
];

describe('the judge', () => {
  it('writes each judgement out as a verdict with its words, quote and times', () => {
    const judged = judgeWith(RUDE)(conversationOf(LINES, { channel: 'chat', product: 'desk', language: 'en' }));
    expect(judged.hour).toBe(1);
    expect(
      judged.units.map(({ agent_key, agent, pseudo, first_reply_ms }) => [agent_key, agent, pseudo, first_reply_ms]),
    ).toEqual([
      ['\u0000Tom', 'Tom', false, [5000]],
      ['(queue)', '(queue)', true, []],
    ]);
    const verdict = judged.units[0]?.verdicts[0];
    expect(verdict?.message).toBe('No please for Anna in {constructor}');
    expect(verdict?.evidence).toEqual([
      { message: 1, start: 3, end: 7, quote: 'what', at: '2026-03-29T01:30:00.000Z', line: 7 },
    ]);
    expect(verdict?.fingerprint).toMatch(/^[0-9a-f]{16}$/);
  });

  it('gives a finding the same fingerprint wherever its words stand, another one for other words', () => {
    const spotted = (message: number, start: number, end: number) =>
      judgeWith({ judge: () => ({ verdict: 'fail', reason: 'rude', evidence: [{ message, start, end }] }) })(
        conversationOf([...LINES, { role: 'agent', name: 'Tom', text: 'Yes, what' }], { language: 'en' }),
      ).units[0]?.verdicts[0]?.fingerprint;
    expect(spotted(1, 3, 7)).toBe(spotted(2, 5, 9));
    expect(spotted(1, 3, 7)).not.toBe(spotted(2, 0, 3));
  });

  it('leaves rules of words alone in a language without phrases, and judges the others', () => {
    const german = conversationOf(LINES, { language: 'de' });
    expect(judgeWith(RUDE)(german).units[0]?.verdicts[0]).toMatchObject({
      verdict: 'na',
      reason: 'unsupported-language',
      evidence: [],
    });
    expect(judgeWith(RUDE, false)(german).units[0]?.verdicts[0]?.verdict).toBe('fail');
  });
});

describe('a quote', () => {
  it('is cut at 160 units and never splits a surrogate pair', () => {
    expect(quoteOf('a'.repeat(160), 0, 160)).toBe('a'.repeat(160));
    expect(quoteOf('a'.repeat(161), 0, 161)).toBe(`${'a'.repeat(160)}…`);
    expect(quoteOf(`${'a'.repeat(159)}😀b`, 0, 162)).toBe(`${'a'.repeat(159)}…`);
    expect(quoteOf(`${'a'.repeat(158)}😀b`, 0, 161)).toBe(`${'a'.repeat(158)}😀…`);
  });
});
