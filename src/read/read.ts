import type { Conversation, Fragment } from '../model/conversation.ts';
import { notice, type Problem } from '../model/problem.ts';
import type { Source, SpillStore } from '../model/source.ts';
import { byCodePoint } from '../text/code-point-order.ts';
import { Accounts, type FileAccount } from './account.ts';
import type { Content } from './content.ts';
import { cutConversation } from './cut/cut.ts';
import { withoutEnvelopes } from './envelope.ts';
import { groupFragments } from './group.ts';
import { asProblem, planReading, type Unit } from './plan.ts';
import type { ReadContext } from './reader.ts';
import { agentMatcher, settleRoles } from './roles.ts';
import { splitSessions } from './sessions.ts';
import type { ReadSettings } from './settings.ts';
import { unite } from './unite.ts';

/** Problems that a reader tells of a whole file: nothing of it is read. */
const REFUSALS = new Set(['ambiguous-dates', 'ambiguous-date-order', 'missing-column', 'unknown-column']);

/** An author whose side the exports do not tell. */
export interface UnknownAuthor {
  readonly name: string | null;
  readonly messages: number;
}

/** The conversations as a stream, and what is known of the reading once the stream has ended. */
export interface Reading extends AsyncIterable<Conversation> {
  /** In the order of the input. */
  readonly files: readonly FileAccount[];
  /** By number of messages, most first, then by name; empty where every role is known. */
  readonly unknownAuthors: readonly UnknownAuthor[];
}

/**
 * Sources to conversations: container, envelope, product, grouping, sessions, roles, cuts, in this order.
 *
 * Conversations come in the order of their first record, sources in the order given. Never throws for what an export
 * holds: that is told as a problem. Throws a Fault `unknown-input-format` for a reader that does not exist, and what the
 * spill store throws (`disk-full`). May be iterated once.
 */
export function readConversations(
  sources: AsyncIterable<Source>,
  settings: ReadSettings,
  spill: SpillStore,
  tell: (problem: Problem) => void,
): Reading {
  const accounts = new Accounts();
  const unknown = new Map<string, number>();
  const tellAndCount = (found: Problem): void => {
    if (found.severity === 'problem' && found.file !== null) {
      const account = accounts.of(found.file);
      account.unreadable += found.line === null ? 0 : 1;
      account.outcome = REFUSALS.has(found.code) ? 'refused' : account.outcome;
    }
    tell(found);
  };
  async function* conversations(): AsyncGenerator<Conversation> {
    const units = await planReading(sources, settings, accounts, tellAndCount);
    const fragments = fragmentsOf(units, { settings, tell: tellAndCount }, accounts);
    const isAgent = settings.agentNames.length === 0 ? null : agentMatcher(settings.agentNames);
    let asked = false;
    let matched = false;
    for await (const group of groupFragments(fragments, settings.memoryLimit, spill)) {
      const { conversation: whole, sessions, duplicates } = unite(group);
      for (const [file, count] of duplicates) {
        accounts.of(file).duplicates += count;
      }
      const account = accounts.of(whole.source.file);
      if (whole.messages.length === 0) {
        account.without_messages += 1;
        continue;
      }
      for (const part of sessions ? splitSessions(whole, settings.sessionGapMs) : [whole]) {
        const withRoles = settleRoles(part, isAgent);
        asked ||= withRoles !== part;
        matched ||= withRoles !== part && withRoles.messages.some(({ role }) => role === 'agent');
        const settled = cutConversation(withRoles);
        account.conversations += 1;
        countUnknown(settled, unknown);
        yield settled;
      }
    }
    if (asked && !matched) {
      const words = `No author matches --agent-name ${settings.agentNames.join(', ')}, so that everybody was taken for a customer.`;
      tell(notice('agent-name-unmatched', null, null, words));
    }
    accounts.settle();
    for (const found of accounts.notices()) {
      tell(found);
    }
  }
  return {
    [Symbol.asyncIterator]: conversations,
    get files() {
      return accounts.files;
    },
    get unknownAuthors() {
      return [...unknown]
        .map(([key, messages]) => ({ name: key === '' ? null : key.slice(1), messages }))
        .sort((left, right) => right.messages - left.messages || byCodePoint(left.name ?? '', right.name ?? ''));
    },
  };
}

async function* fragmentsOf(
  units: readonly Unit[],
  context: ReadContext,
  accounts: Accounts,
): AsyncGenerator<readonly Fragment[]> {
  for (const { reader, files } of units) {
    const contents: Content[] = [];
    try {
      for (const { source, head, chosen } of files) {
        contents.push(withoutEnvelopes(await chosen.container.open(source, head, context)));
      }
      for await (const read of reader.read(contents, context)) {
        const fragments: readonly Fragment[] = 'id' in read ? [read] : read;
        for (const { source, messages } of fragments) {
          const account = accounts.of(source.file);
          account.records += 1;
          account.messages += messages.length;
        }
        yield fragments;
      }
    } catch (cause) {
      const file = files[0]?.source.name ?? '';
      context.tell(asProblem(cause, file));
      if (accounts.of(file).messages === 0) {
        accounts.of(file).outcome = 'unreadable';
      }
    }
  }
}

/** So many names are kept: more would be no list to choose from. */
const MOST_AUTHORS = 10_000;

function countUnknown(conversation: Conversation, unknown: Map<string, number>): void {
  for (const { role, name, id } of conversation.messages) {
    if (role === 'unknown') {
      const author = name ?? id;
      const key = author === null ? '' : `:${author}`;
      const known = unknown.get(key);
      if (known !== undefined || unknown.size < MOST_AUTHORS) {
        unknown.set(key, (known ?? 0) + 1);
      }
    }
  }
}
