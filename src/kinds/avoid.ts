import * as v from 'valibot';
import type { Kind } from '../model/kind.ts';
import type { Scene, SceneAgent } from '../model/scene.ts';
import type { Judgement } from '../model/verdict.ts';
import { placeSchema, utterancesAt } from './parts/places.ts';

const options = v.strictObject({
  /** The acts of which none may be heard. */
  acts: v.pipe(v.array(v.string()), v.minLength(1, 'expected at least one act')),
  where: v.optional(placeSchema, 'anywhere'),
  /** At and above it the act is heard; from `unsure` up to it nobody can tell. 0–1. */
  threshold: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.8),
  unsure: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0.5),
});

/** The agent must not say something: a rule for words that a team has agreed to leave out. */
export const avoid: Kind = {
  name: 'avoid',
  summary: 'The agent must perform none of the acts, anywhere, in the opening or in the closing.',
  options,
  reasons: { pass: ['avoided'], fail: ['said'], na: ['no-turn', 'unsupported-language', 'unsure'] },
  words: true,
  compile(settled) {
    const { acts, where, threshold, unsure } = settled as v.InferOutput<typeof options>;
    return {
      judge(scene: Scene, agent: SceneAgent): Judgement {
        const places = utterancesAt(scene, agent, where);
        if (places.length === 0) {
          return { verdict: 'na', reason: 'no-turn', evidence: [] };
        }
        let doubtful: Judgement | null = null;
        for (const index of places) {
          for (const act of acts) {
            const hearing = scene.hear(index, act);
            const { score } = hearing;
            if (score >= threshold) {
              return { verdict: 'fail', reason: 'said', args: { act }, evidence: hearing.spots };
            }
            if (score >= unsure) {
              doubtful ??= { verdict: 'na', reason: 'unsure', args: { act }, evidence: hearing.spots };
            }
          }
        }
        return doubtful ?? { verdict: 'pass', reason: 'avoided', evidence: [] };
      },
    };
  },
};
