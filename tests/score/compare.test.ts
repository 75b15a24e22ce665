import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scoring } from '../../src/model/report.ts';
import { compareReports } from '../../src/score/compare.ts';
import { mergeReports } from '../../src/score/merge.ts';
import { planSample } from '../../src/score/plan.ts';
import { rescoring } from '../../src/score/rescore.ts';
import { summarise } from '../../src/score/summarise.ts';
import { Tally } from '../../src/score/tally.ts';
import { made, RUN, reportOf, SCORING, type Work } from './made.ts';

describe('comparing two reports', () => {
  it('is silent about the same report', () => {
    const report = reportOf({
      Tom: [
        ['fpp', 30],
        ['ppp', 20, 'email'],
      ],
      Ann: [['ppp', 40]],
    });
    const comparison = compareReports(report, report);
    expect(comparison.changed).toBe(false);
    expect(comparison.differences).toEqual([]);
    const all = [comparison.total, ...comparison.agents, ...comparison.teams, ...comparison.rules];
    expect(all.every(({ change, beyond_noise }) => change === 0 && !beyond_noise)).toBe(true);
  });

  it('splits a change into the agent and the mix of work', () => {
    // Old: 60 chat at 100, 20 e-mail at 60: mean 90. New: 30 chat at 100, 50 e-mail at 70: mean 81.25 → 81.3.
    // Shares of chat 0.75 and 0.375, mean 0.5625; of e-mail 0.4375. Quality: e-mail +10 × 0.4375 = 4.375 → 4.4;
    // the mix is the rest of 81.3 − 90 = −8.7: −13.1
    const old = reportOf(
      {
        Tom: [
          ['ppp', 60],
          ['fpn', 20, 'email'],
        ],
      },
      { file: 'june' },
    );
    const now = reportOf(
      {
        Tom: [
          ['ppp', 30],
          ['pfp', 50, 'email'],
        ],
      },
      { file: 'july' },
    );
    const [tom] = compareReports(old, now).agents;
    expect(tom).toMatchObject({
      agent: 'Tom',
      old: 90,
      now: 81.3,
      change: -8.7,
      by_quality: 4.4,
      by_mix: -13.1,
      old_scored_units: 80,
      scored_units: 80,
    });
    expect(tom?.interval?.low).toBeLessThan(-8.7);
    expect(tom?.interval?.high).toBeGreaterThan(-8.7);
  });

  it('tells changes of agents, teams and rules beyond noise from the others', () => {
    const roster = ['Tom', 'Ann'].map((name) => ({ ids: [], names: [name], team: 'blue', site: null, ignore: false }));
    const scoring = { roster };
    const old = reportOf(
      {
        Tom: [['ppp', 80]],
        Ann: [
          ['ppp', 78],
          ['fpp', 2],
        ],
      },
      { file: 'june', scoring },
    );
    const now = reportOf(
      {
        Tom: [['ffp', 80]],
        Ann: [
          ['ppp', 76],
          ['fpp', 4],
        ],
      },
      { file: 'july', scoring },
    );
    const comparison = compareReports(old, now);
    expect(comparison.agents.map(({ agent, change, beyond_noise }) => [agent, change, beyond_noise])).toEqual([
      ['Ann', -0.5, false],
      ['Tom', -50, true],
    ]);
    expect(comparison.teams).toHaveLength(1);
    expect(comparison.teams[0]).toMatchObject({ agent: 'blue', beyond_noise: true });
    // farewell passed 158 of 160, now 76 of 160; secret always
    expect(
      comparison.rules.map(({ rule, old: then, now: today, beyond_noise }) => [rule, then, today, beyond_noise]),
    ).toEqual([
      ['farewell', 0.988, 0.475, true],
      ['greeting', 1, 0.5, true],
      ['secret', 1, 1, false],
    ]);
  });

  it('names what differs and compares only the rules that mean the same', () => {
    const hashed = (greeting: string) => ({
      rules: SCORING.rules.map((rule) => ({
        ...rule,
        hash: rule.rule === 'greeting' ? greeting : `sha256:${rule.rule}`,
      })),
    });
    const run = (hash: string, version: string) => ({ packs: [{ name: 'core', version, hash }] });
    const old = reportOf({ Tom: [['pfp', 40]] }, { scoring: hashed('sha256:a'), run: run('sha256:1', '1.0.0') });
    const now = reportOf({ Tom: [['ppp', 40]] }, { scoring: hashed('sha256:b'), run: run('sha256:2', '1.1.0') });
    const comparison = compareReports(old, now);
    expect(comparison.differences.map(({ what, name }) => [what, name])).toEqual([
      ['pack', 'core'],
      ['rule', 'greeting'],
    ]);
    expect(comparison.not_compared).toEqual(['greeting']);
    expect(comparison.rules.map(({ rule }) => rule)).toEqual(['farewell', 'secret']);
    // By farewell and secret alone Tom stands at 100 in both
    expect(comparison.agents[0]).toMatchObject({ old: 100, now: 100, change: 0 });
  });

  it('shows who came and who went, without a change', () => {
    const comparison = compareReports(reportOf({ Tom: [['ppp', 30]] }), reportOf({ Ann: [['ppp', 30]] }));
    expect(comparison.agents.map(({ agent, old, now, change }) => [agent, old, now, change])).toEqual([
      ['Ann', null, 100, null],
      ['Tom', 100, null, null],
    ]);
  });
});

