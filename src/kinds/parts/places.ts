import * as v from 'valibot';
import type { Scene, SceneAgent } from '../../model/scene.ts';

/** Where in an agent's share of a conversation a rule looks. */
export const placeSchema = v.picklist(['anywhere', 'opening', 'closing']);
export type Place = v.InferOutput<typeof placeSchema>;

/** The indexes of this agent's messages at a place: all, those of the first turn, or those of the last. */
export function utterancesAt(scene: Scene, agent: SceneAgent, place: Place): readonly number[] {
  const turns = agent.turns.map((index) => scene.turns[index]?.messages ?? []);
  if (place === 'opening') {
    return turns[0] ?? [];
  }
  return place === 'closing' ? (turns.at(-1) ?? []) : turns.flat();
}
