import * as v from 'valibot';
import type { Check, Kind } from '../model/kind.ts';
import type { Scene, SceneAgent, Turn } from '../model/scene.ts';
import type { Judgement, Spot } from '../model/verdict.ts';
import { closedTooSoon, pingedTooSoon } from './parts/impatient-clock.ts';
import { sortedSpots, turnsOf } from './parts/listening.ts';
import { pressingWords } from './parts/pressing-words.ts';
import { closedOnOpenQuestion } from './parts/shut-door.ts';

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
  /** From here on pressing words are taken as said. */
  sure: probability(0.6),
  /** Heard at least so surely, but less than surely, pressing words make the verdict unsure. */
  doubt: probability(0.55),
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
type PaceOptions = v.InferOutput<typeof options>;

const FAILS = [
  'urged',
  'others-waiting',
  'impatience',
  'ultimatum',
  'pressed-to-buy',
  'closed-on-open-question',
  'pinged-too-soon',
  'closed-too-soon',
] as const;

/** Judges whether an agent lets customers move at their own pace. */
export const pace: Kind = {
  name: 'pace',
  summary: 'The agent neither hurries the customer nor ends the conversation over them.',
  options,
  reasons: { pass: ['unhurried'], fail: FAILS, na: ['no-turn', 'unsure'] },
  words: true,
  compile(settled): Check {
    const chosen = v.parse(options, settled);
    return { judge: (scene, agent) => judge(scene, agent, chosen) };
  },
};

function judge(scene: Scene, agent: SceneAgent, chosen: PaceOptions): Judgement {
  const turns = turnsOf(scene, agent);
  if (turns.length === 0) {
    return { verdict: 'na', reason: 'no-turn', evidence: [] };
  }
  const faults = turns.flatMap((turn) => faultsIn(scene, turn, chosen, chosen.sure));
  const reason = FAILS.find((each) => faults.some((fault) => fault.reason === each));
  if (reason !== undefined) {
    const args = faults.find((fault) => fault.reason === reason)?.args ?? {};
    return { verdict: 'fail', reason, args, evidence: sortedSpots(faults.flatMap(({ spots }) => spots)) };
  }
  const doubtful = turns.some((turn) => pressingWords(scene, turn, chosen, chosen.doubt).length > 0);
  return doubtful
    ? { verdict: 'na', reason: 'unsure', evidence: [] }
    : { verdict: 'pass', reason: 'unhurried', evidence: [] };
}

interface Fault {
  readonly reason: string;
  readonly spots: readonly Spot[];
  readonly args: Readonly<Record<string, string | number>>;
}

function faultsIn(scene: Scene, turn: Turn, chosen: PaceOptions, atLeast: number): Fault[] {
  const clock =
    scene.channel === 'chat' ? [...pingedTooSoon(scene, turn, chosen), ...closedTooSoon(scene, turn, chosen)] : [];
  return [...pressingWords(scene, turn, chosen, atLeast), ...closedOnOpenQuestion(scene, turn, chosen), ...clock];
}
