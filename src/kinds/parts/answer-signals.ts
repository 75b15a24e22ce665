import type { Act } from '../../model/rule.ts';
import type { Scene } from '../../model/scene.ts';
import { ANSWER_IN_CONTEXT, answerInContext } from './answer-in-context.ts';
import { type ContextTrees, InContext } from './heard-in-context.ts';
import { customerBetween, heardByModel, heardIn, messagesOf, surest } from './listening.ts';
import { type Listening, type Misfit, messagesFrom, misfitsOf } from './misfits.ts';
import { asks, fromFirst, type SignalTable, secondOf, shareBefore, wordsOf } from './signal-table.ts';
import { offerIn, type Way, waysFrom } from './ways.ts';

/** What an answer to a misfit is weighed by, and the misfit and the way that it would rest on. */
export interface AnswerHeard {
  /** In the order of ANSWER_SIGNALS. */
  readonly signals: readonly number[];
  /** The agent's own possible misfits, in their order. */
  readonly own: readonly Misfit[];
  /** Those before the agent took over. */
  readonly inherited: readonly Misfit[];
  /** The surest of the agent's own; null where the agent has none at all. */
  readonly misfit: Misfit | null;
  /** The surest way from there. */
  readonly way: Way | null;
}

/** An answer as its signals are read off it. */
interface Answer {
  readonly scene: Scene;
  readonly acts: Listening['acts'];
  readonly own: readonly Misfit[];
  readonly inherited: readonly Misfit[];
  readonly misfit: Misfit | null;
  readonly way: Way | null;
  /** The surest way from the first sure misfit. */
  readonly wayFromFirst: Way | null;
  /** The messages of the agent, and of all customers. */
  readonly agents: readonly number[];
  readonly customers: readonly number[];
  /** The agent's from the misfit on; all where there is none. */
  readonly answered: readonly number[];
  /** What the customer said last before the misfit. */
  readonly asked: readonly number[];
  /** Those after the misfit; all of them where there is none. */
  readonly later: readonly number[];
  readonly taken: readonly number[];
  /** How surely one of the messages performs an act. */
  said(indexes: readonly number[], act: Act): number;
  /** How surely one of them holds an offer that is no good wish and presses nothing. */
  offered(indexes: readonly number[]): number;
}

/** A misfit so sure is the first that ways are looked for from. */
const SURE = 0.5;
/** Where the surest misfit is a later echo of the first, the way stands between them: so first hints are listened from too. */
const LIKELY = 0.3;
const HINT = 0.15;

