import type { Plan } from '../model/plan.ts';
import { left, right } from './columns.ts';
import { visible } from './visible.ts';

/** The sample plan for a screen: what it takes, and who lacks how many. */
export function planText(plan: Plan, width: number): string {
  const name = Math.max(
    12,
    Math.min(width - 44, ...[Math.max(0, ...plan.agents.map(({ agent }) => (agent ?? '').length)) + 1]),
  );
  const head = [
    `To tell a difference of ${plan.margin} points (found in ${Math.round(plan.power * 100)} of 100 cases where it is there;`,
    `units of one agent spread by ${plan.spread} points):`,
    `  two given agents       ${plan.units_for_two} scored conversations each`,
    `  any two of all agents  ${plan.units_for_all} scored conversations each`,
    '',
    `${left('Agent', name)}${right('scored', 8)}${right('lacks for two', 16)}${right('lacks for all', 16)}`,
  ];
  const rows = plan.agents.map(({ agent, agent_id, scored_units, conversations_for_two, conversations_for_all }) =>
    [
      left(visible(agent ?? agent_id ?? '(no name)'), name),
      right(String(scored_units), 8),
      right(lacking(conversations_for_two), 16),
      right(lacking(conversations_for_all), 16),
    ].join(''),
  );
  return `${[...head, ...rows].join('\n')}\n`;
}

const lacking = (count: number): string => (count === 0 ? 'enough' : String(count));
