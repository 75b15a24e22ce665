import type { MovedScore, Rescoring } from '../model/comparison.ts';
import type { GroupScore, Report } from '../model/report.ts';
import { commonGround } from './common-ground.ts';
import { byKeys } from './order.ts';

/**
 * Whose score moved when the same conversations were judged anew, and by which rule; null where the reports are not
 * of the same conversations. No noise here: the same words were judged twice.
 */
export function rescoring(old: Report, now: Report): Rescoring | null {
  if (old.counts.conversation_hashes !== now.counts.conversation_hashes || now.counts.conversations === 0) {
    return null;
  }
  const before = new Map(old.agents.map((score) => [nameKey(score), score]));
  const agents = now.agents
    .filter(({ pseudo }) => !pseudo)
    .map((score) => moved(before.get(nameKey(score)), score))
    .filter(({ change, old: then, now: today, by_rule }) => change !== 0 || then !== today || by_rule.length > 0)
    .sort(byKeys(({ change, agent, agent_id }) => [-Math.abs(change ?? 0), agent, agent_id]));
  return {
    type: 'rescoring',
    differences: commonGround(old, now).differences,
    total: moved(old.totals, now.totals),
    agents,
  };
}

function nameKey({ agent, agent_id }: GroupScore): string {
  return JSON.stringify([agent, agent_id]);
}

function moved(old: GroupScore | undefined, now: GroupScore): MovedScore {
  const lost = new Map<string, number>();
  const add = (score: GroupScore | undefined, sign: number): void => {
    for (const { rule, points } of score?.lost ?? []) {
      lost.set(rule, (lost.get(rule) ?? 0) + sign * Math.round(points * 10));
    }
  };
  const comparable = old?.score !== null && old?.score !== undefined && now.score !== null;
  if (comparable) {
    add(old, -1);
    add(now, 1);
  }
  return {
    agent: now.agent,
    agent_id: now.agent_id,
    old: old?.score ?? null,
    now: now.score,
    change: comparable ? Math.round(((now.score ?? 0) - (old?.score ?? 0)) * 10) / 10 + 0 : null,
    by_rule: [...lost]
      .filter(([, tenths]) => tenths !== 0)
      .sort(byKeys(([rule, tenths]) => [-Math.abs(tenths), rule]))
      .map(([rule, tenths]) => ({ rule, points: tenths / 10 })),
  };
}
