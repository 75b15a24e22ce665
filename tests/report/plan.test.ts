import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/model/plan.ts';
import { widthOf } from '../../src/report/columns.ts';
import { planText } from '../../src/report/plan.ts';

const plan: Plan = {
  type: 'plan',
  margin: 10,
  power: 0.8,
  spread: 20,
  units_for_two: 63,
  units_for_all: 115,
  agents: [
    {
      agent: 'Jonas Weber',
      agent_id: null,
      scored_units: 7,
      lacks_for_two: 56,
      lacks_for_all: 108,
      conversations_for_two: 56,
      conversations_for_all: 108,
    },
    {
      agent: null,
      agent_id: null,
      scored_units: 120,
      lacks_for_two: 0,
      lacks_for_all: 0,
      conversations_for_two: 0,
      conversations_for_all: 0,
    },
  ],
};

describe('plan', () => {
  it('says what it takes, and who lacks how many', () => {
    const text = planText(plan, 80);
    expect(text).toContain('two given agents       63 scored conversations each');
    expect(text).toContain('any two of all agents  115 scored conversations each');
    expect(text).toMatch(/Jonas Weber +7 +56 +108\n/);
    expect(text).toMatch(/\(no name\) +120 +enough +enough\n/);
  });

  it('fits the width whatever the names', () => {
    const [first] = plan.agents;
    const long = { ...plan, agents: [{ ...(first as Plan['agents'][number]), agent: '田中'.repeat(40) }] };
    expect(Math.max(...planText(long, 80).split('\n').map(widthOf))).toBeLessThanOrEqual(80);
  });
});
