import type { GroupScore, Lever, RuleFacts, RuleRate } from '../model/report.ts';
import type { LostPoints } from '../model/verdict.ts';
import { wilson } from '../model/wilson.ts';
import type { Gathered } from './gathered.ts';
import { scoreInterval } from './intervals.ts';
import { replyTimes } from './reply-times.ts';
import { FAIL, FULL_TENTHS, largestRemainder, PASS, roundHalfUp, type UnitScorer } from './unit.ts';

/** Whose score it is. */
export type GroupNames = Pick<
  GroupScore,
  'scope' | 'agent' | 'agent_id' | 'team' | 'site' | 'pseudo' | 'conversations'
>;

/** The mean score in tenths, a half rounded up; null without scored units. */
export function meanTenths(gathered: Gathered): number | null {
  return gathered.scored === 0 ? null : roundHalfUp(gathered.tenths, gathered.scored);
}

/** The score of a group, before ranking. */
export function groupScore(
  names: GroupNames,
  gathered: Gathered,
  rules: readonly RuleFacts[],
  scorer: UnitScorer,
): GroupScore {
  const tenths = meanTenths(gathered);
  return {
    type: 'score',
    ...names,
    score: tenths === null ? null : tenths / 10,
    pooled:
      tenths === null || gathered.applicableWeight === 0
        ? null
        : roundHalfUp(FULL_TENTHS * gathered.passedWeight, gathered.applicableWeight) / 10,
    interval: scoreInterval(gathered.distribution),
    units: gathered.units,
    scored_units: gathered.scored,
    ranked: false,
    rank: null,
    rank_interval: null,
    letters: null,
    rules: rules.map((rule, index) => ruleRate(rule.rule, gathered.verdicts[index])),
    lost: tenths === null ? [] : lostPoints(gathered, rules, tenths),
    first_reply_ms: replyTimes([...gathered.replies].sort((a, b) => a[0] - b[0])),
    suppressed: gathered.verdicts.reduce((sum, { suppressed }) => sum + suppressed, 0),
    lever: lever(gathered, rules, scorer),
    standardised: null,
  };
}

/** Counts of one rule, the rate of passes to three decimals, and its interval. */
export function ruleRate(
  rule: string,
  counts: { readonly pass: number; readonly fail: number; readonly na: number; readonly suppressed: number } = {
    pass: 0,
    fail: 0,
    na: 0,
    suppressed: 0,
  },
): RuleRate {
  const { pass, fail, na, suppressed } = counts;
  const applicable = pass + fail;
  return {
    rule,
    pass,
    fail,
    na,
    suppressed,
    rate: applicable === 0 ? null : roundHalfUp(1000 * pass, applicable) / 1000,
    interval: wilson(pass, applicable),
  };
}

/** Points lost per rule: the mean over the scored units, made to add up to 100 − score in tenths. */
function lostPoints(gathered: Gathered, rules: readonly RuleFacts[], tenths: number): LostPoints[] {
  const shares = gathered.lost.map((sum, rule) => ({
    rule,
    numerator: BigInt(sum),
    denominator: BigInt(gathered.scored),
  }));
  const parts = largestRemainder(
    shares.filter(({ numerator }) => numerator > 0n),
    FULL_TENTHS - tenths,
  );
  return parts
    .sort((a, b) => a.rule - b.rule)
    .map((part) => ({ rule: rules[part.rule]?.rule ?? '', points: part.tenths / 10 }));
}

/**
 * The one rule whose misses, all mended, would raise the score most: every pattern is scored again with that rule
 * passed. Of equal gains the first rule.
 */
export function lever(gathered: Gathered, rules: readonly RuleFacts[], scorer: UnitScorer): Lever | null {
  const from = meanTenths(gathered);
  if (from === null) {
    return null;
  }
  let best: { readonly index: number; readonly gain: number; readonly moving: number } | null = null;
  for (const index of rules.keys()) {
    let gain = 0;
    let moving = 0;
    for (const [pattern, units] of gathered.patterns) {
      const before = scorer.score(pattern).tenths;
      if (pattern[index] !== FAIL || before === null) {
        continue;
      }
      const mended = `${pattern.slice(0, index)}${PASS}${pattern.slice(index + 1)}`;
      const after = scorer.score(mended).tenths ?? before;
      gain += (after - before) * units;
      moving += after > before ? units : 0;
    }
    if (gain > (best?.gain ?? 0)) {
      best = { index, gain, moving };
    }
  }
  if (best === null) {
    return null;
  }
  return {
    rule: rules[best.index]?.rule ?? '',
    misses: gathered.verdicts[best.index]?.fail ?? 0,
    moving: best.moving,
    from: from / 10,
    to: roundHalfUp(gathered.tenths + best.gain, gathered.scored) / 10,
  };
}
