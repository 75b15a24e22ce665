import * as v from 'valibot';
import { CHANNELS } from '../model/conversation.ts';

/** Schemas of the objects that are written as lines of ndjson and as parts of the json document. */

const text = v.string();
const named = v.nullable(v.string());
const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const number = v.nullable(v.number());
const place = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1)));
const points = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const rate = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const args = v.record(text, v.union([v.string(), v.number()]));

const intervalSchema = v.strictObject({ low: v.number(), high: v.number(), level: v.number() });
export const lostSchema = v.strictObject({ rule: text, points });

export const runSchema = v.strictObject({
  type: v.literal('run'),
  schema: v.literal('transcript-audit/1'),
  tool: v.strictObject({ name: v.literal('transcript-audit'), version: text }),
  packs: v.array(v.strictObject({ name: text, version: text, hash: text })),
  settings_hash: text,
  business_hours: v.exactOptional(v.nullable(text)),
  redacted: v.boolean(),
});

const sourceSchema = v.strictObject({ file: text, format: text, line: place });

const evidenceSchema = v.strictObject({
  message: whole,
  start: whole,
  end: whole,
  quote: text,
  at: named,
  line: place,
});

const waitSchema = v.strictObject({
  from: whole,
  to: v.nullable(whole),
  kind: v.picklist(['first', 'later', 'hold']),
  wait_ms: whole,
  limit_ms: v.nullable(whole),
});

export const verdictSchema = v.strictObject({
  type: v.literal('verdict'),
  conversation: text,
  product: named,
  channel: v.picklist(CHANNELS),
  language: text,
  agent: named,
  agent_id: named,
  rule: text,
  pack: text,
  verdict: v.picklist(['pass', 'fail', 'na']),
  critical: v.boolean(),
  weight: v.pipe(v.number(), v.minValue(0)),
  severity: v.picklist(['error', 'advice']),
  reason: text,
  message: text,
  args,
  fingerprint: text,
  evidence: v.array(evidenceSchema),
  waits: v.exactOptional(v.array(waitSchema)),
  source: sourceSchema,
  suppressed: v.exactOptional(v.strictObject({ by: text, why: text })),
  baselined: v.exactOptional(v.boolean()),
});

export const unitScoreSchema = v.strictObject({
  type: v.literal('score'),
  scope: v.literal('unit'),
  conversation: text,
  product: named,
  agent: named,
  agent_id: named,
  score: v.nullable(points),
  lost: v.array(lostSchema),
});

export const ruleRate = {
  rule: text,
  pass: whole,
  fail: whole,
  na: whole,
  suppressed: whole,
  rate: v.nullable(rate),
  interval: v.nullable(intervalSchema),
};

const replyTimesSchema = v.strictObject({ median: number, p90: number });

export const groupScoreSchema = v.strictObject({
  type: v.literal('score'),
  scope: v.picklist(['agent', 'team', 'site', 'total']),
  agent: named,
  agent_id: named,
  score: v.nullable(points),
  pooled: v.nullable(points),
  interval: v.nullable(intervalSchema),
  units: whole,
  scored_units: whole,
  conversations: whole,
  ranked: v.boolean(),
  rank: v.nullable(whole),
  rank_interval: v.nullable(v.strictTuple([whole, whole])),
  letters: named,
  rules: v.array(v.strictObject(ruleRate)),
  lost: v.array(lostSchema),
  first_reply_ms: replyTimesSchema,
  team: named,
  site: named,
  pseudo: v.boolean(),
  suppressed: whole,
  lever: v.nullable(v.strictObject({ rule: text, misses: whole, moving: whole, from: points, to: points })),
  standardised: v.nullable(
    v.strictObject({ score: points, covered: rate, rank: v.nullable(whole), mix_dependent: v.boolean() }),
  ),
});

export const problemSchema = v.strictObject({
  type: v.literal('problem'),
  severity: v.picklist(['problem', 'notice']),
  code: text,
  file: named,
  line: place,
  conversation: v.exactOptional(text),
  message: text,
});

export const endSchema = v.strictObject({
  type: v.literal('end'),
  conversations: whole,
  units: whole,
  scored_units: whole,
  verdicts: whole,
  problems: whole,
  notices: whole,
});

/** Any line of the ndjson output. */
export const lineSchema = v.union([
  runSchema,
  verdictSchema,
  unitScoreSchema,
  groupScoreSchema,
  problemSchema,
  endSchema,
]);

/** A conversation as the json document holds it with --with-conversations. */
export const conversationSchema = v.strictObject({
  id: text,
  product: named,
  channel: v.picklist(CHANNELS),
  language: text,
  tags: v.array(text),
  csat: v.nullable(v.union([v.number(), v.string()])),
  source: sourceSchema,
  messages: whole,
  verdicts: v.array(verdictSchema),
  scores: v.array(unitScoreSchema),
});

export const gateSchema = v.strictObject({
  gate: text,
  outcome: v.picklist(['kept', 'not-kept', 'not-judged']),
  code: text,
  args,
  breaches: v.array(breachSchema()),
  improved: v.array(breachSchema()),
});

function breachSchema() {
  return v.strictObject({
    scope: v.picklist(['agent', 'team', 'total', 'rule']),
    name: text,
    value: v.number(),
    against: v.number(),
    units: whole,
  });
}

/** Parts of the report, shared with the schema of the whole document. */
export const parts = { text, named, whole, place, points, rate, args, intervalSchema, replyTimesSchema };
