import { describe, expect, it } from 'vitest';
import { knownFindings, marking } from '../../src/report/known-findings.ts';
import { makeNdjson } from '../../src/report/ndjson.ts';
import { Tally } from '../../src/score/tally.ts';
import { conversation, report, unit, verdict, written } from './example.ts';

describe('findings that a baseline holds', () => {
  it('are read back from eight bytes each', () => {
    const text = Buffer.from('0123456789abcdefffffffffffffffff', 'hex').toString('base64');
    expect([...knownFindings(text)]).toEqual(['0123456789abcdef', 'ffffffffffffffff']);
    expect([...knownFindings('')]).toEqual([]);
  });

  it('are those that the counts of a report hold: fails only', () => {
    const tally = new Tally(report().scoring);
    const findings = [
      verdict({ fingerprint: 'fedcba9876543210' }),
      verdict({ fingerprint: '0123456789abcdef', rule: 'warm-farewell', verdict: 'pass' }),
    ];
    tally.add(conversation({ units: [unit(findings)] }));
    expect([...knownFindings(tally.counts().finding_hashes)]).toEqual(['fedcba9876543210']);
  });

  it('are marked known or new, none dropped; passes are not marked', () => {
    const findings = [
      verdict({ fingerprint: '0123456789abcdef' }),
      verdict({ fingerprint: '00000000000000aa' }),
      verdict({ verdict: 'pass', fingerprint: '0123456789abcdef' }),
    ];
    const reporter = marking(makeNdjson(), new Set(['0123456789abcdef']));
    const lines = written(reporter, { conversations: [conversation({ units: [unit(findings)] })] }).split('\n');
    expect(lines.slice(1, 4).map((line) => JSON.parse(line).baselined)).toEqual([true, false, undefined]);
  });
});
