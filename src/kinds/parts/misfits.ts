import type { Act } from '../../model/rule.ts';
import type { Hearing, Scene, SceneAgent, Utterance } from '../../model/scene.ts';
import type { Spot } from '../../model/verdict.ts';
import { messagesOf } from './listening.ts';

/** Whose answers are judged, and by which acts. */
export interface Listening {
  readonly scene: Scene;
  readonly agent: SceneAgent;
  readonly acts: {
    readonly refusal: Act;
    readonly declines: Act;
    readonly offer: Act;
    readonly proposes: Act;
    readonly grants: Act;
    readonly urging: Act;
    readonly denial: Act;
    readonly difficulty: Act;
    readonly no_information: Act;
    readonly closes: Act;
    readonly parting: readonly Act[];
    readonly disappointed: Act;
    readonly pleased: Act;
    readonly deflection: Act;
    readonly retries: Act;
    readonly request: Act;
    readonly check_back: Act;
    readonly takes_up: Act;
    readonly asks_detail: Act;
    readonly asks_for: Act;
    readonly asks_about: Act;
  };
}

/** A moment at which it becomes clear that what is wanted, or offered, will not serve. */
export interface Misfit {
  readonly message: number;
  readonly by: 'refusal' | 'declines';
  readonly score: number;
  readonly spots: readonly Spot[];
}

/** Spots cost more than scores: they are looked for only when a verdict rests on them. */
export class Told {
  readonly score: number;
  private readonly hearings: readonly Hearing[];

  constructor(score: number, hearings: readonly Hearing[]) {
    this.score = score;
    this.hearings = hearings;
  }

  get spots(): readonly Spot[] {
    return this.hearings.flatMap(({ spots }) => spots);
  }
}

/**
 * All possible misfits in order, with their probabilities: the agent's refusals and what customers turned down while
 * this agent served them are the agent's own, the rest is inherited.
 */
export function misfitsOf({ scene, agent, acts }: Listening): { own: Misfit[]; inherited: Misfit[] } {
  const own: Misfit[] = [];
  const inherited: Misfit[] = [];
  const serving = servedBy(scene);
  for (const [index, { part }] of scene.utterances.entries()) {
    if (part === 'agent' || part === 'customer') {
      const by = part === 'agent' ? 'refusal' : 'declines';
      const hearing = scene.hear(index, acts[by]);
      const score = misfitScore(scene, index, acts, hearing);
      const misfit: Misfit = Object.assign(new Told(score, [hearing]), { message: index, by } as const);
      if (serving[index] === agent.index) {
        own.push(misfit);
      } else if (index < lastOf(scene, agent)) {
        inherited.push(misfit);
      }
    }
  }
  return { own, inherited };
}

/** How sure a misfit is: a probability by the model is seen in the light of what was said around it. */
function misfitScore(scene: Scene, index: number, acts: Listening['acts'], { by, score }: Hearing): number {
  if (score >= WORTH_A_LOOK && overcome(scene, index, acts)) {
    return 0;
  }
  if (by !== 'model' || score < WORTH_A_LOOK) {
    return score;
  }
  const shift =
    reactionTo(scene, index, acts) +
    (isPlainNo(scene, index, acts) ? PLAIN_NO : 0) -
    (scene.hear(index, acts.denial).label === null ? FAINT : 0) -
    (servesAll(scene, index, acts) ? SERVED : 0);
  return inLightOf(shift, score);
}

/** A no at the head of an agent's answer to what the customer asked. */
function isPlainNo({ hear, utterances }: Scene, index: number, acts: Listening['acts']): boolean {
  const asked = utterances.slice(0, index).findLast(isPublic);
  return (
    utterances[index]?.part === 'agent' &&
    asked?.part === 'customer' &&
    hear(index, acts.denial).label === ANSWER &&
    (asked.text.includes('?') || hear(asked.index, acts.request).score >= 0.5)
  );
}

/** What a customer says in answer to "anything else?" or to a question for a detail, or is granted at once, suits them well enough. */
function servesAll(scene: Scene, index: number, acts: Listening['acts']): boolean {
  if (scene.utterances[index]?.part !== 'customer') {
    return false;
  }
  const before = scene.utterances.slice(0, index).findLast(isPublic);
  const after = scene.utterances.slice(index + 1).find(isPublic);
  const closing =
    before?.part === 'agent' &&
    (scene.hear(before.index, acts.check_back).score >= 0.5 ||
      scene.hear(before.index, acts.asks_detail).by === 'phrase');
  return closing || (after?.part === 'agent' && scene.hear(after.index, acts.pleased).score > 0);
}

/** Tried once more, it went as the customer had asked: that was a difficulty. */
function overcome({ hear, utterances }: Scene, index: number, acts: Listening['acts']): boolean {
  const [asked, answer] = utterances.slice(index + 1).filter(isPublic);
  return (
    utterances[index]?.part === 'agent' &&
    asked?.part === 'customer' &&
    answer?.part === 'agent' &&
    hear(asked.index, acts.retries).score > 0 &&
    Math.max(hear(answer.index, acts.grants).score, hear(answer.index, acts.pleased).score) > 0 &&
    hear(answer.index, acts.refusal).score < 0.5
  );
}

/** For each message the agent who serves: the author of agents' words, else the last one before, else the first. */
function servedBy({ utterances }: Scene): (number | null)[] {
  const agents = utterances.map(({ part, agent }) => (part === 'agent' ? agent : null));
  let serving = agents.find((agent) => agent !== null) ?? null;
  return agents.map((agent) => {
    serving = agent ?? serving;
    return serving;
  });
}

/** The agent's messages from a misfit on; all of them where there is none. */
export function messagesFrom(scene: Scene, agent: SceneAgent, misfit: Misfit | null): number[] {
  return messagesOf(scene, agent).filter((index) => misfit === null || index >= misfit.message);
}

const lastOf = (scene: Scene, agent: SceneAgent): number => messagesOf(scene, agent).at(-1) ?? -1;

/** How the customer took a message, as a shift of log odds: disappointed above 0, pleased below it, 0 neither or both. */
export function reactionTo({ hear, utterances }: Scene, index: number, acts: Listening['acts']): number {
  if (utterances[index]?.part !== 'agent') {
    return 0;
  }
  let reaction = 0;
  for (const { part, index: place } of utterances.slice(index + 1)) {
    if (part === 'agent') {
      break;
    }
    if (part === 'customer') {
      reaction += Math.sign(hear(place, acts.disappointed).score) - Math.sign(hear(place, acts.pleased).score);
    }
  }
  return reaction > 0 ? DISAPPOINTED : reaction < 0 ? -PLEASED : 0;
}

/** How much signs beside the words shift the log odds of a misfit or an offer; set by judgement, not fitted. */
const DISAPPOINTED = 1;
const PLEASED = 1;
const PLAIN_NO = 1.5;
const SERVED = 1.5;
const FAINT = 2;

/** The label of a denial that stands at the head of an answer. */
const ANSWER = 'answer';

/** A probability after its log odds are shifted. */
export function inLightOf(shift: number, probability: number): number {
  const odds = (probability / Math.max(1e-6, 1 - probability)) * Math.exp(shift);
  return odds / (1 + odds);
}

/** Below it no sign beside the words makes a misfit or an offer of it. */
export const WORTH_A_LOOK = 0.15;

export const isPublic = ({ part }: Utterance): boolean => part === 'agent' || part === 'customer';
