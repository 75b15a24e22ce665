import * as v from 'valibot';
import type { Check, Kind } from '../model/kind.ts';
import type { Scene, SceneAgent } from '../model/scene.ts';
import type { Judgement, Spot } from '../model/verdict.ts';
import { acted, type Listening, type Misfit, misfitsOf, type Way, waysFrom } from './parts/misfits.ts';

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
  /** Words without which hardly anybody refuses. */
  denial: act('denial'),
  /** Acts that are easily taken for a misfit: where one of them is heard more surely, it was that. */
  lookalikes: v.optional(v.array(v.string()), ['urging', 'no-information', 'difficulty', 'check-back', 'request']),
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
  urging: act('urging'),
  /** From here on a refusal, what a customer turns down, and another way, is taken as said. */
  sure_misfit: probability(0.55),
  sure_declined: probability(0.85),
  sure_way: probability(0.5),
  /** A way opened so surely, at once, makes a misfit heard at least so surely a sure one. */
  clear_way: probability(0.8),
  hinted_misfit: probability(0.2),
  /** Heard at least so surely, but less than surely: nobody can tell. */
  doubt_misfit: probability(0.45),
  doubt_way: probability(0.45),
});
type AnswerOptions = v.InferOutput<typeof options>;

/** Judges what an agent does when what the customer wants cannot be had or does not suit. */
export const answer: Kind = {
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
    return { judge: (scene, agent) => judge(scene, agent, chosen) };
  },
};

const silent = (reason: string, evidence: readonly Spot[] = []): Judgement => ({ verdict: 'na', reason, evidence });

function judge(scene: Scene, agent: SceneAgent, chosen: AnswerOptions): Judgement {
  const listening: Listening = { scene, agent, acts: chosen };
  const { own, inherited } = misfitsOf(listening);
  const sure = own.filter((misfit) => isSure(misfit, chosen));
  if (sure.length > 0) {
    return answered(listening, sure, chosen);
  }
  const prompt = own.flatMap((each) => promptly(listening, each, chosen));
  if (prompt[0] !== undefined) {
    return prompt[0];
  }
  const possible = own.find(({ score }) => score >= chosen.doubt_misfit);
  const earlier = inherited.find((misfit) => isSure(misfit, chosen));
  if (earlier !== undefined) {
    const way = bestOf(waysFrom(listening, earlier));
    return way !== null && way.score >= chosen.sure_way ? offered(earlier, way) : silent('inherited');
  }
  if (possible === undefined) {
    return silent('no-misfit');
  }
  const way = bestOf(waysFrom(listening, possible));
  return way !== null && way.score >= chosen.sure_way ? silent('no-misfit') : silent('unsure', possible.spots);
}

/** Customers say no to many things, so their word must be heard more surely to be held against the agent. */
function isSure({ by, score }: Misfit, chosen: AnswerOptions): boolean {
  return score >= (by === 'declines' ? chosen.sure_declined : chosen.sure_misfit);
}

/** Several misfits pass by another way after any of them. */
function answered(listening: Listening, misfits: readonly Misfit[], chosen: AnswerOptions): Judgement {
  const answers = misfits.flatMap((misfit) => waysFrom(listening, misfit).map((way) => ({ misfit, way })));
  const best = answers.reduce<(typeof answers)[number] | null>(
    (most, each) => (most === null || each.way.score > most.way.score ? each : most),
    null,
  );
  if (best !== null && best.way.score >= chosen.sure_way) {
    return offered(best.misfit, best.way);
  }
  const [first] = misfits;
  if (first === undefined || (best !== null && best.way.score >= chosen.doubt_way)) {
    return silent('unsure', first?.spots);
  }
  return {
    verdict: 'fail',
    reason: failing(listening, first, chosen),
    evidence: misfits.flatMap(({ spots }) => spots),
  };
}

/** Another way that follows at once shows that what sounded a little like a misfit was one. */
function promptly(listening: Listening, misfit: Misfit, chosen: AnswerOptions): Judgement[] {
  if (misfit.score < chosen.hinted_misfit) {
    return [];
  }
  const way = waysFrom(listening, misfit).find(({ prompt, score }) => prompt && score >= chosen.clear_way);
  return way === undefined ? [] : [offered(misfit, way)];
}

const offered = (misfit: Misfit, way: Way): Judgement => ({
  verdict: 'pass',
  reason: 'offered',
  evidence: [...misfit.spots, ...way.spots],
});

function bestOf(ways: readonly Way[]): Way | null {
  return ways.reduce<Way | null>((best, way) => (best === null || way.score > best.score ? way : best), null);
}

/** The narrowest name for a misfit without another way. */
function failing(listening: Listening, misfit: Misfit, { urging, deflection, sure_way: sure }: AnswerOptions): string {
  if (misfit.by === 'declines') {
    return acted(listening, misfit, urging) >= sure ? 'urged-after-refusal' : 'declined-without-alternative';
  }
  return acted(listening, misfit, deflection) >= sure ? 'deflected' : 'refusal-without-alternative';
}
