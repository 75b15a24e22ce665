// Grows trees on all cores: each of several lessons in a thread of its own, which runs the same script again.
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { type Grown, growTrees, type Lessons } from './grow-trees.ts';

/** In a thread: grows what it is sent. To be called first by whoever grows across threads; true where this is such a thread. */
export function growsForOthers(): boolean {
  if (isMainThread) {
    return false;
  }
  parentPort?.on('message', (lessons: Lessons) => parentPort?.postMessage(growTrees(lessons)));
  return true;
}

/**
 * What is grown from each of the lessons, in their order, whichever thread is done first.
 *
 * @param lessons - made when their turn comes: they are large
 */
export async function growAcross(lessons: readonly (() => Lessons)[]): Promise<Grown[]> {
  const grown: Grown[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(availableParallelism(), lessons.length) }, async () => {
      const worker = new Worker(process.argv[1] as string);
      while (next < lessons.length) {
        const place = next;
        next += 1;
        grown[place] = await growIn(worker, (lessons[place] as () => Lessons)());
      }
      await worker.terminate();
    }),
  );
  return grown;
}

async function growIn(worker: Worker, lessons: Lessons): Promise<Grown> {
  const answer = once(worker, 'message');
  worker.postMessage(lessons);
  const [grown] = await answer;
  return grown;
}
