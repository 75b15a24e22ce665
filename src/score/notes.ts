import type { GroupScore, Note, Scoring } from '../model/report.ts';
import { isPerson, type Ranking } from './ranking.ts';

/**
 * What must be said beside the figures so that nobody reads more into them than they hold. Codes:
 * `score-intervals` (level), `ranked` (agents, pairs, separated, level), `nobody-ranked` (minimum), `not-ranked`
 * (agents, minimum), `standardised-over` (strata), `mix-dependent` (agent, score, rank, standardised,
 * standardised_rank).
 */
export function notesOf(
  agents: readonly GroupScore[],
  ranking: Pick<Ranking, 'pairs' | 'separated'>,
  over: readonly string[],
  scoring: Scoring,
): Note[] {
  const notes: Note[] = [{ code: 'score-intervals', args: { level: 95, method: 'Gaffke' } }];
  const ranked = agents.filter((score) => score.ranked);
  const minimum = scoring.ranking_minimum;
  if (ranked.length > 0) {
    notes.push({
      code: 'ranked',
      args: { agents: ranked.length, pairs: ranking.pairs, separated: ranking.separated, level: 95, method: 'Holm' },
    });
  } else {
    notes.push({ code: 'nobody-ranked', args: { minimum } });
  }
  const unranked = agents.filter((score) => isPerson(score) && !score.ranked).length;
  if (unranked > 0 && ranked.length > 0) {
    notes.push({ code: 'not-ranked', args: { agents: unranked, minimum } });
  }
  if (agents.some(({ standardised }) => standardised !== null)) {
    notes.push({ code: 'standardised-over', args: { strata: over.join(', ') } });
  }
  for (const { agent, agent_id, score, rank, standardised } of agents) {
    if (standardised?.mix_dependent === true) {
      notes.push({
        code: 'mix-dependent',
        args: {
          agent: agent ?? agent_id ?? '',
          score: score ?? 0,
          rank: rank ?? 0,
          standardised: standardised.score,
          standardised_rank: standardised.rank ?? 0,
        },
      });
    }
  }
  return notes;
}
