import * as v from 'valibot';
import { CHANNELS } from '../model/conversation.ts';
import {
  conversationSchema,
  endSchema,
  gateSchema,
  groupScoreSchema,
  parts,
  problemSchema,
  ruleRate,
  runSchema,
} from './line-schemas.ts';

const { text, named, whole, place, points, rate, args, intervalSchema, replyTimesSchema } = parts;

const ruleFacts = {
  rule: text,
  pack: text,
  weight: v.pipe(v.number(), v.minValue(0)),
  critical: v.boolean(),
  severity: v.picklist(['error', 'advice']),
  hash: v.exactOptional(text),
};

const scoringSchema = v.strictObject({
  min_applicable: whole,
  ranking_minimum: whole,
  rules: v.array(v.strictObject(ruleFacts)),
  roster: v.array(
    v.strictObject({
      ids: v.array(v.strictObject({ product: named, id: text })),
      names: v.array(text),
      team: named,
      site: named,
      ignore: v.boolean(),
    }),
  ),
});

const tenths = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000));
const rating = v.union([v.number(), v.string()]);
const spot = { conversation: text, product: named, file: text, line: place };
const quoteSchema = v.strictObject({
  agent: whole,
  rule: text,
  verdict: v.picklist(['pass', 'fail']),
  reason: text,
  message: text,
  ...spot,
  at_message: whole,
  quote: text,
  fingerprint: text,
  names: v.exactOptional(v.array(text)),
});
const ratedSchema = v.strictObject({ ...spot, rating, score_tenths: tenths });
const verdictName = v.picklist(['pass', 'fail', 'na']);

/** The integers that every figure follows from, and that `merge` adds. */
const countsSchema = v.strictObject({
  conversations: whole,
  messages: whole,
  verdicts: whole,
  left_out: v.strictObject({ by_filters: whole, unknown_roles: whole }),
  agents: v.array(
    v.strictObject({
      key: text,
      id: named,
      pseudo: v.boolean(),
      names: v.array(v.strictObject({ name: text, units: whole, file: text, position: whole })),
    }),
  ),
  strata: v.array(
    v.strictObject({
      channel: v.picklist(CHANNELS),
      language: text,
      tags: v.array(text),
      hour: v.nullable(v.pipe(whole, v.maxValue(23))),
    }),
  ),
  patterns: v.array(text),
  cells: v.array(v.strictTuple([whole, whole, whole, whole])),
  shared: v.array(v.strictObject({ agents: v.array(whole), conversations: whole })),
  replies: v.array(
    v.strictObject({ agent: whole, channel: v.picklist(CHANNELS), bins: v.array(v.strictTuple([whole, whole])) }),
  ),
  reasons: v.array(v.strictObject({ rule: text, language: text, verdict: verdictName, reason: text, count: whole })),
  ratings: v.array(v.strictObject({ product: named, rating, score_tenths: tenths, conversations: whole })),
  quotes: v.array(quoteSchema),
  examples: v.array(
    v.strictObject({
      agent: whole,
      side: v.picklist(['best', 'worst']),
      ...spot,
      score_tenths: tenths,
      applicable: whole,
    }),
  ),
  rated_examples: v.array(ratedSchema),
  suppressions: v.array(
    v.strictObject({
      fingerprint: text,
      decision: v.picklist(['open', 'accepted', 'rejected']),
      until: named,
      expired: v.boolean(),
      findings: whole,
      file: text,
      line: place,
    }),
  ),
  conversation_hashes: text,
  finding_hashes: text,
});

/** What an earlier report is read for: everything else follows from it. */
export const basisSchema = v.object({
  run: runSchema,
  conversations: v.exactOptional(v.array(conversationSchema)),
  scoring: scoringSchema,
  counts: countsSchema,
  problems: v.array(problemSchema),
});

/** The document of `--format json`. */
export const documentSchema = v.strictObject({
  run: runSchema,
  conversations: v.exactOptional(v.array(conversationSchema)),
  scoring: scoringSchema,
  totals: groupScoreSchema,
  agents: v.array(groupScoreSchema),
  teams: v.array(groupScoreSchema),
  sites: v.array(groupScoreSchema),
  rules: v.array(
    v.strictObject({
      ...ruleFacts,
      ...ruleRate,
      coverage: v.nullable(rate),
      reasons: v.array(v.strictObject({ verdict: verdictName, reason: text, count: whole })),
    }),
  ),
  strata: v.array(
    v.strictObject({
      scope: v.picklist(['agent', 'total']),
      agent: named,
      agent_id: named,
      by: v.picklist(['channel', 'language', 'tag', 'hour']),
      value: text,
      units: whole,
      scored_units: whole,
      score: v.nullable(points),
      interval: v.nullable(intervalSchema),
      first_reply_ms: v.nullable(replyTimesSchema),
    }),
  ),
  ratings: v.array(
    v.strictObject({
      product: named,
      conversations: whole,
      correlation: v.nullable(v.pipe(v.number(), v.minValue(-1), v.maxValue(1))),
      interval: v.nullable(intervalSchema),
      satisfied_but_low: v.array(ratedSchema),
    }),
  ),
  quotes: v.array(
    v.strictObject({
      place: whole,
      agent: named,
      agent_id: named,
      rule: text,
      fails: v.array(quoteSchema),
      passes: v.array(quoteSchema),
    }),
  ),
  examples: v.array(
    v.strictObject({
      side: v.picklist(['best', 'worst']),
      ...spot,
      agent: named,
      agent_id: named,
      score: points,
    }),
  ),
  notes: v.array(v.strictObject({ code: text, args })),
  counts: countsSchema,
  problems: v.array(problemSchema),
  end: endSchema,
  gates: v.exactOptional(v.array(gateSchema)),
});
