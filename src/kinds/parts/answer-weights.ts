import { SIGNALS } from './answer-signals.ts';
import fitted from './answer-weights.json' with { type: 'json' };

/** How probable each verdict is. */
export interface AnswerOdds {
  readonly pass: number;
  readonly fail: number;
  readonly na: number;
}

/**
 * What the fit found: for each signal its mean and spread, then how much a step of one spread speaks for each verdict
 * (pass, fail, na). Found by "npm run weigh" on labelled conversations, of both languages together.
 */
export interface AnswerWeights {
  readonly columns: readonly {
    readonly name: string;
    readonly mean: number;
    readonly spread: number;
    readonly weights: readonly number[];
  }[];
  /** Of each verdict. */
  readonly bias: readonly number[];
}

/** Nearer to 0 or 1 a probability says no more. */
const LEAST = 0.01;

const isProbability = (name: string): boolean => !name.startsWith('is ') && !name.startsWith('count ');

/** The names of the columns: every signal, and the log odds of those that are probabilities. */
export const COLUMNS: readonly string[] = [
  ...SIGNALS,
  ...SIGNALS.filter(isProbability).map((name) => `log odds of ${name}`),
];

/** The columns of some signals. */
export function columnsOf(signals: readonly number[]): number[] {
  const odds = signals.filter((_, place) => isProbability(SIGNALS[place] ?? ''));
  return [...signals, ...odds.map(logOdds)];
}

function logOdds(probability: number): number {
  const within = Math.min(1 - LEAST, Math.max(LEAST, probability));
  return Math.log(within / (1 - within));
}

/** How probable each verdict is, by a multinomial logistic regression over the signals. */
export function weighAnswer(signals: readonly number[], { columns, bias }: AnswerWeights = fitted): AnswerOdds {
  const values = columnsOf(signals);
  const margins = bias.map((start, verdict) =>
    columns.reduce(
      (sum, { mean, spread, weights }, place) =>
        sum + (((values[place] ?? 0) - mean) / spread) * (weights[verdict] ?? 0),
      start,
    ),
  );
  const highest = Math.max(...margins);
  const powers = margins.map((margin) => Math.exp(margin - highest));
  const all = powers.reduce((sum, power) => sum + power, 0);
  const [pass = 0, fail = 0, na = 0] = powers.map((power) => power / all);
  return { pass, fail, na };
}
