import * as v from 'valibot';
import type { Check, Kind } from '../model/kind.ts';
import type { Scene, SceneAgent, Turn } from '../model/scene.ts';
import type { Judgement } from '../model/verdict.ts';
import { type Closing, closingOf } from './parts/closing.ts';
import { hearClosing } from './parts/closing-signals.ts';
import { toldByRecord } from './parts/ending.ts';
import grown from './parts/grown/close.json' with { type: 'json' };
import { hearAll, hears, moreHelpOffers, sortedSpots, wholeMessage } from './parts/listening.ts';
import { type Trees, weigh } from './parts/trees.ts';
import { WARMTH, type Warm, warmWords } from './parts/warmth.ts';
import { likeliest } from './parts/weighed-verdict.ts';

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
  /** What else is said in parting: by these it is told whether the matter is over. */
  offer: act('offer'),
  refusal: act('refusal'),
  deflection: act('deflection'),
  difficulty: act('difficulty'),
  no_information: act('no-information'),
  patience: act('patience'),
  grants: act('grants'),
  request: act('request'),
  declines: act('declines'),
  proposes: act('proposes'),
  pleased: act('pleased'),
  disappointed: act('disappointed'),
  /** Words heard at least so surely may be shown as the warm ones. */
  hint_warm: probability(0.1),
  /** Where nothing is plain, only so probable a failure is one; likelier than all else, but less probable, it is unsure. */
  sure_cold: probability(0.5),
  /** From here on any other act is taken as performed. */
  sure: probability(0.5),
});
type CloseOptions = v.InferOutput<typeof options>;

/** Judges how an agent takes leave of the customer: kindly, barely, or not at all; by trees grown on labelled conversations. */
export const closeBy = (trees: Trees): Kind => ({
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
    return { judge: (scene, agent) => judge(scene, agent, chosen, trees) };
  },
});

/** The kind with the trees that are shipped. */
export const close = closeBy(grown);

function judge(scene: Scene, agent: SceneAgent, chosen: CloseOptions, trees: Trees): Judgement {
  const closing = closingOf(scene, agent, chosen);
  if (closing === null) {
    return { verdict: 'na', reason: 'handed-over', evidence: [] };
  }
  const warm = warmWords(scene, agent, closing, chosen);
  const plain = warm.filter(({ by }) => by === 'phrase');
  const verdict =
    plain.length > 0 ? 'pass' : likeliest(sharesOf(scene, agent, closing, warm, chosen, trees), chosen.sure_cold);
  const shown = plain.length > 0 ? plain : warm.filter(({ score }) => score >= chosen.hint_warm);
  const reason = WARMTH.find((each) => shown.some((one) => one.reason === each));
  if (verdict === 'pass' && reason !== undefined) {
    return { verdict, reason, evidence: sortedSpots(shown.flatMap(({ spots }) => spots)) };
  }
  if (verdict === 'na') {
    return { verdict, reason: 'not-over', evidence: [] };
  }
  if (verdict !== 'fail') {
    return { verdict: 'na', reason: 'unsure', evidence: [] };
  }
  const last = scene.utterances[closing.last.messages.at(-1) ?? 0];
  return {
    verdict,
    reason: coldness(scene, closing.last, chosen),
    evidence: last === undefined ? [] : [wholeMessage(last)],
  };
}

/** The shares of pass, fail and not-applicable by the trees; what the record says of the end leaves no room for the contrary. */
function sharesOf(
  scene: Scene,
  agent: SceneAgent,
  closing: Closing,
  warm: readonly Warm[],
  chosen: CloseOptions,
  trees: Trees,
): number[] {
  const [pass = 0, fail = 0, na = 0] = weigh(hearClosing(scene, agent, closing, warm, chosen), trees);
  const told = toldByRecord(scene, closing.last, chosen);
  return [pass, told === 'open' ? 0 : fail, told === 'over' ? 0 : na];
}

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
