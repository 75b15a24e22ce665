import { Ajv2020 } from 'ajv/dist/2020.js';
import type * as v from 'valibot';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { makeFragment, makeMessage } from '../../src/model/conversation.ts';
import type { Report } from '../../src/model/report.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { nativeLine } from '../../src/read/write-native.ts';
import type { documentSchema } from '../../src/report/document-schema.ts';
import { makeJson } from '../../src/report/json.ts';
import type { verdictSchema } from '../../src/report/line-schemas.ts';
import { makeNdjson } from '../../src/report/ndjson.ts';
import { outputSchema } from '../../src/report/schema.ts';
import { conversation, gates, groupScore, report, unit, verdict, written } from './example.ts';
import { hostileConversation, hostileReport } from './hostile.ts';

const ajv = new Ajv2020({ allErrors: true });
const lineFits = ajv.compile(outputSchema('ndjson'));
const nativeFits = ajv.compile(outputSchema('native'));
const documentFits = ajv.compile(outputSchema('json'));

const audits = {
  'an audit': undefined,
  'hostile text': { conversations: [hostileConversation()], tail: hostileReport() },
  'nothing at all': { conversations: [], tail: report({ agents: [], problems: [] }) },
  'every optional part': {
    conversations: [
      conversation({
        csat: 'good',
        units: [
          unit([
            verdict({
              suppressed: { by: 'Ann', why: 'agreed' },
              baselined: false,
              waits: [{ from: 0, to: null, kind: 'hold', wait_ms: 1, limit_ms: null }],
            }),
          ]),
        ],
      }),
    ],
    held: gates,
    tail: report({
      teams: [groupScore({ scope: 'team' })],
      agents: [
        groupScore({
          lever: { rule: 'warm-farewell', misses: 3, moving: 2, from: 81.2, to: 90 },
          standardised: { score: 80, covered: 0.9, rank: null, mix_dependent: true },
        }),
      ],
    }),
  },
};

describe('the shipped schemas', () => {
  it('describe the very types that the program passes round: a key that they lack does not compile', () => {
    expectTypeOf<v.InferOutput<typeof verdictSchema>>().toExtend<Verdict>();
    expectTypeOf<Omit<v.InferOutput<typeof documentSchema>, 'conversations' | 'gates'>>().toExtend<Report>();
  });

  it.each(Object.entries(audits))('fit every ndjson line: %s', (_, audit) => {
    for (const line of written(makeNdjson(), audit).trimEnd().split('\n')) {
      expect(lineFits(JSON.parse(line)) ? [] : lineFits.errors).toEqual([]);
    }
  });

  it.each(Object.entries(audits))('fit the json document: %s', (_, audit) => {
    const document = JSON.parse(written(makeJson({ withConversations: true }), audit));
    expect(documentFits(document) ? [] : documentFits.errors).toEqual([]);
  });

  it('take the native format of its page, with what may be left out left out and unknown keys kept', () => {
    const least = { id: 'c-1', messages: [{ role: 'customer', text: 'Hi' }] };
    const more = { ...least, channel: 'chat', csat: 5, customer: { name: 'Anna' }, crm: { vip: true } };
    for (const one of [least, more]) {
      expect(nativeFits(one) ? [] : nativeFits.errors).toEqual([]);
    }
    expect(nativeFits({ id: 'c-1' })).toBe(false);
    expect(nativeFits({ ...least, messages: [{ role: 'boss', text: 'Hi' }] })).toBe(false);
  });

  it('take every line that convert writes', () => {
    const made = makeFragment({
      id: 'c-1',
      channel: 'email',
      tags: ['vip'],
      source: { file: 'a.mbox', format: 'mbox', line: 1 },
      extra: { crm: 7 },
      messages: [
        makeMessage({ role: 'system', text: 'joined', event: 'joined', name: 'Li' }),
        makeMessage({
          role: 'agent',
          text: 'Hi\n> quoted',
          cuts: [{ start: 3, end: 11, kind: 'quote' }],
          internal: true,
        }),
      ],
    });
    expect(nativeFits(JSON.parse(nativeLine(made))) ? [] : nativeFits.errors).toEqual([]);
  });

  it('refuse what is not an output', () => {
    expect(lineFits({ type: 'verdict' })).toBe(false);
    expect(lineFits({ ...JSON.parse(written(makeNdjson()).split('\n')[0] ?? ''), extra: 1 })).toBe(false);
    expect(documentFits({ run: {} })).toBe(false);
  });
});
