import type { Conversation } from '../../src/model/conversation.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { Source, SpillStore } from '../../src/model/source.ts';
import type { FileAccount } from '../../src/read/account.ts';
import { readConversations, type UnknownAuthor } from '../../src/read/read.ts';
import { DEFAULT_READ_SETTINGS, type ReadSettings } from '../../src/read/settings.ts';

/** A source of bytes or text in pieces of `pieceSize`, as if it were a file that the user named. */
export function sourceOf(name: string, content: string | Uint8Array, pieceSize = 65_536): Source {
  const bytes = Buffer.from(content);
  return {
    name,
    named: true,
    size: bytes.length,
    async *open() {
      for (let start = 0; start < bytes.length; start += pieceSize) {
        yield bytes.subarray(start, start + pieceSize);
      }
    },
  };
}

/** A spill store in memory. */
export function memorySpill(): SpillStore {
  return {
    async create() {
      const kept: string[] = [];
      return {
        async append(lines) {
          kept.push(...lines);
        },
        async *read() {
          yield kept;
        },
      };
    },
  };
}

export interface ReadResult {
  readonly conversations: Conversation[];
  readonly problems: Problem[];
  readonly files: readonly FileAccount[];
  readonly unknownAuthors: readonly UnknownAuthor[];
}

/** Reads sources to the end. */
export async function readAll(sources: readonly Source[], settings: Partial<ReadSettings> = {}): Promise<ReadResult> {
  const problems: Problem[] = [];
  const all = (async function* () {
    yield* sources;
  })();
  const reading = readConversations(all, { ...DEFAULT_READ_SETTINGS, ...settings }, memorySpill(), (found) => {
    problems.push(found);
  });
  const conversations: Conversation[] = [];
  for await (const conversation of reading) {
    conversations.push(conversation);
  }
  return { conversations, problems, files: reading.files, unknownAuthors: reading.unknownAuthors };
}

/** Reads one text. */
export function readText(name: string, text: string, settings: Partial<ReadSettings> = {}): Promise<ReadResult> {
  return readAll([sourceOf(name, text)], settings);
}

/** The messages as `role name at text` lines, to compare at a glance. */
export function shown(conversation: Conversation): string[] {
  return conversation.messages.map(
    ({ role, name, at, text, internal }) => `${internal ? 'note ' : ''}${role} ${name ?? '-'} ${at ?? '-'} ${text}`,
  );
}
