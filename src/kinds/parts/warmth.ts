import type { Hearing, Scene, SceneAgent, Turn } from '../../model/scene.ts';
import type { Spot } from '../../model/verdict.ts';
import { aroundTurn, type Closing } from './closing.ts';
import { hearAll, hears } from './listening.ts';

/** The acts by which a closing is warm, or only sounds warm, and how surely acts beside it must be heard. */
export interface WarmthActs {
  readonly warm: string;
  readonly warm_hint: string;
  readonly parting_thanks: string;
  readonly warm_trap: string;
  readonly daytime: string;
  readonly bare: string;
  readonly closes: string;
  readonly sure: number;
}

/** The pass reasons, in the order in which they are given. */
export const WARMTH = ['wish', 'thanks', 'open-door', 'pleasure'] as const;
type Warmth = (typeof WARMTH)[number];

/** Warm words and how surely they are warm. */
export interface Warm {
  readonly reason: Warmth;
  readonly spots: readonly Spot[];
  readonly score: number;
  readonly by: Hearing['by'];
  readonly message: number;
}

/** All words of the closing that may be warm, however faintly. */
export function warmWords(scene: Scene, agent: SceneAgent, { last, before }: Closing, chosen: WarmthActs): Warm[] {
  return [
    ...warmIn(scene, agent, last, chosen),
    ...before.flatMap((turn) =>
      warmIn(scene, agent, turn, chosen).filter(
        ({ reason }) => reason !== 'thanks' || settledAround(scene, turn, chosen),
      ),
    ),
  ];
}

/** Thanks in the middle are thanks for waiting or for a detail, unless the customer was taking leave. */
function settledAround(scene: Scene, turn: Turn, chosen: WarmthActs): boolean {
  const { before, after } = aroundTurn(scene, turn);
  return hears(scene, [...before.slice(-1), ...after.slice(0, 1)], chosen.closes, chosen.sure);
}

function warmIn(scene: Scene, agent: SceneAgent, turn: Turn, chosen: WarmthActs): Warm[] {
  const warm = hearAll(scene, turn.messages, chosen.warm, 0)
    .filter(({ message }) => !onlyGreets(scene, agent, message, chosen))
    .filter(({ message, hearing }) => !onlySounds(scene, message, hearing, chosen))
    .map(({ message, hearing }) => warmly(warmthNamed(scene, message, hearing, chosen), message, hearing));
  const daytime = hearAll(scene, turn.messages, chosen.daytime, chosen.sure)
    .filter(({ message, hearing }) => !greets(scene, agent, message, hearing))
    .map(({ message, hearing }) => warmly('wish', message, hearing));
  const thanks = hearAll(scene, turn.messages, chosen.parting_thanks, chosen.sure)
    .filter(({ message }) => thanksInParting(scene, turn, message, chosen))
    .map(({ message, hearing }) => warmly('thanks', message, hearing));
  return [...warm, ...daytime, ...thanks];
}

const warmly = (reason: Warmth, message: number, hearing: Hearing): Warm => ({
  reason,
  message,
  score: hearing.score,
  by: hearing.by,
  // Worked out only when a verdict rests on them.
  get spots() {
    return hearing.spots;
  },
});

/** Whether the model alone took a polite formula, or thanks for a detail, for a farewell. */
function onlySounds(scene: Scene, message: number, hearing: Hearing, chosen: WarmthActs): boolean {
  const short = (scene.utterances[message]?.tokens.length ?? 0) <= LONGEST_FORMULA;
  const formula = short && scene.hear(message, chosen.bare).by === 'phrase';
  return hearing.by === 'model' && (formula || scene.hear(message, chosen.warm_trap).by === 'phrase');
}
const LONGEST_FORMULA = 6;

function warmthNamed(scene: Scene, message: number, hearing: Hearing, chosen: WarmthActs): Warmth {
  const label = hearing.label ?? scene.hear(message, chosen.warm_hint).label;
  return WARMTH.find((each) => each === label) ?? 'wish';
}

/** Words for the time of day at the head of a message greet: in the first turn always, later where more follows. */
function greets(scene: Scene, agent: SceneAgent, message: number, hearing: Hearing): boolean {
  const utterance = scene.utterances[message];
  const spot = hearing.spots[0];
  if (utterance === undefined || spot === undefined) {
    return false;
  }
  const wordsBefore = utterance.tokens.filter(({ end }) => end <= spot.start).length;
  const wordsAfter = utterance.tokens.filter(({ start }) => start >= spot.end).length;
  const firstTurn = scene.turns[agent.turns[0] ?? 0]?.messages[0] === message;
  return wordsBefore <= 2 && (firstTurn || wordsAfter > 3);
}

/** Whether all that sounds warm in a message is its greeting. */
export function onlyGreets(
  scene: Scene,
  agent: SceneAgent,
  message: number,
  { warm, daytime, sure }: WarmthActs,
): boolean {
  const hearing = scene.hear(message, warm);
  const greeting = scene.hear(message, daytime);
  return (
    hearing.by === 'model' &&
    greeting.score >= sure &&
    greets(scene, agent, message, greeting) &&
    hearing.spots.every((spot) => greeting.spots.some((each) => spot.start < each.end && each.start < spot.end))
  );
}

/** A short "thank you": said with a goodbye, or after the customer's own leave-taking, but not under an answer. */
function thanksInParting(scene: Scene, turn: Turn, message: number, chosen: WarmthActs): boolean {
  const words = scene.utterances[message]?.tokens.length ?? 0;
  const goodbye = scene.hear(message, chosen.bare);
  if (goodbye.score >= chosen.sure && goodbye.label === 'bye') {
    return true;
  }
  const { before } = aroundTurn(scene, turn);
  return words <= LONGEST_PARTING_THANKS && hears(scene, before.slice(-1), chosen.closes, chosen.sure);
}
const LONGEST_PARTING_THANKS = 6;
