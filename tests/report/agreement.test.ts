import { Ajv2020 } from 'ajv/dist/2020.js';
import * as v from 'valibot';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { Agreement, AgreementCell, Share } from '../../src/model/agreement.ts';
import { agreementAsJson } from '../../src/report/agreement-json.ts';
import { agreementAsMarkdown } from '../../src/report/agreement-markdown.ts';
import { maskedAgreement } from '../../src/report/agreement-masked.ts';
import { agreementSchema } from '../../src/report/agreement-schema.ts';
import { agreementForTerminal } from '../../src/report/agreement-terminal.ts';
import { PLAIN } from '../../src/report/paint.ts';
import { outputSchema } from '../../src/report/schema.ts';

const share = (count: number, of: number, rate: number | null): Share => ({
  count,
  of,
  rate,
  interval: rate === null ? null : { low: 0.301, high: 0.954, level: 0.95 },
});

const cell: AgreementCell = {
  rule: 'greet',
  group: { language: 'en' },
  labels: 10,
  confusion: { pass: { pass: 4, fail: 1, na: 0 }, fail: { pass: 1, fail: 3, na: 0 }, na: { pass: 0, fail: 0, na: 1 } },
  agreed: share(8, 10, 0.8),
  prevalence: share(4, 10, 0.4),
  precision: share(3, 4, 0.75),
  recall: share(3, 4, 0.75),
  kappa: { value: 0.655, interval: { low: -0.209, high: 1, level: 0.95 } },
  evidence: share(0, 0, null),
  covered: share(10, 10, 1),
};

const agreement: Agreement = {
  labels: 10,
  conversations: 9,
  by: ['language'],
  rules: [{ ...cell, group: {} }],
  cells: [cell],
  disagreements: [
    {
      conversation: 'c-1',
      agent: 'T\u001b[2Jom',
      rule: 'greet',
      group: { language: 'en' },
      label: 'pass',
      verdict: 'fail',
      reason: 'no-greeting',
      message: 'Does not greet',
      quotes: [{ message: 1, quote: 'Well | *now*\n<b>' }],
      expected: [],
      file: 'labels.ndjson',
      line: 7,
    },
  ],
};

const text = (pieces: Iterable<string>): string => [...pieces].join('');

describe('agreement in the terminal', () => {
  const written = text(agreementForTerminal(agreement, PLAIN));

  it('shows figures with intervals, a dash where there is nothing', () => {
    expect(written).toContain('10 labels of 9 conversations');
    expect(written).toMatch(/en +10 +0\.66 \(−0\.21–1\.00\) +0\.80 8\/10 +1\.00 10\/10/);
    expect(written).toMatch(/en +0\.40 4\/10 +0\.75 \(0\.30–0\.95\) 3\/4 +0\.75 \(0\.30–0\.95\) 3\/4 +–/);
    expect(written).toMatch(/en +4 +1 +0 +1 +3 +0 +0 +0 +1\n/);
  });

  it('lists the disagreement, with nothing that a screen would obey', () => {
    expect(written).toContain('labels.ndjson:7');
    expect(written).toContain('label pass, verdict fail (no-greeting): Does not greet');
    expect(written).toContain('verdict #1 “Well | *now* <b>”');
    expect(written).not.toContain('\u001b');
  });

  it('fits 100 columns', () => {
    const tables = written.slice(0, written.indexOf('Disagreements'));
    expect(Math.max(...tables.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });
});

describe('agreement as Markdown', () => {
  it('has tables, and transcript text that is no markup', () => {
    const written = text(agreementAsMarkdown(agreement));
    expect(written).toContain('|  | labels | kappa | agreed | covered |\n| --- | --: | --: | --: | --: |\n');
    expect(written).toContain('“Well \\| \\*now\\* &lt;b&gt;”');
    expect(written).not.toContain('\u001b');
  });
});

describe('agreement masked', () => {
  it('hides who is quoted, and never writes the names that it knows', () => {
    const [first] = agreement.disagreements;
    const named = { ...agreement, disagreements: first === undefined ? [] : [{ ...first, names: ['Anna Petrova'] }] };
    named.disagreements[0] = {
      ...named.disagreements[0],
      quotes: [{ message: 1, quote: 'Hi Anna, anna@x.example?' }],
    } as never;
    const written = text(agreementForTerminal(maskedAgreement(named), PLAIN));
    expect(written).toContain('“Hi [NAME-1], [EMAIL-1]?”');
    expect(text(agreementAsJson(named))).not.toContain('Petrova');
  });
});

describe('agreement as JSON', () => {
  it('fits its schema, and the schema the type', () => {
    const fits = new Ajv2020().compile(outputSchema('agreement'));
    const document = JSON.parse(text(agreementAsJson(agreement)));
    expect([fits(document), fits.errors]).toEqual([true, null]);
    expect(fits({ ...document, extra: 1 })).toBe(false);
    const { schema: _, ...value } = v.parse(agreementSchema, document);
    expectTypeOf(value).toExtend<Agreement>();
  });

  it('reads back to the same value', () => {
    const read = JSON.parse(text(agreementAsJson(agreement)));
    expect(read).toEqual({ schema: 'transcript-audit/agreement/1', ...agreement });
    expect(JSON.parse(text(agreementAsJson({ ...agreement, rules: [], cells: [], disagreements: [] }))).cells).toEqual(
      [],
    );
  });
});
