import type { Act } from '../../model/rule.ts';
import type { Hearing, Scene, SceneAgent, Turn, Utterance } from '../../model/scene.ts';
import type { Spot } from '../../model/verdict.ts';
import { findQuestions } from '../../text/questions.ts';

/** A message that performs an act, and how surely. */
export interface Heard {
  readonly message: number;
  readonly hearing: Hearing;
}

/**
 * The messages among those given that perform the act at least so surely, in their order. Words that stand only inside
 * quotation marks are spoken of, not said.
 */
export function hearAll(scene: Scene, messages: readonly number[], act: Act, atLeast: number): Heard[] {
  return messages
    .map((message) => ({ message, hearing: scene.hear(message, act) }))
    .filter(({ hearing }) => hearing.score > 0 && hearing.score >= atLeast)
    .filter(({ message, hearing }) => !isMentioned(scene.utterances[message]?.text ?? '', hearing));
}

const QUOTATION_MARKS = [
  ['«', '»'],
  ['“', '”'],
  ['„', '“'],
] as const;

function isMentioned(text: string, hearing: Hearing): boolean {
  if (hearing.by !== 'phrase' || !/["«“„]/.test(text)) {
    return false;
  }
  return hearing.spots.every(({ start }) => {
    const before = text.slice(0, start);
    const straight = before.split('"').length - 1;
    return (
      straight % 2 === 1 ||
      QUOTATION_MARKS.some(([open, close]) => before.lastIndexOf(open) > before.lastIndexOf(close))
    );
  });
}

/** How surely one of the messages performs an act. */
export function heardIn(scene: Scene, indexes: readonly number[], act: Act): number {
  return Math.max(0, ...indexes.map((index) => scene.hear(index, act).score));
}

/** The same by the trained model alone, which knows what a phrase does not; by the phrase where no model knows the act. */
export function heardByModel(scene: Scene, indexes: readonly number[], act: Act): number {
  return Math.max(
    0,
    ...indexes.map((index) => {
      const { trained, score } = scene.hear(index, act);
      return trained ?? score;
    }),
  );
}

/** Whether any of the messages performs the act at least so surely. */
export function hears(scene: Scene, messages: readonly number[], act: Act, atLeast: number): boolean {
  return hearAll(scene, messages, act, atLeast).length > 0;
}

/** The turns of an agent, in order. */
export function turnsOf(scene: Scene, agent: SceneAgent): Turn[] {
  return agent.turns.flatMap((index) => scene.turns[index] ?? []);
}

/** The indexes of an agent's messages, in order. */
export function messagesOf(scene: Scene, agent: SceneAgent): number[] {
  return turnsOf(scene, agent).flatMap(({ messages }) => messages);
}

/** The first of the surest. */
export function surest<Each extends { readonly score: number }>(all: readonly Each[]): Each | null {
  return all.reduce<Each | null>((best, each) => (best === null || each.score > best.score ? each : best), null);
}

/** The utterances at these indexes. */
export function utterancesAt(scene: Scene, messages: readonly number[]): Utterance[] {
  return messages.flatMap((index) => scene.utterances[index] ?? []);
}

/** What the customer wrote between two messages, both excluded; up to the end of the record without the second. */
export function customerBetween(scene: Scene, after: number, before = scene.utterances.length): number[] {
  return scene.utterances
    .slice(after + 1, before)
    .filter(({ part }) => part === 'customer')
    .map(({ index }) => index);
}

/** The whole text of a message as evidence. */
export function wholeMessage({ index, message }: Utterance): Spot {
  return { message: index, start: 0, end: message.text.length };
}

/** Spots without repetition, by message and place. */
export function sortedSpots(spots: readonly Spot[]): Spot[] {
  const byPlace = new Map(spots.map((spot) => [`${spot.message}:${spot.start}:${spot.end}`, spot]));
  return [...byPlace.values()].sort(
    (one, other) => one.message - other.message || one.start - other.start || one.end - other.end,
  );
}

/** The label of questions that only offer more help. */
const ANYTHING_ELSE = 'anything-else';

/** The checks in these messages that only ask whether there is anything else. */
export function moreHelpOffers(
  scene: Scene,
  messages: readonly number[],
  acts: { readonly check: string; readonly sure: number },
): Heard[] {
  return hearAll(scene, messages, acts.check, acts.sure).filter(({ hearing }) => hearing.label === ANYTHING_ELSE);
}

/** The questions in messages of an agent that wait for an answer: all but the offer of more help. */
export function openQuestions(
  scene: Scene,
  messages: readonly number[],
  acts: { readonly check: string; readonly sure: number },
): Spot[] {
  const offers = moreHelpOffers(scene, messages, acts).flatMap(({ hearing }) => hearing.spots);
  return utterancesAt(scene, messages).flatMap(({ index, text, tokens }) =>
    findQuestions(text, tokens)
      .map(({ start, end }) => ({ message: index, start, end }))
      .filter(
        ({ start, end }) => !offers.some((offer) => offer.message === index && offer.start < end && start < offer.end),
      ),
  );
}
