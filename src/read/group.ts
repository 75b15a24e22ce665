import type { Fragment } from '../model/conversation.ts';
import type { SpillFile, SpillStore } from '../model/source.ts';

/** The fragments of one conversation in the order in which they were read. */
export type Group = readonly Fragment[];

/** What an object costs in memory beside its text, roughly. */
const MESSAGE_COST = 400;
const FRAGMENT_COST = 600;
const LINES_AT_ONCE = 2_000;
/** How many runs are merged at once: each holds a file open. */
const MOST_RUNS = 64;

/**
 * Unites the fragments of one (`product`, `id`), wherever they stand in the input. Groups come in the order of their
 * first fragment.
 *
 * Fragments are held in memory up to `memoryLimit` bytes; past it they are put aside as runs sorted by group, and merged
 * at the end. Of the groups only their keys stay in memory. What comes out does not depend on the limit.
 */
export async function* groupFragments(
  fragments: AsyncIterable<Fragment>,
  memoryLimit: number,
  spill: SpillStore,
): AsyncGenerator<Group> {
  const ordinals = new Map<string, number>();
  const runs: SpillFile[] = [];
  let held = new Map<number, Fragment[]>();
  let size = 0;
  for await (const fragment of fragments) {
    const key = `${fragment.product ?? ''}\u0000${fragment.id}`;
    let ordinal = ordinals.get(key);
    if (ordinal === undefined) {
      ordinal = ordinals.size;
      ordinals.set(key, ordinal);
    }
    const group = held.get(ordinal);
    if (group === undefined) {
      held.set(ordinal, [fragment]);
    } else {
      group.push(fragment);
    }
    size += costOf(fragment);
    if (size > memoryLimit) {
      runs.push(await putAside(held, spill));
      held = new Map();
      size = 0;
      if (runs.length === MOST_RUNS) {
        runs.splice(0, runs.length, await mergeIntoOne(runs, spill));
      }
    }
  }
  ordinals.clear();
  if (runs.length === 0) {
    yield* held.values();
    return;
  }
  runs.push(await putAside(held, spill));
  held = new Map();
  for await (const { fragments: group } of merged(runs)) {
    yield group;
  }
}

function costOf(fragment: Fragment): number {
  let cost = FRAGMENT_COST;
  for (const message of fragment.messages) {
    cost += MESSAGE_COST + 2 * message.text.length;
  }
  return cost;
}

function inOrder(held: ReadonlyMap<number, Fragment[]>): (readonly [number, Fragment[]])[] {
  return [...held].sort(([left], [right]) => left - right);
}

async function putAside(held: ReadonlyMap<number, Fragment[]>, spill: SpillStore): Promise<SpillFile> {
  const file = await spill.create();
  let lines: string[] = [];
  for (const [ordinal, fragments] of inOrder(held)) {
    for (const fragment of fragments) {
      lines.push(lineOf(ordinal, fragment));
    }
    if (lines.length >= LINES_AT_ONCE) {
      await file.append(lines);
      lines = [];
    }
  }
  await file.append(lines);
  return file;
}

function lineOf(ordinal: number, fragment: Fragment): string {
  return `${ordinal} ${JSON.stringify(fragment)}`;
}

interface Numbered {
  readonly ordinal: number;
  readonly fragments: Fragment[];
}

/** A run's groups, in order. */
async function* groupsOf(run: SpillFile): AsyncGenerator<Numbered> {
  let current: Numbered | null = null;
  for await (const line of run.read()) {
    const space = line.indexOf(' ');
    const ordinal = Number(line.slice(0, space));
    const fragment = JSON.parse(line.slice(space + 1)) as Fragment;
    if (current !== null && current.ordinal === ordinal) {
      current.fragments.push(fragment);
      continue;
    }
    if (current !== null) {
      yield current;
    }
    current = { ordinal, fragments: [fragment] };
  }
  if (current !== null) {
    yield current;
  }
}

/** The groups of all runs: parts of one group are joined in the order of the runs, which is that of reading. */
async function* merged(runs: readonly SpillFile[]): AsyncGenerator<Numbered> {
  const streams = runs.map((run) => groupsOf(run));
  const heads = await Promise.all(streams.map((stream) => stream.next()));
  while (true) {
    let least = Number.POSITIVE_INFINITY;
    for (const head of heads) {
      if (head.done !== true) {
        least = Math.min(least, head.value.ordinal);
      }
    }
    if (least === Number.POSITIVE_INFINITY) {
      return;
    }
    const fragments: Fragment[] = [];
    for (const [index, head] of heads.entries()) {
      if (head.done !== true && head.value.ordinal === least) {
        for (const fragment of head.value.fragments) {
          fragments.push(fragment);
        }
        const stream = streams[index];
        if (stream !== undefined) {
          heads[index] = await stream.next();
        }
      }
    }
    yield { ordinal: least, fragments };
  }
}

async function mergeIntoOne(runs: readonly SpillFile[], spill: SpillStore): Promise<SpillFile> {
  const file = await spill.create();
  let lines: string[] = [];
  for await (const { ordinal, fragments } of merged(runs)) {
    for (const fragment of fragments) {
      lines.push(lineOf(ordinal, fragment));
    }
    if (lines.length >= LINES_AT_ONCE) {
      await file.append(lines);
      lines = [];
    }
  }
  await file.append(lines);
  return file;
}
