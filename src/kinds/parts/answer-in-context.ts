import type { InContext } from './heard-in-context.ts';
import { surest } from './listening.ts';
import type { Misfit } from './misfits.ts';
import { type SignalTable, secondOf } from './signal-table.ts';

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
  /** How surely the agent offers another way in one of the messages from this one on; 0 where it says no more. */
  offeredFrom(message: number | undefined): number;
}

const SURE = 0.5;
const LIKELY = 0.25;

const READ_SIGNAL: SignalTable<Answered> = {
  'refusal in context': ({ misfits }) => surest(by(misfits, 'refusal'))?.score ?? 0,
  'second refusal in context': ({ misfits }) => secondOf(by(misfits, 'refusal')),
  'declines in context': ({ misfits }) => surest(by(misfits, 'declines'))?.score ?? 0,
  'second declines in context': ({ misfits }) => secondOf(by(misfits, 'declines')),
  'place of the misfit in context': ({ most, agents, customers }) =>
    [...agents, ...customers].filter((index) => index < (most?.message ?? 0)).length /
    Math.max(1, agents.length + customers.length),
  'misfits in context': ({ misfits }) => oneOf(misfits.map(({ score }) => score)),
  'offer in context': ({ offeredFrom }) => offeredFrom(0),
  'offer in context from the misfit on': ({ most, offeredFrom }) => offeredFrom(most?.message),
  'offer in context from the first sure misfit on': ({ misfits, offeredFrom }) =>
    offeredFrom(misfits.find(({ score }) => score >= SURE)?.message),
  'offer in context from the first likely misfit on': ({ misfits, offeredFrom }) =>
    offeredFrom(misfits.find(({ score }) => score >= LIKELY)?.message),
  'offer in context with the misfit': ({ context, most }) => (most === null ? 0 : context.hear(most.message, 'offer')),
  'offer in context next': ({ context, most, agents }) =>
    mostOf(agents.filter((index) => index > (most?.message ?? 0)).slice(0, 1), (index) => context.hear(index, 'offer')),
  'offer in context at last': ({ context, agents }) =>
    mostOf(agents.slice(-1), (index) => context.hear(index, 'offer')),
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
    mostOf(customersFromLikely(misfits, customers), (index) => context.hear(index, 'proposes')),
  'wish met in context': ({ context, misfits, agents, customers }) =>
    mostOf(customersFromLikely(misfits, customers), (index) => {
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
  const answered: Answered = {
    ...messages,
    misfits,
    most: surest(misfits),
    offeredFrom: (message) =>
      message === undefined
        ? 0
        : mostOf(
            agents.filter((index) => index >= message),
            (index) => context.hear(index, 'offer'),
          ),
  };
  return Object.values(READ_SIGNAL).map((read) => read(answered));
}

const by = (misfits: readonly MisfitInContext[], act: Misfit['by']): MisfitInContext[] =>
  misfits.filter((misfit) => misfit.by === act);

const mostOf = (indexes: readonly number[], score: (index: number) => number): number =>
  Math.max(0, ...indexes.map(score));

/** How probable it is that at least one of them is so, were they independent. */
const oneOf = (scores: readonly number[]): number => 1 - scores.reduce((none, score) => none * (1 - score), 1);

function customersFromLikely(misfits: readonly MisfitInContext[], customers: readonly number[]): number[] {
  const first = misfits.find(({ score }) => score >= LIKELY)?.message ?? Number.POSITIVE_INFINITY;
  return customers.filter((index) => index >= first);
}
