import * as v from 'valibot';
import { CHANNELS, CUT_KINDS, ROLES, SYSTEM_EVENTS } from '../model/conversation.ts';

const text = v.nullish(v.string());
const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

const messageSchema = v.looseObject({
  role: v.picklist(ROLES),
  text: v.string(),
  id: text,
  name: text,
  at: text,
  internal: v.nullish(v.boolean()),
  event: v.nullish(v.picklist(SYSTEM_EVENTS)),
  cuts: v.nullish(v.array(v.strictObject({ start: offset, end: offset, kind: v.picklist(CUT_KINDS) }))),
  message_id: text,
});

/**
 * A line of the native format, as `convert` writes it and everybody else may: only `id` and `messages`, and of a message
 * `role` and `text`, are required; unknown keys are kept and ignored.
 */
export const nativeSchema = v.looseObject({
  id: v.string(),
  messages: v.array(messageSchema),
  product: text,
  channel: v.nullish(v.picklist(CHANNELS)),
  language: text,
  status: text,
  subject: text,
  opened_at: text,
  closed_at: text,
  exported_at: text,
  customer: v.nullish(v.looseObject({ id: text, name: text, email: text })),
  tags: v.nullish(v.array(v.string())),
  csat: v.nullish(v.union([v.number(), v.string()])),
});
