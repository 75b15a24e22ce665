import { describe, expect, it } from 'vitest';
import type { MeasuredRule } from '../../src/model/accuracy.ts';
import type { AgreementCell, Share } from '../../src/model/agreement.ts';
import type { Rule } from '../../src/model/rule.ts';
import { PLAIN } from '../../src/report/paint.ts';
import { rulePage } from '../../src/report/rule-page.ts';

const rule: Rule = {
  id: 'greet',
  pack: 'core',
  kind: 'say',
  title: 'Greets',
  why: 'A name opens a conversation.',
  source: 'Somebody 2010.',
  weight: 2,
  critical: true,
  severity: 'error',
  options: { acts: ['greeting'], limits: { chat: { first: 60000 } } },
  written: {},
  wording: { en: { said: 'Greets', 'not-said': 'Does not greet' } },
  examples: [
    {
      verdict: 'fail',
      reason: 'not-said',
      language: 'en',
      title: 'Straight to business',
      conversation: { messages: [{ role: 'agent', name: 'Tom', text: 'Order\u001b number?' }] },
      agent: null,
      file: 'x.yaml',
      line: 1,
    },
  ],
};

const share = (count: number, of: number): Share => ({
  count,
  of,
  rate: count / of,
  interval: { low: 0.5, high: 1, level: 0.95 },
});

const cell: AgreementCell = {
  rule: 'greet',
  group: { language: 'en' },
  labels: 10,
  confusion: { pass: { pass: 6, fail: 0, na: 0 }, fail: { pass: 0, fail: 4, na: 0 }, na: { pass: 0, fail: 0, na: 0 } },
  agreed: share(10, 10),
  prevalence: share(4, 10),
  precision: share(4, 4),
  recall: share(4, 4),
  kappa: { value: 1, interval: { low: 0.4, high: 1, level: 0.95 } },
  evidence: share(4, 4),
  covered: share(10, 10),
};

const page = (accuracy: MeasuredRule | null): string =>
  [...rulePage(rule, { width: 80, paint: PLAIN, accuracy })].join('');

describe('the page on a rule', () => {
  it('says why, whence, by which options and reasons, and shows the examples', () => {
    expect(page(null)).toBe(`greet  Greets (weight 2, critical)

Why
  A name opens a conversation.

Source
  Somebody 2010.

Kind and options
  say
    acts: ["greeting"]
    limits:
      chat:
        first: 60000

Reasons
  said      Greets
  not-said  Does not greet

Examples
  fail (not-said): Straight to business [en]
      Tom: Order␛ number?

Measured accuracy
  not measured
`);
  });

  it('prints the measured figures, per language only', () => {
    const cells = [
      { group: { language: 'en' }, shipped: cell, unseen: cell },
      { group: { language: 'en', data: 'real' }, shipped: cell, unseen: null },
    ];
    const written = page({ rule: 'greet', cells, trade: [] });
    expect(written.slice(written.indexOf('Measured'))).toBe(`Measured accuracy
  en: 10 labels, kappa 1.00 (0.40–1.00); on sources that no model had seen 1.00 (0.40–1.00)
    precision of fail 1.00 (0.50–1.00) 4/4, recall 1.00 (0.50–1.00) 4/4, covered 1.00 10/10
`);
  });
});
