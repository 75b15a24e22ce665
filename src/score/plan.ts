import { Fault } from '../fault.ts';
import type { Plan, PlannedAgent } from '../model/plan.ts';
import type { GroupScore, Report } from '../model/report.ts';
import { normalPoint } from './normal.ts';
import { byKeys } from './order.ts';
import { periodOf } from './period.ts';
import { isPerson } from './ranking.ts';

const POWER = 0.8;
const ALPHA = 0.05;

/**
 * How many scored units each agent needs so that a difference of `margin` points between two agents is told with a
 * chance of 80 %: n = 2 σ² (z(α ÷ 2) + z(power))² ÷ margin², with the spread σ of units within agents as the report
 * has it. For two given agents α is 5 %, for all pairs together 5 % ÷ pairs (Bonferroni, the first step of Holm).
 *
 * @throws Fault `bad-margin` or `nothing-scored`.
 */
export function planSample(report: Report, margin: number): Plan {
  if (!(margin > 0 && margin <= 100)) {
    throw new Fault('bad-margin', `a margin is a number of points above 0 and up to 100, not ${margin}`);
  }
  const spread = spreadWithin(report);
  if (spread === null) {
    throw new Fault('nothing-scored', 'no agent of this report has two scored conversations: their spread is unknown', {
      hint: 'Audit more conversations first.',
    });
  }
  const people = report.agents.filter(isPerson);
  const pairs = Math.max(1, (people.length * (people.length - 1)) / 2);
  const minimum = report.scoring.ranking_minimum;
  const needed = (alpha: number): number => Math.max(minimum, unitsNeeded(spread, margin, alpha));
  const forTwo = needed(ALPHA);
  const forAll = needed(ALPHA / pairs);
  return {
    type: 'plan',
    margin,
    power: POWER,
    spread: Math.round(spread * 10) / 10,
    units_for_two: forTwo,
    units_for_all: forAll,
    agents: people
      .map((score) => plannedAgent(score, forTwo, forAll))
      .sort(
        byKeys(({ lacks_for_two, lacks_for_all, agent, agent_id }) => [
          -lacks_for_two,
          -lacks_for_all,
          agent,
          agent_id,
        ]),
      ),
  };
}

/** Units of each of two agents that tell a difference of `margin` at a two-sided error, in four of five cases. */
export function unitsNeeded(spread: number, margin: number, alpha: number): number {
  return Math.ceil((2 * spread ** 2 * (normalPoint(alpha / 2) + normalPoint(1 - POWER)) ** 2) / margin ** 2);
}

function plannedAgent(score: GroupScore, forTwo: number, forAll: number): PlannedAgent {
  const lacks = (wanted: number): number => Math.max(0, wanted - score.scored_units);
  const conversations = (units: number): number =>
    score.scored_units === 0 ? units : Math.ceil((units * score.units) / score.scored_units);
  return {
    agent: score.agent,
    agent_id: score.agent_id,
    scored_units: score.scored_units,
    lacks_for_two: lacks(forTwo),
    lacks_for_all: lacks(forAll),
    conversations_for_two: conversations(lacks(forTwo)),
    conversations_for_all: conversations(lacks(forAll)),
  };
}

/** The standard deviation of units' scores around their agent's mean, pooled over agents, in points. */
function spreadWithin(report: Report): number | null {
  const { people, gathered } = periodOf(report, report.scoring);
  let squares = 0;
  let freedom = 0;
  for (const [index, person] of people.entries()) {
    const sums = gathered[index];
    if (person.pseudo || sums === undefined || sums.scored < 2) {
      continue;
    }
    const mean = sums.tenths / sums.scored;
    for (const [tenths, units] of [...sums.distribution].sort((a, b) => a[0] - b[0])) {
      squares += units * (tenths - mean) ** 2;
    }
    freedom += sums.scored - 1;
  }
  return freedom === 0 ? null : Math.sqrt(squares / freedom) / 10;
}
