/**
 * The conversation as every room passes it on. The keys are those of the native format, verbatim, so that a
 * conversation is its own JSON.
 */

export const ROLES = ['customer', 'agent', 'bot', 'system', 'unknown'] as const;
export type Role = (typeof ROLES)[number];

export const CHANNELS = ['chat', 'messaging', 'social', 'email', 'phone', 'other'] as const;
export type Channel = (typeof CHANNELS)[number];

export const SYSTEM_EVENTS = ['joined', 'left', 'assigned', 'transferred', 'closed', 'other'] as const;
export type SystemEvent = (typeof SYSTEM_EVENTS)[number];

export const CUT_KINDS = ['quote', 'signature'] as const;

/** A range of a message's text that is not its author's words now. Offsets count UTF-16 code units. */
export interface Cut {
  readonly start: number;
  readonly end: number;
  readonly kind: (typeof CUT_KINDS)[number];
}

export interface Message {
  readonly role: Role;
  /** The author's id in the product, not the message's. */
  readonly id: string | null;
  readonly name: string | null;
  /** ISO 8601 with offset or Z; a local time without zone as written; null when unknown. */
  readonly at: string | null;
  /** The whole body as read. */
  readonly text: string;
  /** True for a note that the customer never saw. */
  readonly internal: boolean;
  /** Only of system messages; null elsewhere. */
  readonly event: SystemEvent | null;
  readonly cuts: readonly Cut[];
  /** The message's own id in the product: overlapping exports are united by it. */
  readonly message_id: string | null;
  /** The physical line at which the record begins, from 1; null where there is none. */
  readonly line: number | null;
  /** Keys of the native record that we do not know, kept as they were. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

export interface Customer {
  readonly id: string | null;
  readonly name: string | null;
  readonly email: string | null;
}

/** The customer's rating as the export has it: a number of its own scale, or the product's word (`good`, `bad`, …). */
export type Rating = number | string;

export interface Conversation {
  readonly id: string;
  readonly product: string | null;
  /** null where the record names none (settled later: `--assume-channel`, else `other`). */
  readonly channel: Channel | null;
  /** BCP 47 primary tag in lower case, or null. */
  readonly language: string | null;
  readonly status: string | null;
  readonly subject: string | null;
  readonly opened_at: string | null;
  readonly closed_at: string | null;
  readonly exported_at: string | null;
  readonly customer: Customer;
  readonly tags: readonly string[];
  readonly csat: Rating | null;
  readonly messages: readonly Message[];
  /** Where the first record of the conversation was read. */
  readonly source: SourcePlace;
  readonly extra?: Readonly<Record<string, unknown>>;
}

export interface SourcePlace {
  /** Relative to the PATH given, with `/`; `<stdin>` for standard input. */
  readonly file: string;
  /** The reader's name: `native`, `csv`, `zendesk`, … */
  readonly format: string;
  readonly line: number | null;
}

/**
 * A part of a conversation as one record of an export gives it: all of it (native, API dumps) or one message (a row).
 * Grouping unites the fragments of one (`product`, `id`).
 */
export interface Fragment extends Conversation {
  /** `time`: messages of several fragments are sorted by time, stably; `given`: the order read is kept. */
  readonly order: 'time' | 'given';
  /** True where the id names a never-ending talk (messengers, mailboxes), to be split by the session gap. */
  readonly sessions: boolean;
}

/** The makers below fill in what a reader does not know. */
export function makeMessage(fields: Partial<Message> & Pick<Message, 'role' | 'text'>): Message {
  return {
    id: null,
    name: null,
    at: null,
    internal: false,
    event: null,
    cuts: [],
    message_id: null,
    line: null,
    ...fields,
  };
}

export function makeFragment(fields: Partial<Fragment> & Pick<Fragment, 'id' | 'messages' | 'source'>): Fragment {
  return {
    product: null,
    channel: null,
    language: null,
    status: null,
    subject: null,
    opened_at: null,
    closed_at: null,
    exported_at: null,
    customer: { id: null, name: null, email: null },
    tags: [],
    csat: null,
    order: 'given',
    sessions: false,
    ...fields,
  };
}
