import * as v from 'valibot';
import { parts, runSchema } from './line-schemas.ts';

const { text, named, whole, points, rate, intervalSchema } = parts;

/** A difference of points or rates. */
const change = v.nullable(v.number());

const differenceSchema = v.strictObject({
  what: v.picklist(['pack', 'rule', 'settings', 'tool']),
  name: text,
  old: named,
  now: named,
});

const scoreChangeSchema = v.strictObject({
  scope: v.picklist(['agent', 'team', 'site', 'total']),
  agent: named,
  agent_id: named,
  old: v.nullable(points),
  now: v.nullable(points),
  old_scored_units: whole,
  scored_units: whole,
  change,
  interval: v.nullable(intervalSchema),
  beyond_noise: v.boolean(),
  by_quality: change,
  by_mix: change,
});

const rateChangeSchema = v.strictObject({
  rule: text,
  old: v.nullable(rate),
  now: v.nullable(rate),
  old_applicable: whole,
  applicable: whole,
  change,
  interval: v.nullable(intervalSchema),
  beyond_noise: v.boolean(),
});

/** The document of `compare --json`. */
export const comparisonSchema = v.strictObject({
  type: v.literal('comparison'),
  schema: v.literal('transcript-audit/1'),
  old: runSchema,
  now: runSchema,
  differences: v.array(differenceSchema),
  not_compared: v.array(text),
  compared_rules: v.array(text),
  mix_over: v.array(text),
  total: scoreChangeSchema,
  agents: v.array(scoreChangeSchema),
  teams: v.array(scoreChangeSchema),
  sites: v.array(scoreChangeSchema),
  rules: v.array(rateChangeSchema),
  changed: v.boolean(),
});

/** The document of `plan --json`. */
export const planSchema = v.strictObject({
  type: v.literal('plan'),
  margin: points,
  power: rate,
  spread: v.pipe(v.number(), v.minValue(0)),
  units_for_two: whole,
  units_for_all: whole,
  agents: v.array(
    v.strictObject({
      agent: named,
      agent_id: named,
      scored_units: whole,
      lacks_for_two: whole,
      lacks_for_all: whole,
      conversations_for_two: whole,
      conversations_for_all: whole,
    }),
  ),
});
