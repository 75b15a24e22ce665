// The rules whose verdicts are weighed by trees grown on labelled conversations: what is read off a conversation, and how.
import { existsSync, readFileSync } from 'node:fs';
import { answerBy } from '../src/kinds/answer.ts';
import { closeBy } from '../src/kinds/close.ts';
import { faultsOf, type PaceOptions, paceBy } from '../src/kinds/pace.ts';
import { ANSWER_SIGNALS, hearAnswer } from '../src/kinds/parts/answer-signals.ts';
import { closingOf } from '../src/kinds/parts/closing.ts';
import { CLOSING_SIGNALS, type ClosingActs, hearClosing } from '../src/kinds/parts/closing-signals.ts';
import type { ContextTrees } from '../src/kinds/parts/heard-in-context.ts';
import type { Listening } from '../src/kinds/parts/misfits.ts';
import { oddsOfPressing, PACE_VERDICTS, presses, SURE_PACE } from '../src/kinds/parts/pace-odds.ts';
import { hearPace, PACE_SIGNALS } from '../src/kinds/parts/pace-signals.ts';
import type { Trees } from '../src/kinds/parts/trees.ts';
import { warmWords } from '../src/kinds/parts/warmth.ts';
import { WEIGHED_VERDICTS, weighedVerdict } from '../src/kinds/parts/weighed-verdict.ts';
import type { Kind } from '../src/model/kind.ts';
import type { Scene, SceneAgent } from '../src/model/scene.ts';

export interface Weighed {
  readonly rule: string;
  /** Where the trees are kept. */
  readonly file: string;
  readonly verdicts: readonly string[];
  readonly signals: readonly string[];
  /** How much a label counts by its data; 1 where nothing is said. */
  readonly weights: Readonly<Record<string, number>>;
  /** The signals of an agent's part in a conversation; null where a phrase, the clock or the record decides. */
  hear(scene: Scene, agent: SceneAgent, options: unknown, context: ContextTrees): readonly number[] | null;
  /** The verdict that signals lead to; a failure less probable than `sure` is none. */
  tell(signals: readonly number[], trees: Trees, sure: number): string;
  kindBy(trees: Trees, context: ContextTrees): Kind;
}

/** What two reviewers judged tells more than what one labelled, and there is little of it. Found by cross-validation, as are the others. */
const TWICE_JUDGED_FIRST = { real: 5, written: 5 };
/** Real desks are few, and they are what matters. */
const DESKS_FIRST = { real: 3, gathered: 0.5 };
/** Hardly anybody real presses a customer: whoever learns only from what was written accuses too many of them. */
const ALL_THAT_IS_REAL = { real: 3, gathered: 3 };

export const WEIGHED: readonly Weighed[] = [
  {
    rule: 'alternative-offered',
    file: 'src/kinds/parts/grown/answer.json',
    verdicts: WEIGHED_VERDICTS,
    signals: ANSWER_SIGNALS,
    weights: TWICE_JUDGED_FIRST,
    hear: (scene, agent, options, context) =>
      hearAnswer({ scene, agent, acts: options as Listening['acts'] }, context).signals,
    tell: weighedVerdict,
    kindBy: answerBy,
  },
  {
    rule: 'warm-farewell',
    file: 'src/kinds/parts/grown/close.json',
    verdicts: WEIGHED_VERDICTS,
    signals: CLOSING_SIGNALS,
    weights: DESKS_FIRST,
    hear(scene, agent, options) {
      const acts = options as ClosingActs & { readonly turns_before: number; readonly check: string };
      const closing = closingOf(scene, agent, acts);
      const warm = closing === null ? [] : warmWords(scene, agent, closing, acts);
      const plain = closing === null || warm.some(({ by }) => by === 'phrase');
      return plain ? null : hearClosing(scene, agent, closing, warm, acts);
    },
    tell: weighedVerdict,
    kindBy: closeBy,
  },
  {
    rule: 'rushing-customer',
    file: 'src/kinds/parts/grown/pace.json',
    verdicts: PACE_VERDICTS,
    signals: PACE_SIGNALS,
    weights: ALL_THAT_IS_REAL,
    hear(scene, agent, options) {
      const pace = options as PaceOptions;
      const { certain, plain } = faultsOf(scene, agent, pace);
      return certain.length > 0 ? null : (hearPace(scene, agent, pace, plain)?.signals ?? null);
    },
    tell(signals, trees, sure) {
      const least = { sure: Math.max(SURE_PACE.sure, sure), sure_plain: Math.max(SURE_PACE.sure_plain, sure) };
      return presses(oddsOfPressing(signals, trees), signals, least) ? 'fail' : 'pass';
    },
    kindBy: paceBy,
  },
];

/** Trees that were grown without some sources. */
export interface HeldOutTrees {
  readonly sources: readonly string[];
  /** By rule. */
  readonly trees: Readonly<Record<string, Trees>>;
  readonly context: ContextTrees;
}

export const HELD_OUT_TREES = 'bench/out/held-out/trees.json';

/** What "npm run weigh" has left; none where it has not been run. */
export const readHeldOutTrees = (): HeldOutTrees[] =>
  existsSync(HELD_OUT_TREES) ? JSON.parse(readFileSync(HELD_OUT_TREES, 'utf8')) : [];
