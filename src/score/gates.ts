import { Fault } from '../fault.ts';
import type { GateBreach, GateLimits, GateResult } from '../model/gate.ts';
import type { GroupScore, Report } from '../model/report.ts';
import { wilson } from '../model/wilson.ts';
import { byKeys } from './order.ts';
import { isPerson } from './ranking.ts';

/** How many records there were and how many of them could not be read. */
export interface RecordCounts {
  readonly records: number;
  readonly unreadable: number;
}

/**
 * Holds a report against its gates, in the order total, agents, rules, records. A bound speaks for the agent: the
 * upper end of a score's interval, the lower end of a failure rate's. Pseudo-agents and the agent without a name are
 * never held to a gate of their own.
 *
 * @throws Fault `unknown-rule` for a gate on a rule that the packs do not have.
 */
export function holdToGates(report: Report, limits: GateLimits, records: RecordCounts): GateResult[] {
  const results: GateResult[] = [];
  if (limits.failUnder !== null) {
    results.push(totalGate(report, limits.failUnder, limits));
  }
  if (limits.failAgentUnder !== null) {
    results.push(agentGate(report, limits.failAgentUnder, limits));
  }
  for (const max of limits.max) {
    results.push(ruleGate(report, max, limits));
  }
  if (results.length > 0) {
    results.push(unreadableGate(limits.maxUnreadable, records));
  }
  return results;
}

function result(
  gate: string,
  outcome: GateResult['outcome'],
  code: string,
  args: GateResult['args'],
  breaches: readonly GateBreach[] = [],
): GateResult {
  return { gate, outcome, code, args, breaches, improved: [] };
}

/** The figure that is held against a limit on scores; null where there is none. */
function heldScore(score: GroupScore, { gateOn }: GateLimits): number | null {
  return gateOn === 'point' ? score.score : (score.interval?.high ?? null);
}

function totalGate(report: Report, limit: number, limits: GateLimits): GateResult {
  const gate = `--fail-under ${limit}`;
  const { totals } = report;
  const held = heldScore(totals, limits);
  const units = totals.scored_units;
  if (held === null || units < limits.minSample) {
    return result(gate, 'not-judged', 'few-units', { limit, units, minimum: limits.minSample });
  }
  const args = { limit, score: totals.score ?? 0, bound: held, units };
  return result(gate, held < limit ? 'not-kept' : 'kept', 'total-score', args);
}

function agentGate(report: Report, limit: number, limits: GateLimits): GateResult {
  const gate = `--fail-agent-under ${limit}`;
  const people = report.agents.filter(isPerson);
  const judged = people.filter((score) => score.score !== null && score.scored_units >= limits.minSample);
  const unjudged = people.length - judged.length;
  const breaches = judged
    .map((score) => ({
      scope: 'agent' as const,
      name: score.agent ?? score.agent_id ?? '',
      value: score.score ?? 0,
      against: heldScore(score, limits) ?? 0,
      units: score.scored_units,
    }))
    .filter(({ against }) => against < limit)
    .sort(byKeys(({ against, value, name }) => [against, value, name]));
  const args = { limit, judged: judged.length, failing: breaches.length, unjudged, minimum: limits.minSample };
  const outcome = judged.length === 0 ? 'not-judged' : breaches.length > 0 ? 'not-kept' : 'kept';
  return result(gate, outcome, 'agent-scores', args, breaches);
}

function ruleGate(report: Report, max: GateLimits['max'][number], limits: GateLimits): GateResult {
  const { rule, limit, unit } = max;
  const gate = `--max ${rule}=${limit}${unit === 'percent' ? '%' : ''}`;
  const found = report.totals.rules.find((rate) => rate.rule === rule);
  if (found === undefined) {
    throw new Fault('unknown-rule', `the gate ${gate} names the rule "${rule}", which no pack in use has`, {
      hint: `Rules in use: ${report.totals.rules.map((rate) => rate.rule).join(', ')}.`,
    });
  }
  const { fail: fails } = found;
  if (unit === 'count') {
    return result(gate, fails > limit ? 'not-kept' : 'kept', 'rule-count', { rule, limit, fails });
  }
  const applicable = found.pass + fails;
  if (applicable === 0 || applicable < limits.minSample) {
    return result(gate, 'not-judged', 'few-verdicts', { rule, limit, applicable, minimum: limits.minSample });
  }
  const bound = Math.round((wilson(fails, applicable)?.low ?? 0) * 1000) / 10;
  const share = Math.round((1000 * fails) / applicable) / 10;
  // The plain share is compared exactly, not as rounded for print.
  const broken = limits.gateOn === 'point' ? 100 * fails > limit * applicable : bound > limit;
  const args = { rule, limit, share, bound: limits.gateOn === 'point' ? share : bound, fails, applicable };
  return result(gate, broken ? 'not-kept' : 'kept', 'rule-share', args);
}

function unreadableGate(limit: number, { records, unreadable }: RecordCounts): GateResult {
  const share = records === 0 ? 0 : Math.round((1000 * unreadable) / records) / 10;
  const broken = 100 * unreadable > limit * records;
  return result(`--max-unreadable ${limit}%`, broken ? 'not-kept' : 'kept', 'unreadable', {
    limit,
    share,
    unreadable,
    records,
  });
}
