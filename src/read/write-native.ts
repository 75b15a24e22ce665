import type { Conversation, Message } from '../model/conversation.ts';

/**
 * A conversation as one line of the native format (TRANSCRIPT.md), with its line break. What it says is read back
 * unchanged; where it was read (`source`, lines) is not part of the format. Lone surrogates are escaped by JSON.
 */
export function nativeLine(conversation: Conversation): string {
  const { id, product, channel, language, status, subject, opened_at, closed_at, exported_at, customer, tags, csat } =
    conversation;
  const record = {
    ...{ id, product, channel, language, status, subject, opened_at, closed_at, exported_at, customer, tags, csat },
    messages: conversation.messages.map(nativeMessage),
  };
  return `${JSON.stringify({ ...conversation.extra, ...record })}\n`;
}

/** Without the keys that say nothing, so that a line is short enough to read. */
function nativeMessage(message: Message): Record<string, unknown> {
  return {
    ...message.extra,
    role: message.role,
    ...(message.id === null ? {} : { id: message.id }),
    name: message.name,
    at: message.at,
    text: message.text,
    ...(message.internal ? { internal: true } : {}),
    ...(message.event === null ? {} : { event: message.event }),
    ...(message.cuts.length === 0 ? {} : { cuts: message.cuts }),
    ...(message.message_id === null ? {} : { message_id: message.message_id }),
  };
}
