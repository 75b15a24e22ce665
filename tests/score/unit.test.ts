import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RuleFacts } from '../../src/model/report.ts';
import { UnitScorer } from '../../src/score/unit.ts';
import { SCORING } from './made.ts';

const scorer = new UnitScorer(SCORING.rules, 2);

describe('the score of a unit', () => {
  it('is weight passed by weight applicable: farewell 2 failed, greeting 3 passed', () => {
    // 100 × 3 ÷ 5 = 60; the farewell lost 40
    expect(scorer.score('fpn')).toMatchObject({ tenths: 600, lost: [{ rule: 0, tenths: 400 }], applicable: 2 });
  });

  it('rounds a half up, and the lost points still add up', () => {
    // 100 × 5 ÷ 10 = 50; 2 of 10 and 3 of 10 lost
    expect(scorer.score('ffp')).toMatchObject({
      tenths: 500,
      lost: [
        { rule: 0, tenths: 200 },
        { rule: 1, tenths: 300 },
      ],
    });
    // Seven rules of weight 1, three failed: 100 × 4 ÷ 7 = 57.142… → 57.1; each lost 14.285…: floors 14.2 × 3 = 42.6,
    // 42.9 are to be given, three remainders are equal: one tenth each
    const seven = new UnitScorer(equalRules(7), 2);
    expect(seven.score('fffpppp')).toMatchObject({
      tenths: 571,
      lost: [
        { rule: 0, tenths: 143 },
        { rule: 1, tenths: 143 },
        { rule: 2, tenths: 143 },
      ],
    });
    // Three of weight 1, two failed: 33.333… → 33.3, lost 66.7: 33.3 each, the tenth left goes to the first by id
    expect(new UnitScorer(equalRules(3), 2).score('ffp')).toMatchObject({
      tenths: 333,
      lost: [
        { rule: 0, tenths: 334 },
        { rule: 1, tenths: 333 },
      ],
    });
    // Eight of weight 1, one failed of 8: 87.5 exactly
    expect(new UnitScorer(equalRules(8), 2).score('fppppppp').tenths).toBe(875);
    // Sixteen, one failed: 93.75 → 93.8 (half up), lost 6.2
    expect(new UnitScorer(equalRules(16), 2).score(`f${'p'.repeat(15)}`)).toMatchObject({
      tenths: 938,
      lost: [{ rule: 0, tenths: 62 }],
    });
  });

  it('is 0 where a critical rule failed: other fails keep their plain loss', () => {
    // Applicable 2 + 3 + 5 = 10: the farewell loses 20, the critical rule the rest, 80
    expect(scorer.score('fpf')).toMatchObject({
      tenths: 0,
      lost: [
        { rule: 0, tenths: 200 },
        { rule: 2, tenths: 800 },
      ],
    });
  });

  it('gives the rest to several critical rules by their weight', () => {
    const rules: RuleFacts[] = [
      { rule: 'a', pack: 'own', weight: 1, critical: true, severity: 'error' },
      { rule: 'b', pack: 'own', weight: 3, critical: true, severity: 'error' },
      { rule: 'c', pack: 'own', weight: 4, critical: false, severity: 'error' },
    ];
    // Weight applicable 8: c loses 50; the other 50 are split 1 : 3
    expect(new UnitScorer(rules, 2).score('fff')).toMatchObject({
      tenths: 0,
      lost: [
        { rule: 0, tenths: 125 },
        { rule: 1, tenths: 375 },
        { rule: 2, tenths: 500 },
      ],
    });
  });

  it('is none with too few applicable rules, and suppressed verdicts do not count', () => {
    expect(scorer.score('nnp').tenths).toBeNull();
    expect(scorer.score('nnn').tenths).toBeNull();
    expect(scorer.score('spp').tenths).toBe(1000);
    expect(scorer.score('ssp').tenths).toBeNull();
    expect(new UnitScorer(SCORING.rules, 1).score('nnp').tenths).toBe(1000);
  });

  it('takes nothing off for advice, and does not count it as applicable', () => {
    const rules = SCORING.rules.map((rule, index) => (index === 0 ? { ...rule, severity: 'advice' as const } : rule));
    expect(new UnitScorer(rules, 2).score('fpp')).toMatchObject({ tenths: 1000, lost: [], applicable: 2 });
    expect(new UnitScorer(rules, 2).score('fpn').tenths).toBeNull();
  });

  it('loses exactly 100 − score, whatever the weights and verdicts', () => {
    const rule = fc.record({
      weight: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom(0, 0.5, 0.1, 2.25)),
      critical: fc.boolean(),
      letter: fc.constantFrom('p', 'f', 'n', 's', '-'),
      severity: fc.constantFrom('error' as const, 'advice' as const),
    });
    fc.assert(
      fc.property(fc.array(rule, { minLength: 1, maxLength: 12 }), (drawn) => {
        const rules = drawn.map((one, index) => ({ ...one, rule: `rule-${index}`, pack: 'own' }));
        const result = new UnitScorer(rules, 1).score(drawn.map(({ letter }) => letter).join(''));
        if (result.tenths !== null) {
          expect(result.lost.reduce((sum, { tenths }) => sum + tenths, 0)).toBe(1000 - result.tenths);
          expect(result.lost.every(({ rule: index }) => drawn[index]?.letter === 'f')).toBe(true);
        }
      }),
      { seed: 5, numRuns: 2000 },
    );
  });
});

function equalRules(count: number): RuleFacts[] {
  return Array.from({ length: count }, (_, index) => ({
    rule: `rule-${String(index).padStart(2, '0')}`,
    pack: 'own',
    weight: 1,
    critical: false,
    severity: 'error',
  }));
}
