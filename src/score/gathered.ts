import type { RuleFacts } from '../model/report.ts';
import { addTo } from './counting.ts';
import { FAIL, NOT_APPLICABLE, PASS, SUPPRESSED, type UnitScorer } from './unit.ts';

/** Verdicts of one rule. */
export interface VerdictCounts {
  pass: number;
  fail: number;
  na: number;
  suppressed: number;
}

/** What the units of an agent, a team or everybody add up to; sums only, so that groups add. */
export class Gathered {
  units = 0;
  scored = 0;
  /** Tenths of a point, added over the scored units. */
  tenths = 0;
  passedWeight = 0;
  applicableWeight = 0;
  /** How many scored units have a score of so many tenths. */
  readonly distribution = new Map<number, number>();
  /** Scored units by pattern: what re-scoring works on. */
  readonly patterns = new Map<string, number>();
  /** Tenths lost, per rule. */
  readonly lost: number[];
  readonly verdicts: VerdictCounts[];
  readonly replies = new Map<number, number>();

  readonly rules: readonly RuleFacts[];

  constructor(rules: readonly RuleFacts[]) {
    this.rules = rules;
    this.lost = rules.map(() => 0);
    this.verdicts = rules.map(() => ({ pass: 0, fail: 0, na: 0, suppressed: 0 }));
  }

  /** Adds `units` units with one pattern of verdicts; those of pseudo-agents are counted, not scored. */
  addUnits(pattern: string, units: number, scorer: UnitScorer, scored: boolean): void {
    this.units += units;
    for (const [index, counts] of this.verdicts.entries()) {
      const letter = pattern[index];
      counts.pass += letter === PASS ? units : 0;
      counts.fail += letter === FAIL ? units : 0;
      counts.na += letter === NOT_APPLICABLE ? units : 0;
      counts.suppressed += letter === SUPPRESSED ? units : 0;
    }
    const result = scorer.score(pattern);
    if (!scored || result.tenths === null) {
      return;
    }
    addTo(this.patterns, pattern, units);
    this.scored += units;
    this.tenths += result.tenths * units;
    this.passedWeight += result.passedWeight * units;
    this.applicableWeight += result.applicableWeight * units;
    addTo(this.distribution, result.tenths, units);
    for (const { rule, tenths } of result.lost) {
      this.lost[rule] = (this.lost[rule] ?? 0) + tenths * units;
    }
  }

  addReplies(bins: readonly (readonly [number, number])[]): void {
    for (const [bin, count] of bins) {
      addTo(this.replies, bin, count);
    }
  }

  absorb(other: Gathered): void {
    this.units += other.units;
    this.scored += other.scored;
    this.tenths += other.tenths;
    this.passedWeight += other.passedWeight;
    this.applicableWeight += other.applicableWeight;
    for (const [tenths, units] of other.distribution) {
      addTo(this.distribution, tenths, units);
    }
    for (const [pattern, units] of other.patterns) {
      addTo(this.patterns, pattern, units);
    }
    for (const [index, counts] of this.verdicts.entries()) {
      const more = other.verdicts[index];
      this.lost[index] = (this.lost[index] ?? 0) + (other.lost[index] ?? 0);
      counts.pass += more?.pass ?? 0;
      counts.fail += more?.fail ?? 0;
      counts.na += more?.na ?? 0;
      counts.suppressed += more?.suppressed ?? 0;
    }
    this.addReplies([...other.replies]);
  }
}
