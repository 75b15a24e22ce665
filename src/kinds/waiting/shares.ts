import type { Utterance } from '../../model/scene.ts';
import type { Wait } from '../../model/verdict.ts';

/** Whose wait it was: an agent's index, or one of the pseudo-agents. */
export type Owner = number | '(queue)' | '(unassigned)';

/** One wait, or one owner's share of it. */
export interface Entry {
  readonly owner: Owner;
  readonly from: number;
  readonly to: number | null;
  readonly kind: Wait['kind'];
  /** null where it cannot be measured: a time is missing, or only one of the two bears a zone. */
  readonly ms: number | null;
  readonly limit: number | null;
  /** True of a wait that still ran at the end of a record whose end is not known. */
  readonly openEnded: boolean;
}

/** A wait that somebody still has to end. */
export interface Running {
  readonly from: Utterance;
  readonly kind: Wait['kind'];
  readonly limit: number | null;
  /** The agent who announced the hold; null for a customer's wait. */
  readonly holder: number | null;
}

/** Time as the limits count it. */
export interface Stopwatch {
  /** Milliseconds between two instants, never negative. */
  between(start: number, end: number): number;
  /** The instant of a local time without zone, for measuring. */
  instantOf(wall: number): number;
}

/** The time between two messages; null where one has none, or only one of the two bears a zone. */
function measure(stopwatch: Stopwatch, from: Utterance, to: Utterance): number | null {
  if (from.at === null || to.at === null || from.local !== to.local) {
    return null;
  }
  const instant = (at: number): number => (from.local ? stopwatch.instantOf(at) : at);
  return stopwatch.between(instant(from.at), instant(to.at));
}

/** The last event before the answer that brought this agent in while the customer waited. */
function arrivalOf(utterances: readonly Utterance[], agent: number, from: number, to: number): Utterance | null {
  for (let place = to - 1; place > from; place -= 1) {
    const utterance = utterances[place];
    const { event } = utterance ?? { event: null };
    const arrives = event === 'joined' || event === 'assigned' || event === 'transferred';
    if (utterance !== undefined && arrives && utterance.agent === agent) {
      return utterance;
    }
  }
  return null;
}

/**
 * The shares of a wait that an agent's message ended: the agent's from the arrival on, where the record tells of one, and
 * the queue's before it.
 */
export function sharesOf(
  utterances: readonly Utterance[],
  wait: Running,
  answer: Utterance,
  stopwatch: Stopwatch,
): readonly Entry[] {
  const { from, kind, limit, holder } = wait;
  const { agent } = answer;
  if (agent === null) {
    return [];
  }
  const share = (owner: Owner, ms: number | null): Entry => ({
    owner,
    from: from.index,
    to: answer.index,
    kind,
    ms,
    limit: owner === '(queue)' ? null : limit,
    openEnded: false,
  });
  const whole = measure(stopwatch, from, answer);
  const arrival = holder === agent ? null : arrivalOf(utterances, agent, from.index, answer.index);
  if (arrival === null) {
    // A colleague who takes up a hold without an event of arrival never promised to be quick.
    const colleague = holder !== null && holder !== agent;
    return [share(colleague ? '(queue)' : agent, whole)];
  }
  const queued = measure(stopwatch, from, arrival);
  if (whole === null || queued === null) {
    return [share(agent, null)];
  }
  const own = Math.min(whole, measure(stopwatch, arrival, answer) ?? whole);
  return queued > 0 ? [share('(queue)', Math.min(queued, whole)), share(agent, own)] : [share(agent, own)];
}
