import * as v from 'valibot';
import { CHANNELS } from '../model/conversation.ts';

const filled = v.pipe(v.string(), v.trim(), v.minLength(1, 'expected some text'));
const count = v.pipe(v.number(), v.integer('expected a whole number'), v.minValue(0));
const points = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const texts = v.array(filled);
const channel = v.picklist(CHANNELS);
/** A time or a date; checked where it is settled, because its zone is known there. */
const moment = filled;
/** YAML reads an unquoted `17` or `10%` as it likes: both are allowed. */
const numberOrPercent = v.union([
  count,
  v.pipe(v.string(), v.regex(/^\d+(\.\d+)?%?$/, 'expected a number or a percentage like 10%')),
]);

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const hours = v.union([
  v.pipe(
    v.string(),
    v.regex(/^\d{1,2}:\d{2}-\d{1,2}:\d{2}(, ?\d{1,2}:\d{2}-\d{1,2}:\d{2})*$/, 'expected hours like 09:00-18:00'),
  ),
  v.picklist(['closed']),
]);

export const calendarSchema = v.strictObject({
  /** IANA zone, as `Europe/Berlin`. */
  zone: filled,
  week: v.strictObject({
    mon: v.optional(hours, 'closed'),
    tue: v.optional(hours, 'closed'),
    wed: v.optional(hours, 'closed'),
    thu: v.optional(hours, 'closed'),
    fri: v.optional(hours, 'closed'),
    sat: v.optional(hours, 'closed'),
    sun: v.optional(hours, 'closed'),
  }),
  holidays: v.optional(
    v.array(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date like 2026-12-25'))),
    [],
  ),
});

const rosterSchema = v.array(
  v.strictObject({
    /** The id in the product, or several: `zendesk:403`, or `403` in any product. */
    id: v.optional(v.union([filled, v.number(), texts])),
    name: v.optional(filled),
    names: v.optional(texts, []),
    team: v.optional(filled),
    site: v.optional(filled),
    /** Conversations begun before it do not count for this agent. */
    since: v.optional(moment),
    ignore: v.optional(v.boolean(), false),
  }),
);

const eligibleSchema = v.strictObject({
  channels: v.optional(v.array(channel)),
  languages: v.optional(texts),
  statuses: v.optional(texts),
  tags: v.optional(texts),
  min_messages: v.optional(count, 0),
  min_words: v.optional(count, 0),
  both_sides: v.optional(v.boolean(), false),
});

const gatesSchema = v.strictObject({
  fail_under: v.optional(points),
  fail_agent_under: v.optional(points),
  max: v.optional(v.record(filled, numberOrPercent), {}),
  baseline: v.optional(filled),
  gate_on: v.optional(v.picklist(['bound', 'point']), 'bound'),
  min_sample: v.optional(count, 20),
  max_unreadable: v.optional(numberOrPercent, '5%'),
});

/** What a user may write in `transcript-audit.config.yaml`. Every key may be left out. */
export const configSchema = v.strictObject({
  packs: v.optional(texts, ['core']),
  /** Changes of rules: `off`, `advice`, or weight, options, words. */
  rules: v.optional(v.record(filled, v.unknown()), {}),
  input_format: v.optional(filled),
  map: v.optional(v.record(filled, filled), {}),
  agent_names: v.optional(texts, []),
  timezone: v.optional(filled),
  date_order: v.optional(v.picklist(['dmy', 'mdy', 'ymd'])),
  as_of: v.optional(moment),
  session_gap: v.optional(filled, '12h'),
  assume_channel: v.optional(channel, 'other'),
  agents: v.optional(rosterSchema, []),
  eligible: v.optional(eligibleSchema, {}),
  calendar: v.optional(calendarSchema),
  score: v.optional(
    v.strictObject({ min_applicable: v.optional(count, 2), ranking_minimum: v.optional(count, 20) }),
    {},
  ),
  gates: v.optional(gatesSchema, {}),
  suppressions: v.optional(filled),
  format: v.optional(texts),
  redact: v.optional(v.boolean()),
  redact_agents: v.optional(v.boolean()),
  with_conversations: v.optional(v.boolean()),
  strict: v.optional(v.boolean(), false),
});

export type UserConfig = v.InferOutput<typeof configSchema>;
