import type { GateBreach, GateResult } from '../model/gate.ts';
import type { ReportBasis } from '../model/report.ts';
import { LEVEL } from '../model/wilson.ts';
import { commonGround } from './common-ground.ts';
import { boundsOf, isAbove, rateDistribution, stepDown } from './difference.ts';
import { Gathered } from './gathered.ts';
import { meanTenths } from './group.ts';
import type { ScoreDistribution } from './mean-bound.ts';
import { byKeys } from './order.ts';
import { type Period, periodOf } from './period.ts';

/** Chance that unchanged quality fails the gate, over everything that it compares. */
const FALSE_ALARMS = 1 - LEVEL;
const GATE = '--baseline';

/** One figure of the baseline beside today's. */
interface Watched {
  readonly scope: GateBreach['scope'];
  readonly name: string;
  readonly old: ScoreDistribution;
  readonly now: ScoreDistribution;
  readonly oldValue: number;
  readonly nowValue: number;
  readonly units: number;
}

/**
 * Holds a report against an earlier one: not kept where the whole, an agent, a team or a rule has become worse beyond
 * noise, one-sided, with Holm's step-down over all that is compared, so that unchanged quality fails in at most 5 % of runs.
 * Only rules that mean the same in both are looked at; figures with fewer than `minSample` units in either are not.
 */
export function holdToBaseline(baseline: ReportBasis, report: ReportBasis, minSample: number): GateResult {
  const { scoring, notCompared } = commonGround(baseline, report);
  if (scoring.rules.length === 0) {
    return notJudged('baseline-differs', { what: notCompared.join(', ') });
  }
  const watched = watchedFigures(periodOf(baseline, scoring), periodOf(report, scoring), minSample);
  if (watched.length === 0) {
    return notJudged('few-compared', { minimum: minSample });
  }
  const worse = stepDown(
    watched.map(
      ({ old, now }) =>
        (alpha) =>
          isAbove(boundsOf(old, alpha), boundsOf(now, alpha)),
    ),
    FALSE_ALARMS,
  );
  const better = stepDown(
    watched.map(
      ({ old, now }) =>
        (alpha) =>
          isAbove(boundsOf(now, alpha), boundsOf(old, alpha)),
    ),
    FALSE_ALARMS,
  );
  const breaches = listed(watched, worse);
  return {
    gate: GATE,
    outcome: breaches.length > 0 ? 'not-kept' : 'kept',
    code: breaches.length > 0 ? 'worsened' : 'not-worsened',
    args: { compared: watched.length, findings: breaches.length, left_out: notCompared.join(', ') },
    breaches,
    improved: breaches.length > 0 ? [] : listed(watched, better),
  };
}

function notJudged(code: string, args: GateResult['args']): GateResult {
  return { gate: GATE, outcome: 'not-judged', code, args, breaches: [], improved: [] };
}

function listed(watched: readonly Watched[], chosen: readonly boolean[]): GateBreach[] {
  return watched
    .filter((_, index) => chosen[index])
    .map(({ scope, name, oldValue, nowValue, units }) => ({ scope, name, value: nowValue, against: oldValue, units }))
    .sort(
      byKeys(({ scope, value, against, name }) => [scope === 'total' ? 0 : 1, -Math.abs(value - against), scope, name]),
    );
}

function watchedFigures(before: Period, after: Period, minSample: number): Watched[] {
  const least = Math.max(1, minSample);
  const watched: Watched[] = [];
  const watchScores = (scope: 'agent' | 'team' | 'total', name: string, old: Gathered, now: Gathered): void => {
    if (old.scored >= least && now.scored >= least) {
      watched.push({
        scope,
        name,
        old: old.distribution,
        now: now.distribution,
        oldValue: (meanTenths(old) ?? 0) / 10,
        nowValue: (meanTenths(now) ?? 0) / 10,
        units: now.scored,
      });
    }
  };
  watchScores('total', '', before.everybody, after.everybody);
  const places = new Map(before.people.map((person, index) => [person.key, index]));
  for (const [index, person] of after.people.entries()) {
    const old = before.gathered[places.get(person.key) ?? -1];
    const now = after.gathered[index];
    if (old !== undefined && now !== undefined && !person.pseudo && person.agent !== null) {
      watchScores('agent', person.agent, old, now);
    }
  }
  const oldTeams = teamsOf(before);
  for (const [name, now] of teamsOf(after)) {
    const old = oldTeams.get(name);
    if (old !== undefined) {
      watchScores('team', name, old, now);
    }
  }
  for (const [index, { rule }] of after.everybody.rules.entries()) {
    const old = before.everybody.verdicts[index];
    const now = after.everybody.verdicts[index];
    if (old === undefined || now === undefined || old.pass + old.fail < least || now.pass + now.fail < least) {
      continue;
    }
    const rate = ({ pass, fail }: typeof old): number => Math.round((1000 * pass) / (pass + fail)) / 10;
    watched.push({
      scope: 'rule',
      name: rule,
      old: rateDistribution(old.pass, old.fail),
      now: rateDistribution(now.pass, now.fail),
      oldValue: rate(old),
      nowValue: rate(now),
      units: now.pass + now.fail,
    });
  }
  return watched;
}

/** The sums of each team, in the order of the names. */
function teamsOf({ people, gathered, everybody }: Period): Map<string, Gathered> {
  const teams = new Map<string, Gathered>();
  for (const [index, { team }] of people.entries()) {
    const sums = gathered[index];
    if (team === null || sums === undefined) {
      continue;
    }
    const all = teams.get(team) ?? new Gathered(everybody.rules);
    all.absorb(sums);
    teams.set(team, all);
  }
  return new Map([...teams].sort(byKeys(([name]) => [name])));
}
