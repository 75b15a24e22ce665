/**
 * A small tree of questions, node after node: a question is the place of a signal, the value up to which the next node
 * answers, and the place of the node that answers above it; an answer is -1 and what it adds to the margin.
 */
export type Tree = readonly number[];

/** What was grown on labelled conversations of both languages together ("npm run weigh"). */
export interface Trees {
  /** The names of the signals that the trees ask. */
  readonly signals: readonly string[];
  /** Where the margin of each verdict starts; one margin alone where only whether something is so is told. */
  readonly start: readonly number[];
  /** Each round has one tree a verdict. */
  readonly rounds: readonly (readonly Tree[])[];
}

/** Marks a node that answers. */
export const ANSWERS = -1;

/** What a tree says of the signals. */
export function askTree(tree: Tree, signals: readonly number[]): number {
  let place = 0;
  while (tree[place] !== ANSWERS) {
    const value = signals[tree[place] as number] ?? 0;
    place = value <= (tree[place + 1] as number) ? place + 3 : (tree[place + 2] as number);
  }
  return tree[place + 1] as number;
}

/**
 * How probable each verdict is, in the order of the trees' verdicts, adding up to 1: the trees of a verdict add up to its
 * margin, and the margins share one by their powers.
 */
export function weigh(signals: readonly number[], trees: Omit<Trees, 'signals'>): number[] {
  return powersOf(marginsOf(signals, trees));
}

function marginsOf(signals: readonly number[], { start, rounds }: Omit<Trees, 'signals'>): number[] {
  const margins = [...start];
  for (const trees of rounds) {
    for (let verdict = 0; verdict < trees.length; verdict += 1) {
      margins[verdict] = (margins[verdict] ?? 0) + askTree(trees[verdict] as Tree, signals);
    }
  }
  return margins;
}

/** How probable the one thing is that trees of a single margin tell: the logistic of what they add up to. */
export function oddsOf(signals: readonly number[], trees: Omit<Trees, 'signals'>): number {
  const [margin = 0] = marginsOf(signals, trees);
  return logistic(margin);
}

/** A margin, which is a log of odds, as a probability. */
export const logistic = (margin: number): number => 1 / (1 + Math.exp(-margin));

/** Margins as shares of one (softmax). */
export function powersOf(margins: readonly number[]): number[] {
  const highest = Math.max(...margins);
  const powers = margins.map((margin) => Math.exp(margin - highest));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / all);
}
