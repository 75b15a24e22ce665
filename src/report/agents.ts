import type { AgentQuotes, GroupScore, Report } from '../model/report.ts';
import type { LostPoints } from '../model/verdict.ts';
import { byCodePoint } from '../text/code-point-order.ts';

/** Finds the quotes of one of the report's agents for a rule; null where there are none. */
export type QuoteFinder = (agent: GroupScore, rule: string) => AgentQuotes | null;

/** Goes by the agent's place: names and ids may be shared, by agents of two products for one. */
export function quoteFinder({ agents, quotes }: Pick<Report, 'agents' | 'quotes'>): QuoteFinder {
  const places = new Map(agents.map((agent, place) => [agent, place]));
  const byKey = new Map(quotes.map((one) => [`${one.place} ${one.rule}`, one]));
  return (agent, rule) => byKey.get(`${places.get(agent)} ${rule}`) ?? null;
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
