// Grows the trees by which acts are heard in context, from messages whose acts are labelled (bench/acts).

import type { ActItem } from '../src/judge/lesson.ts';
import { Context } from '../src/kinds/parts/context-signals.ts';
import { type ActInContext, type ContextTrees, HEARD_IN_CONTEXT } from '../src/kinds/parts/heard-in-context.ts';
import type { Listening } from '../src/kinds/parts/misfits.ts';
import type { Act } from '../src/model/rule.ts';
import type { Scene } from '../src/model/scene.ts';
import type { Grown, Lessons } from './grow-trees.ts';

/** A message whose acts are known, as its signals are read off it beside its neighbours. */
export interface ContextCase {
  readonly source: string;
  readonly signals: readonly number[];
  readonly performs: boolean;
  readonly weight: number;
}

export type ContextCases = Readonly<Record<ActInContext, ContextCase[]>>;

const ACTS = Object.keys(HEARD_IN_CONTEXT) as readonly ActInContext[];

export const noContextCases = (): ContextCases => ({ refusal: [], offer: [], declines: [], proposes: [] });

/** Adds the messages of a conversation whose acts are known. */
export function addContextCases(
  cases: ContextCases,
  { scene, acts, itemOf }: { scene: Scene; acts: Listening['acts']; itemOf: (index: number) => ActItem | undefined },
  source: string,
): void {
  const context = new Context(scene, acts);
  for (const { index } of scene.utterances) {
    const item = itemOf(index);
    const read = item === undefined ? null : context.signalsOf(index);
    if (item === undefined || read === null) {
      continue;
    }
    for (const act of ACTS) {
      if (HEARD_IN_CONTEXT[act] === read.side && isJudged(item, act)) {
        const performs = item.acts.includes(act);
        cases[act].push({ source, signals: read.signals, performs, weight: item.weight ?? 1 });
      }
    }
  }
}

const isJudged = ({ judged }: ActItem, act: Act): boolean => judged === undefined || judged.includes(act);

/** What the trees of each act learn: the messages of all sources but those held out. */
export function contextLessons(cases: ContextCases, heldOut: readonly string[] = []): (() => Lessons)[] {
  return ACTS.map((act) => () => {
    const own = cases[act].filter(({ source }) => !heldOut.includes(source));
    return {
      rows: own.map(({ signals }) => signals),
      truth: own.map(({ performs }) => Number(performs)),
      importance: own.map(({ weight }) => weight),
      classes: 1,
    };
  });
}

/** The trees of all acts. @param grown - from `contextLessons`, in their order */
export function contextTrees(grown: readonly Grown[]): ContextTrees {
  return Object.fromEntries(ACTS.map((act, place) => [act, grown[place] as Grown])) as Record<ActInContext, Grown>;
}

/** So many lessons make the trees of all acts. */
export const CONTEXT_ACTS = ACTS.length;
