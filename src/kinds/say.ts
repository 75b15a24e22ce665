import type * as v from 'valibot';
import type { Kind } from '../model/kind.ts';
import type { Scene, SceneAgent } from '../model/scene.ts';
import type { Judgement, Spot } from '../model/verdict.ts';
import { listeningSchema, utterancesAt } from './parts/places.ts';

const options = listeningSchema(0.5, 0.4);

/** The agent must say something: a rule for what a team has agreed to say (a greeting, a check-back, a disclosure). */
export const say: Kind = {
  name: 'say',
  summary: 'The agent must perform one of the acts, anywhere, in the opening or in the closing.',
  options,
  reasons: { pass: ['said'], fail: ['not-said'], na: ['no-turn', 'unsupported-language', 'unsure'] },
  words: true,
  compile(settled) {
    const { acts, where, threshold, unsure } = settled as v.InferOutput<typeof options>;
    return {
      judge(scene: Scene, agent: SceneAgent): Judgement {
        const places = utterancesAt(scene, agent, where);
        if (places.length === 0) {
          return { verdict: 'na', reason: 'no-turn', evidence: [] };
        }
        let best = 0;
        for (const index of places) {
          for (const act of acts) {
            const { score, spots } = scene.hear(index, act);
            if (score >= threshold) {
              return { verdict: 'pass', reason: 'said', args: { act }, evidence: spots };
            }
            best = Math.max(best, score);
          }
        }
        const last = places.at(-1) ?? 0;
        const whole: Spot = { message: last, start: 0, end: scene.utterances[last]?.message.text.length ?? 0 };
        return best >= unsure
          ? { verdict: 'na', reason: 'unsure', evidence: [whole] }
          : { verdict: 'fail', reason: 'not-said', args: { act: acts[0] ?? '' }, evidence: [whole] };
      },
    };
  },
};
