import type { Counts, Stratum } from '../model/counts.ts';
import type { Scoring, StratumScore } from '../model/report.ts';
import { Gathered } from './gathered.ts';
import { meanTenths } from './group.ts';
import { scoreInterval } from './intervals.ts';
import { byKeys } from './order.ts';
import type { Person } from './people.ts';
import type { UnitScorer } from './unit.ts';

const DIMENSIONS = ['channel', 'language', 'tag', 'hour'] as const;
type Dimension = (typeof DIMENSIONS)[number];

function valuesOf(stratum: Stratum, by: Dimension): readonly string[] {
  switch (by) {
    case 'channel':
      return [stratum.channel];
    case 'language':
      return [stratum.language];
    case 'tag':
      return stratum.tags;
    case 'hour':
      return stratum.hour === null ? [] : [String(stratum.hour).padStart(2, '0')];
  }
}

/**
 * Scores by channel, language, tag and hour: of everybody, and of each agent. A conversation with several tags counts
 * under each of them.
 */
export function strataScores(
  counts: Counts,
  people: readonly Person[],
  scoring: Scoring,
  scorer: UnitScorer,
): StratumScore[] {
  const owner = new Map(people.flatMap(({ members }, index) => members.map((member) => [member, index] as const)));
  const groups = new Map<string, { person: number; by: Dimension; value: string; sums: Gathered }>();
  const add = (person: number, by: Dimension, value: string, pattern: string, units: number): void => {
    const key = [person, by, value].join('\u0000');
    let group = groups.get(key);
    if (group === undefined) {
      group = { person, by, value, sums: new Gathered(scoring.rules) };
      groups.set(key, group);
    }
    group.sums.addUnits(pattern, units, scorer, true);
  };
  for (const [agent, stratumIndex, patternIndex, units] of counts.cells) {
    const person = owner.get(agent);
    const stratum = counts.strata[stratumIndex];
    if (person === undefined || stratum === undefined || people[person]?.pseudo === true) {
      continue;
    }
    const pattern = counts.patterns[patternIndex] ?? '';
    for (const by of DIMENSIONS) {
      for (const value of valuesOf(stratum, by)) {
        add(person, by, value, pattern, units);
        add(-1, by, value, pattern, units);
      }
    }
  }
  return [...groups.values()]
    .sort(byKeys(({ person, by, value }) => [person, DIMENSIONS.indexOf(by), value]))
    .map(({ person, by, value, sums }) => {
      const tenths = meanTenths(sums);
      return {
        scope: person === -1 ? 'total' : 'agent',
        agent: people[person]?.agent ?? null,
        agent_id: people[person]?.agent_id ?? null,
        by,
        value,
        units: sums.units,
        scored_units: sums.scored,
        score: tenths === null ? null : tenths / 10,
        interval: person === -1 ? scoreInterval(sums.distribution) : null,
      };
    });
}
