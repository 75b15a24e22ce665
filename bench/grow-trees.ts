// Gradient boosting of small trees (Friedman 2001; the gain and the leaves as in Chen and Guestrin 2016): after each round the
// next trees learn what the ones before them still get wrong. Deterministic.
import { ANSWERS, powersOf, type Tree } from '../src/kinds/parts/trees.ts';

/** Found by cross-validation over held-out sources, and flat around them. */
const ROUNDS = 100;
const SHRINKAGE = 0.06;
const ANSWERS_OF_A_TREE = 8;
const LEAST_ROWS = 30;
const PENALTY = 5;
/** Between so many values of a signal a question may cut. */
const CUTS = 64;

export interface Grown {
  readonly start: readonly number[];
  readonly rounds: readonly (readonly Tree[])[];
}

export interface Lessons {
  readonly rows: readonly (readonly number[])[];
  /** The class of each row. */
  readonly truth: readonly number[];
  /** How much each row counts. */
  readonly importance: readonly number[];
  readonly classes: number;
}

/** What a tree has to learn: how far each row's margin is from its truth, and how sure that is. */
interface Residue {
  readonly slope: Float64Array;
  readonly curvature: Float64Array;
}

/** The rows by the bin of each signal, and the value at which each bin ends. */
interface Binned {
  readonly bins: readonly Uint8Array[];
  readonly ends: readonly (readonly number[])[];
}

interface Cut {
  readonly signal: number;
  readonly bin: number;
  readonly gain: number;
}

interface Node {
  readonly rows: Int32Array;
  readonly cut: Cut | null;
  children: readonly [Node, Node] | null;
}

/** Grows the trees of every class, round after round. */
export function growTrees({ rows, truth, importance, classes }: Lessons): Grown {
  const binned = binsOf(rows);
  const all = importance.reduce((sum, each) => sum + each, 0);
  const start = Array.from({ length: classes }, (_, label) => {
    const share = importance.reduce((sum, each, row) => sum + (truth[row] === label ? each : 0), 0) / all;
    return rounded(Math.log(Math.max(share, 1e-6)));
  });
  const margins = rows.map(() => [...start]);
  const rounds: Tree[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const shares = margins.map(powersOf);
    const trees = start.map((_, label) => {
      const residue = residueOf(shares, truth, importance, label);
      return grow(binned, residue, rows.length, (row, step) => {
        (margins[row] as number[])[label] = ((margins[row] as number[])[label] as number) + step;
      });
    });
    rounds.push(trees);
  }
  return { start, rounds };
}

function residueOf(
  shares: readonly (readonly number[])[],
  truth: readonly number[],
  importance: readonly number[],
  label: number,
): Residue {
  const slope = new Float64Array(truth.length);
  const curvature = new Float64Array(truth.length);
  for (let row = 0; row < truth.length; row += 1) {
    const share = shares[row]?.[label] ?? 0;
    const weight = importance[row] ?? 1;
    slope[row] = weight * (share - (truth[row] === label ? 1 : 0));
    curvature[row] = weight * share * (1 - share);
  }
  return { slope, curvature };
}

/** One tree: the node whose question gains most is asked first, until there are enough answers. */
function grow(binned: Binned, residue: Residue, count: number, step: (row: number, value: number) => void): Tree {
  const node = (rows: Int32Array): Node => ({ rows, cut: bestCut(binned, residue, rows), children: null });
  const root = node(Int32Array.from({ length: count }, (_, row) => row));
  let leaves = [root];
  while (leaves.length < ANSWERS_OF_A_TREE) {
    const next = leaves.reduce<Node | null>(
      (best, leaf) => (leaf.cut !== null && leaf.cut.gain > (best?.cut?.gain ?? 0) ? leaf : best),
      null,
    );
    if (next === null || next.cut === null) {
      break;
    }
    const { signal, bin } = next.cut;
    const below = (row: number): boolean => (binned.bins[signal]?.[row] ?? 0) <= bin;
    const children = [node(next.rows.filter(below)), node(next.rows.filter((row) => !below(row)))] as const;
    next.children = children;
    leaves = leaves.flatMap((leaf) => (leaf === next ? children : [leaf]));
  }
  return written(root, binned, residue, step);
}

