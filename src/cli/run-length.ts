import { setFlagsFromString } from 'node:v8';

/** A run of so many conversations is no short one. */
const CONVERSATIONS = 20;
/** Nor is one that takes so long, in milliseconds. */
const PATIENCE = 150;
/**
 * How much the heap may grow between two full collections, in percent. Left alone, V8 lets garbage pile up to several times
 * what is held: 377 MB where 194 MB do, for a fifth more processor time (docs/performance.md).
 */
const GROWTH = 20;

/**
 * Called before the program is loaded: a run of a few conversations ends before optimised code and a collection of the
 * whole heap are of use, and would only pay for them.
 */
export function expectShortRun(): void {
  setFlagsFromString('--no-opt');
  setFlagsFromString('--no-incremental-marking');
}

/** Called as soon as a run is known not to be short. */
export function expectLongRun(): void {
  setFlagsFromString('--opt');
  setFlagsFromString('--incremental-marking');
}

/** Called where an audit begins: reading alone may take long, before there is any conversation. */
export function watchRunLength(): void {
  setTimeout(expectLongRun, PATIENCE).unref();
}

/** Called with the number of conversations so far: keeps the memory of long runs close to what they hold. */
export function keepHeapTight(conversations: number): void {
  if (conversations === CONVERSATIONS) {
    expectLongRun();
    setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  }
}
