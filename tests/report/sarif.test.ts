import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import formats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { makeSarif } from '../../src/report/sarif.ts';
import { conversation, greetingRule, settings, unit, verdict, written } from './example.ts';
import { hostileConversation, hostileReport } from './hostile.ts';

const root = join(import.meta.dirname, '..', '..');
const schema = JSON.parse(
  readFileSync(join(root, 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
);
const ajv = new Ajv.default({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile(schema);

const rules = [greetingRule];
const logOf = (audit?: Parameters<typeof written>[1]) => JSON.parse(written(makeSarif({ ...settings, rules }), audit));

describe('sarif', () => {
  it.each([
    ['an audit', undefined],
    ['an audit of hostile text', { conversations: [hostileConversation()], tail: hostileReport() }],
    ['an audit without findings', { conversations: [] }],
  ])('fits the published schema: %s', (_, audit) => {
    const log = JSON.parse(written(makeSarif({ ...settings, rules }), audit));
    expect(validate(log) ? [] : validate.errors).toEqual([]);
  });

  it('would be refused if it did not: the check can fail', () => {
    expect(validate({ version: '2.1.0', runs: [{}] })).toBe(false);
  });

  it('says what is wrong, where, and by which rule', () => {
    const [run] = logOf().runs;
    expect(run.tool.driver.rules[0].id).toBe('personal-name-greeting');
    expect(run.results).toHaveLength(1);
    expect(run.results[0]).toMatchObject({
      ruleId: 'personal-name-greeting',
      ruleIndex: 0,
      level: 'warning',
      message: { text: 'Tom: Greets without the customer’s name: “Hi there!”' },
      partialFingerprints: { 'transcriptAudit/v1': 'f1' },
      locations: [{ physicalLocation: { artifactLocation: { uri: 'july.csv' }, region: { startLine: 12 } } }],
    });
    expect(run.results[0]).not.toHaveProperty('baselineState');
    expect(run.invocations[0].toolExecutionNotifications[0].locations[0].physicalLocation.region.startLine).toBe(98);
  });

  it('marks what the baseline holds and what was accepted, and drops neither', () => {
    const findings = [
      verdict({ baselined: true }),
      verdict({ baselined: false }),
      verdict({ suppressed: { by: 'Ann', why: 'agreed' } }),
      verdict({ critical: true }),
      verdict({ severity: 'advice' }),
    ];
    const { results } = logOf({ conversations: [conversation({ units: [unit(findings)] })] }).runs[0];
    expect(results.map((result: { baselineState?: string }) => result.baselineState)).toEqual([
      'unchanged',
      'new',
      undefined,
      undefined,
      undefined,
    ]);
    expect(results[2].suppressions).toEqual([{ kind: 'external', status: 'accepted', justification: 'agreed (Ann)' }]);
    expect(results.map(({ level }: { level: string }) => level)).toEqual([
      'warning',
      'warning',
      'warning',
      'error',
      'note',
    ]);
  });

  it('writes words that look like arguments or links as words, and any file name as a URI', () => {
    const odd = verdict({ message: 'see {0} [here](1)', source: { file: 'a b/<stdin>:1', format: 'csv', line: null } });
    const one = conversation({ units: [unit([{ ...odd, evidence: [] }])] });
    const [result] = logOf({ conversations: [one] }).runs[0].results;
    expect(result.message.text).toBe('Tom: see {{0}} [here\\](1)');
    expect(result.locations[0].physicalLocation).toEqual({ artifactLocation: { uri: 'a%20b/%3Cstdin%3E%3A1' } });
  });
});
