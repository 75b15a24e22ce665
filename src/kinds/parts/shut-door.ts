import type { Scene, Turn } from '../../model/scene.ts';
import type { Spot } from '../../model/verdict.ts';
import { unansweredBy } from './answered.ts';
import { aroundTurn } from './closing.ts';
import { customerBetween, hears } from './listening.ts';
import { questionsIn } from './standing-question.ts';

export interface ShutDoorOptions {
  readonly notice: string;
  readonly bare: string;
  readonly warm: string;
  readonly silence: string;
  readonly closes: string;
  readonly sure_act: number;
}

/**
 * Taking leave or closing over a direct question of the customer that the turn does not answer. A goodbye over a mere
 * statement is none, nor is one after the customer's own leave-taking.
 */
export function closedOnOpenQuestion(
  scene: Scene,
  turn: Turn,
  chosen: ShutDoorOptions,
): { reason: string; spots: readonly Spot[]; args: Readonly<Record<string, string | number>> }[] {
  const { before } = aroundTurn(scene, turn);
  const questions = questionsIn(scene, before);
  if (questions.length === 0 || hears(scene, before.slice(-1), chosen.closes, chosen.sure_act)) {
    return [];
  }
  const leave = leaveTaking(scene, turn, chosen);
  if (leave.length === 0) {
    return [];
  }
  const first = turn.messages[0] ?? 0;
  const earlier = scene.utterances
    .slice(0, first)
    .filter(({ part }) => part === 'agent')
    .map(({ index }) => index);
  const asked = customerBetween(scene, -1, before[0]);
  const open = unansweredBy(scene, questions, turn.messages, leave, { agents: earlier, customer: asked });
  return open === null ? [] : [{ reason: 'closed-on-open-question', spots: leave, args: {} }];
}

/** The words by which a turn takes leave; those that a phrase found, or all of a short message. */
function leaveTaking(scene: Scene, turn: Turn, chosen: ShutDoorOptions): Spot[] {
  return turn.messages.flatMap((index) => {
    const parting = [chosen.notice, chosen.bare, chosen.warm].map((act) => scene.hear(index, act));
    const [notice, bare] = parting;
    const closes =
      (notice?.score ?? 0) >= chosen.sure_act || ((bare?.score ?? 0) >= chosen.sure_act && bare?.label === 'bye');
    if (!closes) {
      return [];
    }
    const short = (scene.utterances[index]?.tokens.length ?? 0) <= LONGEST_LEAVE;
    return parting.flatMap(({ score, by, spots }) =>
      score >= chosen.sure_act && (by === 'phrase' || short) ? spots : [],
    );
  });
}
const LONGEST_LEAVE = 12;
