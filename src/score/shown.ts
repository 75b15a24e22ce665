import type { Counts, Quote } from '../model/counts.ts';
import type { AgentQuotes, ExampleUnit } from '../model/report.ts';
import { byKeys } from './order.ts';
import type { ScoredGroup } from './ranking.ts';

/** Rules whose words are shown, per agent: the costliest. */
const QUOTED_RULES = 3;
const SHOWN_QUOTES = 2;
const SHOWN_EXAMPLES = 10;

/**
 * The words behind the rules that cost each agent most and the one that would help most, and the agent's good ones.
 *
 * @param agents in the order of the report's `agents`
 */
export function quotesOf(counts: Counts, agents: readonly ScoredGroup[]): AgentQuotes[] {
  const byAgent = new Map<number, Quote[]>();
  for (const quote of counts.quotes) {
    const before = byAgent.get(quote.agent);
    if (before === undefined) {
      byAgent.set(quote.agent, [quote]);
    } else {
      before.push(quote);
    }
  }
  return agents.flatMap(({ score, members }, place) => {
    const quotes = members.flatMap((member) => byAgent.get(member) ?? []);
    const costliest = [...score.lost].sort(byKeys(({ rule, points }) => [-points, rule])).slice(0, QUOTED_RULES);
    const named = costliest.map(({ rule }) => rule);
    if (score.lever !== null && !named.includes(score.lever.rule)) {
      named.push(score.lever.rule);
    }
    return named.map((rule) => {
      const shown = (wanted: 'pass' | 'fail'): Quote[] =>
        quotes.filter((quote) => quote.rule === rule && quote.verdict === wanted).slice(0, SHOWN_QUOTES);
      return { place, agent: score.agent, agent_id: score.agent_id, rule, fails: shown('fail'), passes: shown('pass') };
    });
  });
}

/** The best and the worst units of everybody. */
export function examplesOf(counts: Counts, agents: readonly ScoredGroup[]): ExampleUnit[] {
  const owner = new Map(agents.flatMap(({ score, members }) => members.map((member) => [member, score] as const)));
  const of = (side: 'best' | 'worst'): ExampleUnit[] =>
    counts.examples
      .filter((example) => example.side === side && owner.has(example.agent))
      .sort(
        byKeys((example) => [
          side === 'best' ? -example.score_tenths : example.score_tenths,
          -example.applicable,
          example.product,
          example.conversation,
          example.agent,
        ]),
      )
      .slice(0, SHOWN_EXAMPLES)
      .map(({ agent, score_tenths, conversation, product, file, line }) => ({
        side,
        conversation,
        product,
        agent: owner.get(agent)?.agent ?? null,
        agent_id: owner.get(agent)?.agent_id ?? null,
        score: score_tenths / 10,
        file,
        line,
      }));
  return [...of('best'), ...of('worst')];
}
