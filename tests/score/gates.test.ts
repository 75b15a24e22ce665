import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/fault.ts';
import type { GateLimits } from '../../src/model/gate.ts';
import { holdToBaseline } from '../../src/score/baseline.ts';
import { holdToGates } from '../../src/score/gates.ts';
import { reportOf, type Work } from './made.ts';

const NONE: GateLimits = {
  failUnder: null,
  failAgentUnder: null,
  max: [],
  gateOn: 'bound',
  minSample: 20,
  maxUnreadable: 5,
};
const READ = { records: 100, unreadable: 0 };

// Tom: 100 units at 80. The high end of his interval: 200 tenths lost in each, the lower bound of which is
// 200 × 0.025^(1 ÷ 100) = 192.76, so 807.24 tenths, up to 80.8.
const steady = reportOf({ Tom: [['fpp', 100]] });

describe('gates on scores', () => {
  it('look at the end of the interval that speaks for the agent', () => {
    const [kept] = holdToGates(steady, { ...NONE, failUnder: 80.5 }, READ);
    expect(kept).toMatchObject({
      gate: '--fail-under 80.5',
      outcome: 'kept',
      code: 'total-score',
      args: { limit: 80.5, score: 80, bound: 80.8, units: 100 },
    });
    expect(holdToGates(steady, { ...NONE, failUnder: 81 }, READ)[0]?.outcome).toBe('not-kept');
  });

  it('look at the plain number when told so', () => {
    const limits = { ...NONE, gateOn: 'point' as const };
    expect(holdToGates(steady, { ...limits, failUnder: 80.5 }, READ)[0]?.outcome).toBe('not-kept');
    expect(holdToGates(steady, { ...limits, failUnder: 80 }, READ)[0]?.outcome).toBe('kept');
  });

  it('are not judged below the minimum sample', () => {
    const few = reportOf({ Tom: [['ffp', 19]] });
    expect(
      holdToGates(few, { ...NONE, failUnder: 99, failAgentUnder: 99 }, READ).map(({ outcome }) => outcome),
    ).toEqual(['not-judged', 'not-judged', 'kept']);
  });

  it('name the agents that break them, worst first, and hold no queue to them', () => {
    const report = reportOf({
      Tom: [['ppp', 40]],
      Ann: [['ffp', 60]],
      Bea: [['fpn', 60]],
      New: [['ffp', 5]],
      '(queue)': [['ffp', 60]],
    });
    const [gate] = holdToGates(report, { ...NONE, failAgentUnder: 75 }, READ);
    expect(gate).toMatchObject({ outcome: 'not-kept', args: { limit: 75, judged: 3, failing: 2, unjudged: 1 } });
    expect(gate?.breaches.map(({ name, value, units }) => [name, value, units])).toEqual([
      ['Ann', 50, 60],
      ['Bea', 60, 60],
    ]);
  });
});

describe('gates on rules', () => {
  // farewell: 30 fails among 100 applicable; Wilson's low end of 30 % is 21.9 %
  const report = reportOf({
    Tom: [
      ['fpp', 30],
      ['ppp', 70],
    ],
  });
  const hold = (limit: number, unit: 'count' | 'percent', changes: Partial<GateLimits> = {}) =>
    holdToGates(report, { ...NONE, ...changes, max: [{ rule: 'farewell', limit, unit }] }, READ)[0];

  it('count fails', () => {
    expect(hold(30, 'count')?.outcome).toBe('kept');
    expect(hold(29, 'count')).toMatchObject({ outcome: 'not-kept', args: { rule: 'farewell', limit: 29, fails: 30 } });
  });

  it('take a share of the applicable verdicts, by the bound that speaks for the agents or plainly', () => {
    expect(hold(25, 'percent')).toMatchObject({
      gate: '--max farewell=25%',
      outcome: 'kept',
      args: { share: 30, bound: 21.9, fails: 30, applicable: 100 },
    });
    expect(hold(21, 'percent')?.outcome).toBe('not-kept');
    expect(hold(25, 'percent', { gateOn: 'point' })?.outcome).toBe('not-kept');
    expect(hold(30, 'percent', { gateOn: 'point' })?.outcome).toBe('kept');
    expect(hold(1, 'percent', { minSample: 101 })?.outcome).toBe('not-judged');
  });

  it('refuse a rule that nobody knows', () => {
    expect(() => holdToGates(report, { ...NONE, max: [{ rule: 'greting', limit: 1, unit: 'count' }] }, READ)).toThrow(
      Fault,
    );
  });
});

