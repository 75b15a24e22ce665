import { safeParse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { disputeExample } from '../../src/judge/dispute-example.ts';
import { suppressing, unusedYet } from '../../src/judge/suppress.ts';
import { type Suppression, suppressionsOf, suppressionsSchema } from '../../src/model/suppression.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { exampleSchema } from '../../src/packs/schema.ts';
import { summarise } from '../../src/score/summarise.ts';
import { Tally } from '../../src/score/tally.ts';
import { made, RUN, SCORING } from '../score/made.ts';
import { conversationOf } from './staging.ts';

const ENTRY: Suppression = {
  fingerprint: 'c-1 Tom farewell',
  by: 'Lea',
  why: 'Said by phone',
  decision: 'accepted',
  should_be: 'pass',
  until: null,
  file: 'disputes.yaml',
  line: 3,
};
// Farewell failed, greeting and secret passed: 8 of 10
const conversation = made({ id: 'c-1', units: [{ agent: 'Tom', pattern: 'fpp' }] });

function reportWith(entries: readonly Suppression[], today: string | null) {
  const tally = new Tally(SCORING, unusedYet(entries, today));
  tally.add(suppressing(entries, today)(conversation));
  return summarise(RUN, SCORING, tally.counts(), []);
}

describe('suppressing', () => {
  it('takes an accepted finding out of the score and counts it apart', () => {
    const report = reportWith([ENTRY], null);
    expect(report.agents[0]).toMatchObject({ score: 100, suppressed: 1, lost: [] });
    expect(report.agents[0]?.rules[0]).toMatchObject({ pass: 0, fail: 0, na: 0, suppressed: 1, rate: null });
    expect(report.counts.suppressions[0]?.findings).toBe(1);
    expect(report.problems).toEqual([]);
    expect(reportWith([], null).agents[0]?.score).toBe(80);
  });

  it('leaves open and rejected disputes in the score', () => {
    for (const decision of ['open', 'rejected'] as const) {
      const report = reportWith([{ ...ENTRY, decision }], null);
      expect(report.agents[0]?.score).toBe(80);
      expect(report.problems).toEqual([]);
    }
  });

  it('reports an expired entry, which no longer counts; its last day still does', () => {
    const dated = { ...ENTRY, until: '2026-06-30' };
    expect(reportWith([dated], '2026-06-30').agents[0]?.score).toBe(100);
    const later = reportWith([dated], '2026-07-01');
    expect(later.agents[0]?.score).toBe(80);
    expect(later.problems).toMatchObject([
      { severity: 'notice', code: 'suppression-expired', file: 'disputes.yaml', line: 3 },
    ]);
    // Without --as-of no clock is asked
    expect(reportWith([dated], null).agents[0]?.score).toBe(100);
  });

  it('reports an unused entry, and never marks a pass', () => {
    const passed = { ...ENTRY, fingerprint: 'c-1 Tom greeting' };
    const report = reportWith([passed], null);
    expect(report.agents[0]).toMatchObject({ score: 80, suppressed: 0 });
    expect(report.problems).toMatchObject([{ severity: 'notice', code: 'suppression-unused' }]);
  });

  it('knows an entry as used when any part of the input uses it', () => {
    const used = new Tally(SCORING, unusedYet([ENTRY], null));
    used.add(suppressing([ENTRY], null)(conversation));
    const whole = new Tally(SCORING);
    whole.absorb(new Tally(SCORING, unusedYet([ENTRY], null)).counts());
    whole.absorb(used.counts());
    const alone = summarise(RUN, SCORING, new Tally(SCORING, unusedYet([ENTRY], null)).counts(), []);
    expect(alone.problems).toHaveLength(1);
    expect(summarise(RUN, SCORING, whole.counts(), alone.problems).problems).toEqual([]);
  });
});

describe('the file of suppressions and disputes', () => {
  it('holds suppressions, and disputes that are open until decided', () => {
    const written = parse(`
suppressions:
  - { fingerprint: "0123456789abcdef", by: Lea, why: Said by phone, until: 2026-12-31 }
disputes:
  - { fingerprint: "fedcba9876543210", by: Tom, why: The name is in the subject }
  - { fingerprint: "00000000000000aa", by: Tom, why: Not my turn, decision: accepted, decided_by: Lea, should_be: na }
`);
    const checked = safeParse(suppressionsSchema, written);
    expect(checked.success).toBe(true);
    const entries = checked.success ? suppressionsOf(checked.output, 'disputes.yaml', (_, index) => index + 1) : [];
    expect(entries.map(({ by, decision, should_be, until }) => [by, decision, should_be, until])).toEqual([
      ['Lea', 'accepted', 'pass', '2026-12-31'],
      ['Tom', 'open', 'pass', null],
      ['Lea', 'accepted', 'na', null],
    ]);
  });

  it('refuses a fingerprint that lost its quotes, a wrong day and a misspelt key', () => {
    const entry = { fingerprint: '0123456789abcdef', by: 'Lea', why: 'x' };
    for (const wrong of [{ fingerprint: 1234567890123456 }, { until: '31.12.2026' }, { untill: '2026-12-31' }]) {
      expect(safeParse(suppressionsSchema, { suppressions: [{ ...entry, ...wrong }] }).success).toBe(false);
    }
  });
});

describe('a dispute as an example', () => {
  const talk = conversationOf(
    [
      { role: 'customer', text: 'Hello, Anna here: "is it open?"\nthanks' },
      { role: 'agent', name: 'Tom', text: 'Yes, Anna.' },
      { role: 'agent', name: 'Tom', text: 'she sounds upset', internal: true },
    ],
    { id: 'c-9' },
  );
  const [verdict] = made({ id: 'c-9', units: [{ agent: 'Tom', pattern: 'f--' }] }).units[0]?.verdicts ?? [];

  it('is an example that a pack can hold, with nothing lost', () => {
    const text = disputeExample(talk, verdict as Verdict, { should_be: 'na', why: 'Still open' }, (words) => words);
    const [example] = parse(text) as unknown[];
    expect(safeParse(exampleSchema, example).success).toBe(true);
    expect(example).toMatchObject({ title: 'Still open', language: 'en', verdict: 'na' });
    expect(example).toMatchObject({
      conversation: {
        channel: 'chat',
        messages: [
          { role: 'customer', text: 'Hello, Anna here: "is it open?"\nthanks' },
          { role: 'agent', name: 'Tom', text: 'Yes, Anna.' },
          { role: 'agent', name: 'Tom', text: 'she sounds upset', internal: true },
        ],
      },
    });
  });

  it('has its personal data masked by whoever asks for it', () => {
    const mask = (words: string): string => words.replaceAll('Anna', '[name]');
    const text = disputeExample(talk, verdict as Verdict, { should_be: 'pass', why: 'Anna said so' }, mask);
    expect(text).not.toContain('Anna');
  });
});
