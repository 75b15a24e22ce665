import * as v from 'valibot';
import type { Check, Kind } from '../model/kind.ts';
import type { Scene, SceneAgent } from '../model/scene.ts';
import type { Judgement, Spot } from '../model/verdict.ts';
import { hearAnswer } from './parts/answer-signals.ts';
import grown from './parts/grown/answer.json' with { type: 'json' };
import inContext from './parts/grown/in-context.json' with { type: 'json' };
import type { ContextTrees } from './parts/heard-in-context.ts';
import { surest } from './parts/listening.ts';
import type { Listening, Misfit } from './parts/misfits.ts';
import type { Trees } from './parts/trees.ts';
import { acted, type Way, waysFrom } from './parts/ways.ts';
import { weighedVerdict } from './parts/weighed-verdict.ts';

const probability = (value: number) => v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), value);
const act = (name: string) => v.optional(v.pipe(v.string(), v.minLength(1)), name);

const options = v.strictObject({
  /** The agent says no; the customer says that it does not suit. */
  refusal: act('refusal'),
  declines: act('declines'),
  /** The agent puts another way in reach; or the customer names one, and the agent grants it. */
  offer: act('offer'),
  proposes: act('proposes'),
  grants: act('grants'),
  /** Words of denial: with them somebody refuses sooner. */
  denial: act('denial'),
  /** What is easily taken for a refusal. */
  difficulty: act('difficulty'),
  no_information: act('no-information'),
  /** The customer ends it. */
  closes: act('closes'),
  /** What is said in parting is no way to what was wanted. */
  parting: v.optional(v.array(v.string()), ['farewell-warm', 'check-back', 'introduction']),
  /** How the customer takes an answer. */
  disappointed: act('disappointed'),
  pleased: act('pleased'),
  /** The customer acts on what the agent said. */
  takes_up: act('takes-up'),
  /** What looks like help and is none; pressing what was turned down. */
  deflection: act('deflection'),
  /** The customer asks for the same once more. */
  retries: act('retries'),
  /** Questions whose answers turn nothing down. */
  check_back: act('check-back'),
  asks_detail: act('asks-detail'),
  /** What the customer asks for: a no to it is sooner a misfit. */
  request: act('request'),
  /** Whether it is after a thing or only after knowledge: what denies the one answers the other. */
  asks_for: act('asks-for'),
  asks_about: act('asks-about'),
  urging: act('urging'),
  /** Heard at least so surely, an inherited misfit is one, and another way. */
  sure_misfit: probability(0.65),
  sure_way: probability(0.5),
  /** Only so probable a failure is one; where it is likelier than all else, but less probable, nobody can tell. */
  sure: probability(0.5),
});
type AnswerOptions = v.InferOutput<typeof options>;

/**
 * Judges what an agent does when what the customer wants cannot be had or does not suit, by trees grown on labelled conversations.
 *
 * @param trees - by which the verdict is weighed
 * @param context - by which messages are heard in context
 */
export const answerBy = (trees: Trees, context: ContextTrees): Kind => ({
  name: 'answer',
  summary: 'After a refusal, or when the customer turns something down, the agent puts another way in reach.',
  options,
  reasons: {
    pass: ['offered'],
    fail: ['refusal-without-alternative', 'declined-without-alternative', 'deflected', 'urged-after-refusal'],
    na: ['no-misfit', 'inherited', 'unsupported-language', 'unsure'],
  },
  words: true,
  compile(settled): Check {
    const chosen = v.parse(options, settled);
    return { judge: (scene, agent) => judge(scene, agent, chosen, trees, context) };
  },
});

/** The kind with the trees that are shipped. */
export const answer = answerBy(grown, inContext);

const silent = (reason: string, evidence: readonly Spot[] = []): Judgement => ({ verdict: 'na', reason, evidence });

function judge(scene: Scene, agent: SceneAgent, chosen: AnswerOptions, trees: Trees, context: ContextTrees): Judgement {
  const listening: Listening = { scene, agent, acts: chosen };
  const heard = hearAnswer(listening, context);
  const { misfit, way } = heard;
  const earlier = heard.inherited.find(({ score }) => score >= chosen.sure_misfit);
  if (earlier !== undefined && (misfit === null || misfit.score < chosen.sure_misfit)) {
    const mended = surest(waysFrom(listening, earlier));
    return mended !== null && mended.score >= chosen.sure_way ? offered(earlier, mended) : silent('inherited');
  }
  const verdict = weighedVerdict(heard.signals, trees, chosen.sure);
  if (misfit === null || verdict === 'na') {
    return silent('no-misfit');
  }
  if (verdict === 'pass' && way !== null) {
    return offered(misfit, way);
  }
  if (verdict !== 'fail') {
    return silent('unsure', misfit.spots);
  }
  return {
    verdict: 'fail',
    reason: failing(listening, misfit, chosen),
    evidence: heard.own
      .filter((each) => each === misfit || each.score >= chosen.sure_misfit)
      .flatMap(({ spots }) => spots),
  };
}

const offered = (misfit: Misfit, way: Way): Judgement => ({
  verdict: 'pass',
  reason: 'offered',
  evidence: [...misfit.spots, ...way.spots],
});

/** The narrowest name for a misfit without another way. */
function failing(listening: Listening, misfit: Misfit, { urging, deflection, sure_way: sure }: AnswerOptions): string {
  if (misfit.by === 'declines') {
    return acted(listening, misfit, urging) >= sure ? 'urged-after-refusal' : 'declined-without-alternative';
  }
  return acted(listening, misfit, deflection) >= sure ? 'deflected' : 'refusal-without-alternative';
}
