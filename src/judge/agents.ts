import type { Conversation, Message } from '../model/conversation.ts';

/** An agent as the messages of one conversation show it, before turns are counted. */
export interface KnownAgent {
  readonly key: string;
  readonly id: string | null;
  readonly name: string | null;
}

export interface AgentRoll {
  readonly agents: readonly KnownAgent[];
  /** Index of the agent who wrote the message. */
  of(message: Message): number | null;
  /** Index of the agent whom a notice means by a name or id, exactly or by an unambiguous part; null for none. */
  named(name: string | null, id: string | null): number | null;
  /** Index of the one agent with whose name, in full, a notice ends: "reassigned: Visa desk 2"; null for none or several. */
  endsWith(notice: string): number | null;
}

/**
 * The stable identity of an agent over the input: (product, id), else the exact name, else the empty key of the
 * agent null.
 */
export function agentKey(product: string | null, id: string | null, name: string | null): string {
  if (id !== null) {
    return `${product ?? '\u0000'}\u0000${id}`;
  }
  return name === null ? '' : `\u0000${name}`;
}

/**
 * Who acts as an agent: whoever wrote one of the given messages. A message that bears only a name belongs to the
 * agent with an id and that name; the display name is the most frequent one, of equals the first seen.
 *
 * @param messages the public messages of agents, in the record's order
 */
export function callRoll(conversation: Conversation, messages: readonly Message[]): AgentRoll {
  const idOfName = new Map<string, string>();
  for (const { id, name } of messages) {
    if (id !== null && name !== null && !idOfName.has(name)) {
      idOfName.set(name, id);
    }
  }
  const keyOf = (message: Message): string => {
    const id = message.id ?? (message.name === null ? null : (idOfName.get(message.name) ?? null));
    return agentKey(conversation.product, id, message.name);
  };
  const found = new Map<string, { id: string | null; names: Map<string, number> }>();
  for (const message of messages) {
    const key = keyOf(message);
    const entry = found.get(key) ?? { id: message.id, names: new Map<string, number>() };
    entry.id ??= message.id;
    if (message.name !== null) {
      entry.names.set(message.name, (entry.names.get(message.name) ?? 0) + 1);
    }
    found.set(key, entry);
  }
  const agents = [...found].map(([key, { id, names }]) => ({ key, id, name: mostFrequent(names) }));
  const indexOf = new Map(agents.map(({ key }, index) => [key, index]));
  const allNames = [...found.values()].map(({ names }) => [...names.keys()]);
  return {
    agents,
    of: (message) => indexOf.get(keyOf(message)) ?? null,
    named: (name, id) => findNamed(agents, allNames, name, id),
    endsWith: (notice) => findAtEnd(allNames, notice),
  };
}

/** Ties go to the name seen first: a Map keeps that order. */
function mostFrequent(names: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  let most = 0;
  for (const [name, count] of names) {
    if (count > most) {
      best = name;
      most = count;
    }
  }
  return best;
}

function findNamed(
  agents: readonly KnownAgent[],
  allNames: readonly (readonly string[])[],
  name: string | null,
  id: string | null,
): number | null {
  const byId = id === null ? -1 : agents.findIndex((agent) => agent.id === id);
  if (byId >= 0) {
    return byId;
  }
  if (name === null) {
    return null;
  }
  const exact = allNames.findIndex((names) => names.includes(name));
  if (exact >= 0) {
    return exact;
  }
  const wanted = nameWords(name);
  const close = agents.flatMap((_, index) =>
    (allNames[index] ?? []).some((other) => isPartOf(wanted, nameWords(other))) ? [index] : [],
  );
  return close.length === 1 ? (close[0] ?? null) : null;
}

function findAtEnd(allNames: readonly (readonly string[])[], notice: string): number | null {
  const said = nameWords(notice);
  const ends = allNames.flatMap((names, index) =>
    names.some((name) => {
      const words = nameWords(name);
      return words.length > 0 && words.length < said.length && said.slice(-words.length).join(' ') === words.join(' ');
    })
      ? [index]
      : [],
  );
  return ends.length === 1 ? (ends[0] ?? null) : null;
}

function nameWords(name: string): string[] {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** One name's words are all among the other's: "Dana" and "Dana K.", «Жанна» and «Специалист Жанна». */
function isPartOf(one: readonly string[], other: readonly string[]): boolean {
  const [small, large] = one.length <= other.length ? [one, other] : [other, one];
  return small.length > 0 && small.every((word) => large.includes(word));
}
