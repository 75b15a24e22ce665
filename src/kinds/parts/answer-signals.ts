import type { Act } from '../../model/rule.ts';
import { type Listening, type Misfit, messagesOf, misfitsOf } from './misfits.ts';
import { type Way, waysFrom } from './ways.ts';

/** What an answer to a misfit is weighed by, and the misfit and the way that it would rest on. */
export interface AnswerHeard {
  /** In the order of SIGNALS. */
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

/** Every signal by name: those whose name begins with `is` or `count` are no probabilities. */
export const SIGNALS = [
  ...['misfit', 'second misfit', 'refusal', 'declined', 'heard misfit'],
  ...['way', 'is prompt', 'way from the first sure misfit'],
  ...['is declined', 'is denial'],
  ...['offer with the misfit', 'deflection', 'urging', 'difficulty', 'no information'],
  ...['disappointed next', 'pleased next', 'proposes next', 'proposes later', 'grants later'],
  ...['pleased at last', 'disappointed at last', 'takes up later'],
  ...['count later', 'count of the agent', 'count of the customer'],
  ...['declines at last', 'closes at last', 'inherited', 'requests later'],
] as const;

/** A misfit so sure is the first that ways are looked for from. */
const LIKELY = 0.5;

/** Everything that is known of how an agent answered what could not be had. */
export function hearAnswer(listening: Listening): AnswerHeard {
  const { scene, agent, acts } = listening;
  const { own, inherited } = misfitsOf(listening);
  const misfit = surest(own);
  const way = misfit === null ? null : surest(waysFrom(listening, misfit));
  const first = own.find(({ score }) => score >= LIKELY);
  // Most answers have one misfit, and its ways are known by now.
  const wayFromFirst = first === undefined ? null : first === misfit ? way : surest(waysFrom(listening, first));
  const agents = messagesOf(scene, agent);
  const customers = scene.utterances.flatMap(({ part, index }) => (part === 'customer' ? [index] : []));
  const place = misfit?.message ?? -1;
  const after = (index: number): boolean => index > place;
  const later = agents.filter(after);
  const taken = customers.filter(after);
  const said = (indexes: readonly number[], act: Act): number =>
    indexes.reduce((most, index) => Math.max(most, scene.hear(index, act).score), 0);
  const here = misfit === null ? [] : [place];
  const answered = [...agents.filter((index) => index === place), ...later];
  const next = taken.slice(0, 1);
  const last = customers.slice(-1);
  const scores = own.map(({ score }) => score).sort((one, other) => other - one);
  const best = (by: Misfit['by']): number => surest(own.filter((each) => each.by === by))?.score ?? 0;
  const signals = [
    ...[scores[0] ?? 0, scores[1] ?? 0, best('refusal'), best('declines')],
    own.reduce((most, { message, by }) => Math.max(most, scene.hear(message, acts[by]).score), 0),
    ...[way?.score ?? 0, way?.prompt === true ? 1 : 0],
    wayFromFirst?.score ?? 0,
    ...[misfit?.by === 'declines' ? 1 : 0, said(here, acts.denial) > 0 ? 1 : 0],
    ...[said(here, acts.offer), said(answered, acts.deflection), said(answered, acts.urging)],
    ...[said(here, acts.difficulty), said(here, acts.no_information)],
    ...[said(next, acts.disappointed), said(next, acts.pleased), said(next, acts.proposes)],
    ...[said(taken, acts.proposes), said(later, acts.grants)],
    ...[said(last, acts.pleased), said(last, acts.disappointed), said(taken, acts.takes_up)],
    ...[later.length, agents.length, customers.length],
    ...[said(last, acts.declines), said(last, acts.closes), surest(inherited)?.score ?? 0, said(taken, acts.request)],
  ];
  return { signals, own, inherited, misfit, way };
}

/** The first of the surest. */
export function surest<Each extends { readonly score: number }>(all: readonly Each[]): Each | null {
  return all.reduce<Each | null>((best, each) => (best === null || each.score > best.score ? each : best), null);
}
