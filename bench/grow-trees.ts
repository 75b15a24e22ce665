// Gradient boosting of small trees (Friedman 2001; the gain and the leaves as in Chen and Guestrin 2016): after each round the
// next trees learn what the ones before them still get wrong. Deterministic.
import { ANSWERS, logistic, powersOf, type Tree } from '../src/kinds/parts/trees.ts';

/** Found by cross-validation over held-out sources, and flat around them. */
const ROUNDS = 100;
const SHRINKAGE = 0.06;
const ANSWERS_OF_A_TREE = 8;
const LEAST_ROWS = 30;
const PENALTY = 5;
/** Nothing is rarer: of what never came, nothing can be said. */
const LEAST_SHARE = 1e-6;
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
  /** 1 where the truth is 0 or 1, and one margin tells how probable 1 is. */
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

/** For each bin of each signal, one signal after the other: the sums of the rows in it, and how many they are. */
interface Sums {
  readonly slopes: Float64Array;
  readonly curvatures: Float64Array;
  readonly counts: Int32Array;
}

interface Node {
  readonly rows: Int32Array;
  readonly sums: Sums;
  readonly cut: Cut | null;
  children: readonly [Node, Node] | null;
}

/** Grows the trees of every class, round after round. */
export function growTrees({ rows, truth, importance, classes }: Lessons): Grown {
  const binned = binsOf(rows);
  const all = importance.reduce((sum, each) => sum + each, 0);
  const alone = classes === 1;
  const sharesOf = alone ? ([margin = 0]: readonly number[]) => [logistic(margin)] : powersOf;
  const labelOf = (label: number): number => (alone ? 1 : label);
  const start = Array.from({ length: classes }, (_, label) => {
    const share = importance.reduce((sum, each, row) => sum + (truth[row] === labelOf(label) ? each : 0), 0) / all;
    const others = alone ? Math.max(1 - share, LEAST_SHARE) : 1;
    return rounded(Math.log(Math.max(share, LEAST_SHARE) / others));
  });
  const truths = start.map((_, label) => truth.map((each) => each === labelOf(label)));
  const margins = rows.map(() => [...start]);
  const rounds: Tree[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const shares = margins.map(sharesOf);
    const trees = start.map((_, label) => {
      const residue = residueOf(
        shares.map((share) => share[label] ?? 0),
        truths[label] as readonly boolean[],
        importance,
      );
      return grow(binned, residue, rows.length, (row, step) => {
        (margins[row] as number[])[label] = ((margins[row] as number[])[label] as number) + step;
      });
    });
    rounds.push(trees);
  }
  return { start, rounds };
}

function residueOf(shares: readonly number[], truth: readonly boolean[], importance: readonly number[]): Residue {
  const slope = new Float64Array(truth.length);
  const curvature = new Float64Array(truth.length);
  for (let row = 0; row < truth.length; row += 1) {
    const share = shares[row] ?? 0;
    const weight = importance[row] ?? 1;
    slope[row] = weight * (share - Number(truth[row]));
    curvature[row] = weight * share * (1 - share);
  }
  return { slope, curvature };
}

/** One tree: the node whose question gains most is asked first, until there are enough answers. */
function grow(binned: Binned, residue: Residue, count: number, step: (row: number, value: number) => void): Tree {
  const node = (rows: Int32Array, sums: Sums): Node => ({
    rows,
    sums,
    cut: bestCut(binned, sums, rows),
    children: null,
  });
  const all = Int32Array.from({ length: count }, (_, row) => row);
  const root = node(all, sumsByBin(binned, residue, all));
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
    const first = next.rows.filter(below);
    const second = next.rows.filter((row) => !below(row));
    // Only the smaller half is summed: the other is what is left of the whole.
    const ofFirst = first.length <= second.length;
    const small = sumsByBin(binned, residue, ofFirst ? first : second);
    const large = leftOf(next.sums, small);
    const children = [node(first, ofFirst ? small : large), node(second, ofFirst ? large : small)] as const;
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

/** Loops count places instead of asking for rows one by one: this is where growing spends its time. */
function sumsByBin({ bins }: Binned, { slope, curvature }: Residue, rows: Int32Array): Sums {
  const slopes = new Float64Array(bins.length * CUTS);
  const curvatures = new Float64Array(bins.length * CUTS);
  const counts = new Int32Array(bins.length * CUTS);
  const length = rows.length;
  for (let signal = 0; signal < bins.length; signal += 1) {
    const own = bins[signal] as Uint8Array;
    const offset = signal * CUTS;
    for (let place = 0; place < length; place += 1) {
      const row = rows[place] as number;
      const bin = offset + (own[row] as number);
      slopes[bin] = (slopes[bin] as number) + (slope[row] as number);
      curvatures[bin] = (curvatures[bin] as number) + (curvature[row] as number);
      counts[bin] = (counts[bin] as number) + 1;
    }
  }
  return { slopes, curvatures, counts };
}

/** What is left of the sums of all without those of some. */
function leftOf(all: Sums, some: Sums): Sums {
  return {
    slopes: all.slopes.map((sum, bin) => sum - (some.slopes[bin] as number)),
    curvatures: all.curvatures.map((sum, bin) => sum - (some.curvatures[bin] as number)),
    counts: all.counts.map((sum, bin) => sum - (some.counts[bin] as number)),
  };
}

/** The question that gains most, or null where none gains anything. */
function bestCut({ ends }: Binned, { slopes, curvatures, counts }: Sums, rows: Int32Array): Cut | null {
  const totalOf = (sums: Float64Array): number => sums.subarray(0, CUTS).reduce((total, sum) => total + sum, 0);
  const allSlope = totalOf(slopes);
  const allCurvature = totalOf(curvatures);
  const worth = (slope: number, curvature: number): number => (slope * slope) / (curvature + PENALTY);
  const unasked = worth(allSlope, allCurvature);
  let best: Cut | null = null;
  for (let signal = 0; signal < ends.length; signal += 1) {
    let slope = 0;
    let curvature = 0;
    let count = 0;
    for (let bin = 0; bin < (ends[signal]?.length ?? 0); bin += 1) {
      const place = signal * CUTS + bin;
      slope += slopes[place] as number;
      curvature += curvatures[place] as number;
      count += counts[place] as number;
      const gain = worth(slope, curvature) + worth(allSlope - slope, allCurvature - curvature) - unasked;
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