describe('judging the same conversations anew', () => {
  it('says whose score moved, and by which rule', () => {
    const hash = { packs: [{ name: 'core', version: '1.1.0', hash: 'sha256:2' }] };
    const old = reportOf({ Tom: [['fpp', 4]], Ann: [['ppp', 4]] });
    const now = reportOf({ Tom: [['ppf', 4]], Ann: [['ppp', 4]] }, { run: hash });
    // Conversations are named after their pattern: give the new report the old one's hashes, as the same export would
    const same = { ...now, counts: { ...now.counts, conversation_hashes: old.counts.conversation_hashes } };
    const found = rescoring(old, same);
    expect(found?.agents).toEqual([
      {
        agent: 'Tom',
        agent_id: null,
        old: 80,
        now: 0,
        change: -80,
        by_rule: [
          { rule: 'secret', points: 100 },
          { rule: 'farewell', points: -20 },
        ],
      },
    ]);
    expect(found?.differences.map(({ what }) => what)).toContain('pack');
  });

  it('keeps agents of two products apart though they share a name and an id', () => {
    const work = (product: string, letters: string, roster: Scoring['roster'] = []) => {
      const tally = new Tally({ ...SCORING, roster });
      tally.add(made({ id: 'c-1', product: 'front', units: [{ agent: 'Tom', id: '7', pattern: 'ppp' }] }));
      tally.add(made({ id: 'c-1', product: 'zendesk', units: [{ agent: 'Tom', id: '7', pattern: 'fpp' }] }));
      tally.add(made({ id: 'c-2', product, units: [{ agent: 'Tom', id: '7', pattern: letters }] }));
      return summarise(RUN, { ...SCORING, roster }, tally.counts(), []);
    };
    const old = work('zendesk', 'fpp');
    expect(rescoring(old, old)?.agents).toEqual([]);
    // Tom of Zendesk had 80 twice and has now 80 and 100.
    expect(rescoring(old, work('zendesk', 'ppp'))?.agents).toEqual([
      { agent: 'Tom', agent_id: '7', old: 80, now: 90, change: 10, by_rule: [{ rule: 'farewell', points: -10 }] },
    ]);
    // Under another roster only names are left, and of two with one name nobody can say which was which.
    const roster = [{ ids: [], names: ['Lea'], team: null, site: null, ignore: false }];
    expect(rescoring(old, work('zendesk', 'fpp', roster))?.agents.map(({ old: before }) => before)).toEqual([
      null,
      null,
    ]);
  });

  it('has nothing to say of other conversations', () => {
    expect(rescoring(reportOf({ Tom: [['fpp', 4]] }), reportOf({ Tom: [['fpp', 5]] }))).toBeNull();
  });
});

