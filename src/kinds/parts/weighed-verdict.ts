import { type Trees, weigh } from './trees.ts';

/** The verdicts that trees tell apart, in their order. */
export const WEIGHED_VERDICTS = ['pass', 'fail', 'na'] as const;

/** The likeliest verdict, a pass before a failure; a failure less probable than `sure` nobody can tell. */
export function weighedVerdict(
  signals: readonly number[],
  trees: Trees,
  sure: number,
): (typeof WEIGHED_VERDICTS)[number] | 'unsure' {
  const [pass = 0, fail = 0, na = 0] = weigh(signals, trees);
  if (na >= Math.max(pass, fail)) {
    return 'na';
  }
  if (pass >= fail) {
    return 'pass';
  }
  return fail < sure ? 'unsure' : 'fail';
}
