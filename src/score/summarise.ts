import type { Counts, Quote } from '../model/counts.ts';
import type { Problem } from '../model/problem.ts';
import type { AgentQuotes, ExampleUnit, GroupScore, Report, Run, Scoring } from '../model/report.ts';
import { Gathered } from './gathered.ts';
import { groupScore } from './group.ts';
import { byKeys } from './order.ts';
import { conversationsOf, type Person, peopleOf } from './people.ts';
import { rankGroups } from './ranking.ts';
import { ratingAgreement } from './rating-agreement.ts';
import { ruleSummaries } from './rule-summary.ts';
import { strataScores } from './strata.ts';
import { UnitScorer } from './unit.ts';

/** Rules whose words are shown, per agent: the costliest. */
const QUOTED_RULES = 3;
const SHOWN_EXAMPLES = 10;

/**
 * The report of counts: every figure follows from `counts` and `scoring`, nothing else. Problems are listed in the
 * order of their place.
 */
export function summarise(run: Run, scoring: Scoring, counts: Counts, problems: readonly Problem[]): Report {
  const { rules } = scoring;
  const scorer = new UnitScorer(rules, scoring.min_applicable);
  const people = peopleOf(counts, scoring.roster);
  const gathered = gatherPeople(counts, people, scoring, scorer);
  const scoreOf = (person: Person, sums: Gathered): GroupScore =>
    groupScore(
      {
        scope: 'agent',
        agent: person.agent,
        agent_id: person.agent_id,
        team: person.team,
        site: person.site,
        pseudo: person.pseudo,
        conversations: conversationsOf(person.members, sums.units, counts.shared),
      },
      sums,
      rules,
      scorer,
    );
  const everybody = new Gathered(rules);
  for (const [index, person] of people.entries()) {
    if (!person.pseudo) {
      everybody.absorb(gathered[index] ?? new Gathered(rules));
    }
  }
  const total = groupScore(
    {
      scope: 'total',
      agent: null,
      agent_id: null,
      team: null,
      site: null,
      pseudo: false,
      conversations: counts.conversations,
    },
    everybody,
    rules,
    scorer,
  );
  const agents = rankGroups(
    people.map((person, index) => {
      const sums = gathered[index] ?? new Gathered(rules);
      return { score: scoreOf(person, sums), gathered: sums };
    }),
    scoring.ranking_minimum,
  );
  const grouped = (scope: 'team' | 'site'): GroupScore[] =>
    rankGroups(groupsBy(scope, people, gathered, counts, scoring, scorer), scoring.ranking_minimum);
  const sorted = sortedProblems(problems);
  return {
    run,
    scoring,
    totals: total,
    agents,
    teams: grouped('team'),
    sites: grouped('site'),
    rules: ruleSummaries(counts, scoring, everybody),
    strata: strataScores(counts, people, scoring, scorer),
    ratings: ratingAgreement(counts),
    quotes: quotesOf(counts, people, agents),
    examples: examplesOf(counts, people),
    notes: [],
    counts,
    problems: sorted,
    end: {
      type: 'end',
      conversations: counts.conversations,
      units: counts.cells.reduce((sum, [, , , units]) => sum + units, 0),
      scored_units: total.scored_units,
      verdicts: counts.verdicts,
      problems: sorted.filter(({ severity }) => severity === 'problem').length,
      notices: sorted.filter(({ severity }) => severity === 'notice').length,
    },
  };
}

function gatherPeople(counts: Counts, people: readonly Person[], scoring: Scoring, scorer: UnitScorer): Gathered[] {
  const gathered = people.map(() => new Gathered(scoring.rules));
  const owner = new Map(people.flatMap(({ members }, index) => members.map((member) => [member, index] as const)));
  for (const [agent, , pattern, units] of counts.cells) {
    const index = owner.get(agent);
    if (index !== undefined) {
      gathered[index]?.addUnits(counts.patterns[pattern] ?? '', units, scorer, people[index]?.pseudo === false);
    }
  }
  for (const { agent, bins } of counts.replies) {
    gathered[owner.get(agent) ?? -1]?.addReplies(bins);
  }
  return gathered;
}

