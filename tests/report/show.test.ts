import { describe, expect, it } from 'vitest';
import { type Conversation, makeFragment, makeMessage } from '../../src/model/conversation.ts';
import { widthOf } from '../../src/report/columns.ts';
import { showConversation } from '../../src/report/show.ts';
import { conversation, evidence, settings, unit, unitScore, verdict } from './example.ts';

const record: Conversation = makeFragment({
  id: 'c-1',
  channel: 'chat',
  language: 'en',
  subject: 'Where is my order?',
  source: { file: 'july.csv', format: 'csv', line: 12 },
  messages: [
    makeMessage({ role: 'customer', name: 'Anna', at: '2026-03-02T09:14:05+01:00', text: 'Hi, where is\nmy order?' }),
    makeMessage({ role: 'agent', name: 'Tom', text: 'Hi there! Let me look.' }),
    makeMessage({ role: 'agent', name: 'Tom', text: 'sounds upset', internal: true }),
  ],
});

const audited = conversation({
  units: [
    unit([
      verdict(),
      verdict({
        rule: 'response-delay',
        message: 'First answer after 1 min 35 s, limit 1 min',
        evidence: [evidence({ quote: 'Hi there! Let me look.', end: 22 })],
        waits: [
          { from: 0, to: 1, kind: 'first', wait_ms: 95_000, limit_ms: 60_000 },
          { from: 3, to: null, kind: 'later', wait_ms: 600_000, limit_ms: null },
        ],
      }),
      verdict({ rule: 'warm-farewell', verdict: 'na', message: 'The conversation was not over', evidence: [] }),
    ]),
  ],
  scores: [unitScore({ score: 42.9 })],
});

describe('show', () => {
  it('puts each verdict under the message that earned it, and the rest under the agent', () => {
    expect(showConversation(record, audited, settings).split('\n')).toEqual([
      'c-1 · chat · en · july.csv:12',
      'Where is my order?',
      '',
      '   0  Anna  customer · 2026-03-02T09:14:05+01:00',
      '      Hi, where is',
      '      my order?',
      '',
      '   1  Tom  agent',
      '      Hi there! Let me look.',
      '      ✗ personal-name-greeting (Tom): Greets without the customer’s name',
      '        “Hi there!”',
      '      ✗ response-delay (Tom): First answer after 1 min 35 s, limit 1 min',
      '        “Hi there! Let me look.”',
      '        message 0 waited 1 min 35 s for message 1, limit 1 min',
      '        message 3 was not answered after 10 min',
      '',
      '   2  Tom  agent · internal note',
      '      sounds upset',
      '',
      'Tom  42.9',
      '  · warm-farewell (Tom): The conversation was not over',
      '',
    ]);
  });

  it('says what was accepted, what was known, and who is not scored', () => {
    const one = conversation({
      units: [
        unit([verdict({ suppressed: { by: 'Ann', why: 'agreed' } }), verdict({ baselined: true })]),
        unit([verdict({ agent: '(queue)', verdict: 'na', message: 'Measured', evidence: [] })], { pseudo: true }),
      ],
      scores: [unitScore({ score: null }), unitScore({ score: null })],
    });
    const text = showConversation(record, one, settings).replace(/\n +/g, ' ');
    expect(text).toContain('Greets without the customer’s name; accepted by Ann: agreed');
    expect(text).toContain('name; known before: the baseline holds it');
    expect(text).toContain('Tom  not scored: too few rules applied');
    expect(text).toContain('(queue)  never scored');
  });

  it('fits the width and shows no control character', () => {
    const hostile = makeMessage({
      role: 'agent',
      name: 'T\u001b[31m',
      text: `${'長い '.repeat(90)}\u001b[2J\n\n\u202eend`,
    });
    const text = showConversation({ ...record, messages: [hostile] }, audited, { ...settings, width: 60 });
    expect(Math.max(...text.split('\n').map(widthOf))).toBeLessThanOrEqual(60);
    expect(text).not.toMatch(/[\u001b\u202e]/);
  });
});
