import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { makeJunit } from '../../src/report/junit.ts';
import { conversation, gates, settings, unit, verdict, written } from './example.ts';
import { hostileConversation, hostileReport } from './hostile.ts';

const schema = readFileSync(join(import.meta.dirname, 'schemas', 'jenkins-junit.xsd'), 'utf8');
const complaints = async (xml: string): Promise<string[]> =>
  (await validateXML({ xml: { fileName: 'report.xml', contents: xml }, schema })).errors.map(({ message }) => message);

describe('junit', () => {
  it('fits the schema that Jenkins publishes', async () => {
    expect(await complaints(written(makeJunit(settings), { held: gates }))).toEqual([]);
  });

  it('fits it with hostile text too', async () => {
    const text = written(makeJunit(settings), { conversations: [hostileConversation()], tail: hostileReport() });
    expect(await complaints(text)).toEqual([]);
  });

  it('would be refused if it did not: the check can fail', async () => {
    expect(await complaints('<testsuites><testsuite name="x"/></testsuites>')).not.toEqual([]);
  });

  it('fails what failed, skips what did not apply, was accepted or known before, passes the rest', () => {
    const text = written(makeJunit(settings), {
      conversations: [
        conversation({
          units: [
            unit([
              verdict(),
              verdict({ rule: 'kept', verdict: 'pass' }),
              verdict({ rule: 'moot', verdict: 'na', message: 'Not over' }),
              verdict({ rule: 'accepted', suppressed: { by: 'Ann', why: 'agreed with the customer' } }),
              verdict({ rule: 'old', baselined: true }),
              verdict({ rule: 'hint', severity: 'advice' }),
            ]),
          ],
        }),
      ],
    });
    expect(text).toContain('<testsuite name="zendesk/c-1" tests="6" failures="1" errors="0" skipped="3">');
    expect(text).toContain('<testcase classname="Tom" name="kept"/>');
    expect(text).toContain('<skipped>agreed with the customer</skipped>');
    expect(text).toContain('<skipped>known before: the baseline holds it</skipped>');
    expect(text).toContain(
      '<failure type="generic-greeting" message="Greets without the customer’s name">Tom: Greets without the customer’s name: “Hi there!” (july.csv:12)</failure>',
    );
    expect(text).toMatch(/name="hint">\n {6}<system-out>/);
  });
});
