import * as v from 'valibot';

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const verdict = v.picklist(['pass', 'fail', 'na']);
const interval = v.nullable(v.strictObject({ low: v.number(), high: v.number(), level: v.number() }));
const share = v.strictObject({ count, of: count, rate: v.nullable(v.number()), interval });
const group = v.record(text, text);
const row = v.strictObject({ pass: count, fail: count, na: count });

const cell = v.strictObject({
  rule: text,
  group,
  labels: count,
  confusion: v.strictObject({ pass: row, fail: row, na: row }),
  agreed: share,
  prevalence: share,
  precision: share,
  recall: share,
  kappa: v.strictObject({ value: v.nullable(v.number()), interval }),
  evidence: share,
  covered: share,
});

const quote = v.strictObject({ message: count, quote: text });

/** The document that `evaluate --format json` writes. */
export const agreementSchema = v.strictObject({
  schema: v.literal('transcript-audit/agreement/1'),
  labels: count,
  conversations: count,
  by: v.array(text),
  rules: v.array(cell),
  cells: v.array(cell),
  disagreements: v.array(
    v.strictObject({
      conversation: text,
      agent: v.nullable(text),
      rule: text,
      group,
      label: verdict,
      verdict,
      reason: text,
      message: text,
      quotes: v.array(quote),
      expected: v.array(quote),
      file: text,
      line: count,
    }),
  ),
});

/** One line of a label file, as `evaluate --labels` reads it; further keys are the user's own. */
export const labelSchema = v.looseObject({
  conversation: v.pipe(text, v.minLength(1)),
  agent: v.nullable(text),
  rule: v.pipe(text, v.minLength(1)),
  verdict,
  evidence: v.exactOptional(v.array(count)),
});