/** Every signal: how surely something was heard, from 0 to 1, but for those that count or begin with `is`. */
const READ_SIGNAL: SignalTable<Answer> = {
  misfit: ({ own }) => surest(own)?.score ?? 0,
  'second misfit': ({ own }) => secondOf(own),
  refusal: ({ own }) => surest(own.filter(({ by }) => by === 'refusal'))?.score ?? 0,
  declined: ({ own }) => surest(own.filter(({ by }) => by === 'declines'))?.score ?? 0,
  'heard misfit': ({ own, said, acts }) => Math.max(0, ...own.map(({ message, by }) => said([message], acts[by]))),
  way: ({ way }) => way?.score ?? 0,
  'is prompt': ({ way }) => Number(way?.prompt === true),
  'way from the first sure misfit': ({ wayFromFirst }) => wayFromFirst?.score ?? 0,
  'is declined': ({ misfit }) => Number(misfit?.by === 'declines'),
  'is denial': ({ said, misfit, acts }) => Number(said(placeOf(misfit), acts.denial) > 0),
  'offer with the misfit': ({ said, misfit, acts }) => said(placeOf(misfit), acts.offer),
  deflection: ({ said, answered, acts }) => said(answered, acts.deflection),
  urging: ({ said, answered, acts }) => said(answered, acts.urging),
  difficulty: ({ said, misfit, acts }) => said(placeOf(misfit), acts.difficulty),
  'no information': ({ said, misfit, acts }) => said(placeOf(misfit), acts.no_information),
  'disappointed next': ({ said, taken, acts }) => said(taken.slice(0, 1), acts.disappointed),
  'pleased next': ({ said, taken, acts }) => said(taken.slice(0, 1), acts.pleased),
  'proposes next': ({ said, taken, acts }) => said(taken.slice(0, 1), acts.proposes),
  'proposes later': ({ said, taken, acts }) => said(taken, acts.proposes),
  'grants later': ({ said, later, acts }) => said(later, acts.grants),
  'pleased at last': ({ said, customers, acts }) => said(customers.slice(-1), acts.pleased),
  'disappointed at last': ({ said, customers, acts }) => said(customers.slice(-1), acts.disappointed),
  'takes up later': ({ said, taken, acts }) => said(taken, acts.takes_up),
  'count later': ({ later }) => later.length,
  'count of the agent': ({ agents }) => agents.length,
  'count of the customer': ({ customers }) => customers.length,
  'declines at last': ({ said, customers, acts }) => said(customers.slice(-1), acts.declines),
  'closes at last': ({ said, customers, acts }) => said(customers.slice(-1), acts.closes),
  inherited: ({ inherited }) => surest(inherited)?.score ?? 0,
  'requests later': ({ said, taken, acts }) => said(taken, acts.request),
  'offer later': ({ offered, later }) => offered(later),
  'offer next': ({ offered, later }) => offered(later.slice(0, 1)),
  'refusal later': ({ said, later, acts }) => said(later, acts.refusal),
  'pleased later': ({ said, taken, acts }) => said(taken, acts.pleased),
  'no information anywhere': ({ said, agents, acts }) => said(agents, acts.no_information),
  'request before': ({ said, asked, acts }) => said(asked, acts.request),
  'is a question': ({ scene, misfit }) => asks(scene, placeOf(misfit)),
  'count of words of the misfit': ({ scene, misfit }) => wordsOf(scene, placeOf(misfit)),
  'place of the misfit': ({ agents, customers, misfit }) => shareBefore([...agents, ...customers], startOf(misfit)),
  'count of denials': ({ said, agents, acts }) => agents.filter((index) => said([index], acts.denial) > 0).length,
  'offer from a first hint on': ({ offered, agents, own }) => offered(fromFirst(agents, own, HINT)),
  'grants from a first hint on': ({ said, agents, acts, own }) => said(fromFirst(agents, own, HINT), acts.grants),
  'pleased from a first hint on': ({ said, customers, acts, own }) =>
    said(fromFirst(customers, own, HINT), acts.pleased),
  'offer from a first likely misfit on': ({ offered, agents, own }) => offered(fromFirst(agents, own, LIKELY)),
  'offer from the first sure misfit on': ({ offered, agents, own }) => offered(fromFirst(agents, own, SURE)),
  'asks for it before': ({ said, asked, acts }) => said(asked, acts.asks_for),
  'asks about it before': ({ said, asked, acts }) => said(asked, acts.asks_about),
  'misfit to the model': ({ scene, misfit, acts }) =>
    misfit === null ? 0 : heardByModel(scene, [misfit.message], acts[misfit.by]),
  'offer to the model': ({ scene, answered, acts }) => heardByModel(scene, answered, acts.offer),
};

/** The names of the signals, in their order. */
export const ANSWER_SIGNALS: readonly string[] = [...Object.keys(READ_SIGNAL), ...ANSWER_IN_CONTEXT];

/**
 * Everything that is known of how an agent answered what could not be had.
 *
 * @param trees - by which messages are heard in context
 */
export function hearAnswer(listening: Listening, trees: ContextTrees): AnswerHeard {
  const { scene, agent, acts } = listening;
  const { own, inherited } = misfitsOf(listening);
  const misfit = surest(own);
  const way = misfit === null ? null : surest(waysFrom(listening, misfit));
  const first = own.find(({ score }) => score >= SURE);
  // Most answers have one misfit, and its ways are known by now.
  const wayFromFirst = first === undefined ? null : first === misfit ? way : surest(waysFrom(listening, first));
  const agents = messagesOf(scene, agent);
  const customers = customerBetween(scene, -1);
  const answer: Answer = {
    ...{ scene, acts, own, inherited, misfit, way, wayFromFirst, agents, customers },
    asked: customers.filter((index) => index < startOf(misfit)).slice(-1),
    answered: messagesFrom(scene, agent, misfit),
    later: agents.filter((index) => index > startOf(misfit)),
    taken: customers.filter((index) => index > startOf(misfit)),
    said: (indexes, act) => heardIn(scene, indexes, act),
    offered: (indexes) => Math.max(0, ...indexes.map((index) => offerIn(scene, index, acts))),
  };
  const context = new InContext(scene, acts, trees);
  const signals = [
    ...Object.values(READ_SIGNAL).map((read) => read(answer)),
    ...answerInContext({ context, own, agents, customers }),
  ];
  return { signals, own, inherited, misfit, way };
}

const startOf = (misfit: Misfit | null): number => misfit?.message ?? -1;

const placeOf = (misfit: Misfit | null): readonly number[] => (misfit === null ? [] : [misfit.message]);
