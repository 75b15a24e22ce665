import type { Counts } from '../model/counts.ts';
import type { Problem } from '../model/problem.ts';
import type { Report, Run, Scoring } from '../model/report.ts';
import { Gathered } from './gathered.ts';
import { groupScore } from './group.ts';
import { listProblems } from './list-problems.ts';
import { notesOf } from './notes.ts';
import { conversationsOf, ownersOf, type Person, peopleOf } from './people.ts';
import { type Ranking, rankGroups, type ScoredGroup } from './ranking.ts';
import { ratingAgreement } from './rating-agreement.ts';
import { ruleSummaries } from './rule-summary.ts';
import { examplesOf, quotesOf } from './shown.ts';
import { standardise } from './standardise.ts';
import { strataScores } from './strata.ts';
import { UnitScorer } from './unit.ts';

/**
 * The report of counts: every figure follows from `counts` and `scoring`, nothing else. Problems are listed in the
 * order of their place.
 */
export function summarise(run: Run, scoring: Scoring, counts: Counts, problems: readonly Problem[]): Report {
  const { rules } = scoring;
  const scorer = new UnitScorer(rules, scoring.min_applicable);
  const people = peopleOf(counts, scoring.roster);
  const persons = scorePeople(counts, people, scoring, scorer);
  const everybody = new Gathered(rules);
  for (const { score, gathered } of persons) {
    if (!score.pseudo) {
      everybody.absorb(gathered);
    }
  }
  const nobody = { agent: null, agent_id: null, team: null, site: null, pseudo: false };
  const totals = groupScore(
    { scope: 'total', ...nobody, conversations: counts.conversations },
    everybody,
    rules,
    scorer,
  );
  const ranking = rankGroups(persons, scoring.ranking_minimum);
  const { over, scores } = standardise(counts, ranking.groups, scorer);
  const agents = ranking.groups.map(({ score }, index) => ({ ...score, standardised: scores[index] ?? null }));
  const teams = rankBy('team', persons, counts, scoring, scorer);
  const sites = rankBy('site', persons, counts, scoring, scorer);
  const listed = listProblems(problems, counts);
  return {
    run,
    scoring,
    totals,
    agents,
    teams: teams.groups.map(({ score }) => score),
    sites: sites.groups.map(({ score }) => score),
    rules: ruleSummaries(counts, scoring, everybody),
    strata: strataScores(counts, people, scorer),
    ratings: ratingAgreement(counts),
    quotes: quotesOf(counts, ranking.groups),
    examples: examplesOf(counts, ranking.groups),
    notes: notesOf(agents, ranking, over, scoring),
    counts,
    problems: listed,
    end: {
      type: 'end',
      conversations: counts.conversations,
      units: counts.cells.reduce((sum, [, , , units]) => sum + units, 0),
      scored_units: totals.scored_units,
      verdicts: counts.verdicts,
      problems: listed.filter(({ severity }) => severity === 'problem').length,
      notices: listed.filter(({ severity }) => severity === 'notice').length,
    },
  };
}

/** Every person's sums and score, not yet ranked. */
export function scorePeople(
  counts: Counts,
  people: readonly Person[],
  scoring: Scoring,
  scorer: UnitScorer,
): ScoredGroup[] {
  const gathered = people.map(() => new Gathered(scoring.rules));
  const owner = ownersOf(people);
  for (const [agent, , pattern, units] of counts.cells) {
    const index = owner.get(agent);
    if (index !== undefined) {
      gathered[index]?.addUnits(counts.patterns[pattern] ?? '', units, scorer, people[index]?.pseudo === false);
    }
  }
  for (const { agent, bins } of counts.replies) {
    gathered[owner.get(agent) ?? -1]?.addReplies(bins);
  }
  return people.map(({ agent, agent_id, team, site, pseudo, members }, index) => {
    const sums = gathered[index] ?? new Gathered(scoring.rules);
    const conversations = conversationsOf(members, sums.units, counts.shared);
    const names = { scope: 'agent' as const, agent, agent_id, team, site, pseudo, conversations };
    return { score: groupScore(names, sums, scoring.rules, scorer), gathered: sums, members };
  });
}

function rankBy(
  scope: 'team' | 'site',
  persons: readonly ScoredGroup[],
  counts: Counts,
  scoring: Scoring,
  scorer: UnitScorer,
): Ranking {
  const groups = new Map<string, { members: number[]; gathered: Gathered }>();
  for (const { score, gathered, members } of persons) {
    const name = score[scope];
    if (name === null) {
      continue;
    }
    const group = groups.get(name) ?? { members: [], gathered: new Gathered(scoring.rules) };
    group.members.push(...members);
    group.gathered.absorb(gathered);
    groups.set(name, group);
  }
  const scored = [...groups].map(([name, { members, gathered }]): ScoredGroup => {
    const names = {
      scope,
      agent: name,
      agent_id: null,
      team: scope === 'team' ? name : null,
      site: scope === 'site' ? name : null,
      pseudo: false,
      conversations: conversationsOf(members, gathered.units, counts.shared),
    };
    return { score: groupScore(names, gathered, scoring.rules, scorer), gathered, members };
  });
  return rankGroups(scored, scoring.ranking_minimum);
}
