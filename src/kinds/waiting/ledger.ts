import type { Scene, Utterance } from '../../model/scene.ts';
import type { Wait } from '../../model/verdict.ts';
import { parseInstant } from '../../text/instant.ts';
import { weigh } from './acknowledgement.ts';
import { announcesHold, holdLimit } from './announcement.ts';
import { handOff } from './bot-talk.ts';
import type { ChannelLimits } from './limits.ts';

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

/** Time as the limits count it. */
export interface Stopwatch {
  /** Milliseconds between two instants, never negative. */
  between(start: number, end: number): number;
  /** The instant of a local time without zone, for measuring. */
  instantOf(wall: number): number;
}

/** Clocks on earth stand between 12 hours behind UTC and 14 hours ahead of it. */
const MOST_BEHIND = 12 * 3_600_000;
const MOST_AHEAD = 14 * 3_600_000;

interface Running {
  readonly from: Utterance;
  readonly kind: Wait['kind'];
  readonly limit: number | null;
  /** The agent who announced the hold; null for a customer's wait. */
  readonly holder: number | null;
}

interface Moment {
  readonly at: number;
  readonly local: boolean;
}

function momentOf({ at, local }: Utterance): Moment | null {
  return at === null ? null : { at, local };
}

/** The waits of one conversation, each share with its owner, in the order in which they began. */
export function keepLedger(scene: Scene, limits: ChannelLimits, stopwatch: Stopwatch): readonly Entry[] {
  const { utterances } = scene;
  const entries: Entry[] = [];
  const start = handOff(scene);
  let running: Running | null = null;
  let lastAgent: number | null = null;
  let agentSpoke = false;
  let customerOpened = false;
  let lastSaid: Utterance | null = null;
  const checking = (): boolean => lastSaid !== null && scene.supported && asksBack(scene, lastSaid);

  const instant = (moment: Moment): number => (moment.local ? stopwatch.instantOf(moment.at) : moment.at);
  const measure = (from: Moment | null, to: Moment | null): number | null => {
    if (from === null || to === null || from.local !== to.local) {
      return null;
    }
    return stopwatch.between(instant(from), instant(to));
  };

  const close = (wait: Running, answer: Utterance): void => {
    const { from, kind, limit } = wait;
    const began = momentOf(from);
    const ended = momentOf(answer);
    const owner = answer.agent;
    const shares = (whose: Owner, ms: number | null, max: number | null): void => {
      entries.push({ owner: whose, from: from.index, to: answer.index, kind, ms, limit: max, openEnded: false });
    };
    if (owner === null) {
      return;
    }
    const arrival = wait.holder === owner ? null : arrivalOf(utterances, owner, from.index, answer.index);
    if (arrival === null) {
      // A colleague who takes up a hold without an event of arrival never promised to be quick.
      const colleague = wait.holder !== null && wait.holder !== owner;
      shares(colleague ? '(queue)' : owner, measure(began, ended), colleague ? null : limit);
      return;
    }
    const arrived = momentOf(arrival);
    const queued = measure(began, arrived);
    const whole = measure(began, ended);
    if (queued !== null && whole !== null && queued > 0) {
      shares('(queue)', Math.min(queued, whole), null);
    }
    shares(owner, queued === null || whole === null ? null : Math.min(whole, measure(arrived, ended) ?? whole), limit);
  };

  for (const utterance of utterances) {
    if (utterance.part === 'customer') {
      customerOpened ||= !agentSpoke;
      const toTheBot = start !== null && !agentSpoke && utterance.index < start.from;
      const waits = running !== null && running.holder === null;
      if (toTheBot || waits) {
        continue;
      }
      const called = start?.called === true && utterance.index === start.from;
      const weight = called ? 'substantial' : weigh(scene, utterance, { holding: running !== null, checking });
      if (weight === 'substantial') {
        const kind = customerOpened && !agentSpoke ? 'first' : 'later';
        running = { from: utterance, kind, limit: limits[kind], holder: null };
      } else if (weight === 'parting' && running !== null && isWithin(running, utterance)) {
        // The customer left before the announced time was up.
        running = null;
      }
    } else if (utterance.part === 'agent') {
      if (running !== null) {
        close(running, utterance);
      }
      agentSpoke = true;
      lastAgent = utterance.agent;
      running = holdFrom(scene, utterance, limits.hold);
      lastSaid = utterance;
    }
  }
  if (running !== null && scene.supported && running.limit !== null) {
    entries.push(leftOpen(scene, running, lastAgent, stopwatch));
  }
  return entries;
}

