import { describe, expect, it } from 'vitest';
import { REPORTERS } from '../../src/report/index.ts';
import type { ReportName } from '../../src/report/names.ts';
import { gates, settings, written } from './example.ts';

const textOf = (name: ReportName, held = gates): string =>
  written(REPORTERS[name]({ ...settings, width: 200 }), { held });

describe('gates in the outputs', () => {
  it('end the terminal report, each one sentence with its numbers', () => {
    const lines = textOf('terminal').trimEnd().split('\n');
    expect(lines.slice(-4)[0]).toBe('Gates');
    expect(lines.slice(-3)[0]).toContain('--fail-under 90 NOT KEPT: the score is 81.2');
    expect(lines.slice(-2)[0]).toContain('--max warm-farewell=10% not judged');
    expect(lines.slice(-1)[0]).toContain('--max-unreadable 5% kept');
  });

  it('stand first in markdown', () => {
    const text = textOf('markdown');
    expect(text.indexOf('### Gates')).toBeLessThan(text.indexOf('### Agents'));
    expect(text).toContain('- ❌ \\-\\-fail\\-under 90 NOT KEPT');
  });

  it('are errors of GitHub where they were not kept', () => {
    const errors = textOf('github')
      .split('\n')
      .filter((line) => line.startsWith('::error title='));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain('title=--fail-under 90::--fail-under 90 NOT KEPT');
  });

  it('are a suite of JUnit: failed, skipped, passed', () => {
    const text = textOf('junit');
    expect(text).toContain('<testsuite name="Gates" tests="3" failures="1" errors="0" skipped="1">');
    expect(text).toContain('<testcase classname="Gates" name="--max-unreadable 5%"/>');
  });

  it('are 1 or 0 in OpenMetrics, and nothing where they were not judged', () => {
    const samples = textOf('openmetrics')
      .split('\n')
      .filter((line) => line.startsWith('transcript_audit_gate_kept'));
    expect(samples).toEqual([
      'transcript_audit_gate_kept{gate="--fail-under 90"} 0',
      'transcript_audit_gate_kept{gate="--max-unreadable 5%"} 1',
    ]);
  });

  it('are in the json document, and a failed one among the notifications of SARIF', () => {
    expect(JSON.parse(textOf('json')).gates).toEqual(gates);
    const [run] = JSON.parse(textOf('sarif')).runs;
    expect(run.invocations[0].toolExecutionNotifications[0].message.text).toContain('--fail-under 90 NOT KEPT');
  });

  it('leave every output as it was where there are none', () => {
    for (const name of Object.keys(REPORTERS) as ReportName[]) {
      expect(textOf(name, [])).toBe(written(REPORTERS[name]({ ...settings, width: 200 })));
    }
  });
});
