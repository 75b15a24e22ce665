import * as v from 'valibot';
import type { Channel } from '../../model/conversation.ts';
import type { Wait } from '../../model/verdict.ts';
import { parseDuration } from '../../text/duration.ts';

const milliseconds = v.pipe(v.number(), v.integer('expected whole milliseconds'), v.minValue(0));
const written = v.pipe(
  v.string(),
  v.check((text) => parseDuration(text) !== null, 'expected a duration like 60s, 15min or 4 h'),
  v.transform((text) => parseDuration(text) ?? 0),
);

/** Milliseconds, a duration in words, or `off`. */
const limit = v.union([
  milliseconds,
  v.pipe(
    v.literal('off'),
    v.transform(() => null),
  ),
  written,
]);

type LimitInput = v.InferInput<typeof limit>;

function limitsOf(first: LimitInput, later: LimitInput, hold: LimitInput) {
  return v.optional(
    v.strictObject({
      first: v.optional(limit, first),
      later: v.optional(limit, later),
      hold: v.optional(limit, hold),
    }),
    {},
  );
}

/** The limits of RULES.md § 3. A channel whose three are `off` is not judged. */
export const limitsSchema = v.optional(
  v.strictObject({
    chat: limitsOf('60s', '120s', '3min'),
    messaging: limitsOf('15min', '15min', '30min'),
    social: limitsOf('15min', '15min', '30min'),
    /** Calendar time, where no business calendar is given. */
    email: limitsOf('24h', '24h', 'off'),
    /** Business time by the calendar. */
    email_business: limitsOf('4h', '8h', 'off'),
    phone: limitsOf('off', 'off', 'off'),
    other: limitsOf('off', 'off', 'off'),
  }),
  {},
);

export type Limits = v.InferOutput<typeof limitsSchema>;

/** The limits of one conversation, in milliseconds; null where a kind of wait is not judged. */
export type ChannelLimits = Readonly<Record<Wait['kind'], number | null>>;

/**
 * The limits of a channel.
 *
 * @param business true where a business calendar is in use; it counts for e-mail only.
 */
export function limitsFor(limits: Limits, channel: Channel, business: boolean): ChannelLimits {
  return channel === 'email' && business ? limits.email_business : limits[channel];
}

/** False where no wait on the channel has a limit. */
export function isJudged(limits: ChannelLimits): boolean {
  return limits.first !== null || limits.later !== null || limits.hold !== null;
}
