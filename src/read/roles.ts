import type { Conversation, Message } from '../model/conversation.ts';

/** Who the user says is an agent: tested against names, addresses and ids. */
export type IsAgent = (author: string) => boolean;

/**
 * Compiles `--agent-name` patterns: `*` stands for any characters, all else for itself, case does not matter. Matched
 * against the whole name, in time linear in it.
 */
export function agentMatcher(patterns: readonly string[]): IsAgent {
  const split = patterns.map((pattern) => pattern.trim().normalize('NFC').toLowerCase().split('*'));
  return (author) => {
    const text = author.trim().normalize('NFC').toLowerCase();
    return split.some((pieces) => matches(text, pieces));
  };
}

/** Greedy from the left: right for patterns whose only wildcard is `*`. */
function matches(text: string, pieces: readonly string[]): boolean {
  const [first = '', ...rest] = pieces;
  if (rest.length === 0) {
    return text === first;
  }
  const last = rest.pop() ?? '';
  if (!text.startsWith(first)) {
    return false;
  }
  let position = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, position);
    if (found < 0) {
      return false;
    }
    position = found + piece.length;
  }
  return text.length - last.length >= position && text.endsWith(last);
}

/**
 * Settles unknown roles by the user's patterns: an author who matches is an agent, everybody else a customer. A role that the export tells stays. Without patterns nothing changes.
 *
 * The customer's name is taken from the messages where the record names none and only one author is left.
 */
export function settleRoles(conversation: Conversation, isAgent: IsAgent | null): Conversation {
  if (isAgent === null || conversation.messages.every((message) => message.role !== 'unknown')) {
    return conversation;
  }
  const ofAgent = (message: Message): boolean =>
    (message.name !== null && isAgent(message.name)) || (message.id !== null && isAgent(message.id));
  const messages = conversation.messages.map((message): Message => {
    if (message.role !== 'unknown') {
      return message;
    }
    return { ...message, role: ofAgent(message) ? 'agent' : 'customer' };
  });
  return withCustomer({ ...conversation, messages });
}

function withCustomer(conversation: Conversation): Conversation {
  const { customer } = conversation;
  if (customer.name !== null || customer.id !== null || customer.email !== null) {
    return conversation;
  }
  const authors = new Map<string, { id: string | null; name: string | null }>();
  for (const { role, id, name } of conversation.messages) {
    if (role === 'customer') {
      // One address may bear several names; the first is taken.
      const key = id === null ? `name ${name}` : `id ${id}`;
      authors.set(key, { id, name: authors.get(key)?.name ?? name });
    }
  }
  const [only, ...others] = authors.values();
  if (only === undefined || others.length > 0) {
    return conversation;
  }
  const email = only.id !== null && /^[^\s@]{1,64}@[^\s@]{1,190}$/u.test(only.id) ? only.id : null;
  return { ...conversation, customer: { ...only, email } };
}
