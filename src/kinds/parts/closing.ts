import type { Scene, SceneAgent, Turn, Utterance } from '../../model/scene.ts';
import { customerBetween, openQuestions, turnsOf } from './listening.ts';
import { questionsIn } from './standing-question.ts';

/** The turns in which an agent takes leave, the last one first. */
export interface Closing {
  readonly last: Turn;
  /** Own turns before it after which the customer raised nothing new, nearest first. */
  readonly before: readonly Turn[];
}

/** «(Диалог завершён)», "*chat ended*": a stage direction, written by a person or a script, that is nobody's turn. */
const STAGE_DIRECTION = /^\s*[([{*]{1,3}[^()[\]{}*\n]{1,60}[)\]}*]{1,3}\s*$/;

/**
 * The closing of the agent who took the last turn of all: that turn, and the agent's own turns before it, up to
 * `turns_before`, as long as neither they nor the customer after them
 * asked anything but whether there is anything else. Null where another agent has the last word.
 */
export function closingOf(
  scene: Scene,
  agent: SceneAgent,
  acts: { readonly turns_before: number; readonly check: string; readonly sure: number },
): Closing | null {
  const own = turnsOf(scene, agent);
  const last = own.at(-1);
  if (agent.handedOver || last === undefined) {
    return null;
  }
  const spoken = own.slice(0, -1).filter((turn) => !isStageDirection(scene, turn));
  const before: Turn[] = [];
  for (const turn of spoken.reverse().slice(0, acts.turns_before)) {
    if (reopened(scene, turn, last) || openQuestions(scene, turn.messages, acts).length > 0) {
      break;
    }
    before.push(turn);
  }
  return { last, before };
}

function isStageDirection(scene: Scene, turn: Turn): boolean {
  return turn.messages.every((index) => STAGE_DIRECTION.test(scene.utterances[index]?.text ?? ''));
}

/** Whether the customer asked something between two turns. */
function reopened(scene: Scene, earlier: Turn, later: Turn): boolean {
  return questionsIn(scene, customerBetween(scene, earlier.messages.at(-1) ?? 0, later.messages[0])).length > 0;
}

/** The customer's words just before a turn, and just after it. */
export function aroundTurn(scene: Scene, turn: Turn): { readonly before: number[]; readonly after: number[] } {
  const first = turn.messages[0] ?? 0;
  const last = turn.messages.at(-1) ?? 0;
  const speech = ({ part }: Utterance): boolean => part === 'customer' || part === 'agent';
  const before: number[] = [];
  for (const utterance of scene.utterances.slice(0, first).filter(speech).reverse()) {
    if (utterance.part !== 'customer') {
      break;
    }
    before.unshift(utterance.index);
  }
  const after: number[] = [];
  for (const utterance of scene.utterances.slice(last + 1).filter(speech)) {
    if (utterance.part !== 'customer') {
      break;
    }
    after.push(utterance.index);
  }
  return { before, after };
}
