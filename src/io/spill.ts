import { createReadStream } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import type { SpillFile, SpillStore } from '../model/source.ts';
import { asWriteFault } from './failure.ts';
import type { TemporaryFolder } from './temporary.ts';

/** Small, for many runs are read at the same time. */
const READ_SIZE = 16 * 1024;
const LINE_BREAK = 10;

/** Spill files in a temporary folder. Throws Faults `disk-full` and `cannot-write`. */
export function makeSpillStore(folder: TemporaryFolder): SpillStore {
  return {
    async create() {
      return new DiskSpill(await folder.newFile());
    },
  };
}

class DiskSpill implements SpillFile {
  readonly #path: string;
  #written = false;

  constructor(path: string) {
    this.#path = path;
  }

  /** Opens and closes the file each time: there may be more runs than files that may be open at once. */
  async append(lines: readonly string[]): Promise<void> {
    if (lines.length === 0) {
      return;
    }
    this.#written = true;
    try {
      await appendFile(this.#path, `${lines.join('\n')}\n`, { mode: 0o600 });
    } catch (cause) {
      throw asWriteFault(cause, this.#path);
    }
  }

  async *read(): AsyncIterable<readonly string[]> {
    if (!this.#written) {
      return;
    }
    let rest: Buffer[] = [];
    for await (const chunk of createReadStream(this.#path, { highWaterMark: READ_SIZE })) {
      const bytes = chunk as Buffer;
      const lines: string[] = [];
      let start = 0;
      for (let end = bytes.indexOf(LINE_BREAK); end >= 0; end = bytes.indexOf(LINE_BREAK, start)) {
        const piece = bytes.subarray(start, end);
        if (rest.length === 0) {
          lines.push(piece.toString('utf8'));
        } else {
          lines.push(Buffer.concat([...rest, piece]).toString('utf8'));
          rest = [];
        }
        start = end + 1;
      }
      if (start < bytes.length) {
        rest.push(bytes.subarray(start));
      }
      yield lines;
    }
  }
}
