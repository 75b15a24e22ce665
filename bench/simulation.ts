/**
 * What the intervals, ranks and gates promise, tried on made-up agents whose true quality is known. Seeded: the same
 * figures every time. `npm run simulate` prints the tables that docs/statistics.md quotes.
 */
import { coverageRow } from './simulation-coverage.ts';
import { DISTRIBUTIONS } from './simulation-draws.ts';
import { baselineRow, NEARLY_PERFECT, USUAL } from './simulation-gates.ts';
import { equalTeamsRow, plannedUnits, powerRow } from './simulation-ranks.ts';

const SIZES = [5, 20, 100];
const REPETITIONS = 4000;
const TEAMS = 1000;

const lines: string[] = [
  '| scores | units | covered | truth above | truth below | mean width | percentile bootstrap | its width |',
  '| --- | --- | --- | --- | --- | --- | --- | --- |',
];
for (const [name, chances] of Object.entries(DISTRIBUTIONS)) {
  for (const size of SIZES) {
    lines.push(coverageRow(name, chances, size, REPETITIONS));
  }
}
lines.push('', '| scores | agents | units each | nobody told apart |', '| --- | --- | --- | --- |');
for (const [name, chances] of Object.entries(DISTRIBUTIONS)) {
  lines.push(equalTeamsRow(name, chances, Array(10).fill(20), TEAMS));
  lines.push(equalTeamsRow(name, chances, Array(10).fill(100), TEAMS));
  lines.push(equalTeamsRow(name, chances, [20, 20, 30, 40, 60, 80, 120, 200, 300, 400], TEAMS));
}
const { skewed = [] } = DISTRIBUTIONS;
const worse = skewed.map(([score, chance], index) => [score, index === 0 ? chance - 250 : chance + 62.5] as const);
lines.push('', '| difference | units each | pairs told apart |', '| --- | --- | --- |');
const planned = plannedUnits(skewed, worse, 45);
for (const size of [20, 50, 100, planned, 200, 400]) {
  lines.push(
    powerRow(
      size === planned ? 'the same, as many as `plan` asks for' : 'skewed, 12.5 points',
      skewed,
      worse,
      size,
      100,
    ),
  );
}
const WORSE = USUAL.map((rate) => rate + 150);
lines.push(
  '',
  '| quality | agents | units each | gate fails | says it can be tightened |',
  '| --- | --- | --- | --- | --- |',
);
lines.push(baselineRow('unchanged, usual', USUAL, USUAL, 1, 40, TEAMS));
lines.push(baselineRow('unchanged, usual', USUAL, USUAL, 10, 40, TEAMS));
lines.push(baselineRow('unchanged, usual', USUAL, USUAL, 5, 200, TEAMS));
lines.push(baselineRow('unchanged, nearly perfect', NEARLY_PERFECT, NEARLY_PERFECT, 10, 40, TEAMS));
lines.push(baselineRow('every rule failed 15 points more often', USUAL, WORSE, 10, 40, 200));
lines.push(baselineRow('every rule failed 15 points less often', WORSE, USUAL, 10, 40, 200));
process.stdout.write(`${lines.join('\n')}\n`);
