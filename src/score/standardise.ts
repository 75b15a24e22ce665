import type { Counts, Stratum } from '../model/counts.ts';
import type { Standardised } from '../model/report.ts';
import { byKeys } from './order.ts';
import { ownersOf } from './people.ts';
import type { ScoredGroup } from './ranking.ts';
import type { UnitScorer } from './unit.ts';

const BREAK = '\u0000';
/** The finest first: the first is taken in which most ranked agents did most of the kinds of work. */
const LEVELS = [['channel', 'language', 'tags'], ['channel', 'language'], ['channel']] as const;
type Level = (typeof LEVELS)[number];
/** A standardised score speaks for an agent who worked in strata that hold at least this share of the whole. */
const LEAST_COVERED = 0.8;
/** The share of the ranked agents who must be covered so. */
const LEAST_AGENTS = 0.75;

interface Sums {
  tenths: number;
  scored: number;
}

/** Sums per stratum, and per person and stratum. */
interface Table {
  readonly whole: ReadonlyMap<string, Sums>;
  readonly people: readonly ReadonlyMap<string, Sums>[];
  readonly scored: number;
}

export interface Standardisation {
  readonly over: Level;
  /** In the order of the groups; null where not ranked, or where too little of the mix was worked. */
  readonly scores: readonly (Standardised | null)[];
}

/**
 * Direct standardisation: the mean of the person's mean scores per stratum, weighted by the whole's scored units in
 * these strata. `groups` are all agents, ranked or not.
 */
export function standardise(counts: Counts, groups: readonly ScoredGroup[], scorer: UnitScorer): Standardisation {
  const ranked = groups.flatMap(({ score }, index) => (score.ranked ? [index] : []));
  const tables = LEVELS.map((level) => ({ level, table: tableOf(counts, groups, level, scorer) }));
  const usable = tables.find(({ table }) => {
    const covered = ranked.filter((index) => coverage(table, index) >= LEAST_COVERED).length;
    return covered >= LEAST_AGENTS * ranked.length;
  });
  const { level, table } = usable ?? (tables.at(-1) as (typeof tables)[number]);
  const tenths = groups.map((_, index) =>
    coverage(table, index) >= LEAST_COVERED ? standardTenths(table, index) : null,
  );
  const places = [...ranked]
    .filter((index) => tenths[index] !== null)
    .map((index) => tenths[index] ?? 0)
    .sort((a, b) => b - a);
  return {
    over: level,
    scores: groups.map(({ score }, index) => {
      const value = tenths[index] ?? null;
      // Fewer units than ranking asks for make a mean per stratum that says nothing.
      if (value === null || !score.ranked) {
        return null;
      }
      const rank = places.indexOf(value) + 1;
      const outside = score.interval !== null && (value / 10 < score.interval.low || value / 10 > score.interval.high);
      return {
        score: value / 10,
        covered: Math.round(coverage(table, index) * 1000) / 1000,
        rank,
        mix_dependent: rank !== score.rank && outside,
      };
    }),
  };
}

function tableOf(counts: Counts, groups: readonly ScoredGroup[], level: Level, scorer: UnitScorer): Table {
  const owner = ownersOf(groups);
  const whole = new Map<string, Sums>();
  const perPerson = groups.map(() => new Map<string, Sums>());
  let scored = 0;
  for (const [agent, stratum, pattern, units] of counts.cells) {
    const index = owner.get(agent);
    const { tenths } = scorer.score(counts.patterns[pattern] ?? '');
    const found = counts.strata[stratum];
    if (index === undefined || found === undefined || tenths === null || groups[index]?.score.pseudo !== false) {
      continue;
    }
    const key = keyOf(found, level);
    addTo(whole, key, tenths, units);
    addTo(perPerson[index] as Map<string, Sums>, key, tenths, units);
    scored += units;
  }
  return { whole, people: perPerson, scored };
}

function keyOf(stratum: Stratum, level: Level): string {
  return level.map((part) => (part === 'tags' ? JSON.stringify(stratum.tags) : stratum[part])).join(BREAK);
}

function addTo(sums: Map<string, Sums>, key: string, tenths: number, units: number): void {
  const found = sums.get(key);
  if (found === undefined) {
    sums.set(key, { tenths: tenths * units, scored: units });
  } else {
    found.tenths += tenths * units;
    found.scored += units;
  }
}

function coverage(table: Table, person: number): number {
  let covered = 0;
  for (const key of table.people[person]?.keys() ?? []) {
    covered += table.whole.get(key)?.scored ?? 0;
  }
  return table.scored === 0 ? 0 : covered / table.scored;
}

/** In whole tenths, a half rounded up, by exact fractions. */
function standardTenths(table: Table, person: number): number {
  let numerator = 0n;
  let denominator = 1n;
  let weights = 0n;
  for (const [key, sums] of [...(table.people[person] ?? [])].sort(byKeys(([key]) => [key]))) {
    const weight = BigInt(table.whole.get(key)?.scored ?? 0);
    const units = BigInt(sums.scored);
    numerator = numerator * units + weight * BigInt(sums.tenths) * denominator;
    denominator *= units;
    weights += weight;
  }
  const divisor = denominator * weights;
  return Number((2n * numerator + divisor) / (2n * divisor));
}
