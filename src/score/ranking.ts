import type { GroupScore } from '../model/report.ts';
import type { Gathered } from './gathered.ts';
import { sharedLetters } from './letters.ts';
import { byKeys } from './order.ts';
import { type Separation, separate } from './separation.ts';

/** With more ranked groups than this letters can no longer be read; the rank intervals say the same. */
const MOST_LETTERED = 300;

/** A group with the sums behind its score. */
export interface ScoredGroup {
  readonly score: GroupScore;
  readonly gathered: Gathered;
  /** Places in `counts.agents`. */
  readonly members: readonly number[];
}

export interface Ranking {
  /** Ranked ones by rank, then the others by name, pseudo-agents last. */
  readonly groups: readonly ScoredGroup[];
  readonly pairs: number;
  readonly separated: number;
}

const listed = byKeys(({ score }: ScoredGroup) => [
  score.rank ?? Number.MAX_SAFE_INTEGER,
  score.pseudo ? 1 : 0,
  score.agent === null ? 1 : 0,
  score.agent,
  score.agent_id,
]);

/** True for those who may be ranked and gated at all: people, not queues and not the agent without a name. */
export function isPerson(score: GroupScore): boolean {
  return !score.pseudo && (score.agent !== null || score.agent_id !== null);
}

/**
 * Ranks the groups that have at least `minimum` scored units, best first; equal scores share a rank (1, 1, 3). A rank
 * interval runs from one past the number of groups that are better beyond noise to the count less those that are
 * worse beyond noise (Al Mohamad, Goeman and van Zwet 2022); all intervals hold together at 95 %.
 */
export function rankGroups(groups: readonly ScoredGroup[], minimum: number): Ranking {
  const rankable = groups
    .filter(({ score }) => isPerson(score) && score.score !== null && score.scored_units >= minimum)
    .sort(byKeys(({ score }) => [-(score.score ?? 0), score.agent, score.agent_id]));
  const separation = separate(rankable.map(({ gathered }) => gathered.distribution));
  const letters = rankable.length > MOST_LETTERED ? [] : sharedLetters(rankable.length, separation);
  const ranks: number[] = [];
  const ranked = rankable.map(({ score, gathered, members }, index) => {
    const before = rankable[index - 1]?.score.score;
    ranks.push(before === score.score ? (ranks[index - 1] ?? 1) : index + 1);
    return {
      gathered,
      members,
      score: {
        ...score,
        ranked: true,
        rank: ranks[index] ?? null,
        rank_interval: rankInterval(index, ranks[index] ?? 1, rankable.length, separation),
        letters: letters[index] ?? null,
      },
    };
  });
  const chosen = new Set(rankable);
  const others = groups.filter((group) => !chosen.has(group));
  return { groups: [...ranked, ...others].sort(listed), pairs: separation.pairs, separated: separation.separated };
}

function rankInterval(index: number, rank: number, count: number, separation: Separation): readonly [number, number] {
  let best = 1;
  let worst = count;
  for (let other = 0; other < count; other += 1) {
    best += separation.isBetter(other, index) ? 1 : 0;
    worst -= separation.isBetter(index, other) ? 1 : 0;
  }
  return [Math.min(best, rank), Math.max(worst, rank)];
}
