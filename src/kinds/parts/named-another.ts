import type { Act } from '../../model/rule.ts';
import type { Scene, Utterance } from '../../model/scene.ts';

/** How surely a short question that is granted names another of the kind; set by judgement, not fitted. */
export const NAMED = 0.7;
const LONGEST_NAMING = 6;
const SHORTEST_GRANT = 3;
const LEADS_IN = /^(?:а|и|ну|and|or|oh|hm|hmm)$/;
/** How a question begins that doubts an answer, or asks for its reason, and names nothing. */
const DOUBTS =
  /^(?:why|how|really|seriously|what|huh|eh|so|are|sure|who|when|ok|okay|почему|зачем|как|что|точно|серьезно|правда|то|в|неужели|разве|когда|кто)$/;

/**
 * "6th?", «а шестого?»: whether the customer named another of the kind, shortly, and the agent's message takes it up
 * in a sentence without a no.
 *
 * @param asked - The customer's message before the agent's.
 * @param index - The agent's message.
 * @param denial - The act of words without which hardly anybody refuses.
 */
export function namesAnother(scene: Scene, { tokens, text }: Utterance, index: number, denial: Act): boolean {
  const first = tokens.find(({ word }) => !LEADS_IN.test(word))?.word ?? '';
  return (
    text.trimEnd().endsWith('?') &&
    tokens.length > 0 &&
    tokens.length <= LONGEST_NAMING &&
    !DOUBTS.test(first) &&
    scene.hear(index, denial).score === 0 &&
    (scene.utterances[index]?.tokens.length ?? 0) >= SHORTEST_GRANT
  );
}
