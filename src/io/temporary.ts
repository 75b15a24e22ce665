import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '../fault.ts';
import { keep, removeUnlessKept } from './leftovers.ts';

/**
 * A folder for spilled records and standard input, made when first asked for. It holds private text, so it is readable
 * by its owner only, and it is removed at the end, on a failure and on an interruption.
 */
export class TemporaryFolder {
  #path: Promise<string> | null = null;
  #made: string | null = null;
  #files = 0;

  /** The path of a new file in the folder; the file is not made. Throws a Fault `cannot-write` where no folder can be made. */
  async newFile(): Promise<string> {
    this.#path ??= this.#make();
    this.#files += 1;
    return join(await this.#path, String(this.#files));
  }

  /** Removes the folder with all in it. May be called more than once. */
  async remove(): Promise<void> {
    const made = this.#made;
    this.#made = null;
    this.#path = null;
    if (made !== null) {
      await rm(made, { recursive: true, force: true });
      keep(made);
    }
  }

  async #make(): Promise<string> {
    try {
      this.#made = await mkdtemp(join(tmpdir(), 'transcript-audit-'));
    } catch (cause) {
      throw new Fault('cannot-write', `No temporary folder can be made in ${tmpdir()}.`, {
        cause,
        hint: 'Set TMPDIR to a folder with free space.',
      });
    }
    removeUnlessKept(this.#made);
    return this.#made;
  }
}
