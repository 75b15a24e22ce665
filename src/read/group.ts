import type { Fragment } from '../model/conversation.ts';
import type { SpillFile, SpillStore } from '../model/source.ts';
import { FragmentPacker } from './packed-fragment.ts';

/** The fragments of one conversation in the order in which they were read. */
export type Group = readonly Fragment[];

/** What a packed fragment costs beside its characters: the text's own header and its place in two lists. */
const OVERHEAD = 40;
const LINES_AT_ONCE = 1_000;
/** How many runs are merged at once: each holds a file open. */
const MOST_RUNS = 256;

/** A packed fragment with the number of its group. */
interface Numbered {
  readonly group: number;
  readonly packed: string;
}

/**
 * Unites the fragments of one (`product`, `id`), wherever they stand in the input. Groups come in the order of their
 * first fragment.
 *
 * Fragments are held packed in memory up to `memoryLimit` bytes; past it they are put aside as runs sorted by group, and
 * merged at the end. Of the groups only their keys stay in memory. What comes out does not depend on the limit.
 */
export async function* groupFragments(
  fragments: AsyncIterable<readonly Fragment[]>,
  memoryLimit: number,
  spill: SpillStore,
): AsyncGenerator<Group> {
  const groups = new Map<string, number>();
  const packer = new FragmentPacker();
  const runs: SpillFile[] = [];
  let held: Numbered[] = [];
  let size = 0;
  for await (const several of fragments) {
    for (const fragment of several) {
      const key = `${fragment.product ?? ''}\u0000${fragment.id}`;
      let group = groups.get(key);
      if (group === undefined) {
        group = groups.size;
        groups.set(key, group);
      }
      const packed = packer.pack(fragment);
      held.push({ group, packed });
      size += 2 * packed.length + OVERHEAD;
    }
    if (size > memoryLimit) {
      runs.push(await writeRun(sorted(held), spill));
      held = [];
      size = 0;
      if (runs.length === MOST_RUNS) {
        runs.splice(0, runs.length, await mergeIntoOne(runs, spill));
      }
    }
  }
  groups.clear();
  const streams = runs.map(readRun);
  streams.push(batchesOf(sorted(held)));
  held = [];
  let current: Fragment[] = [];
  let group = 0;
  for await (const batch of merged(streams)) {
    for (const numbered of batch) {
      if (numbered.group !== group) {
        yield current;
        current = [];
        group = numbered.group;
      }
      current.push(packer.unpack(numbered.packed));
    }
  }
  if (current.length > 0) {
    yield current;
  }
}

/** By group; within one, as read: the sort of the platform is stable. */
function sorted(held: Numbered[]): Numbered[] {
  return held.sort((left, right) => left.group - right.group);
}

async function* batchesOf(held: readonly Numbered[]): AsyncGenerator<readonly Numbered[]> {
  if (held.length > 0) {
    yield held;
  }
}

async function writeRun(fragments: Iterable<Numbered>, spill: SpillStore): Promise<SpillFile> {
  const file = await spill.create();
  await appendAll(file, fragments);
  return file;
}

async function appendAll(file: SpillFile, fragments: Iterable<Numbered>): Promise<void> {
  let lines: string[] = [];
  for (const { group, packed } of fragments) {
    lines.push(`${group} ${packed}`);
    if (lines.length === LINES_AT_ONCE) {
      await file.append(lines);
      lines = [];
    }
  }
  await file.append(lines);
}

async function* readRun(run: SpillFile): AsyncGenerator<readonly Numbered[]> {
  for await (const lines of run.read()) {
    yield lines.map((line) => {
      const space = line.indexOf(' ');
      return { group: Number(line.slice(0, space)), packed: line.slice(space + 1) };
    });
  }
}

/** The next fragment of a sorted stream. */
class Cursor {
  head: Numbered | undefined;
  readonly #batches: AsyncIterator<readonly Numbered[]>;
  #batch: readonly Numbered[] = [];
  #next = 0;

  constructor(batches: AsyncIterable<readonly Numbered[]>) {
    this.#batches = batches[Symbol.asyncIterator]();
  }

  /** Moves on within the batch; false where the next batch must be waited for. */
  step(): boolean {
    this.head = this.#batch[this.#next];
    this.#next += 1;
    return this.head !== undefined;
  }

  async load(): Promise<void> {
    const { done, value } = await this.#batches.next();
    this.#batch = done === true ? [] : value;
    this.#next = 0;
    this.step();
  }
}

/**
 * Sorted streams as one. Of equal groups the earlier stream comes first: runs were written in the order of reading, so a
 * conversation's fragments keep it.
 */
async function* merged(streams: readonly AsyncIterable<readonly Numbered[]>[]): AsyncGenerator<readonly Numbered[]> {
  const cursors = streams.map((stream) => new Cursor(stream));
  for (const cursor of cursors) {
    await cursor.load();
  }
  let batch: Numbered[] = [];
  while (true) {
    let least = Number.POSITIVE_INFINITY;
    for (const { head } of cursors) {
      least = head !== undefined && head.group < least ? head.group : least;
    }
    if (least === Number.POSITIVE_INFINITY) {
      break;
    }
    for (const cursor of cursors) {
      while (cursor.head !== undefined && cursor.head.group === least) {
        batch.push(cursor.head);
        if (!cursor.step()) {
          await cursor.load();
        }
      }
    }
    if (batch.length >= LINES_AT_ONCE) {
      yield batch;
      batch = [];
    }
  }
  yield batch;
}

async function mergeIntoOne(runs: readonly SpillFile[], spill: SpillStore): Promise<SpillFile> {
  const file = await spill.create();
  for await (const batch of merged(runs.map(readRun))) {
    await appendAll(file, batch);
  }
  return file;
}
