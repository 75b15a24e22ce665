import type { Stratum } from '../model/counts.ts';
import type { ReportBasis, Scoring } from '../model/report.ts';
import { Gathered } from './gathered.ts';
import { ownersOf, type Person, peopleOf } from './people.ts';
import { UnitScorer } from './unit.ts';

/** The sums of one report, seen through rules and a roster that another report shares with it. */
export interface Period {
  readonly people: readonly Person[];
  /** In the order of `people`. */
  readonly gathered: readonly Gathered[];
  readonly everybody: Gathered;
  /** Scored units by stratum and score, in the order of `people`: what decompositions work on. */
  readonly cells: readonly (readonly ScoredCell[])[];
}

export interface ScoredCell {
  readonly person: number;
  readonly stratum: Stratum;
  readonly tenths: number;
  readonly units: number;
}

/**
 * The sums of a report's counts under `scoring`, whose rules must all be among the report's: verdicts of other rules
 * are left out.
 */
export function periodOf(report: ReportBasis, scoring: Scoring): Period {
  const { counts } = report;
  const places = scoring.rules.map(({ rule }) => report.scoring.rules.findIndex((own) => own.rule === rule));
  const patterns = counts.patterns.map((pattern) => places.map((place) => pattern[place] ?? '-').join(''));
  const scorer = new UnitScorer(scoring.rules, scoring.min_applicable);
  const people = peopleOf(counts, scoring.roster);
  const gathered = people.map(() => new Gathered(scoring.rules));
  const owner = ownersOf(people);
  const cells: ScoredCell[][] = people.map(() => []);
  for (const [agent, stratumPlace, patternPlace, units] of counts.cells) {
    const person = owner.get(agent);
    const stratum = counts.strata[stratumPlace];
    if (person === undefined || stratum === undefined) {
      continue;
    }
    const pattern = patterns[patternPlace] ?? '';
    const scored = people[person]?.pseudo === false;
    gathered[person]?.addUnits(pattern, units, scorer, scored);
    const { tenths } = scorer.score(pattern);
    if (scored && tenths !== null) {
      cells[person]?.push({ person, stratum, tenths, units });
    }
  }
  const everybody = new Gathered(scoring.rules);
  for (const [index, sums] of gathered.entries()) {
    if (people[index]?.pseudo === false) {
      everybody.absorb(sums);
    }
  }
  return { people, gathered, everybody, cells };
}
