import type { Scene, Turn, Utterance } from '../../model/scene.ts';
import { customerBetween, hearAll, hears, openQuestions } from './listening.ts';
import { questionsIn } from './standing-question.ts';

/** The acts by which a conversation shows that it goes on or is over, and how surely they must be heard. */
export interface EndingActs {
  readonly bare: string;
  readonly notice: string;
  readonly check: string;
  readonly holding: string;
  readonly asking: string;
  readonly closes: string;
  readonly sure: number;
}

export type Ending = 'over' | 'open';

/** Words by which help desks mark a finished or unfinished conversation. */
const FINISHED = /^(?:clos|solved|resolved|done|complete|archived?|end|finish|закр|реш|заверш|выполн)/;
const UNFINISHED =
  /^(?:open|reopen|new|pending|wait|hold|on[ -_]?hold|active|in[ -_]?progress|snoozed|откр|нов|ожид|в работе)/;
/** The label of words that say goodbye, of agents and of customers. */
const GOODBYE = 'bye';

/**
 * Whether a conversation is over after its last agent turn. First what says that it is: a notice or event of closing,
 * a finished status; then what says that it is not: an open question of the customer; then a goodbye of either side,
 * an unfinished status, and what the agent left open. An answer with nothing left open ends the matter.
 *
 * @param closing - The last turn that any agent took.
 */
export function endingOf(scene: Scene, closing: Turn, acts: EndingActs): Ending {
  const after = customerBetween(scene, closing.messages.at(-1) ?? 0);
  if (endedByRecord(scene, closing) || hears(scene, closing.messages, acts.notice, acts.sure)) {
    return 'over';
  }
  if (questionsIn(scene, after).length > 0) {
    return 'open';
  }
  const goodbyes = [
    ...hearAll(scene, closing.messages, acts.bare, acts.sure),
    ...hearAll(scene, after.slice(-1), acts.closes, acts.sure),
  ];
  if (goodbyes.some(({ hearing }) => hearing.label === GOODBYE)) {
    return 'over';
  }
  return recordedEnding(scene) ?? (leftOpen(scene, closing, acts) ? 'open' : 'over');
}

/**
 * What a status, a closing time or an event says of the end after the last agent turn; null where they say nothing, or where a
 * conversation that is still open was plainly ended all the same. Whoever hands the customer on last leaves the matter open,
 * also where the record ends before anybody took over.
 */
export function toldByRecord(scene: Scene, closing: Turn, acts: EndingActs): Ending | null {
  if (endedByRecord(scene, closing)) {
    return 'over';
  }
  if (behind(scene, closing).some(({ event }) => event === 'transferred')) {
    return 'open';
  }
  return recordedEnding(scene) === 'open' && endingOf(scene, closing, acts) === 'open' ? 'open' : null;
}

/** A status or closing time says so, or the conversation was closed after the last agent's words, or the customer left it. */
function endedByRecord(scene: Scene, closing: Turn): boolean {
  return (
    recordedEnding(scene) === 'over' ||
    behind(scene, closing).some(({ event, agent }) => event === 'closed' || (event === 'left' && agent === null))
  );
}

/** All that stands in the record behind a turn. */
const behind = (scene: Scene, { messages }: Turn): readonly Utterance[] =>
  scene.utterances.slice((messages.at(-1) ?? 0) + 1);

/** What the record itself says of its end; null where it says nothing. */
export function recordedEnding({ conversation }: Scene): Ending | null {
  const status = conversation.status?.trim().toLowerCase() ?? '';
  if (UNFINISHED.test(status)) {
    return 'open';
  }
  return FINISHED.test(status) || conversation.closed_at !== null ? 'over' : null;
}

/** Whether the agent's last turn waits for the customer or for work of the agent's own. */
function leftOpen(scene: Scene, { messages }: Turn, acts: EndingActs): boolean {
  return (
    hears(scene, messages, acts.holding, acts.sure) ||
    hears(scene, messages, acts.asking, acts.sure) ||
    openQuestions(scene, messages, acts).length > 0
  );
}
