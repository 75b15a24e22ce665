import type { Counts, Stratum } from '../model/counts.ts';
import type { StratumScore } from '../model/report.ts';
import { scoreInterval } from './intervals.ts';
import { byKeys } from './order.ts';
import { ownersOf, type Person } from './people.ts';
import { replyTimes } from './reply-times.ts';
import { roundHalfUp, type UnitScorer } from './unit.ts';

const DIMENSIONS = ['channel', 'language', 'tag', 'hour'] as const;
type Dimension = (typeof DIMENSIONS)[number];
/** Exports with a tag of its own on every ticket would fill a report with single units. */
const MOST_TAGS = 50;
const EVERYBODY = -1;

interface Sums {
  readonly person: number;
  readonly by: Dimension;
  readonly value: string;
  units: number;
  scored: number;
  tenths: number;
  /** Scored units by score; of everybody only, where an interval is wanted. */
  readonly distribution: Map<number, number>;
  /** First replies by bin; of channels only. */
  readonly replies: Map<number, number>;
}

/**
 * Scores by channel, language, tag and hour: of everybody, and of each agent. A conversation with several tags counts
 * under each of them; of tags the 50 most frequent are shown.
 */
export function strataScores(counts: Counts, people: readonly Person[], scorer: UnitScorer): StratumScore[] {
  const owner = ownersOf(people);
  const tags = frequentTags(counts);
  const groups = new Map<string, Sums>();
  const sumsOf = (person: number, by: Dimension, value: string): Sums => {
    const key = `${person} ${by} ${value}`;
    let sums = groups.get(key);
    if (sums === undefined) {
      sums = { person, by, value, units: 0, scored: 0, tenths: 0, distribution: new Map(), replies: new Map() };
      groups.set(key, sums);
    }
    return sums;
  };
  const add = (person: number, by: Dimension, value: string, tenths: number | null, units: number): void => {
    const sums = sumsOf(person, by, value);
    sums.units += units;
    if (tenths !== null) {
      sums.scored += units;
      sums.tenths += tenths * units;
      if (person === EVERYBODY) {
        sums.distribution.set(tenths, (sums.distribution.get(tenths) ?? 0) + units);
      }
    }
  };
  for (const [agent, stratumIndex, patternIndex, units] of counts.cells) {
    const person = owner.get(agent);
    const stratum = counts.strata[stratumIndex];
    if (person === undefined || stratum === undefined || people[person]?.pseudo === true) {
      continue;
    }
    const { tenths } = scorer.score(counts.patterns[patternIndex] ?? '');
    for (const by of DIMENSIONS) {
      for (const value of valuesOf(stratum, by, tags)) {
        add(person, by, value, tenths, units);
        add(EVERYBODY, by, value, tenths, units);
      }
    }
  }
  for (const { agent, channel, bins } of counts.replies) {
    const person = owner.get(agent);
    if (person === undefined || people[person]?.pseudo === true) {
      continue;
    }
    for (const { replies } of [sumsOf(person, 'channel', channel), sumsOf(EVERYBODY, 'channel', channel)]) {
      for (const [bin, count] of bins) {
        replies.set(bin, (replies.get(bin) ?? 0) + count);
      }
    }
  }
  return [...groups.values()]
    .sort(byKeys(({ person, by, value }) => [person, DIMENSIONS.indexOf(by), value]))
    .map((sums) => stratumScore(sums, people[sums.person]));
}

function stratumScore(
  { person, by, value, units, scored, tenths, distribution, replies }: Sums,
  who: Person | undefined,
): StratumScore {
  return {
    scope: person === EVERYBODY ? 'total' : 'agent',
    agent: who?.agent ?? null,
    agent_id: who?.agent_id ?? null,
    by,
    value,
    units,
    scored_units: scored,
    score: scored === 0 ? null : roundHalfUp(tenths, scored) / 10,
    interval: person === EVERYBODY ? scoreInterval(distribution) : null,
    first_reply_ms: by === 'channel' ? replyTimes([...replies].sort((a, b) => a[0] - b[0])) : null,
  };
}

function valuesOf(stratum: Stratum, by: Dimension, tags: ReadonlySet<string>): readonly string[] {
  switch (by) {
    case 'channel':
      return [stratum.channel];
    case 'language':
      return [stratum.language];
    case 'tag':
      return stratum.tags.filter((tag) => tags.has(tag));
    case 'hour':
      return stratum.hour === null ? [] : [String(stratum.hour).padStart(2, '0')];
  }
}

function frequentTags(counts: Counts): Set<string> {
  const units = new Map<string, number>();
  for (const [, stratum, , count] of counts.cells) {
    for (const tag of counts.strata[stratum]?.tags ?? []) {
      units.set(tag, (units.get(tag) ?? 0) + count);
    }
  }
  const sorted = [...units].sort(byKeys(([tag, count]) => [-count, tag]));
  return new Set(sorted.slice(0, MOST_TAGS).map(([tag]) => tag));
}
