import type { AgentQuotes, GroupScore } from '../model/report.ts';
import type { LostPoints } from '../model/verdict.ts';
import { byCodePoint } from '../text/code-point-order.ts';

type Named = Pick<GroupScore, 'agent' | 'agent_id'>;

/** What tells an agent's quotes and the agent's score that they belong together. */
function agentKey({ agent, agent_id }: Named): string {
  return agent_id === null ? `\u0000${agent ?? ''}` : agent_id;
}

/** Finds the quotes of an agent for a rule; null where there are none. */
export type QuoteFinder = (agent: Named, rule: string) => AgentQuotes | null;

export function quoteFinder(quotes: readonly AgentQuotes[]): QuoteFinder {
  const byKey = new Map(quotes.map((one) => [`${agentKey(one)}\u0000${one.rule}`, one]));
  return (agent, rule) => byKey.get(`${agentKey(agent)}\u0000${rule}`) ?? null;
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
