import * as v from 'valibot';
import type { Check, Kind } from '../model/kind.ts';
import type { Hearing, Scene, SceneAgent, Turn } from '../model/scene.ts';
import type { Judgement, Spot } from '../model/verdict.ts';
import { aroundTurn, type Closing, closingOf } from './parts/closing.ts';
import { endingOf } from './parts/ending.ts';
import { hearAll, hears, moreHelpOffers, sortedSpots, wholeMessage } from './parts/listening.ts';

const act = (name: string) => v.optional(v.pipe(v.string(), v.minLength(1)), name);
const probability = (value: number) => v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), value);

const options = v.strictObject({
  /** What makes a closing warm; the label of the phrase is the reason. */
  warm: act('farewell-warm'),
  /** Names the kind of warmth where the trained model heard it and no phrase. */
  warm_hint: act('warm-hint'),
  /** Thanks without an object: warm when said in parting, nothing when said for a detail. */
  parting_thanks: act('parting-thanks'),
  /** What only sounds warm: thanks for a detail, care for a task. The trained model is not believed beside it. */
  warm_trap: act('warm-trap'),
  /** Good wishes for the time of day, which open or end by their place. */
  daytime: act('daytime-wish'),
  bare: act('farewell-bare'),
  notice: act('closing-notice'),
  check: act('check-back'),
  holding: act('holding'),
  /** Asking the customer for details or a step. */
  asking: act('asks-detail'),
  closes: act('closes'),
  /** The agent's own turns before the last one that count as part of the closing. */
  turns_before: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10)), 2),
  /** From here on words are taken for warm: lower than for other acts, since an overlooked wish accuses. */
  sure_warm: probability(0.4),
  /** Warmth heard at least so surely, but less than surely, makes a fail unsure. */
  doubt: probability(0.3),
  /** From here on any other act is taken as performed. */
  sure: probability(0.5),
});
type CloseOptions = v.InferOutput<typeof options>;

/** The pass reasons, in the order in which they are given. */
const WARMTH = ['wish', 'thanks', 'open-door', 'pleasure'] as const;
type Warmth = (typeof WARMTH)[number];

interface Warm {
  readonly reason: Warmth;
  readonly spots: readonly Spot[];
}

/** Judges how an agent takes leave of the customer: kindly, barely, or not at all. */
export const close: Kind = {
  name: 'close',
  summary: "The agent's last words to the customer hold a wish, thanks, an open door or pleasure in having helped.",
  options,
  reasons: {
    pass: WARMTH,
    fail: ['no-farewell', 'bare-farewell', 'bare-sign-off', 'closing-notice-only'],
    na: ['not-over', 'handed-over', 'unsure'],
  },
  words: true,
  compile(settled): Check {
    const chosen = v.parse(options, settled);
    return { judge: (scene, agent) => judge(scene, agent, chosen) };
  },
};

function judge(scene: Scene, agent: SceneAgent, chosen: CloseOptions): Judgement {
  const closing = closingOf(scene, agent, chosen);
  if (closing === null) {
    return { verdict: 'na', reason: 'handed-over', evidence: [] };
  }
  const warm = warmthOf(scene, agent, closing, chosen, chosen.sure_warm);
  if (warm !== null) {
    return { verdict: 'pass', reason: warm.reason, evidence: sortedSpots(warm.spots) };
  }
  if (endingOf(scene, closing.last, chosen) === 'open') {
    return { verdict: 'na', reason: 'not-over', evidence: [] };
  }
  if (warmthOf(scene, agent, { ...closing, before: [] }, chosen, chosen.doubt) !== null) {
    return { verdict: 'na', reason: 'unsure', evidence: [] };
  }
  const last = scene.utterances[closing.last.messages.at(-1) ?? 0];
  return {
    verdict: 'fail',
    reason: coldness(scene, closing.last, chosen),
    evidence: last === undefined ? [] : [wholeMessage(last)],
  };
}

/** All warm words of the closing, under the first reason that applies. */
function warmthOf(
  scene: Scene,
  agent: SceneAgent,
  closing: Closing,
  chosen: CloseOptions,
  atLeast: number,
): Warm | null {
  const found = [
    ...warmIn(scene, agent, closing.last, chosen, atLeast),
    ...closing.before.flatMap((turn) =>
      warmIn(scene, agent, turn, chosen, atLeast).filter(
        ({ reason }) => reason !== 'thanks' || settledAround(scene, turn, chosen),
      ),
    ),
  ];
  const reason = WARMTH.find((each) => found.some((warm) => warm.reason === each));
  return reason === undefined ? null : { reason, spots: found.flatMap(({ spots }) => spots) };
}

