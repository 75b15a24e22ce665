import { describe, expect, it } from 'vitest';
import type { GateBreach, GateResult } from '../../src/model/gate.ts';
import { gateSentence } from '../../src/report/gate-sentence.ts';

const gate = (fields: Partial<GateResult>): GateResult => ({
  gate: '--fail-under 80',
  outcome: 'kept',
  code: 'total-score',
  args: {},
  breaches: [],
  improved: [],
  ...fields,
});
const tom: GateBreach = { scope: 'agent', name: 'Tom', value: 61.2, against: 68.6, units: 117 };

describe('the sentence of a gate', () => {
  it('gives the figure and the bound that spoke for the agents', () => {
    const args = { limit: 80, score: 78.4, bound: 82.1, units: 117 };
    expect(gateSentence(gate({ args }))).toBe(
      '--fail-under 80 kept: the score is 78.4, and 117 scored units leave room up to 82.1',
    );
  });

  it('gives the figure alone where gates look at it', () => {
    expect(gateSentence(gate({ outcome: 'not-kept', args: { limit: 80, score: 78.4, bound: 78.4, units: 117 } }))).toBe(
      '--fail-under 80 NOT KEPT: the score is 78.4 over 117 scored units',
    );
    const share = { rule: 'rushing-customer', limit: 2, share: 3.4, bound: 3.4, fails: 5, applicable: 147 };
    expect(gateSentence(gate({ code: 'rule-share', args: share }))).toContain(
      'rushing-customer failed in 3.4% of 147 verdicts (5)',
    );
  });

  it('says why it was not judged', () => {
    expect(gateSentence(gate({ outcome: 'not-judged', code: 'few-units', args: { units: 7, minimum: 20 } }))).toBe(
      '--fail-under 80 not judged: 7 scored units, and it takes 20',
    );
  });

  it('names who breaks it, five at most', () => {
    const args = { limit: 70, judged: 9, failing: 7, unjudged: 2, minimum: 20 };
    const breaches = [tom, { ...tom, against: 61.2 }, tom, tom, tom, tom, tom];
    expect(gateSentence(gate({ code: 'agent-scores', outcome: 'not-kept', args, breaches }))).toBe(
      '--fail-under 80 NOT KEPT: 7 of 9 agents below it, 2 with fewer than 20 scored units not looked at; ' +
        'Tom 61.2 (up to 68.6, 117 units), Tom 61.2 (117 units), Tom 61.2 (up to 68.6, 117 units), ' +
        'Tom 61.2 (up to 68.6, 117 units), Tom 61.2 (up to 68.6, 117 units), and 2 more',
    );
  });

  it('gives the old value against a baseline, rules in percent, and what can be tightened', () => {
    const rule: GateBreach = { scope: 'rule', name: 'warm-farewell', value: 12.5, against: 4, units: 200 };
    const worse = gate({ code: 'worsened', outcome: 'not-kept', args: { findings: 2, compared: 9, left_out: '' } });
    expect(gateSentence({ ...worse, breaches: [tom, rule] })).toContain(
      'worse beyond noise in 2 of 9 figures; Tom 61.2 (was 68.6, 117 units), warm-farewell 12.5% (was 4%, 200 units)',
    );
    const better = gate({ code: 'not-worsened', args: { compared: 9, left_out: 'response-delay' }, improved: [tom] });
    expect(gateSentence(better)).toBe(
      '--fail-under 80 kept: nothing is worse beyond noise in 9 figures (not compared: response-delay); ' +
        'it can be tightened, better beyond noise: Tom 61.2 (was 68.6, 117 units)',
    );
  });
});
