import * as v from 'valibot';

const filled = v.pipe(v.string(), v.trim(), v.minLength(1, 'expected some text'));
const fingerprint = v.pipe(
  v.string('expected the fingerprint of a finding, in quotes'),
  v.regex(/^[0-9a-f]{16}$/, 'expected the 16 digits and letters of a finding’s fingerprint, in quotes'),
);
const day = v.pipe(v.string(), v.isoDate('expected a day such as 2026-12-31'));

/** For the reader of the file: which finding is meant. Not used for matching. */
const reminders = { rule: v.optional(filled), conversation: v.optional(filled), agent: v.optional(filled) };

const suppressionSchema = v.strictObject({
  fingerprint,
  by: filled,
  why: filled,
  /** The last day on which it holds. */
  until: v.optional(day),
  ...reminders,
});

const disputeSchema = v.strictObject({
  fingerprint,
  by: filled,
  why: filled,
  decision: v.optional(v.picklist(['open', 'accepted', 'rejected']), 'open'),
  decided_by: v.optional(filled),
  /** What the verdict should have been; an accepted dispute becomes such an example of the rule. */
  should_be: v.optional(v.picklist(['pass', 'na']), 'pass'),
  until: v.optional(day),
  ...reminders,
});

/** The file of suppressions and disputes, kept under version control beside the configuration. */
export const suppressionsSchema = v.strictObject({
  suppressions: v.optional(v.array(suppressionSchema), []),
  disputes: v.optional(v.array(disputeSchema), []),
});
export type SuppressionsFile = v.InferOutput<typeof suppressionsSchema>;

/** One entry of the file: a suppression counts as an accepted dispute. */
export interface Suppression {
  readonly fingerprint: string;
  readonly by: string;
  readonly why: string;
  readonly decision: 'open' | 'accepted' | 'rejected';
  readonly should_be: 'pass' | 'na';
  readonly until: string | null;
  /** The file as the user named it, and the line of the entry. */
  readonly file: string;
  readonly line: number | null;
}

/**
 * The entries of a checked file, in its order: suppressions, then disputes.
 *
 * @param lineOf the line of the entry at `list`[`index`]
 */
export function suppressionsOf(
  written: SuppressionsFile,
  file: string,
  lineOf: (list: 'suppressions' | 'disputes', index: number) => number | null,
): Suppression[] {
  const suppressions = written.suppressions.map(
    ({ fingerprint: print, by, why, until }, index): Suppression => ({
      fingerprint: print,
      by,
      why,
      decision: 'accepted',
      should_be: 'pass',
      until: until ?? null,
      file,
      line: lineOf('suppressions', index),
    }),
  );
  const disputes = written.disputes.map(
    ({ fingerprint: print, by, why, until, decision, decided_by, should_be }, index): Suppression => ({
      fingerprint: print,
      by: decided_by ?? by,
      why,
      decision,
      should_be,
      until: until ?? null,
      file,
      line: lineOf('disputes', index),
    }),
  );
  return [...suppressions, ...disputes];
}
