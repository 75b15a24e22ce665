import { scoreInterval } from '../src/score/intervals.ts';
import { type Chances, drawSample, meanOf, percent, Randomness } from './simulation-draws.ts';

/**
 * How often the 95 % interval of a mean score holds the true mean, beside the percentile bootstrap over units of the
 * same samples: one row of a Markdown table.
 */
export function coverageRow(name: string, chances: Chances, size: number, repetitions: number): string {
  const truth = meanOf(chances) / 10;
  const random = new Randomness(20260302 + size);
  let above = 0;
  let below = 0;
  let width = 0;
  let bootstrapMissed = 0;
  let bootstrapWidth = 0;
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const sample = drawSample(chances, size, random);
    const interval = scoreInterval(sample) ?? { low: 0, high: 100 };
    above += interval.low > truth ? 1 : 0;
    below += interval.high < truth ? 1 : 0;
    width += interval.high - interval.low;
    const [low, high] = percentileBootstrap(sample, size, random);
    bootstrapMissed += low > truth || high < truth ? 1 : 0;
    bootstrapWidth += high - low;
  }
  const covered = percent(repetitions - above - below, repetitions);
  const plain = percent(repetitions - bootstrapMissed, repetitions);
  const mean = (sum: number): string => (sum / repetitions).toFixed(1);
  return `| ${name} | ${size} | ${covered} | ${percent(below, repetitions)} | ${percent(above, repetitions)} | ${mean(width)} | ${plain} | ${mean(bootstrapWidth)} |`;
}

const RESAMPLES = 199;

function percentileBootstrap(
  sample: ReadonlyMap<number, number>,
  size: number,
  random: Randomness,
): readonly [number, number] {
  const scores = [...sample].flatMap(([score, count]) => Array.from({ length: count }, () => score));
  const means: number[] = [];
  for (let resample = 0; resample < RESAMPLES; resample += 1) {
    let sum = 0;
    for (let unit = 0; unit < size; unit += 1) {
      sum += scores[Math.floor(random.next() * size)] ?? 0;
    }
    means.push(sum / size / 10);
  }
  means.sort((a, b) => a - b);
  return [means[4] ?? 0, means[RESAMPLES - 5] ?? 100];
}
