import type { Scene, Turn, Utterance } from '../../model/scene.ts';
import type { Spot } from '../../model/verdict.ts';
import { formatDuration } from '../../text/duration.ts';
import { findSpokenTimes } from '../../text/spoken-time.ts';
import { customerBetween, hears } from './listening.ts';

/** A fault that the clock shows: its reason, the words, and how long the agent waited. */
export interface ClockFault {
  readonly reason: string;
  readonly spots: readonly Spot[];
  readonly args: Readonly<Record<string, string | number>>;
}

export interface PingOptions {
  readonly presence: string;
  readonly sure_act: number;
  readonly ping_seconds: number;
}

export interface CloseOptions {
  readonly notice: string;
  readonly silence: string;
  readonly holding: string;
  readonly closes: string;
  readonly sure_act: number;
  readonly close_seconds: number;
}

/** A closing that follows the agent's own message at once winds up; after such a pause it answers silence. */
const SHORTEST_SILENCE_MS = 20_000;
/** A notice that speaks of so much time to come is a warning, not yet the closing. */
const SHORTEST_WARNING_MS = 60_000;

/** "Are you there?" within `ping_seconds` of the agent's own last message, with nothing from the customer between. */
export function pingedTooSoon(scene: Scene, turn: Turn, chosen: PingOptions): ClockFault[] {
  return turn.messages.flatMap((index) => {
    const hearing = scene.hear(index, chosen.presence);
    const previous = spokenBefore(scene, index);
    const gap = gapBetween(previous, scene.utterances[index]);
    const own = previous?.part === 'agent' && previous.agent === turn.agent;
    return hearing.score >= chosen.sure_act && own && gap !== null && gap <= chosen.ping_seconds * 1000
      ? [{ reason: 'pinged-too-soon', spots: hearing.spots, args: { gap: formatDuration(gap, scene.language) } }]
      : [];
  });
}

/**
 * Closing for silence within `close_seconds` of the last message of anybody. It is for silence when the words say so, or
 * when the agent had the last word and waited, and the customer had not taken leave.
 */
export function closedTooSoon(scene: Scene, turn: Turn, chosen: CloseOptions): ClockFault[] {
  return turn.messages.flatMap((index) => {
    const hearing = scene.hear(index, chosen.notice);
    const utterance = scene.utterances[index];
    const previous = spokenBefore(scene, index);
    const gap = gapBetween(previous, utterance);
    if (hearing.score < chosen.sure_act || utterance === undefined || previous === undefined || gap === null) {
      return [];
    }
    const warnsOnly = findSpokenTimes(utterance.tokens).some(({ ms }) => ms >= SHORTEST_WARNING_MS);
    const saysSilence = scene.hear(index, chosen.silence).score >= chosen.sure_act;
    // After an own "let me check" it is the customer who waits.
    const atWork = hears(scene, [previous.index], chosen.holding, chosen.sure_act);
    const waited = previous.part === 'agent' && gap >= SHORTEST_SILENCE_MS && !atWork;
    const lastOfCustomer = customerBetween(scene, -1, index).slice(-1);
    const tookLeave = hears(scene, lastOfCustomer, chosen.closes, chosen.sure_act);
    return gap < chosen.close_seconds * 1000 &&
      isFinal(scene, index) &&
      !warnsOnly &&
      !tookLeave &&
      (saysSilence || waited)
      ? [{ reason: 'closed-too-soon', spots: hearing.spots, args: { gap: formatDuration(gap, scene.language) } }]
      : [];
  });
}

/** Whether no agent speaks after this message: a notice after which the talk goes on closed nothing. */
function isFinal(scene: Scene, index: number): boolean {
  return !scene.utterances.slice(index + 1).some(({ part }) => part === 'agent');
}

function spokenBefore(scene: Scene, index: number): Utterance | undefined {
  return scene.utterances
    .slice(0, index)
    .findLast(({ part }) => part === 'agent' || part === 'customer' || part === 'bot');
}

function gapBetween(earlier: Utterance | undefined, later: Utterance | undefined): number | null {
  const from = earlier?.at ?? null;
  const to = later?.at ?? null;
  return from === null || to === null || to < from ? null : to - from;
}
