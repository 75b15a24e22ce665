import type { Scene, Turn } from '../../model/scene.ts';
import { customerBetween, hearAll, hears, moreHelpOffers, openQuestions } from './listening.ts';
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
  /^(?:open|new|pending|wait|hold|on[ -_]?hold|active|in[ -_]?progress|snoozed|откр|нов|ожид|в работе)/;
/** The label of bare closings that say goodbye. */
const GOODBYE = 'bye';

/**
 * Whether a conversation is over after its last agent turn. What the people said goes first (a goodbye, a notice that
 * the chat is closed), then what the record says (a closing event, its status), then what was left open: a question of
 * the customer, a question, request or work of the agent. An answer with nothing left open ends the matter.
 *
 * @param closing - The last turn that any agent took.
 */
export function endingOf(scene: Scene, closing: Turn, acts: EndingActs): Ending {
  const last = closing.messages.at(-1) ?? 0;
  const after = customerBetween(scene, last);
  const standing = questionsIn(scene, after).length > 0;
  if (hears(scene, closing.messages, acts.notice, acts.sure) || closedAfter(scene, last)) {
    return 'over';
  }
  const goodbye =
    hearAll(scene, closing.messages, acts.bare, acts.sure).some(({ hearing }) => hearing.label === GOODBYE) ||
    hears(scene, after.slice(-1), acts.closes, acts.sure);
  if (goodbye && !standing) {
    return 'over';
  }
  const recorded = recordedEnding(scene);
  if (recorded !== null) {
    return recorded;
  }
  if (standing) {
    return 'open';
  }
  const asked = leftOpen(scene, closing, acts);
  // What the customer says after an answer is comment; after a question of the agent it is the answer, still to be served.
  return asked ? 'open' : 'over';
}

/** The conversation was closed after the last agent's words, or the customer left it. */
function closedAfter(scene: Scene, last: number): boolean {
  return scene.utterances
    .slice(last + 1)
    .some(({ event, agent }) => event === 'closed' || (event === 'left' && agent === null));
}

function recordedEnding({ conversation }: Scene): Ending | null {
  const status = conversation.status?.trim().toLowerCase() ?? '';
  if (FINISHED.test(status) || (status === '' && conversation.closed_at !== null)) {
    return 'over';
  }
  return UNFINISHED.test(status) ? 'open' : null;
}

/** Whether the agent's last turn waits for the customer or for work of the agent's own. */
function leftOpen(scene: Scene, closing: Turn, acts: EndingActs): boolean {
  const messages = closing.messages;
  if (hears(scene, messages, acts.holding, acts.sure) || hears(scene, messages, acts.asking, acts.sure)) {
    return true;
  }
  const checks = hearAll(scene, messages, acts.check, acts.sure);
  return (
    checks.length > moreHelpOffers(scene, messages, acts).length || openQuestions(scene, messages, acts).length > 0
  );
}
