import { notice, type Problem } from '../model/problem.ts';

/** What became of one file: more is never lost in silence. */
export interface FileAccount {
  readonly file: string;
  /** The reader's name; null where the file was refused, skipped or not recognised. */
  readonly format: string | null;
  readonly outcome: 'read' | 'empty' | 'refused' | 'skipped' | 'unrecognised' | 'unreadable';
  /** Conversations whose first record stands in this file. */
  readonly conversations: number;
  /** Records read: rows, or conversations where a record is one. */
  readonly records: number;
  /** Messages that its records held, before uniting. */
  readonly messages: number;
  /** Messages left out because another record held them already. */
  readonly duplicates: number;
  /** Conversations left out because they held no message. */
  readonly without_messages: number;
  /** Records that could not be read. */
  readonly unreadable: number;
}

/** Counts while the files are read. */
export class Accounts {
  readonly #files = new Map<string, { -readonly [Key in keyof FileAccount]: FileAccount[Key] }>();

  of(file: string): { -readonly [Key in keyof FileAccount]: FileAccount[Key] } {
    let account = this.#files.get(file);
    if (account === undefined) {
      account = {
        ...{ file, format: null, outcome: 'read', conversations: 0, records: 0, messages: 0 },
        ...{ duplicates: 0, without_messages: 0, unreadable: 0 },
      } as const;
      this.#files.set(file, account);
    }
    return account;
  }

  /** What is known once everything is read: a file of which nothing could be read was not read. */
  settle(): void {
    for (const account of this.#files.values()) {
      const nothing = account.messages === 0 && account.without_messages === 0;
      if (account.outcome === 'read' && nothing && account.unreadable > 0) {
        account.outcome = 'unreadable';
      }
    }
  }

  /** In the order in which the files were met. */
  get files(): readonly FileAccount[] {
    return [...this.#files.values()];
  }

  /** What a user should know of what was left out, file by file. */
  *notices(): Generator<Problem> {
    for (const account of this.#files.values()) {
      const { file, duplicates, without_messages: silent } = account;
      if (duplicates > 0) {
        const words = `${duplicates} messages stand in another record of the same conversation as well and were counted once.`;
        yield notice('duplicates-united', file, null, words);
      }
      if (silent > 0) {
        yield notice('no-messages', file, null, `${silent} conversations hold no message and were left out.`);
      }
      if (account.outcome === 'read' && account.messages === 0 && account.unreadable === 0 && silent === 0) {
        yield notice('no-conversations', file, null, 'The file was recognised and holds no conversation.');
      }
    }
  }
}