/** The tree as its nodes, a question before its answers; every row's margin goes on by its answer. */
function written(root: Node, binned: Binned, residue: Residue, step: (row: number, value: number) => void): Tree {
  const tree: number[] = [];
  const write = ({ rows, cut, children }: Node): void => {
    if (children === null || cut === null) {
      const { slope, curvature } = sumsOf(rows, residue);
      const value = rounded((-SHRINKAGE * slope) / (curvature + PENALTY));
      tree.push(ANSWERS, value);
      for (const row of rows) {
        step(row, value);
      }
      return;
    }
    const place = tree.length;
    tree.push(cut.signal, binned.ends[cut.signal]?.[cut.bin] ?? 0, 0);
    write(children[0]);
    tree[place + 2] = tree.length;
    write(children[1]);
  };
  write(root);
  return tree;
}

function sumsOf(rows: Int32Array, residue: Residue): { slope: number; curvature: number } {
  let slope = 0;
  let curvature = 0;
  for (const row of rows) {
    slope += residue.slope[row] as number;
    curvature += residue.curvature[row] as number;
  }
  return { slope, curvature };
}

/** The question that gains most, or null where none gains anything. */
function bestCut({ bins, ends }: Binned, residue: Residue, rows: Int32Array): Cut | null {
  const all = sumsOf(rows, residue);
  const worth = (slope: number, curvature: number): number => (slope * slope) / (curvature + PENALTY);
  const unasked = worth(all.slope, all.curvature);
  let best: Cut | null = null;
  for (let signal = 0; signal < bins.length; signal += 1) {
    const own = bins[signal] as Uint8Array;
    const slopes = new Float64Array(CUTS);
    const curvatures = new Float64Array(CUTS);
    const counts = new Int32Array(CUTS);
    for (const row of rows) {
      const bin = own[row] as number;
      slopes[bin] = (slopes[bin] as number) + (residue.slope[row] as number);
      curvatures[bin] = (curvatures[bin] as number) + (residue.curvature[row] as number);
      counts[bin] = (counts[bin] as number) + 1;
    }
    let slope = 0;
    let curvature = 0;
    let count = 0;
    for (let bin = 0; bin < (ends[signal]?.length ?? 0); bin += 1) {
      slope += slopes[bin] as number;
      curvature += curvatures[bin] as number;
      count += counts[bin] as number;
      const gain = worth(slope, curvature) + worth(all.slope - slope, all.curvature - curvature) - unasked;
      if (count >= LEAST_ROWS && rows.length - count >= LEAST_ROWS && gain > (best?.gain ?? 0)) {
        best = { signal, bin, gain };
      }
    }
  }
  return best;
}

/** Bins of like size; a bin ends at a value of few digits, which is the question that is asked. */
function binsOf(rows: readonly (readonly number[])[]): Binned {
  const width = rows[0]?.length ?? 0;
  const ends: number[][] = [];
  const bins: Uint8Array[] = [];
  for (let signal = 0; signal < width; signal += 1) {
    const values = rows.map((row) => row[signal] ?? 0).sort((one, other) => one - other);
    const quantiles = Array.from({ length: CUTS - 1 }, (_, cut) =>
      rounded(values[Math.floor(((cut + 1) * values.length) / CUTS)] ?? 0),
    );
    const own = [...new Set(quantiles)].filter((end) => end < (values.at(-1) ?? 0));
    ends.push(own);
    bins.push(
      Uint8Array.from(rows, (row) => {
        const place = own.findIndex((end) => (row[signal] ?? 0) <= end);
        return place < 0 ? own.length : place;
      }),
    );
  }
  return { bins, ends };
}

const rounded = (value: number): number => Number(value.toPrecision(4));
