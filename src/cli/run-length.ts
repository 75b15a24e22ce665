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

/** Switched off in short runs: faster code, marking of the heap, threads for garbage, waiting before calls are observed. */
const FOR_LONG_RUNS = [
  'opt',
  'sparkplug',
  'incremental-marking',
  'parallel-scavenge',
  'lazy-feedback-allocation',
] as const;
/** Elsewhere V8 may not have all of these. */
const KNOWN = ['x64', 'arm64'].includes(process.arch);

/**
 * Called before the program is loaded: a run of a few conversations ends before faster code and a collection of the whole
 * heap are of use, and would only pay for them.
 */
export function expectShortRun(): void {
  for (const flag of KNOWN ? FOR_LONG_RUNS : []) {
    setFlagsFromString(`--no-${flag}`);
  }
  // V8's own: the build has seen longer runs in the process that writes the compiled code.
  setFlagsFromString('--heap-growing-percent=0');
  // An expression made now stays with what it was first compiled to for so many uses: a second time costs more than it saves.
  setFlagsFromString('--regexp-tier-up-ticks=100');
}

/** Called as soon as a run is known not to be short. */
export function expectLongRun(): void {
  for (const flag of KNOWN ? FOR_LONG_RUNS : []) {
    setFlagsFromString(`--${flag}`);
  }
}

let tight = false;

/** Called where an audit begins: reading alone may take long, before there is any conversation. */
export function watchRunLength(): void {
  setTimeout(keepHeapTight, PATIENCE).unref();
}

/** Called with the number of conversations so far. */
export function meetConversations(met: number): void {
  if (met >= CONVERSATIONS && !tight) {
    keepHeapTight();
  }
}

/** Keeps the memory of long runs close to what they hold. */
function keepHeapTight(): void {
  tight = true;
  expectLongRun();
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
