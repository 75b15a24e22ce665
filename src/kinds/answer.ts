import * as v from 'valibot';
import type { Check, Kind } from '../model/kind.ts';
import type { Scene, SceneAgent } from '../model/scene.ts';
import type { Judgement } from '../model/verdict.ts';

const probability = (value: number) => v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), value);
const act = (name: string) => v.optional(v.pipe(v.string(), v.minLength(1)), name);

const options = v.strictObject({
  refusal: act('refusal'),
  declines: act('declines'),
  offer: act('offer'),
  deflection: act('deflection'),
  urging: act('urging'),
  proposes: act('proposes'),
  /** From here on a misfit (an offer) is taken as heard. */
  sure_misfit: probability(0.5),
  sure_offer: probability(0.5),
  /** Heard at least so surely, but less than surely: nobody can tell. */
  doubt_misfit: probability(0.35),
  doubt_offer: probability(0.35),
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

interface Moment {
  readonly message: number;
  readonly score: number;
  readonly by: 'refusal' | 'declines';
}

function judge(scene: Scene, agent: SceneAgent, chosen: AnswerOptions): Judgement {
  const own = new Set(agent.turns.flatMap((turn) => scene.turns[turn]?.messages ?? []));
  const misfits: Moment[] = [];
  const inherited: Moment[] = [];
  let lastAgent: number | null = null;
  for (const { index, part, agent: speaker } of scene.utterances) {
    if (part === 'agent') {
      lastAgent = speaker;
      const { score } = scene.hear(index, chosen.refusal);
      (own.has(index) ? misfits : inherited).push({ message: index, score, by: 'refusal' });
    } else if (part === 'customer') {
      const { score } = scene.hear(index, chosen.declines);
      (lastAgent === agent.index ? misfits : inherited).push({ message: index, score, by: 'declines' });
    }
  }
  const sure = misfits.filter(({ score }) => score >= chosen.sure_misfit);
  const first = sure[0];
  const possible = misfits.filter(({ score }) => score >= chosen.doubt_misfit);
  const start = first ?? possible[0];
  const offers = [...own]
    .filter((index) => start !== undefined && index >= start.message)
    .map((index) => ({ message: index, score: scene.hear(index, chosen.offer).score }));
  const best = offers.reduce((most, offer) => (offer.score > most.score ? offer : most), { message: -1, score: 0 });
  if (start === undefined) {
    return { verdict: 'na', reason: 'no-misfit', evidence: [] };
  }
  if (best.score >= chosen.sure_offer) {
    return first === undefined
      ? { verdict: 'na', reason: 'no-misfit', evidence: [] }
      : {
          verdict: 'pass',
          reason: 'offered',
          evidence: [
            ...scene.hear(start.message, chosen[start.by]).spots,
            ...scene.hear(best.message, chosen.offer).spots,
          ],
        };
  }
  if (first === undefined || best.score >= chosen.doubt_offer) {
    return { verdict: 'na', reason: 'unsure', evidence: [] };
  }
  return {
    verdict: 'fail',
    reason: first.by === 'refusal' ? 'refusal-without-alternative' : 'declined-without-alternative',
    evidence: sure.flatMap(({ message, by }) => scene.hear(message, chosen[by]).spots),
  };
}