describe('the gate on unreadable records', () => {
  it('is held where any gate is set: more than 5 % is too much', () => {
    const hold = (unreadable: number) =>
      holdToGates(steady, { ...NONE, failUnder: 1 }, { records: 200, unreadable })[1];
    expect(hold(10)).toMatchObject({ gate: '--max-unreadable 5%', outcome: 'kept', args: { share: 5 } });
    expect(hold(11)?.outcome).toBe('not-kept');
    expect(holdToGates(steady, NONE, { records: 10, unreadable: 9 })).toEqual([]);
  });
});

describe('the baseline', () => {
  const good = reportOf(
    {
      Tom: [['ppp', 100]],
      Ann: [
        ['fpp', 50],
        ['ppp', 50],
      ],
    },
    { file: 'june' },
  );

  it('is kept by the same again, and says nothing of improvement', () => {
    expect(holdToBaseline(good, good, 20)).toMatchObject({ outcome: 'kept', breaches: [], improved: [] });
  });

  it('is not kept where an agent has become worse beyond noise', () => {
    // Tom from 100 to 70 in 100 units: far beyond noise; Ann unchanged
    const now = reportOf(
      {
        Tom: [['pfp', 100]],
        Ann: [
          ['fpp', 50],
          ['ppp', 50],
        ],
      },
      { file: 'july' },
    );
    const gate = holdToBaseline(good, now, 20);
    expect(gate.outcome).toBe('not-kept');
    expect(gate.breaches.map(({ scope, name, against, value }) => [scope, name, against, value])).toEqual([
      ['total', '', 95, 80],
      ['rule', 'greeting', 100, 50],
      ['agent', 'Tom', 100, 70],
    ]);
  });

  it('looks at teams too, by the roster of the new report', () => {
    const roster = ['Tom', 'Ann', 'Bea'].map((name) => ({
      ...{ ids: [], names: [name], site: null, ignore: false },
      team: name === 'Bea' ? 'red' : 'blue',
    }));
    const scoring = { roster };
    // 15 units of each are too few to be looked at alone; the blue team has 30 and falls from 100 to 50
    const work = (pattern: string): Work => [[pattern, 15]];
    const before = reportOf({ Tom: work('ppp'), Ann: work('ppp'), Bea: [['ppp', 40]] }, { file: 'june', scoring });
    const now = reportOf({ Tom: work('ffp'), Ann: work('ffp'), Bea: [['ppp', 40]] }, { file: 'july', scoring });
    const found = holdToBaseline(before, now, 20).breaches.filter(({ scope }) => scope === 'team' || scope === 'agent');
    expect(found.map(({ scope, name, against, value }) => [scope, name, against, value])).toEqual([
      ['team', 'blue', 100, 50],
    ]);
  });

  it('tells when it can be tightened', () => {
    const now = reportOf({ Tom: [['ppp', 100]], Ann: [['ppp', 100]] }, { file: 'july' });
    const gate = holdToBaseline(good, now, 20);
    expect(gate).toMatchObject({ outcome: 'kept', breaches: [] });
    expect(gate.improved.map(({ name }) => name)).toContain('Ann');
  });

  it('is not judged where nothing can be compared', () => {
    const other = reportOf(
      { Tom: [['fff', 100]] },
      { run: { packs: [{ name: 'core', version: '2.0.0', hash: 'sha256:99' }] } },
    );
    expect(holdToBaseline(good, other, 20)).toMatchObject({ outcome: 'not-judged', code: 'baseline-differs' });
    expect(holdToBaseline(good, reportOf({ Tom: [['fff', 3]] }), 20)).toMatchObject({
      outcome: 'not-judged',
      code: 'few-compared',
    });
  });
});
