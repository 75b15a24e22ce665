import * as v from 'valibot';
import type { Kind } from '../model/kind.ts';
import type { Scene, SceneAgent } from '../model/scene.ts';
import type { Judgement, Spot } from '../model/verdict.ts';
import { placeSchema, utterancesAt } from './parts/places.ts';

const options = v.strictObject({
  /** The acts of which one must be heard. */
  acts: v.pipe(v.array(v.string()), v.minLength(1, 'expected at least one act')),
  where: v.optional(placeSchema, 'anywhere'),
  /** At and above it the act is heard; from `unsure` up to it nobody can tell. 0–1. */
  threshold: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.5),
  unsure: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.4),
});

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