/** The last event before the answer that brought this agent in while the customer waited. */
function arrivalOf(utterances: readonly Utterance[], agent: number, from: number, to: number): Utterance | null {
  for (let place = to - 1; place > from; place -= 1) {
    const utterance = utterances[place];
    const arrives =
      utterance?.event === 'joined' || utterance?.event === 'assigned' || utterance?.event === 'transferred';
    if (utterance !== undefined && arrives && utterance.agent === agent) {
      return utterance;
    }
  }
  return null;
}

/** Whether a hold had not yet lasted too long when something happened; holds are measured in plain time. */
function isWithin({ from, limit }: Running, now: Utterance): boolean {
  return limit === null || from.at === null || now.at === null || now.at - from.at <= limit;
}

function holdFrom(scene: Scene, utterance: Utterance, usual: number | null): Running | null {
  if (usual === null || !scene.supported || !announcesHold(scene, utterance)) {
    return null;
  }
  const limit = holdLimit(
    utterance.tokens.map(({ word }) => word),
    usual,
  );
  return { from: utterance, kind: 'hold', limit, holder: utterance.agent };
}

const ASKS_BACK =
  /(?:anything|something) else|any other|all set|что-(?:то|нибудь) ещ[её]|ещ[её] (?:вопрос|чем|что)|остались (?:ли )?вопрос/u;

/** The agent asks whether that was all, or whether it worked. */
function asksBack(scene: Scene, utterance: Utterance): boolean {
  return ASKS_BACK.test(utterance.text.toLowerCase()) || scene.hear(utterance.index, 'check-back').score >= 0.5;
}

/** Whether the end of the record is a local time; of `--as-of`, which always names an instant, false. */
function endIsLocal({ conversation }: Scene): boolean {
  for (const time of [conversation.closed_at, conversation.exported_at]) {
    const end = time === null ? null : parseInstant(time);
    if (end !== null) {
      return end.local;
    }
  }
  return false;
}

/** A wait that nobody ended: its age at the end of the record. */
function leftOpen(scene: Scene, running: Running, lastAgent: number | null, stopwatch: Stopwatch): Entry {
  const { from, kind, limit } = running;
  const owner = lastAgent ?? '(unassigned)';
  const entry = { owner, from: from.index, to: null, kind, limit } as const;
  if (from.at === null) {
    return { ...entry, ms: null, openEnded: false };
  }
  if (scene.end === null) {
    return { ...entry, ms: null, openEnded: true };
  }
  const local = endIsLocal(scene);
  if (from.local === local) {
    const begin = local ? stopwatch.instantOf(from.at) : from.at;
    const end = local ? stopwatch.instantOf(scene.end) : scene.end;
    return { ...entry, ms: stopwatch.between(begin, end), openEnded: false };
  }
  // Only one of the two bears a zone: what is certain is the least that the age can be.
  const latestBegin = local ? from.at : from.at + MOST_BEHIND;
  const earliestEnd = local ? scene.end - MOST_AHEAD : scene.end;
  const least = stopwatch.between(latestBegin, earliestEnd);
  return limit !== null && least > limit
    ? { ...entry, ms: least, openEnded: false }
    : { ...entry, ms: null, openEnded: true };
}
