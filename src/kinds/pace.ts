import * as v from 'valibot';
import type { Check, Kind } from '../model/kind.ts';
import type { Scene, SceneAgent, Turn } from '../model/scene.ts';
import type { Judgement } from '../model/verdict.ts';
import grown from './parts/grown/pace.json' with { type: 'json' };
import { closedTooSoon, pingedTooSoon } from './parts/impatient-clock.ts';
import { hears, sortedSpots, turnsOf } from './parts/listening.ts';
import { isSaidPlainly, oddsOfPressing, presses, SURE_PACE } from './parts/pace-odds.ts';
import { hearPace, PLAIN_REASONS } from './parts/pace-signals.ts';
import { type Pressure, pressingPhrases, pressureHeard } from './parts/pressing-words.ts';
import { closedOnOpenQuestion } from './parts/shut-door.ts';
import type { Trees } from './parts/trees.ts';

const act = (name: string) => v.optional(v.pipe(v.string(), v.minLength(1)), name);
const probability = (value: number) => v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), value);
const seconds = (value: number) => v.optional(v.pipe(v.number(), v.minValue(0)), value);

const options = v.strictObject({
  /** What presses the customer; the label of the phrase is the reason. */
  rushing: act('rushing'),
  /** Names the kind of pressure where the trained model heard it and no phrase. */
  rush_hint: act('rush-hint'),
  /** A demand with a threat: an ultimatum when its deadline is short. */
  demand: act('demand'),
  patience: act('patience'),
  /** What only sounds pressing: the agent's own haste, the faster way, an excuse for being slow. */
  rush_trap: act('rush-trap'),
  presence: act('presence-check'),
  notice: act('closing-notice'),
  /** Words that give the customer's silence as the reason for closing. */
  silence: act('silence'),
  holding: act('holding'),
  bare: act('farewell-bare'),
  warm: act('farewell-warm'),
  closes: act('closes'),
  /** What else the message does that sounds pressing, and the customer around it: by these pressure is told from what only sounds like it. */
  urging: act('urging'),
  refusal: act('refusal'),
  offer: act('offer'),
  deflection: act('deflection'),
  check_back: act('check-back'),
  difficulty: act('difficulty'),
  no_information: act('no-information'),
  denial: act('denial'),
  declines: act('declines'),
  request: act('request'),
  disappointed: act('disappointed'),
  pleased: act('pleased'),
  /** Where no phrase says so, pressure at least so probable is one. Found by cross-validation ("npm run weigh"): from 0.5 on as many are right, and more accused wrongly. */
  sure: probability(SURE_PACE.sure),
  /** What a phrase says plainly is one from here on; less probable, all else speaks against it. */
  sure_plain: probability(SURE_PACE.sure_plain),
  /** At least so probable, but less than surely, pressure makes the verdict unsure. */
  doubt: probability(0.5),
  /** From here on an act beside pressing words (a notice, a check) is taken as performed. */
  sure_act: probability(0.7),
  /** A shorter deadline is an ultimatum: in a chat, and in every other channel. */
  deadline_chat_seconds: seconds(3600),
  deadline_other_seconds: seconds(86_400),
  /** "Are you there?" within so many seconds of the agent's own last message, in a chat. */
  ping_seconds: seconds(60),
  /** Closing for silence within so many seconds of the last message, in a chat. */
  close_seconds: seconds(180),
});
export type PaceOptions = v.InferOutput<typeof options>;

const FAILS = [...PLAIN_REASONS, 'pinged-too-soon', 'closed-too-soon'] as const;

/** Judges whether an agent lets customers move at their own pace, by trees grown on labelled conversations. */
export const paceBy = (trees: Trees): Kind => ({
  name: 'pace',
  summary: 'The agent neither hurries the customer nor ends the conversation over them.',
  options,
  reasons: { pass: ['unhurried'], fail: FAILS, na: ['no-turn', 'unsure'] },
  words: true,
  compile(settled): Check {
    const chosen = v.parse(options, settled);
    return { judge: (scene, agent) => judge(scene, agent, chosen, trees) };
  },
});

/** The kind with the trees that are shipped. */
export const pace = paceBy(grown);

function judge(scene: Scene, agent: SceneAgent, chosen: PaceOptions, trees: Trees): Judgement {
  const { certain, plain } = faultsOf(scene, agent, chosen);
  if (certain.length > 0) {
    return failure(certain);
  }
  const heard = hearPace(scene, agent, chosen, plain);
  if (heard === null) {
    return { verdict: 'na', reason: 'no-turn', evidence: [] };
  }
  const odds = oddsOfPressing(heard.signals, trees);
  const guess = odds >= chosen.doubt ? pressureHeard(scene, heard.most, chosen) : null;
  const faults = isSaidPlainly(heard.signals) ? plain : guess === null ? [] : [guess];
  if (faults.length > 0 && presses(odds, heard.signals, chosen)) {
    return failure(faults);
  }
  return guess === null
    ? { verdict: 'pass', reason: 'unhurried', evidence: [] }
    : { verdict: 'na', reason: 'unsure', evidence: [] };
}

function failure(faults: readonly Pressure[]): Judgement {
  const reason = FAILS.find((each) => faults.some((fault) => fault.reason === each)) ?? 'urged';
  const args = faults.find((fault) => fault.reason === reason)?.args ?? {};
  return { verdict: 'fail', reason, args, evidence: sortedSpots(faults.flatMap(({ spots }) => spots)) };
}

/** The faults of an agent that need no guess. */
export interface PaceFaults {
  /** What the clock says, a notice of closing over an open question, and words where no trained model knows better. */
  readonly certain: readonly Pressure[];
  /** What words say plainly elsewhere: the trees weigh it beside all else that is known. */
  readonly plain: readonly Pressure[];
}

export function faultsOf(scene: Scene, agent: SceneAgent, chosen: PaceOptions): PaceFaults {
  const certain: Pressure[] = [];
  const plain: Pressure[] = [];
  for (const turn of turnsOf(scene, agent)) {
    const weighed = isWeighed(scene, turn, chosen) ? plain : certain;
    weighed.push(...pressingPhrases(scene, turn, chosen));
    // A goodbye over a question may answer it in a way that nobody foresaw; a notice that all is closed answers nothing.
    const shut = closedOnOpenQuestion(scene, turn, chosen);
    const told = shut.length > 0 && hears(scene, turn.messages, chosen.notice, chosen.sure_act);
    (told ? certain : weighed).push(...shut);
    if (scene.channel === 'chat') {
      certain.push(...pingedTooSoon(scene, turn, chosen), ...closedTooSoon(scene, turn, chosen));
    }
  }
  return { certain, plain };
}

/** Whether a trained model knows what presses, in the language of the turn. */
const isWeighed = (scene: Scene, { messages }: Turn, { rushing }: PaceOptions): boolean =>
  messages.some((index) => {
    const { by, trained } = scene.hear(index, rushing);
    return by === 'model' || trained !== undefined;
  });
