import type { GroupScore } from '../model/report.ts';
import type { Gathered } from './gathered.ts';
import { byKeys } from './order.ts';

/** A group with the sums behind its score. */
export interface ScoredGroup {
  readonly score: GroupScore;
  readonly gathered: Gathered;
}

/**
 * Ranks the groups that have enough scored units, best first; equal scores share a rank (1, 1, 3). The others follow
 * by name, pseudo-agents last.
 */
export function rankGroups(groups: readonly ScoredGroup[], minimum: number): GroupScore[] {
  const rankable = groups.filter(
    ({ score }) =>
      !score.pseudo &&
      (score.agent !== null || score.agent_id !== null) &&
      score.score !== null &&
      score.scored_units >= minimum,
  );
  const ranked = rankable.map(({ score }) => ({
    ...score,
    ranked: true,
    rank: 1 + rankable.filter((other) => (other.score.score ?? 0) > (score.score ?? 0)).length,
  }));
  const chosen = new Set(rankable);
  const others = groups.filter((group) => !chosen.has(group)).map(({ score }) => score);
  return [...ranked, ...others].sort(
    byKeys((score) => [
      score.rank ?? Number.MAX_SAFE_INTEGER,
      score.pseudo ? 1 : 0,
      score.agent === null ? 1 : 0,
      score.agent,
      score.agent_id,
    ]),
  );
}
