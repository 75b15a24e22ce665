import type { Conversation } from '../model/conversation.ts';
import { notice, type Problem } from '../model/problem.ts';
import { parseInstant } from '../text/instant.ts';

/** Gathers the conversations in which time goes back, file by file: exports that do so do it often. */
export interface BackwardTimes {
  meet(conversation: Conversation): void;
  /** One notice for each file, in the order of their names. */
  notices(): readonly Problem[];
}

/** The index of the first message that is older than one before it, in the order of the record; null for none. */
export function firstGoingBack({ messages }: Pick<Conversation, 'messages'>): number | null {
  const latest = { local: Number.NEGATIVE_INFINITY, zoned: Number.NEGATIVE_INFINITY };
  for (const [index, { at }] of messages.entries()) {
    const instant = at === null ? null : parseInstant(at);
    if (instant !== null) {
      // A local time and one with a zone cannot be compared.
      const kind = instant.local ? 'local' : 'zoned';
      if (instant.ms < latest[kind]) {
        return index;
      }
      latest[kind] = instant.ms;
    }
  }
  return null;
}

export function gatherBackwardTimes(): BackwardTimes {
  const files = new Map<
    string,
    { count: number; readonly id: string; readonly message: number; readonly line: number | null }
  >();
  return {
    meet(conversation) {
      const message = firstGoingBack(conversation);
      if (message === null) {
        return;
      }
      const { file, line } = conversation.source;
      const known = files.get(file);
      if (known === undefined) {
        const own = conversation.messages[message]?.line ?? line;
        files.set(file, { count: 1, id: conversation.id, message, line: own });
      } else {
        known.count += 1;
      }
    },
    notices: () =>
      [...files]
        .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
        .map(([file, { count, id, message, line }]) => {
          const many = count === 1 ? 'In 1 conversation' : `In ${count} conversations, the first of them`;
          const words = `${many} "${id}", message ${message} is older than one before it; the order of the record was kept, and no wait is negative`;
          return { ...notice('backward-times', file, line, words), conversation: id };
        }),
  };
}
