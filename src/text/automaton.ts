import type { Atom, Pattern } from './patterns.ts';

/**
 * All phrases of one language as one automaton, flat: plain numbers and words that can be written to a file and used
 * again without reading a single pattern.
 */
export interface PhraseAutomaton {
  /** Words by which the automaton steps, each with a sign of its kind before it: `s` stem, `w` word, `p` beginning. */
  readonly symbols: readonly string[];
  /**
   * Nodes one after another, each known by where it begins: the number of steps, then symbol and target of each in the
   * order of the symbols; the number of gaps, then least, most and target of each; the target of a name, or -1; the
   * number of patterns that end here, then each.
   */
  readonly cells: Int32Array;
  /** Where the root begins in `cells`. */
  readonly root: number;
  /** What a hit of each pattern must fit, in the order of the patterns. */
  readonly conditions: readonly PhraseCondition[];
}

export type PhraseCondition = Pick<Pattern, 'from' | 'to' | 'notBefore' | 'notAfter'>;

/** The symbol of any number; those of words count from 1. */
export const NUMBER = 0;

interface Node {
  readonly steps: Map<number, Node>;
  readonly gaps: { readonly least: number; readonly most: number; readonly node: Node }[];
  name: Node | null;
  readonly ends: number[];
}

const newNode = (): Node => ({ steps: new Map(), gaps: [], name: null, ends: [] });

/** Compiles patterns into one automaton; hits name them by their order here. */
export function compilePhrases(patterns: readonly Pattern[]): PhraseAutomaton {
  const symbols = new Map<string, number>();
  const root = newNode();
  for (const [index, { variants }] of patterns.entries()) {
    for (const variant of variants) {
      const end = variant.reduce((node, atom) => stepTo(node, atom, symbols), root);
      if (!end.ends.includes(index)) {
        end.ends.push(index);
      }
    }
  }
  const cells: number[] = [];
  const start = flatten(root, cells, new Map());
  return {
    symbols: [...symbols.keys()],
    cells: Int32Array.from(cells),
    root: start,
    conditions: patterns.map(({ from, to, notBefore, notAfter }) => ({ from, to, notBefore, notAfter })),
  };
}

const KIND_SIGN = { stem: 's', word: 'w', prefix: 'p' } as const;

function stepTo(node: Node, atom: Atom, symbols: Map<string, number>): Node {
  if (atom.is === 'any') {
    const known = node.gaps.find(({ least, most }) => least === atom.least && most === atom.most);
    const gap = known ?? { least: atom.least, most: atom.most, node: newNode() };
    if (known === undefined) {
      node.gaps.push(gap);
    }
    return gap.node;
  }
  if (atom.is === 'name') {
    node.name ??= newNode();
    return node.name;
  }
  const key = atom.is === 'number' ? null : `${KIND_SIGN[atom.is]}${atom.text}`;
  const symbol = key === null ? NUMBER : (symbols.get(key) ?? symbols.size + 1);
  if (key !== null) {
    symbols.set(key, symbol);
  }
  const next = node.steps.get(symbol) ?? newNode();
  node.steps.set(symbol, next);
  return next;
}

/** Writes a node after those that it leads to; nodes that say the same are written once. Returns where it begins. */
function flatten(node: Node, cells: number[], written: Map<string, number>): number {
  const steps = [...node.steps].sort(([left], [right]) => left - right);
  const own = [steps.length];
  for (const [symbol, target] of steps) {
    own.push(symbol, flatten(target, cells, written));
  }
  own.push(node.gaps.length);
  for (const { least, most, node: target } of node.gaps) {
    own.push(least, most, flatten(target, cells, written));
  }
  own.push(node.name === null ? -1 : flatten(node.name, cells, written), node.ends.length, ...node.ends);
  const key = own.join();
  const known = written.get(key);
  if (known !== undefined) {
    return known;
  }
  const start = cells.length;
  cells.push(...own);
  written.set(key, start);
  return start;
}

/** An automaton as JSON can hold it. */
export interface WrittenAutomaton extends Pick<PhraseAutomaton, 'symbols' | 'root'> {
  /** Little-endian 32-bit numbers, base64. */
  readonly cells: string;
  readonly patterns: number;
  /** Which pattern, and its condition: most patterns have none. */
  readonly conditions: readonly (readonly [number, PhraseCondition])[];
}

const NO_CONDITION: PhraseCondition = { from: 'anywhere', to: 'anywhere', notBefore: [], notAfter: [] };

/** An automaton in the form that JSON can hold. */
export function writeAutomaton({ symbols, cells, root, conditions }: PhraseAutomaton): WrittenAutomaton {
  const bytes = Buffer.alloc(cells.length * 4);
  cells.forEach((cell, index) => {
    bytes.writeInt32LE(cell, index * 4);
  });
  const own = conditions.flatMap((condition, index): [number, PhraseCondition][] => {
    const { from, to, notBefore, notAfter } = condition;
    const none = from === 'anywhere' && to === 'anywhere' && notBefore.length === 0 && notAfter.length === 0;
    return none ? [] : [[index, condition]];
  });
  return { symbols, root, cells: bytes.toString('base64'), patterns: conditions.length, conditions: own };
}

/** The automaton that `writeAutomaton` wrote. */
export function readAutomaton({ symbols, cells, root, patterns, conditions }: WrittenAutomaton): PhraseAutomaton {
  const all = new Array<PhraseCondition>(patterns).fill(NO_CONDITION);
  for (const [index, condition] of conditions) {
    all[index] = condition;
  }
  return { symbols, root, cells: readCells(Buffer.from(cells, 'base64')), conditions: all };
}

const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** Most machines store numbers as they are written: then the bytes only need a copy at a whole place. */
function readCells(bytes: Buffer): Int32Array {
  if (LITTLE_ENDIAN) {
    return new Int32Array(new Uint8Array(bytes).buffer);
  }
  return Int32Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readInt32LE(index * 4));
}
