import type { Act } from '../../model/rule.ts';
import type { Hearing, Scene, SceneAgent, Utterance } from '../../model/scene.ts';
import type { Spot } from '../../model/verdict.ts';
import { NAMED, namesAnother } from './named-another.ts';

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
  };
}

/** A moment at which it becomes clear that what is wanted, or offered, will not serve. */
export interface Misfit {
  readonly message: number;
  readonly by: 'refusal' | 'declines';
  readonly score: number;
  readonly spots: readonly Spot[];
}

/** Another way that comes into reach at or after a misfit. */
export interface Way {
  /** In the message of the misfit, or the agent's next words after the customer's. */
  readonly prompt: boolean;
  readonly score: number;
  readonly spots: readonly Spot[];
}

/** Spots cost more than scores: they are looked for only when a verdict rests on them. */
class Told {
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

function messagesOf(scene: Scene, agent: SceneAgent): number[] {
  return agent.turns.flatMap((turn) => scene.turns[turn]?.messages ?? []);
}

const lastOf = (scene: Scene, agent: SceneAgent): number => messagesOf(scene, agent).at(-1) ?? -1;

/** How the customer took a message, as a shift of log odds: disappointed above 0, pleased below it, 0 neither or both. */
function reactionTo({ hear, utterances }: Scene, index: number, acts: Listening['acts']): number {
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
function inLightOf(shift: number, probability: number): number {
  const odds = (probability / Math.max(1e-6, 1 - probability)) * Math.exp(shift);
  return odds / (1 + odds);
}

/** Where the same words sound like a refusal and not clearly like an offer, they are likely one thing heard twice. */
const SAME_WORDS = 0.3;
const CLEARLY = 0.75;

/** The agent's own messages in which another way is looked for; what is offered later belongs to another matter. */
const REACH = 3;

/**
 * The other ways that the agent opens from a misfit on: offers of its own, and wishes of the customer's that it grants.
 */
export function waysFrom({ scene, agent, acts }: Listening, misfit: Misfit): Way[] {
  const later = messagesOf(scene, agent)
    .filter((index) => index >= misfit.message)
    .slice(0, REACH);
  const next = later.find((index) => misfit.by === 'declines' || index > misfit.message);
  const offers = later.map((index): Way => {
    const hearing = scene.hear(index, acts.offer);
    const prompt = index === misfit.message || index === next;
    const score = hearing.by === 'phrase' ? hearing.score : offerScore({ scene, agent, acts }, index, misfit);
    return Object.assign(new Told(score, [hearing]), { prompt });
  });
  const granted = later.flatMap((index): Way[] => {
    const asked = scene.utterances.slice(misfit.message + 1, index).findLast(isPublic);
    if (asked === undefined || asked.part !== 'customer') {
      return [];
    }
    const wish = scene.hear(asked.index, acts.proposes);
    const grant = scene.hear(index, acts.grants);
    const refused = scene.hear(index, acts.refusal);
    const closes = wish.score < SURE_WISH && !asked.text.includes('?');
    const passedOn = scene.hear(index, acts.deflection).score >= 0.5;
    const served = grant.score > 0 || (wish.by === 'phrase' && scene.hear(index, acts.offer).score > ALSO_OFFERED);
    if (!served || closes || passedOn) {
      return [];
    }
    const surely = Math.max(wish.score, namesAnother(scene, asked, index, acts.denial) ? NAMED : 0);
    return [Object.assign(new Told(surely * (1 - refused.score), [wish, grant]), { prompt: false })];
  });
  return [...offers, ...granted];
}

/** The customer acts on what the agent said, or says yes to what the agent asked. */
function isTakenUp({ hear, utterances }: Scene, index: number, misfit: Misfit, acts: Listening['acts']): boolean {
  const answer = utterances.slice(index + 1).find(isPublic);
  if (answer?.part !== 'customer') {
    return false;
  }
  const later = index > misfit.message && hear(index, acts.refusal).score < WORTH_A_DOUBT;
  if (hear(answer.index, acts.takes_up).score >= 0.5) {
    return later || hear(index, acts.offer).score >= WORTH_A_DOUBT;
  }
  const asked = utterances[index]?.text.trimEnd().endsWith('?') === true && hear(index, acts.check_back).score < 0.5;
  const yes = hear(answer.index, acts.grants).score > 0 && hear(answer.index, acts.disappointed).score === 0;
  return asked && yes && (index === misfit.message || hear(index, acts.offer).score >= WORTH_A_LOOK);
}

/** How surely the model's offer is one, seeing whether the same is urged on, how the customer took it and what else its words say. */
function offerScore({ scene, acts }: Listening, index: number, misfit: Misfit): number {
  const heard = scene.hear(index, acts.offer);
  const { score } = heard;
  if (isTakenUp(scene, index, misfit, acts)) {
    return Math.max(score, TAKEN_UP);
  }
  if (score < WORTH_A_LOOK) {
    return score;
  }
  const parts = acts.parting.flatMap((act) => {
    const parting = scene.hear(index, act);
    return parting.score >= 0.5 ? parting.spots : [];
  });
  const urged = scene.hear(index, acts.urging).by === 'phrase';
  if (urged || (parts.length > 0 && overlap(heard.spots, parts))) {
    return 0;
  }
  const unclear = score < Math.min(CLEARLY, misfit.score);
  const same = index === misfit.message && unclear && overlap(heard.spots, misfit.spots);
  return inLightOf(-reactionTo(scene, index, acts), same ? score * SAME_WORDS : score);
}

/** What customers act on after a no is another way, however it is worded; set by judgement, not fitted. */
const TAKEN_UP = 0.4;
const WORTH_A_DOUBT = 0.3;

/** Below it no sign beside the words makes a misfit or an offer of it. */
const WORTH_A_LOOK = 0.15;

/** A wish that is not asked must be heard so surely. */
const SURE_WISH = 0.5;

/** Where the customer plainly names another way, so much of an offer in the answer grants it. */
const ALSO_OFFERED = 0.05;

const isPublic = ({ part }: Utterance): boolean => part === 'agent' || part === 'customer';

function overlap(some: readonly Spot[], others: readonly Spot[]): boolean {
  return some.some((spot) => others.some((other) => spot.start < other.end && other.start < spot.end));
}

/** How surely the agent performed an act at or after a misfit. */
export function acted({ scene, agent }: Listening, misfit: Misfit, act: Act): number {
  return messagesOf(scene, agent)
    .filter((index) => index >= misfit.message)
    .reduce((most, index) => Math.max(most, scene.hear(index, act).score), 0);
}
