import type { Conversation } from '../model/conversation.ts';
import type { Problem } from '../model/problem.ts';
import type { Source, SpillStore } from '../model/source.ts';
import type { ReadSettings } from './settings.ts';

/** What became of one file: more is never lost in silence. */
export interface FileAccount {
  readonly file: string;
  /** The reader's name; null where the file was refused, skipped or not recognised. */
  readonly format: string | null;
  readonly outcome: 'read' | 'empty' | 'refused' | 'skipped' | 'unrecognised';
  /** Conversations whose first record stands in this file. */
  readonly conversations: number;
  /** Messages that its records held, before uniting. */
  readonly messages: number;
  /** Messages dropped because another record held them already. */
  readonly duplicates: number;
  /** Records that could not be read. */
  readonly unreadable: number;
}

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
 * holds: that is told as a problem. Throws a Fault `unknown-input-format` for a reader that does not exist.
 */
export function readConversations(
  _sources: AsyncIterable<Source>,
  _settings: ReadSettings,
  _spill: SpillStore,
  _tell: (problem: Problem) => void,
): Reading {
  throw new Error('not yet');
}
