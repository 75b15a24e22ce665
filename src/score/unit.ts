import type { RuleFacts } from '../model/report.ts';

/** The letters of a pattern, one per rule. */
export const PASS = 'p';
export const FAIL = 'f';
export const NOT_APPLICABLE = 'n';
export const SUPPRESSED = 's';
export const NOT_JUDGED = '-';

/** A full score in tenths of a point. */
export const FULL_TENTHS = 1000;

/** What one unit earned; everything in integers. */
export interface UnitResult {
  /** Tenths of a point, 0–1000; null when not scored. */
  readonly tenths: number | null;
  /** Tenths lost to each rule that cost any, in the order of the rules; they add up to 1000 − tenths. */
  readonly lost: readonly { readonly rule: number; readonly tenths: number }[];
  /** Rules that applied and count: passes and fails of severity `error`. */
  readonly applicable: number;
  /** Weight passed and weight applicable, in thousandths. */
  readonly passedWeight: number;
  readonly applicableWeight: number;
}

/** A share that is to become an integer: the exact value is numerator ÷ denominator. */
interface Share {
  readonly rule: number;
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Integer ÷ integer, a half rounded up. Both must be whole, the divisor positive, the dividend not negative. */
export function roundHalfUp(dividend: number, divisor: number): number {
  return Math.floor((2 * dividend + divisor) / (2 * divisor));
}

/**
 * Makes whole numbers of shares so that they add up to `total`: the floors first, then one more to the largest
 * remainders, equal ones in the order of the rules.
 */
export function largestRemainder(shares: readonly Share[], total: number): { rule: number; tenths: number }[] {
  const parts = shares.map(({ rule, numerator, denominator }) => ({
    rule,
    tenths: Number(numerator / denominator),
    remainder: numerator % denominator,
    denominator,
  }));
  let left = total - parts.reduce((sum, part) => sum + part.tenths, 0);
  const byRemainder = [...parts].sort((a, b) => {
    const difference = b.remainder * a.denominator - a.remainder * b.denominator;
    return difference === 0n ? a.rule - b.rule : difference > 0n ? 1 : -1;
  });
  for (const part of byRemainder) {
    if (left <= 0) {
      break;
    }
    part.tenths += 1;
    left -= 1;
  }
  return parts.filter((part) => part.tenths > 0).map(({ rule, tenths }) => ({ rule, tenths }));
}

/** A weight as a whole number of thousandths: configuration may give `0.5`. */
export function milliWeight(rule: RuleFacts): number {
  return Math.round(rule.weight * 1000);
}

/**
 * Scores units by their pattern of verdicts (CONTRACT.md, "Scores"): 100 × weight passed ÷ weight applicable, 0 where
 * a critical rule failed. Advice costs nothing, a suppressed verdict counts as if it had not been given, and fewer
 * applicable rules than `minApplicable` are not scored. Patterns repeat, so each is worked out once.
 */
export class UnitScorer {
  private readonly rules: readonly RuleFacts[];
  private readonly minApplicable: number;
  private readonly known = new Map<string, UnitResult>();

  constructor(rules: readonly RuleFacts[], minApplicable: number) {
    this.rules = rules;
    this.minApplicable = minApplicable;
  }

  score(pattern: string): UnitResult {
    let result = this.known.get(pattern);
    if (result === undefined) {
      result = this.work(pattern);
      this.known.set(pattern, result);
    }
    return result;
  }

  private work(pattern: string): UnitResult {
    const passed: number[] = [];
    const failed: number[] = [];
    for (const [index, rule] of this.rules.entries()) {
      if (rule.severity === 'advice') {
        continue;
      }
      if (pattern[index] === PASS) {
        passed.push(index);
      } else if (pattern[index] === FAIL) {
        failed.push(index);
      }
    }
    const passedWeight = this.weigh(passed);
    const applicableWeight = passedWeight + this.weigh(failed);
    const applicable = passed.length + failed.length;
    const facts = { applicable, passedWeight, applicableWeight };
    const critical = failed.filter((index) => this.rules[index]?.critical === true);
    // A unit in which nothing weighs anything has no score, unless a critical rule settles it.
    if (applicable < Math.max(1, this.minApplicable) || (applicableWeight === 0 && critical.length === 0)) {
      return { ...facts, tenths: null, lost: [] };
    }
    const tenths = critical.length > 0 ? 0 : roundHalfUp(FULL_TENTHS * passedWeight, applicableWeight);
    return { ...facts, tenths, lost: this.losses(failed, critical, applicableWeight, FULL_TENTHS - tenths) };
  }

  /** The plain loss of each fail; critical rules take what is left of the whole, by their weight. */
  private losses(
    failed: readonly number[],
    critical: readonly number[],
    applicableWeight: number,
    total: number,
  ): { rule: number; tenths: number }[] {
    const whole = BigInt(Math.max(1, applicableWeight));
    const plain = failed.filter((index) => !critical.includes(index));
    const plainWeight = BigInt(this.weigh(plain));
    // Critical rules without any weight share alike.
    const criticalWeight = this.weigh(critical);
    const part = (index: number): bigint => BigInt(criticalWeight === 0 ? 1 : this.weigh([index]));
    const parts = BigInt(criticalWeight === 0 ? critical.length : criticalWeight);
    const full = BigInt(FULL_TENTHS);
    const shares = failed.map(
      (index): Share =>
        critical.includes(index)
          ? { rule: index, numerator: full * (whole - plainWeight) * part(index), denominator: whole * parts }
          : { rule: index, numerator: full * BigInt(this.weigh([index])), denominator: whole },
    );
    return largestRemainder(shares, total);
  }

  private weigh(indexes: readonly number[]): number {
    return indexes.reduce((sum, index) => {
      const rule = this.rules[index];
      return rule === undefined ? sum : sum + milliWeight(rule);
    }, 0);
  }
}
