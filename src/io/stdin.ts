import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Source } from '../model/source.ts';
import { asReadFault, asWriteFault } from './failure.ts';
import { decompressed } from './source.ts';
import type { TemporaryFolder } from './temporary.ts';

const KEPT_IN_MEMORY = 8 * 1024 * 1024;

/**
 * Standard input as a source that can be opened again: kept in memory while it is small, else in a temporary file. It is
 * read to its end when first opened.
 */
export function stdinSource(input: AsyncIterable<Uint8Array>, folder: TemporaryFolder): Source {
  const name = '<stdin>';
  let kept: Promise<() => AsyncGenerator<Uint8Array>> | null = null;
  return {
    name,
    named: true,
    size: null,
    async *open() {
      kept ??= keep(input, folder, name);
      yield* decompressed(await kept, name);
    },
  };
}

async function keep(
  input: AsyncIterable<Uint8Array>,
  folder: TemporaryFolder,
  name: string,
): Promise<() => AsyncGenerator<Uint8Array>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let path: string | null = null;
  let handle: FileHandle | null = null;
  const write = async (bytes: Uint8Array): Promise<void> => {
    await handle?.appendFile(bytes).catch((cause: unknown) => {
      throw asWriteFault(cause, 'The temporary copy of standard input');
    });
  };
  try {
    for await (const chunk of input) {
      size += chunk.length;
      if (handle === null && size > KEPT_IN_MEMORY) {
        path = await folder.newFile();
        handle = await open(path, 'a', 0o600);
        for (const earlier of chunks.splice(0)) {
          await write(earlier);
        }
      }
      if (handle === null) {
        chunks.push(chunk);
      } else {
        await write(chunk);
      }
    }
  } catch (cause) {
    throw asReadFault(cause, name);
  } finally {
    await handle?.close();
  }
  const file = path;
  return async function* () {
    if (file === null) {
      yield* chunks;
    } else {
      yield* createReadStream(file, { highWaterMark: 1024 * 1024 });
    }
  };
}
