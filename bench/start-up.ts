/**
 * How long a start takes, against a bare `node -e 0`: `node bench/run.mjs start-up [RUNS]` (30 by default), after a build.
 * All commands run in turn, so that a busy machine slows all alike; printed are medians, and the median of the ratios of
 * neighbours. Processor time is that of the whole process, from the kernel's own account (Linux only).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const RUNS = Number(process.argv[2] ?? 30);
const TABLE = 'bench/out/ten.csv';
const PROGRAM = 'bin/transcript-audit.js';

const COMMANDS: readonly (readonly [string, readonly string[]])[] = [
  ['node -e 0', ['-e', '0']],
  ['--help', [PROGRAM, '--help']],
  ['ten rows', [PROGRAM, TABLE, '--format', 'json']],
];

interface Taken {
  readonly wall: number;
  readonly processor: number | null;
}

/** A tick of the kernel's account, in milliseconds. */
const TICK = 10;

/** Processor time of all children so far, in milliseconds; null where the kernel does not tell. */
function processorOfChildren(): number | null {
  try {
    // The name of the program stands in brackets and may hold spaces; the times of children are the 16th and 17th field.
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[13]) + Number(fields[14])) * TICK;
  } catch {
    return null;
  }
}

function take(words: readonly string[]): Taken {
  const before = processorOfChildren();
  const began = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  const wall = Number(process.hrtime.bigint() - began) / 1e6;
  if (status !== 0) {
    throw new Error(`${words.join(' ')}: ${stderr}`);
  }
  const after = processorOfChildren();
  return { wall, processor: before === null || after === null ? null : after - before };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

mkdirSync('bench/out', { recursive: true });
writeFileSync(TABLE, `${readFileSync('fixtures/demo/chat.csv', 'utf8').split('\n').slice(0, 11).join('\n')}\n`);
for (const [, words] of COMMANDS) {
  take(words);
}
const rounds = Array.from({ length: RUNS }, () => COMMANDS.map(([, words]) => take(words)));
console.log(`${RUNS} rounds, Node ${process.version}`);
for (const [index, [name]] of COMMANDS.entries()) {
  const own = rounds.flatMap((round) => round[index] ?? []);
  const bare = rounds.flatMap((round) => round[0] ?? []);
  const ratio = median(own.map(({ wall }, round) => wall / (bare[round]?.wall ?? wall)));
  // Ticks are coarse: of processor time only a mean over all rounds says something.
  const processor = own.some((taken) => taken.processor === null)
    ? ''
    : `, processor ${mean(own.map((taken) => taken.processor ?? 0)).toFixed(0)} ms, ${(mean(own.map((taken) => taken.processor ?? 0)) / mean(bare.map((taken) => taken.processor ?? 0))).toFixed(2)} times`;
  console.log(
    `${name.padEnd(10)} wall ${median(own.map(({ wall }) => wall)).toFixed(0)} ms, ${ratio.toFixed(2)} times${processor}`,
  );
}
