import type * as v from 'valibot';
import type { Kind } from '../model/kind.ts';
import type { Scene, SceneAgent } from '../model/scene.ts';
import type { Judgement } from '../model/verdict.ts';
import { listeningSchema, utterancesAt } from './parts/places.ts';

const options = listeningSchema(0.8, 0.5);

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
