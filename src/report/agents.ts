import type { GroupScore } from '../model/report.ts';
import type { LostPoints } from '../model/verdict.ts';
import { byCodePoint } from '../text/code-point-order.ts';

/** What tells an agent's quotes and the agent's score that they belong together. */
export function agentKey({ agent, agent_id }: Pick<GroupScore, 'agent' | 'agent_id'>): string {
  return agent_id === null ? `\u0000${agent ?? ''}` : agent_id;
}

/** Agents as a lead wants to see them: the weakest first, then who has no score; ties by name and id. */
export function weakestFirst(agents: readonly GroupScore[]): GroupScore[] {
  return [...agents].sort(
    (one, two) =>
      (one.score ?? 101) - (two.score ?? 101) ||
      byCodePoint(one.agent ?? '', two.agent ?? '') ||
      byCodePoint(one.agent_id ?? '', two.agent_id ?? ''),
  );
}

/** The rules that took points, the costliest first; ties by rule. */
export function costliestFirst(lost: readonly LostPoints[]): LostPoints[] {
  return lost
    .filter(({ points }) => points > 0)
    .sort((one, two) => two.points - one.points || byCodePoint(one.rule, two.rule));
}
