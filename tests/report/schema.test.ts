import { Ajv2020 } from 'ajv/dist/2020.js';
import type * as v from 'valibot';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import type { documentSchema } from '../../src/report/document-schema.ts';
import { makeJson } from '../../src/report/json.ts';
import type { verdictSchema } from '../../src/report/line-schemas.ts';
import { makeNdjson } from '../../src/report/ndjson.ts';
import { outputSchema } from '../../src/report/schema.ts';
import { conversation, gates, groupScore, report, unit, verdict, written } from './example.ts';
import { hostileConversation, hostileReport } from './hostile.ts';

const ajv = new Ajv2020({ allErrors: true });
const lineFits = ajv.compile(outputSchema('ndjson'));
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

  it('refuse what is not an output', () => {
    expect(lineFits({ type: 'verdict' })).toBe(false);
    expect(lineFits({ ...JSON.parse(written(makeNdjson()).split('\n')[0] ?? ''), extra: 1 })).toBe(false);
    expect(documentFits({ run: {} })).toBe(false);
  });
});
