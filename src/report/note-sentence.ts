import type { Note } from '../model/report.ts';

/** What must be said beside the figures, so that nobody reads more into them than they hold. */
export function noteSentence({ code, args }: Note): string {
  const value = (name: string): string => String(args[name] ?? '');
  switch (code) {
    case 'score-intervals':
      return `Intervals hold the true score in ${value('level')} of 100 cases or more, whatever the scores look like (${value('method')}).`;
    case 'ranked':
      return (
        `Agents that share a letter under = cannot be told apart: of ${value('pairs')} pairs of the ${value('agents')} ranked ` +
        `agents, ${value('separated')} differ beyond chance, all pairs looked at together (${value('method')}, ${value('level')}%).`
      );
    case 'nobody-ranked':
      return `Nobody is ranked: no agent has ${value('minimum')} scored conversations.`;
    case 'not-ranked':
      return `Not ranked, as they have fewer than ${value('minimum')} scored conversations: ${value('agents')}.`;
    case 'standardised-over':
      return `Scores with everybody’s mix of work are weighted by ${value('strata')}.`;
    case 'mix-dependent':
      return (
        `The place of ${value('agent')} depends on the mix of work: rank ${value('rank')} with ${value('score')}, ` +
        `but rank ${value('standardised_rank')} with ${value('standardised')} at everybody’s mix.`
      );
    default:
      return `${code}: ${Object.entries(args)
        .map(([name, given]) => `${name} ${given}`)
        .join(', ')}`;
  }
}
