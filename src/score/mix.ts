import type { Stratum } from '../model/counts.ts';
import { byCodePoint } from '../text/code-point-order.ts';
import type { Period, ScoredCell } from './period.ts';

const BREAK = '\u0000';
/** The finest first: the first is taken in which most of the work of both reports has its counterpart. */
const LEVELS = [
  ['channel', 'language', 'tags'],
  ['channel', 'language'],
] as const;
export type MixLevel = (typeof LEVELS)[number];
/** The share of the scored units of either report that must lie in strata that the other one has too. */
const LEAST_SHARED = 0.8;

/** Scored units per stratum, with their scores added up in tenths. */
type Mix = ReadonlyMap<string, { readonly units: number; readonly tenths: number }>;

/** Over what kinds of work two reports are best compared. */
export function mixLevel(old: Period, now: Period): MixLevel {
  return (
    LEVELS.find((level) => {
      const key = (cell: ScoredCell): string => stratumKey(cell.stratum, level);
      const before = mixOf(old.cells.flat(), key);
      const after = mixOf(now.cells.flat(), key);
      return sharedPart(before, after) >= LEAST_SHARED && sharedPart(after, before) >= LEAST_SHARED;
    }) ?? LEVELS[1]
  );
}

/** Units and tenths of scored cells by any key. */
export function mixOf(cells: readonly ScoredCell[], key: (cell: ScoredCell) => string): Mix {
  const mix = new Map<string, { units: number; tenths: number }>();
  for (const cell of cells) {
    const place = key(cell);
    const sums = mix.get(place);
    if (sums === undefined) {
      mix.set(place, { units: cell.units, tenths: cell.tenths * cell.units });
    } else {
      sums.units += cell.units;
      sums.tenths += cell.tenths * cell.units;
    }
  }
  return mix;
}

export function stratumKey(stratum: Stratum, level: MixLevel): string {
  return level.map((part) => (part === 'tags' ? JSON.stringify(stratum.tags) : stratum[part])).join(BREAK);
}

/**
 * The part of a change of means that came from the scores within strata, not from their shares (Kitagawa 1955): the
 * change of each stratum's mean, weighted with the mean of its two shares. Work that only one report knows has no
 * change of its own and so counts to the mix. In tenths, not rounded.
 */
export function qualityPart(old: Mix, now: Mix): number {
  const oldUnits = unitsOf(old);
  const nowUnits = unitsOf(now);
  let part = 0;
  for (const key of [...now.keys()].sort(byCodePoint)) {
    const before = old.get(key);
    const after = now.get(key);
    if (before === undefined || after === undefined) {
      continue;
    }
    const share = (before.units / oldUnits + after.units / nowUnits) / 2;
    part += share * (after.tenths / after.units - before.tenths / before.units);
  }
  return part;
}

function unitsOf(mix: Mix): number {
  return [...mix.values()].reduce((sum, { units }) => sum + units, 0);
}

function sharedPart(mix: Mix, other: Mix): number {
  const all = unitsOf(mix);
  const shared = [...mix].reduce((sum, [key, { units }]) => (other.has(key) ? sum + units : sum), 0);
  return all === 0 ? 1 : shared / all;
}