/** Thanks in the middle are thanks for waiting or for a detail, unless the customer was taking leave. */
function settledAround(scene: Scene, turn: Turn, chosen: CloseOptions): boolean {
  const { before, after } = aroundTurn(scene, turn);
  return hears(scene, [...before.slice(-1), ...after.slice(0, 1)], chosen.closes, chosen.sure);
}

function warmIn(scene: Scene, agent: SceneAgent, turn: Turn, chosen: CloseOptions, atLeast: number): Warm[] {
  const warm = hearAll(scene, turn.messages, chosen.warm, atLeast)
    .filter(({ message, hearing }) => !onlyGreets(scene, agent, message, hearing, chosen))
    .filter(({ message, hearing }) => !onlySounds(scene, message, hearing, chosen))
    .map(({ message, hearing }) => ({ reason: warmthNamed(scene, message, hearing, chosen), spots: hearing.spots }));
  const daytime = hearAll(scene, turn.messages, chosen.daytime, chosen.sure)
    .filter(({ message, hearing }) => !greets(scene, agent, message, hearing))
    .map(({ hearing }) => ({ reason: 'wish' as const, spots: hearing.spots }));
  const thanks = hearAll(scene, turn.messages, chosen.parting_thanks, chosen.sure)
    .filter(({ message }) => thanksInParting(scene, turn, message, chosen))
    .map(({ hearing }) => ({ reason: 'thanks' as const, spots: hearing.spots }));
  return [...warm, ...daytime, ...thanks];
}

/** Whether the model alone took a polite formula, or thanks for a detail, for a farewell. */
function onlySounds(scene: Scene, message: number, hearing: Hearing, chosen: CloseOptions): boolean {
  const short = (scene.utterances[message]?.tokens.length ?? 0) <= LONGEST_FORMULA;
  const formula = short && scene.hear(message, chosen.bare).by === 'phrase';
  return hearing.by === 'model' && (formula || scene.hear(message, chosen.warm_trap).by === 'phrase');
}
const LONGEST_FORMULA = 6;

function warmthNamed(scene: Scene, message: number, hearing: Hearing, chosen: CloseOptions): Warmth {
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
function onlyGreets(
  scene: Scene,
  agent: SceneAgent,
  message: number,
  hearing: Hearing,
  { daytime, sure }: CloseOptions,
): boolean {
  const greeting = scene.hear(message, daytime);
  return (
    hearing.by === 'model' &&
    greeting.score >= sure &&
    greets(scene, agent, message, greeting) &&
    hearing.spots.every((spot) => greeting.spots.some((each) => spot.start < each.end && each.start < spot.end))
  );
}

/** A short "thank you": said with a goodbye, or after the customer's own leave-taking, but not under an answer. */
function thanksInParting(scene: Scene, turn: Turn, message: number, chosen: CloseOptions): boolean {
  const words = scene.utterances[message]?.tokens.length ?? 0;
  const goodbye = scene.hear(message, chosen.bare);
  if (goodbye.score >= chosen.sure && goodbye.label === 'bye') {
    return true;
  }
  const { before } = aroundTurn(scene, turn);
  return words <= LONGEST_PARTING_THANKS && hears(scene, before.slice(-1), chosen.closes, chosen.sure);
}
const LONGEST_PARTING_THANKS = 6;

/** What stands where kind words should: a bye, a formula, a notice, or nothing. */
function coldness(scene: Scene, last: Turn, chosen: CloseOptions): string {
  const bare = hearAll(scene, last.messages, chosen.bare, chosen.sure);
  const signed = (index: number): boolean =>
    scene.utterances[index]?.message.cuts.some(({ kind }) => kind === 'signature') ?? false;
  const noticed = hears(scene, last.messages, chosen.notice, chosen.sure);
  const said = bare.filter(({ hearing }) => hearing.by === 'phrase' || !noticed);
  const offersMore = moreHelpOffers(scene, last.messages, chosen).length > 0;
  if (offersMore || said.some(({ hearing }) => hearing.label !== 'sign-off')) {
    return 'bare-farewell';
  }
  if (said.length > 0 || signed(last.messages.at(-1) ?? 0)) {
    return 'bare-sign-off';
  }
  return noticed ? 'closing-notice-only' : 'no-farewell';
}
