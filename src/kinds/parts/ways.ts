import type { Act } from '../../model/rule.ts';
import type { Scene } from '../../model/scene.ts';
import type { Spot } from '../../model/verdict.ts';
import { heardIn } from './listening.ts';
import {
  inLightOf,
  isPublic,
  type Listening,
  type Misfit,
  messagesFrom,
  reactionTo,
  Told,
  WORTH_A_LOOK,
} from './misfits.ts';
import { NAMED, namesAnother } from './named-another.ts';

/** Another way that comes into reach at or after a misfit. */
export interface Way {
  /** In the message of the misfit, or the agent's next words after the customer's. */
  readonly prompt: boolean;
  readonly score: number;
  readonly spots: readonly Spot[];
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
  const later = messagesFrom(scene, agent, misfit).slice(0, REACH);
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
  if (isTakenUp(scene, index, misfit, acts)) {
    return Math.max(heard.score, TAKEN_UP);
  }
  const score = offerIn(scene, index, acts);
  if (score < WORTH_A_LOOK) {
    return score;
  }
  const unclear = score < Math.min(CLEARLY, misfit.score);
  const same = index === misfit.message && unclear && overlap(heard.spots, misfit.spots);
  return inLightOf(-reactionTo(scene, index, acts), same ? score * SAME_WORDS : score);
}

/** How surely a message holds an offer, whatever went before it. */
export function offerIn(scene: Scene, index: number, acts: Listening['acts']): number {
  const { score } = scene.hear(index, acts.offer);
  return score >= WORTH_A_LOOK && isNoOffer(scene, index, acts) ? 0 : score;
}

/** Words that press the same, or a good wish in parting, sound like an offer and are none. */
function isNoOffer(scene: Scene, index: number, acts: Listening['acts']): boolean {
  const parts = acts.parting.flatMap((act) => {
    const parting = scene.hear(index, act);
    return parting.score >= 0.5 ? parting.spots : [];
  });
  const urged = scene.hear(index, acts.urging).by === 'phrase';
  return urged || (parts.length > 0 && overlap(scene.hear(index, acts.offer).spots, parts));
}

/** What customers act on after a no is another way, however it is worded; set by judgement, not fitted. */
const TAKEN_UP = 0.4;
const WORTH_A_DOUBT = 0.3;

/** A wish that is not asked must be heard so surely. */
const SURE_WISH = 0.5;

/** Where the customer plainly names another way, so much of an offer in the answer grants it. */
const ALSO_OFFERED = 0.05;

function overlap(some: readonly Spot[], others: readonly Spot[]): boolean {
  return some.some((spot) => others.some((other) => spot.start < other.end && other.start < spot.end));
}

/** How surely the agent performed an act at or after a misfit. */
export function acted({ scene, agent }: Listening, misfit: Misfit, act: Act): number {
  return heardIn(scene, messagesFrom(scene, agent, misfit), act);
}
