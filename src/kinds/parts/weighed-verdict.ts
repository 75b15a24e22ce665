import { type Trees, weigh } from './trees.ts';

/** The verdicts that trees tell apart, in their order. */
export const WEIGHED_VERDICTS = ['pass', 'fail', 'na'] as const;
type Told = (typeof WEIGHED_VERDICTS)[number] | 'unsure';

/** The likeliest verdict by the trees. */
export const weighedVerdict = (signals: readonly number[], trees: Trees, sure: number): Told =>
  likeliest(weigh(signals, trees), sure);

/**
 * The likeliest verdict, a pass before a failure; a failure less probable than `sure` nobody can tell.
 *
 * @param shares - Of WEIGHED_VERDICTS; 0 for one that is out of the question. They need not add up to 1.
 */
export function likeliest(shares: readonly number[], sure: number): Told {
  const [pass = 0, fail = 0, na = 0] = shares;
  if (na >= Math.max(pass, fail)) {
    return 'na';
  }
  if (pass >= fail) {
    return 'pass';
  }
  return fail < sure * (pass + fail + na) ? 'unsure' : 'fail';
}
