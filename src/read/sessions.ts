import type { Conversation, Message } from '../model/conversation.ts';
import { parseInstant } from '../text/instant.ts';

/** Whether somebody speaks: notes and events neither keep a session alive nor begin one by themselves. */
function speaks(message: Message): boolean {
  return message.role !== 'system' && !message.internal;
}

/** The index of the first message of each session but the first. */
function bordersOf(messages: readonly Message[], gapMs: number): number[] {
  const borders: number[] = [];
  let lastSpoken: number | null = null;
  /** The first note or event since the last spoken message that came a whole gap after it. */
  let waiting: number | null = null;
  messages.forEach((message, index) => {
    const at = message.at === null ? null : (parseInstant(message.at)?.ms ?? null);
    if (at === null) {
      return;
    }
    const silent = lastSpoken !== null && at - lastSpoken >= gapMs;
    if (!speaks(message)) {
      waiting ??= silent ? index : null;
      return;
    }
    if (silent) {
      borders.push(waiting ?? index);
    }
    lastSpoken = at;
    waiting = null;
  });
  return borders;
}

/**
 * Splits the never-ending talk of a messenger or mailbox where nobody spoke for `gapMs` or longer.
 *
 * The parts are named `<id>#1`, `<id>#2`, … in the order of the talk, also where there is only one: the first session
 * keeps its name when a later export holds more. Untimed messages stay with those before them; only the last part has
 * the end of the whole.
 */
export function splitSessions(conversation: Conversation, gapMs: number): Conversation[] {
  const starts = [0, ...bordersOf(conversation.messages, gapMs)];
  return starts.map((start, place) => {
    const messages = conversation.messages.slice(start, starts[place + 1]);
    const last = place === starts.length - 1;
    return {
      ...conversation,
      id: `${conversation.id}#${place + 1}`,
      messages,
      opened_at: place === 0 ? conversation.opened_at : null,
      closed_at: last ? conversation.closed_at : null,
      source: { ...conversation.source, line: messages[0]?.line ?? conversation.source.line },
    };
  });
}
