import type { InContext } from './heard-in-context.ts';
import { surest } from './listening.ts';
import type { Misfit } from './misfits.ts';
import { fromFirst, type SignalTable, secondOf, shareBefore } from './signal-table.ts';

/** The messages by which an answer is weighed in context. */
export interface AnsweredMessages {
  readonly context: InContext;
  /** The agent's own possible misfits, in their order. */
  readonly own: readonly Misfit[];
  /** The messages of the agent, and of all customers. */
  readonly agents: readonly number[];
  readonly customers: readonly number[];
}

/** A possible misfit as it is heard in context. */
interface MisfitInContext {
  readonly message: number;
  readonly by: Misfit['by'];
  readonly score: number;
}

interface Answered extends AnsweredMessages {
  readonly misfits: readonly MisfitInContext[];
  /** The surest of them. */
  readonly most: MisfitInContext | null;
  /** How surely the agent offers another way in one of these messages; and in one of its own from one on. */
  offered(messages: readonly number[]): number;
  offeredFrom(message: number): number;
}

const SURE = 0.5;
const LIKELY = 0.25;

const READ_SIGNAL: SignalTable<Answered> = {
  'refusal in context': ({ misfits }) => surest(by(misfits, 'refusal'))?.score ?? 0,
  'second refusal in context': ({ misfits }) => secondOf(by(misfits, 'refusal')),
  'declines in context': ({ misfits }) => surest(by(misfits, 'declines'))?.score ?? 0,
  'second declines in context': ({ misfits }) => secondOf(by(misfits, 'declines')),
  'place of the misfit in context': ({ most, agents, customers }) =>
    shareBefore([...agents, ...customers], most?.message ?? 0),
  'misfits in context': ({ misfits }) => oneOf(misfits.map(({ score }) => score)),
  'offer in context': ({ offered, agents }) => offered(agents),
  'offer in context from the misfit on': ({ most, offeredFrom }) => (most === null ? 0 : offeredFrom(most.message)),
  'offer in context from the first sure misfit on': ({ misfits, agents, offered }) =>
    offered(fromFirst(agents, misfits, SURE)),
  'offer in context from the first likely misfit on': ({ misfits, agents, offered }) =>
    offered(fromFirst(agents, misfits, LIKELY)),
  'offer in context with the misfit': ({ context, most }) => (most === null ? 0 : context.hear(most.message, 'offer')),
  'offer in context next': ({ most, agents, offered }) =>
    offered(agents.filter((index) => index > (most?.message ?? 0)).slice(0, 1)),
  'offer in context at last': ({ agents, offered }) => offered(agents.slice(-1)),
  'offers in context from the misfit on': ({ context, most, agents }) =>
    oneOf(agents.filter((index) => index >= (most?.message ?? 0)).map((index) => context.hear(index, 'offer'))),
  'refusal in context at last': ({ context, agents }) =>
    mostOf(agents.slice(-1), (index) => context.hear(index, 'refusal')),
  'refusal in context later': ({ context, most, agents }) =>
    mostOf(
      agents.filter((index) => index > (most?.message ?? 0)),
      (index) => context.hear(index, 'refusal'),
    ),
  'declines in context at last': ({ context, customers }) =>
    mostOf(customers.slice(-1), (index) => context.hear(index, 'declines')),
  'proposes in context': ({ context, misfits, customers }) =>
    mostOf(fromFirst(customers, misfits, LIKELY), (index) => context.hear(index, 'proposes')),
  'wish met in context': ({ context, misfits, agents, customers }) =>
    mostOf(fromFirst(customers, misfits, LIKELY), (index) => {
      const answer = agents.find((later) => later > index);
      return answer === undefined ? 0 : context.hear(index, 'proposes') * (1 - context.hear(answer, 'refusal'));
    }),
  'misfit with a way in context': ({ misfits, offeredFrom }) =>
    Math.max(0, ...misfits.map(({ message, score }) => score * offeredFrom(message))),
  'misfit without a way in context': ({ misfits, offeredFrom }) =>
    Math.max(0, ...misfits.map(({ message, score }) => score * (1 - offeredFrom(message)))),
};

/** The names of the signals, in their order. */
export const ANSWER_IN_CONTEXT: readonly string[] = Object.keys(READ_SIGNAL);

/** The signals of an answer in context, in the order of ANSWER_IN_CONTEXT. */
export function answerInContext(messages: AnsweredMessages): number[] {
  const { context, own, agents } = messages;
  const misfits = own.map(({ message, by: act }) => ({ message, by: act, score: context.hear(message, act) }));
  const offered = (indexes: readonly number[]): number => mostOf(indexes, (index) => context.hear(index, 'offer'));
  const answered: Answered = {
    ...messages,
    misfits,
    most: surest(misfits),
    offered,
    offeredFrom: (message) => offered(agents.filter((index) => index >= message)),
  };
  return Object.values(READ_SIGNAL).map((read) => read(answered));
}

const by = (misfits: readonly MisfitInContext[], act: Misfit['by']): MisfitInContext[] =>
  misfits.filter((misfit) => misfit.by === act);

const mostOf = (indexes: readonly number[], score: (index: number) => number): number =>
  Math.max(0, ...indexes.map(score));

/** How probable it is that at least one of them is so, were they independent. */
const oneOf = (scores: readonly number[]): number => 1 - scores.reduce((none, score) => none * (1 - score), 1);
