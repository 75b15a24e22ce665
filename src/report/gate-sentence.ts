import type { GateBreach, GateResult } from '../model/gate.ts';

const OUTCOME = { kept: 'kept', 'not-kept': 'NOT KEPT', 'not-judged': 'not judged' } as const;
const NAMED = 5;

/** One gate, kept or not, as one sentence with its numbers: `--fail-under 80 kept: the score is 84.1 (…)`. */
export function gateSentence(result: GateResult): string {
  const breaches = named(result.breaches);
  const better = named(result.improved);
  const why = [because(result), breaches, better === '' ? '' : `it can be tightened, better beyond noise: ${better}`];
  return `${result.gate} ${OUTCOME[result.outcome]}: ${why.filter((part) => part !== '').join('; ')}`;
}

function because({ code, args }: GateResult): string {
  const value = (name: string): string => String(args[name] ?? '');
  switch (code) {
    case 'total-score':
      return `the score is ${value('score')}, at most ${value('bound')} as far as ${value('units')} scored units can tell`;
    case 'few-units':
      return `${value('units')} scored units, and it takes ${value('minimum')}`;
    case 'agent-scores':
      return `${value('failing')} of ${value('judged')} agents below it, ${value('unjudged')} with fewer than ${value('minimum')} scored units not looked at`;
    case 'rule-count':
      return `${value('rule')} failed ${value('fails')} times`;
    case 'rule-share':
      return `${value('rule')} failed in ${value('share')}% of ${value('applicable')} verdicts (${value('fails')}), at least ${value('bound')}% as far as so many can tell`;
    case 'few-verdicts':
      return `${value('rule')} applied ${value('applicable')} times, and it takes ${value('minimum')}`;
    case 'unreadable':
      return `${value('unreadable')} of ${value('records')} records could not be read (${value('share')}%)`;
    case 'worsened':
      return `worse beyond noise in ${value('findings')} of ${value('compared')} figures${leftOut(value('left_out'))}`;
    case 'not-worsened':
      return `nothing is worse beyond noise in ${value('compared')} figures${leftOut(value('left_out'))}`;
    case 'baseline-differs':
      return `the baseline was judged by other rules: ${value('what')}`;
    case 'few-compared':
      return `nothing has ${value('minimum')} scored units in both reports`;
    default:
      return code;
  }
}

const leftOut = (what: string): string => (what === '' ? '' : ` (not compared: ${what})`);

function named(breaches: readonly GateBreach[]): string {
  const shown = breaches
    .slice(0, NAMED)
    .map(({ name, value, against, units }) => `${name} ${value} (${against}, ${units} units)`);
  const rest = breaches.length - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
}
