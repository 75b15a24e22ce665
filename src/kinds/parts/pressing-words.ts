import type { Hearing, Scene, Turn } from '../../model/scene.ts';
import type { Spot } from '../../model/verdict.ts';
import { findSpokenTimes } from '../../text/spoken-time.ts';
import { hears } from './listening.ts';

export interface PressingActs {
  readonly rushing: string;
  readonly rush_hint: string;
  readonly demand: string;
  readonly patience: string;
  readonly rush_trap: string;
  readonly warm: string;
  readonly sure_act: number;
  readonly deadline_chat_seconds: number;
  readonly deadline_other_seconds: number;
}

export interface Pressure {
  readonly reason: string;
  readonly spots: readonly Spot[];
  readonly args: Readonly<Record<string, string | number>>;
}

const ULTIMATUM = 'ultimatum';

/**
 * The phrases in a turn that press the customer. They are no more than strong signs where a trained model knows the act: some
 * stand for something else ("prices hold till Friday", «давайте быстренько посмотрю»).
 */
export function pressingPhrases(scene: Scene, turn: Turn, chosen: PressingActs): Pressure[] {
  return turn.messages.flatMap((index) => {
    const hearing = scene.hear(index, chosen.rushing);
    const pressure = hearing.by === 'phrase' ? pressureOf(scene, index, hearing, chosen) : null;
    return pressure === null ? shortDemand(scene, turn, index, chosen) : [pressure];
  });
}

/**
 * The pressure that the trained model heard in a message; null where it heard none or where its own words excuse it. Said in
 * so many words, an invitation to take one's time or an excuse for being slow stands against any guess: sarcasm is rare,
 * a false accusation is not to be had for it.
 */
export function pressureHeard(scene: Scene, index: number, chosen: PressingActs): Pressure | null {
  const harmless = [chosen.patience, chosen.rush_trap].some((act) => scene.hear(index, act).by === 'phrase');
  return harmless ? null : pressureOf(scene, index, scene.hear(index, chosen.rushing), chosen);
}

function pressureOf(scene: Scene, index: number, hearing: Hearing, chosen: PressingActs): Pressure | null {
  if (hearing.score === 0) {
    return null;
  }
  const reason = hearing.label ?? scene.hear(index, chosen.rush_hint).label ?? 'urged';
  if (reason === ULTIMATUM && deadlineIn(scene, index, chosen) === 'long') {
    return null;
  }
  return { reason, spots: hearing.spots, args: {} };
}

/** A demand with a threat and a short deadline, unless said with courtesy. */
function shortDemand(scene: Scene, turn: Turn, index: number, chosen: PressingActs): Pressure[] {
  const demand = scene.hear(index, chosen.demand);
  return demand.score >= chosen.sure_act &&
    !hears(scene, turn.messages, chosen.warm, chosen.sure_act) &&
    deadlineIn(scene, index, chosen) === 'short'
    ? [{ reason: ULTIMATUM, spots: demand.spots, args: {} }]
    : [];
}

/** The deadline that a message speaks of, by the shortest time it names. */
function deadlineIn(scene: Scene, index: number, chosen: PressingActs): 'short' | 'long' | null {
  const times = findSpokenTimes(scene.utterances[index]?.tokens ?? []).map(({ ms }) => ms);
  if (times.length === 0) {
    return null;
  }
  const limit = scene.channel === 'chat' ? chosen.deadline_chat_seconds : chosen.deadline_other_seconds;
  return Math.min(...times) < limit * 1000 ? 'short' : 'long';
}
