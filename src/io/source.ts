import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Fault } from '../fault.ts';
import type { Source } from '../model/source.ts';
import { asReadFault } from './failure.ts';

const READ_SIZE = 256 * 1024;
/** Smaller files are read at once: for them the way to another thread and back takes longer than the disk. */
const SMALL = 64 * 1024;

/** A file as a source: gzip (also several streams one after another) and zstandard are taken off, told by first bytes. */
export function fileSource(path: string, name: string, named: boolean, size: number | null): Source {
  return {
    name,
    named,
    size,
    open: () => decompressed(() => (isSmall(size) ? wholeFile(path, name) : fileBytes(path, name)), name),
  };
}

/** What has no size (a pipe, a device) may hold anything. */
const isSmall = (size: number | null): boolean => size !== null && size > 0 && size <= SMALL;

/** The bytes of a small file. Throws a Fault `unreadable-file`. */
async function* wholeFile(path: string, name: string): AsyncGenerator<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (cause) {
    throw asReadFault(cause, name);
  }
  yield bytes;
}

/** The bytes of a file. Throws a Fault `unreadable-file`. */
async function* fileBytes(path: string, name: string): AsyncGenerator<Uint8Array> {
  const handle = await open(path, 'r').catch((cause: unknown) => {
    throw asReadFault(cause, name);
  });
  try {
    while (true) {
      const buffer = Buffer.allocUnsafe(READ_SIZE);
      const { bytesRead } = await handle.read(buffer, 0, READ_SIZE, null);
      if (bytesRead === 0) {
        return;
      }
      yield buffer.subarray(0, bytesRead);
    }
  } catch (cause) {
    throw asReadFault(cause, name);
  } finally {
    await handle.close();
  }
}

/** Takes compression off a stream of bytes. Throws a Fault `unreadable-file` where it is damaged or cut. */
export async function* decompressed(open: () => AsyncGenerator<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const raw = open();
  try {
    const first = await raw.next();
    if (first.done === true) {
      return;
    }
    const all = (async function* () {
      yield first.value;
      yield* raw;
    })();
    const [one, two, three, four] = first.value;
    if (one === 0x1f && two === 0x8b) {
      yield* gunzipped(all, name);
    } else if (one === 0x28 && two === 0xb5 && three === 0x2f && four === 0xfd) {
      yield* unzstd(all, name);
    } else {
      yield* all;
    }
  } finally {
    // A reader that stops at the first bytes never reaches the file's own end.
    await raw.return(undefined);
  }
}

async function* gunzipped(bytes: AsyncGenerator<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const input = Readable.from(bytes, { objectMode: false });
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  input.on('error', (cause) => gunzip.destroy(cause));
  input.pipe(gunzip);
  try {
    for await (const chunk of gunzip) {
      yield chunk as Uint8Array;
    }
  } catch (cause) {
    throw damaged(cause, name, 'gzip');
  } finally {
    input.destroy();
  }
}

async function* unzstd(bytes: AsyncGenerator<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const { Decompress } = await import('fzstd');
  let ready: Uint8Array[] = [];
  const stream = new Decompress((chunk) => {
    ready.push(chunk);
  });
  try {
    for await (const chunk of bytes) {
      stream.push(chunk);
      yield* ready;
      ready = [];
    }
    stream.push(new Uint8Array(0), true);
  } catch (cause) {
    throw damaged(cause, name, 'zstandard');
  }
  yield* ready;
}

function damaged(cause: unknown, name: string, format: string): Fault {
  if (cause instanceof Fault) {
    return cause;
  }
  return new Fault('damaged-compression', `${name} is compressed with ${format} and damaged or cut off.`, {
    cause,
    hint: 'Copy or export the file again; what stands before the damage was read.',
  });
}
