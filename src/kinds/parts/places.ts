import * as v from 'valibot';
import type { Scene, SceneAgent } from '../../model/scene.ts';

/** Where in an agent's share of a conversation a rule looks. */
export const placeSchema = v.picklist(['anywhere', 'opening', 'closing']);
export type Place = v.InferOutput<typeof placeSchema>;

const probability = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** What a rule that listens for acts at a place can be told; the two defaults are the kind's own. */
export function listeningSchema(threshold: number, unsure: number) {
  return v.strictObject({
    /** One heard is enough. */
    acts: v.pipe(v.array(v.string()), v.minLength(1, 'expected at least one act')),
    where: v.optional(placeSchema, 'anywhere'),
    /** At and above it the act is heard; from `unsure` up to it nobody can tell. 0–1. */
    threshold: v.optional(probability, threshold),
    unsure: v.optional(probability, unsure),
  });
}

/** The indexes of this agent's messages at a place: all, those of the first turn, or those of the last. */
export function utterancesAt(scene: Scene, agent: SceneAgent, place: Place): readonly number[] {
  const turns = agent.turns.map((index) => scene.turns[index]?.messages ?? []);
  if (place === 'opening') {
    return turns[0] ?? [];
  }
  return place === 'closing' ? (turns.at(-1) ?? []) : turns.flat();
}
