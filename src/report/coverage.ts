import type { AuditedConversation } from '../model/reporter.ts';
import { byCodePoint } from './order.ts';

/** How much of the work a rule could judge, and why not the rest. */
export interface RuleCoverage {
  readonly rule: string;
  readonly judged: number;
  readonly all: number;
  /** The reasons of `na`, the most frequent first. */
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
}

/** Counts what could not be judged, so that silence is never taken for praise. */
export interface Coverage {
  add(conversation: AuditedConversation): void;
  /** In the order in which the rules were met, which is the packs' order. */
  rules(): readonly RuleCoverage[];
}

interface Tally {
  judged: number;
  all: number;
  readonly reasons: Map<string, number>;
}

export function makeCoverage(): Coverage {
  const tallies = new Map<string, Tally>();
  return {
    add({ units }) {
      for (const verdict of units.filter((unit) => !unit.pseudo).flatMap((unit) => unit.verdicts)) {
        const tally = tallies.get(verdict.rule) ?? { judged: 0, all: 0, reasons: new Map() };
        tallies.set(verdict.rule, tally);
        tally.all += 1;
        if (verdict.verdict === 'na') {
          tally.reasons.set(verdict.reason, (tally.reasons.get(verdict.reason) ?? 0) + 1);
        } else {
          tally.judged += 1;
        }
      }
    },
    rules() {
      return [...tallies].map(([rule, { judged, all, reasons }]) => ({
        rule,
        judged,
        all,
        reasons: [...reasons]
          .map(([reason, count]) => ({ reason, count }))
          .sort((one, two) => two.count - one.count || byCodePoint(one.reason, two.reason)),
      }));
    },
  };
}
