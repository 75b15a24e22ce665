import type { Comparison, RateChange, ScoreChange } from '../model/comparison.ts';
import type { ReportBasis, RuleFacts } from '../model/report.ts';
import { LEVEL } from '../model/wilson.ts';
import { commonGround } from './common-ground.ts';
import { boundsOf, differenceInterval, isAbove, rateDistribution, stepDown } from './difference.ts';
import type { Gathered } from './gathered.ts';
import { meanTenths, ruleRate } from './group.ts';
import type { ScoreDistribution } from './mean-bound.ts';
import { mixLevel, mixOf, qualityPart, stratumKey } from './mix.ts';
import { everybody, type Pairing, pairGroups, pairPeople, type Side } from './pairings.ts';
import { type Period, periodOf, type ScoredCell } from './period.ts';

const ALPHA = 1 - LEVEL;

/**
 * Compares two reports of different conversations: what differs in packs, rules and settings is named and left out,
 * the rest is scored by the rules in common, under the newer report's roster and settings of scores.
 */
export function compareReports(old: ReportBasis, now: ReportBasis): Comparison {
  const { scoring, differences, notCompared } = commonGround(old, now);
  const before = periodOf(old, scoring);
  const after = periodOf(now, scoring);
  const level = mixLevel(before, after);
  const minimum = scoring.ranking_minimum;
  const changes = (pairings: readonly Pairing[], least: number): ScoreChange[] => {
    const far = beyondNoise(
      pairings.map(({ old: one, now: other }) => [one?.gathered.distribution, other?.gathered.distribution]),
      least,
    );
    return pairings.map((pairing, index) =>
      scoreChange(
        pairing,
        far[index] ?? false,
        (side, period) =>
          mixOf(
            side.members.flatMap((member) => period.cells[member] ?? []),
            (cell) => `${pairing.withPeople ? personKey(period, cell) : ''}\u0000${stratumKey(cell.stratum, level)}`,
          ),
        before,
        after,
      ),
    );
  };
  const total: Pairing = {
    names: { scope: 'total', agent: null, agent_id: null },
    old: everybody(before),
    now: everybody(after),
    withPeople: true,
  };
  return {
    type: 'comparison',
    schema: 'transcript-audit/1',
    old: old.run,
    now: now.run,
    differences,
    not_compared: notCompared,
    compared_rules: scoring.rules.map(({ rule }) => rule),
    mix_over: level,
    total: changes([total], 1)[0] as ScoreChange,
    agents: changes(pairPeople(before, after), minimum),
    teams: changes(pairGroups('team', before, after), minimum),
    sites: changes(pairGroups('site', before, after), minimum),
    rules: rateChanges(scoring.rules, before.everybody, after.everybody),
    changed: differences.length > 0 || JSON.stringify(old.counts) !== JSON.stringify(now.counts),
  };
}

function personKey(period: Period, cell: ScoredCell): string {
  return period.people[cell.person]?.key ?? '';
}

function scoreChange(
  { names, old, now }: Pairing,
  beyond: boolean,
  mix: (side: Side, period: Period) => ReturnType<typeof mixOf>,
  before: Period,
  after: Period,
): ScoreChange {
  const oldTenths = old === null ? null : meanTenths(old.gathered);
  const nowTenths = now === null ? null : meanTenths(now.gathered);
  const counted = { old_scored_units: old?.gathered.scored ?? 0, scored_units: now?.gathered.scored ?? 0 };
  const scores = { old: oldTenths === null ? null : oldTenths / 10, now: nowTenths === null ? null : nowTenths / 10 };
  if (old === null || now === null || oldTenths === null || nowTenths === null) {
    const nothing = { change: null, interval: null, beyond_noise: false, by_quality: null, by_mix: null };
    return { ...names, ...scores, ...counted, ...nothing };
  }
  const change = nowTenths - oldTenths;
  const quality = Math.round(qualityPart(mix(old, before), mix(now, after)));
  const { low, high } = differenceInterval(old.gathered.distribution, now.gathered.distribution, ALPHA);
  return {
    ...names,
    ...scores,
    ...counted,
    change: change / 10,
    interval: { low: outward(low, Math.floor) / 10, high: outward(high, Math.ceil) / 10, level: LEVEL },
    beyond_noise: beyond,
    // No −0 in an output.
    by_quality: quality / 10 + 0,
    by_mix: (change - quality) / 10 + 0,
  };
}

/** A bound comes from a bisection: within a millionth of a tenth it is that tenth. */
function outward(value: number, round: (value: number) => number): number {
  return round(Math.abs(value - Math.round(value)) < 1e-6 ? Math.round(value) : value);
}

function rateChanges(rules: readonly RuleFacts[], before: Gathered, after: Gathered): RateChange[] {
  const rows = rules.map(({ rule }, index) => {
    const old = before.verdicts[index] ?? { pass: 0, fail: 0, na: 0, suppressed: 0 };
    const now = after.verdicts[index] ?? { pass: 0, fail: 0, na: 0, suppressed: 0 };
    return {
      rule,
      old,
      now,
      samples: [rateDistribution(old.pass, old.fail), rateDistribution(now.pass, now.fail)] as const,
    };
  });
  const far = beyondNoise(
    rows.map(({ samples }) => samples),
    1,
  );
  return rows.map(({ rule, old, now, samples }, index) => {
    const oldRate = ruleRate(rule, old).rate;
    const nowRate = ruleRate(rule, now).rate;
    const known = oldRate !== null && nowRate !== null;
    const interval = known ? differenceInterval(samples[0], samples[1], ALPHA) : null;
    const thousandths = (value: number): number => Math.round(value) / 1000 + 0;
    return {
      rule,
      old: oldRate,
      now: nowRate,
      old_applicable: old.pass + old.fail,
      applicable: now.pass + now.fail,
      change: known ? thousandths(1000 * nowRate - 1000 * oldRate) : null,
      interval:
        interval === null ? null : { low: thousandths(interval.low), high: thousandths(interval.high), level: LEVEL },
      beyond_noise: far[index] ?? false,
    };
  });
}

/** Which of the pairs of samples differ beyond noise, all together at 5 %; pairs with fewer than `least` are not asked. */
function beyondNoise(
  samples: readonly (readonly [ScoreDistribution | undefined, ScoreDistribution | undefined])[],
  least: number,
): boolean[] {
  const asked = samples.map(([old, now]) => sizeOf(old) >= Math.max(1, least) && sizeOf(now) >= Math.max(1, least));
  const tests = samples.flatMap(([old, now], index) =>
    asked[index] === true && old !== undefined && now !== undefined
      ? [
          (alpha: number): boolean => {
            const before = boundsOf(old, alpha / 2);
            const after = boundsOf(now, alpha / 2);
            return isAbove(after, before) || isAbove(before, after);
          },
        ]
      : [],
  );
  const found = stepDown(tests, ALPHA);
  return asked.map((was) => was && (found.shift() ?? false));
}

function sizeOf(distribution: ScoreDistribution | undefined): number {
  return [...(distribution?.values() ?? [])].reduce((sum, count) => sum + count, 0);
}
