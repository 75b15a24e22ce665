import type { Counts } from '../model/counts.ts';
import type { RuleSummary, Scoring } from '../model/report.ts';
import type { Gathered } from './gathered.ts';
import { ruleRate } from './group.ts';
import { byKeys } from './order.ts';
import { roundHalfUp } from './unit.ts';

/** Every rule over all agents: its rate, how much of the work it could judge, and why not the rest. */
export function ruleSummaries(counts: Counts, scoring: Scoring, everybody: Gathered): RuleSummary[] {
  return scoring.rules.map((facts, index) => {
    const rate = ruleRate(facts.rule, everybody.verdicts[index]);
    const judged = rate.pass + rate.fail + rate.na;
    const reasons = new Map<string, { verdict: 'pass' | 'fail' | 'na'; reason: string; count: number }>();
    for (const { rule, verdict, reason, count } of counts.reasons) {
      if (rule === facts.rule) {
        const key = `${verdict} ${reason}`;
        reasons.set(key, { verdict, reason, count: count + (reasons.get(key)?.count ?? 0) });
      }
    }
    return {
      ...facts,
      ...rate,
      coverage: judged === 0 ? null : roundHalfUp(1000 * (rate.pass + rate.fail), judged) / 1000,
      reasons: [...reasons.values()].sort(byKeys(({ verdict, reason, count }) => [verdict, -count, reason])),
    };
  });
}
