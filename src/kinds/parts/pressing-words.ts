import type { Hearing, Scene, Turn } from '../../model/scene.ts';
import type { Spot } from '../../model/verdict.ts';
import { findSpokenTimes } from '../../text/spoken-time.ts';
import { hears } from './listening.ts';

export interface PressingOptions {
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
/** The words in a turn that press the customer at least so surely. */
export function pressingWords(scene: Scene, turn: Turn, chosen: PressingOptions, atLeast: number): Pressure[] {
  return turn.messages.flatMap((index) => {
    const hearing = scene.hear(index, chosen.rushing);
    const pressure = hearing.score >= atLeast ? pressureOf(scene, index, hearing, chosen) : null;
    if (pressure !== null) {
      return [pressure];
    }
    return shortDemand(scene, turn, index, chosen);
  });
}

function pressureOf(scene: Scene, index: number, hearing: Hearing, chosen: PressingOptions): Pressure | null {
  if (hearing.score === 0) {
    return null;
  }
  // Said in so many words, an invitation to take one's time or an excuse for being slow stands against any guess:
  // sarcasm is rare, a false accusation is not to be had for it.
  const harmless = [chosen.patience, chosen.rush_trap].some((act) => scene.hear(index, act).by === 'phrase');
  // Nor is the model believed where not one word of the message belongs to any pressure.
  const wordless = scene.hear(index, chosen.rush_hint).score === 0;
  if (hearing.by === 'model' && (harmless || wordless)) {
    return null;
  }
  const reason = hearing.label ?? scene.hear(index, chosen.rush_hint).label ?? 'urged';
  if (reason === ULTIMATUM && deadlineIn(scene, index, chosen) === 'long') {
    return null;
  }
  return { reason, spots: hearing.spots, args: {} };
}

/** A demand with a threat and a short deadline, unless said with courtesy. */
function shortDemand(scene: Scene, turn: Turn, index: number, chosen: PressingOptions): Pressure[] {
  const demand = scene.hear(index, chosen.demand);
  return demand.score >= chosen.sure_act &&
    !hears(scene, turn.messages, chosen.warm, chosen.sure_act) &&
    deadlineIn(scene, index, chosen) === 'short'
    ? [{ reason: ULTIMATUM, spots: demand.spots, args: {} }]
    : [];
}

/** The deadline that a message speaks of, by the shortest time it names. */
function deadlineIn(scene: Scene, index: number, chosen: PressingOptions): 'short' | 'long' | null {
  const times = findSpokenTimes(scene.utterances[index]?.tokens ?? []).map(({ ms }) => ms);
  if (times.length === 0) {
    return null;
  }
  const limit = scene.channel === 'chat' ? chosen.deadline_chat_seconds : chosen.deadline_other_seconds;
  return Math.min(...times) < limit * 1000 ? 'short' : 'long';
}