describe('merging reports', () => {
  const part = fc.dictionary(
    fc.constantFrom('Tom', 'Ann', 'Бэлла', '(queue)'),
    fc.array(
      fc.tuple(
        fc.string({ unit: fc.constantFrom('p', 'f', 'n'), minLength: 3, maxLength: 3 }),
        fc.integer({ min: 1, max: 3 }),
      ),
      {
        maxLength: 3,
      },
    ),
  );

  it('is associative, and merging one report changes nothing', () => {
    fc.assert(
      fc.property(part, part, part, (a, b, c) => {
        const [one, two, three] = [a, b, c].map((agents, index) => ({
          name: `part-${index}.json`,
          report: reportOf(unique(agents), { file: `part-${index}` }),
        })) as [Named, Named, Named];
        const whole = JSON.stringify(mergeReports([one, two, three]));
        const stepwise = mergeReports([{ name: 'bc', report: mergeReports([three, two]) }, one]);
        expect(JSON.stringify(stepwise)).toBe(whole);
        expect(JSON.stringify(mergeReports([one]))).toBe(JSON.stringify(one.report));
      }),
      { seed: 17, numRuns: 40 },
    );
  });

  it('refuses what does not belong together', () => {
    const one = { name: 'a.json', report: reportOf({ Tom: [['ppp', 2]] }) };
    const again = { name: 'b.json', report: reportOf({ Tom: [['ppp', 1]] }) };
    const other = {
      name: 'c.json',
      report: reportOf({ Tom: [['ppp', 1]] }, { file: 'x', run: { settings_hash: 'sha256:9' } }),
    };
    const packs = [{ name: 'core', version: '2', hash: 'sha256:9' }];
    const pack = { name: 'd.json', report: reportOf({ Tom: [['ppp', 1]] }, { file: 'x', run: { packs } }) };
    expect(() => mergeReports([one, again])).toThrow('b.json holds 1 conversation that an earlier report holds too');
    expect(() => mergeReports([one, other])).toThrow('a.json and c.json were made with different settings');
    expect(() => mergeReports([one, pack])).toThrow('a.json and d.json were judged by different packs');
    expect(() => mergeReports([])).toThrow('nothing to merge');
  });
});

type Named = { name: string; report: ReturnType<typeof reportOf> };

/** One row per pattern: conversations are named after it. */
function unique(agents: Readonly<Record<string, [string, number][]>>): Record<string, Work> {
  return Object.fromEntries(Object.entries(agents).map(([agent, work]) => [agent, [...new Map(work)]]));
}

describe('planning a sample', () => {
  it('says how many units tell a difference, and who lacks how many', () => {
    // Within agents: Tom 25 at 100 and 25 at 80, mean 90: squares 50 × 10² = 5000; Ann 20 at 100: 0.
    // σ² = 5000 ÷ (49 + 19) = 73.53, σ = 8.575 → 8.6. Two agents are one pair.
    // n = 2 × 73.53 × (1.96 + 0.8416)² ÷ 3² = 147.06 × 7.849 ÷ 9 = 128.25 → 129
    const report = reportOf({
      Tom: [
        ['ppp', 25],
        ['fpp', 25],
      ],
      Ann: [
        ['ppp', 20],
        ['nnp', 20],
      ],
    });
    const plan = planSample(report, 3);
    expect(plan).toMatchObject({ margin: 3, spread: 8.6, units_for_two: 129, units_for_all: 129 });
    // Half of Ann's conversations are scored: 109 units lacking are 218 conversations
    expect(plan.agents).toEqual([
      {
        agent: 'Ann',
        agent_id: null,
        scored_units: 20,
        lacks_for_two: 109,
        lacks_for_all: 109,
        conversations_for_two: 218,
        conversations_for_all: 218,
      },
      {
        agent: 'Tom',
        agent_id: null,
        scored_units: 50,
        lacks_for_two: 79,
        lacks_for_all: 79,
        conversations_for_two: 79,
        conversations_for_all: 79,
      },
    ]);
  });

  it('never asks for fewer than the ranking minimum, and refuses nonsense', () => {
    const report = reportOf({
      Tom: [
        ['ppp', 3],
        ['fpp', 3],
      ],
    });
    expect(planSample(report, 100).units_for_two).toBe(20);
    expect(() => planSample(report, 0)).toThrow('a margin is');
    expect(() => planSample(reportOf({}), 5)).toThrow('no agent of this report');
  });
});