function groupsBy(
  scope: 'team' | 'site',
  people: readonly Person[],
  gathered: readonly Gathered[],
  counts: Counts,
  scoring: Scoring,
  scorer: UnitScorer,
): { score: GroupScore; gathered: Gathered }[] {
  const groups = new Map<string, { members: number[]; sums: Gathered }>();
  for (const [index, person] of people.entries()) {
    const name = person[scope];
    const sums = gathered[index];
    if (name === null || sums === undefined) {
      continue;
    }
    const group = groups.get(name) ?? { members: [], sums: new Gathered(scoring.rules) };
    group.members.push(...person.members);
    group.sums.absorb(sums);
    groups.set(name, group);
  }
  return [...groups].map(([name, { members, sums }]) => ({
    gathered: sums,
    score: groupScore(
      {
        scope,
        agent: name,
        agent_id: null,
        team: scope === 'team' ? name : null,
        site: scope === 'site' ? name : null,
        pseudo: false,
        conversations: conversationsOf(members, sums.units, counts.shared),
      },
      sums,
      scoring.rules,
      scorer,
    ),
  }));
}

/** By place; a notice that concerns no file is said once, however many parts of the input it came from. */
function sortedProblems(problems: readonly Problem[]): Problem[] {
  const sorted = [...problems].sort(
    byKeys((found) => [found.file, found.line, found.code, found.conversation ?? null, found.message, found.severity]),
  );
  return sorted.filter((found, index) => {
    const before = sorted[index - 1];
    return !(
      found.file === null &&
      before?.file === null &&
      before.code === found.code &&
      before.message === found.message &&
      before.conversation === found.conversation
    );
  });
}

/** The words behind the rules that cost each agent most, costliest first. */
function quotesOf(counts: Counts, people: readonly Person[], agents: readonly GroupScore[]): AgentQuotes[] {
  const byAgent = new Map<number, Quote[]>();
  for (const quote of counts.quotes) {
    const before = byAgent.get(quote.agent);
    if (before === undefined) {
      byAgent.set(quote.agent, [quote]);
    } else {
      before.push(quote);
    }
  }
  const personOf = new Map(people.map((person) => [`${person.agent_id}\u0000${person.agent}`, person]));
  return agents.flatMap((score) => {
    const person = personOf.get(`${score.agent_id}\u0000${score.agent}`);
    const quotes = (person?.members ?? []).flatMap((member) => byAgent.get(member) ?? []);
    const costliest = [...score.lost].sort(byKeys(({ rule, points }) => [-points, rule])).slice(0, QUOTED_RULES);
    return costliest.map(({ rule }) => {
      const ofRule = quotes.filter((quote) => quote.rule === rule);
      return {
        agent: score.agent,
        agent_id: score.agent_id,
        rule,
        fails: ofRule.filter(({ verdict }) => verdict === 'fail').slice(0, 2),
        passes: ofRule.filter(({ verdict }) => verdict === 'pass').slice(0, 2),
      };
    });
  });
}

function examplesOf(counts: Counts, people: readonly Person[]): ExampleUnit[] {
  const owner = new Map(people.flatMap((person) => person.members.map((member) => [member, person] as const)));
  const of = (side: 'best' | 'worst'): ExampleUnit[] =>
    counts.examples
      .filter((example) => example.side === side && owner.has(example.agent))
      .sort(
        byKeys((example) => [
          side === 'best' ? -example.score_tenths : example.score_tenths,
          -example.applicable,
          example.product,
          example.conversation,
          example.agent,
        ]),
      )
      .slice(0, SHOWN_EXAMPLES)
      .map(({ agent, score_tenths, conversation, product, file, line }) => ({
        side,
        conversation,
        product,
        agent: owner.get(agent)?.agent ?? null,
        agent_id: owner.get(agent)?.agent_id ?? null,
        score: score_tenths / 10,
        file,
        line,
      }));
  return [...of('best'), ...of('worst')];
}
