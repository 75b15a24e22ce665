import { separate } from '../src/score/separation.ts';
import { type Chances, drawSample, percent, Randomness } from './simulation-draws.ts';

/** In how many of the teams of equal agents nobody is told apart: one row of a Markdown table. */
export function equalTeamsRow(name: string, chances: Chances, sizes: readonly number[], teams: number): string {
  const random = new Randomness(20260303 + sizes.length + (sizes[0] ?? 0));
  let nobody = 0;
  for (let team = 0; team < teams; team += 1) {
    const samples = sizes.map((size) => drawSample(chances, size, random));
    nobody += separate(samples).separated === 0 ? 1 : 0;
  }
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

function describe(sizes: readonly number[]): string {
  const least = Math.min(...sizes);
  const most = Math.max(...sizes);
  return least === most ? `${least}` : `${least} to ${most}`;
}
