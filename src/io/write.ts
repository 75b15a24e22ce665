import { lstat, open, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { asWriteFault } from './failure.ts';
import { keep, removeUnlessKept } from './leftovers.ts';

const BUFFERED = 256 * 1024;

/** Where text goes, a piece at a time. */
export interface TextSink {
  write(text: string): Promise<void>;
  /** Makes what was written appear under its name. */
  finish(): Promise<void>;
  /** Takes back what was written. */
  abandon(): Promise<void>;
}

/**
 * A file that appears whole or not at all: written under another name beside it, then renamed. What is no plain file
 * (a device, a pipe) is written straight. Throws Faults `disk-full` and `cannot-write`.
 */
export async function openWhole(file: string): Promise<TextSink> {
  const target = await realTarget(file);
  const temporary = target.plain ? `${target.path}.${process.pid}.tmp` : target.path;
  const handle = await open(temporary, 'w').catch((cause: unknown) => {
    throw asWriteFault(cause, file);
  });
  if (target.plain) {
    removeUnlessKept(temporary);
  }
  let waiting: string[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    const text = waiting.join('');
    waiting = [];
    size = 0;
    // `appendFile` on a handle writes all of it, at the current position.
    await handle.appendFile(text);
  };
  const abandon = async (): Promise<void> => {
    await handle.close().catch(() => undefined);
    if (target.plain) {
      await rm(temporary, { force: true });
      keep(temporary);
    }
  };
  const orAbandon = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (cause) {
      await abandon();
      throw asWriteFault(cause, file);
    }
  };
  return {
    write: (text) =>
      orAbandon(async () => {
        waiting.push(text);
        size += text.length;
        if (size > BUFFERED) {
          await flush();
        }
      }),
    finish: () =>
      orAbandon(async () => {
        await flush();
        if (target.plain) {
          await handle.sync();
        }
        await handle.close();
        if (target.plain) {
          await rename(temporary, target.path);
          keep(temporary);
        }
      }),
    abandon,
  };
}

/** Writes a stream of text to a file, whole or not at all. Throws Faults `disk-full` and `cannot-write`. */
export async function writeWhole(file: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<void> {
  const sink = await openWhole(file);
  try {
    for await (const piece of pieces) {
      await sink.write(piece);
    }
  } catch (cause) {
    await sink.abandon();
    throw cause;
  }
  await sink.finish();
}

/** Writes bytes to a file, whole or not at all. Throws Faults `disk-full` and `cannot-write`. */
export async function writeWholeBytes(file: string, bytes: Uint8Array): Promise<void> {
  const { path, plain } = await realTarget(file);
  const temporary = plain ? `${path}.${process.pid}.tmp` : path;
  if (plain) {
    removeUnlessKept(temporary);
  }
  try {
    await writeFile(temporary, bytes);
    if (plain) {
      await rename(temporary, path);
    }
  } catch (cause) {
    throw asWriteFault(cause, file);
  } finally {
    if (plain) {
      await rm(temporary, { force: true });
      keep(temporary);
    }
  }
}

async function realTarget(file: string): Promise<{ path: string; plain: boolean }> {
  try {
    const path = await realpath(file);
    return { path, plain: (await lstat(path)).isFile() };
  } catch {
    return { path: file, plain: true };
  }
}
