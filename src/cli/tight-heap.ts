import { setFlagsFromString } from 'node:v8';

/** A short run ends before a collector matters, and would only be slowed down. */
const CONVERSATIONS = 20;
/**
 * How much the heap may grow between two full collections, in percent. Left alone, V8 lets garbage pile up to several times
 * what is held: 377 MB where 194 MB do, for a fifth more processor time (docs/performance.md).
 */
const GROWTH = 20;

/** Called with the number of conversations so far: keeps the memory of long runs close to what they hold. */
export function keepHeapTight(conversations: number): void {
  if (conversations === CONVERSATIONS) {
    setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  }
}
