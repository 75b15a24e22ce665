import { scoreInterval } from '../src/score/intervals.ts';
import { type Chances, drawSample, meanOf, percent, Randomness } from './simulation-draws.ts';

/** What came of many samples with a known mean. */
export interface Coverage {
  readonly repetitions: number;
  /** Samples whose interval lay wholly below or above the true mean. */
  readonly tooLow: number;
  readonly tooHigh: number;
  /** Of all intervals together. */
  readonly width: number;
}

/** How often the 95 % interval of a mean score holds the true mean. */
export function coverageOf(chances: Chances, size: number, repetitions: number): Coverage {
  const truth = meanOf(chances) / 10;
  const random = new Randomness(20260302 + size);
  let tooLow = 0;
  let tooHigh = 0;
  let width = 0;
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const { low, high } = scoreInterval(drawSample(chances, size, random)) ?? { low: 0, high: 100 };
    tooLow += high < truth ? 1 : 0;
    tooHigh += low > truth ? 1 : 0;
    width += high - low;
  }
  return { repetitions, tooLow, tooHigh, width };
}

/** The same of the percentile bootstrap over units. */
export function bootstrapCoverageOf(chances: Chances, size: number, repetitions: number): Coverage {
  const truth = meanOf(chances) / 10;
  const random = new Randomness(20260302 + size);
  let tooLow = 0;
  let tooHigh = 0;
  let width = 0;
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const [low, high] = percentileBootstrap(drawSample(chances, size, random), size, random);
    tooLow += high < truth ? 1 : 0;
    tooHigh += low > truth ? 1 : 0;
    width += high - low;
  }
  return { repetitions, tooLow, tooHigh, width };
}

/** One row of a Markdown table. */
export function coverageRow(name: string, chances: Chances, size: number, repetitions: number): string {
  const own = coverageOf(chances, size, repetitions);
  const plain = bootstrapCoverageOf(chances, size, repetitions);
  const covered = ({ tooLow, tooHigh }: Coverage): string => percent(repetitions - tooLow - tooHigh, repetitions);
  const width = (coverage: Coverage): string => (coverage.width / repetitions).toFixed(1);
  const cells = [
    name,
    size,
    covered(own),
    percent(own.tooLow, repetitions),
    percent(own.tooHigh, repetitions),
    width(own),
    covered(plain),
    width(plain),
  ];
  return `| ${cells.join(' | ')} |`;
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
