import { unitsNeeded } from '../src/score/plan.ts';
import { separate } from '../src/score/separation.ts';
import { type Chances, drawSample, meanOf, percent, Randomness } from './simulation-draws.ts';

/** In how many of the teams of equal agents nobody is told apart. */
export function teamsToldNothing(chances: Chances, sizes: readonly number[], teams: number): number {
  const random = new Randomness(20260303 + sizes.length + (sizes[0] ?? 0));
  let nobody = 0;
  for (let team = 0; team < teams; team += 1) {
    const samples = sizes.map((size) => drawSample(chances, size, random));
    nobody += separate(samples).separated === 0 ? 1 : 0;
  }
  return nobody;
}

/** The same as one row of a Markdown table. */
export function equalTeamsRow(name: string, chances: Chances, sizes: readonly number[], teams: number): string {
  const nobody = teamsToldNothing(chances, sizes, teams);
  return `| ${name} | ${sizes.length} | ${describe(sizes)} | ${percent(nobody, teams)} |`;
}

/** How many of the pairs of a good and a worse agent are told apart, in teams of ten: one row of a Markdown table. */
export function powerRow(name: string, good: Chances, worse: Chances, size: number, teams: number): string {
  const random = new Randomness(20260304 + size);
  let told = 0;
  for (let team = 0; team < teams; team += 1) {
    const samples = Array.from({ length: 10 }, (_, index) => drawSample(index < 5 ? good : worse, size, random));
    const separation = separate(samples);
    for (let better = 0; better < 5; better += 1) {
      for (let other = 5; other < 10; other += 1) {
        told += separation.isBetter(better, other) ? 1 : 0;
      }
    }
  }
  return `| ${name} | ${size} | ${percent(told, teams * 25)} |`;
}

/** Units per agent that the sample plan asks for, to tell two such agents apart among so many pairs. */
export function plannedUnits(good: Chances, worse: Chances, pairs: number): number {
  const margin = meanOf(good) - meanOf(worse);
  const spread = Math.sqrt((varianceOf(good) + varianceOf(worse)) / 2);
  return unitsNeeded(spread, margin, 0.05 / pairs);
}

function varianceOf(chances: Chances): number {
  const mean = meanOf(chances);
  return chances.reduce((sum, [score, chance]) => sum + (chance * (score - mean) ** 2) / 1000, 0);
}

function describe(sizes: readonly number[]): string {
  const least = Math.min(...sizes);
  const most = Math.max(...sizes);
  return least === most ? `${least}` : `${least} to ${most}`;
}
