import type { Scene } from '../../model/scene.ts';
import { CONTEXT_SIGNALS, Context } from './context-signals.ts';
import type { Listening } from './misfits.ts';
import { oddsOf, type Trees } from './trees.ts';

/** The acts that are heard once more in the light of what was said around them, and whose they are. */
export const HEARD_IN_CONTEXT = {
  refusal: 'agent',
  offer: 'agent',
  declines: 'customer',
  proposes: 'customer',
} as const;

export type ActInContext = keyof typeof HEARD_IN_CONTEXT;

/** For each act the trees that tell how probable it is, grown on messages labelled with their acts ("npm run weigh"). */
export type ContextTrees = Readonly<Record<ActInContext, Omit<Trees, 'signals'>>>;

/**
 * Hears acts in context: one and the same "no direct flights" refuses whoever asked for one, and is a plain fact to others;
 * what the words alone leave open, the answer to them tells.
 */
export class InContext {
  private readonly context: Context;
  private readonly trees: ContextTrees;
  private readonly heard = new Map<string, number>();

  constructor(scene: Scene, acts: Listening['acts'], trees: ContextTrees) {
    this.context = new Context(scene, acts);
    this.trees = trees;
  }

  /** How probably a message performs the act, from 0 to 1; 0 where it is not of the side whose act it is. */
  hear(index: number, act: ActInContext): number {
    const key = `${act} ${index}`;
    const known = this.heard.get(key);
    if (known !== undefined) {
      return known;
    }
    const read = this.context.signalsOf(index);
    const score = read === null || read.side !== HEARD_IN_CONTEXT[act] ? 0 : oddsOf(read.signals, this.trees[act]);
    this.heard.set(key, score);
    return score;
  }
}

/** What trees of an act ask. */
export const signalsOfAct = (act: ActInContext): readonly string[] => CONTEXT_SIGNALS[HEARD_IN_CONTEXT[act]];
