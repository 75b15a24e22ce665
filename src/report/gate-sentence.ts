import type { GateBreach, GateResult } from '../model/gate.ts';

const OUTCOME = { kept: 'kept', 'not-kept': 'NOT KEPT', 'not-judged': 'not judged' } as const;
const NAMED = 5;

/** One gate, kept or not, as one sentence with its numbers: `--fail-under 80 kept: the score is 84.1 (…)`. */
export function gateSentence(result: GateResult): string {
  const breaches = named(result, result.breaches);
  const better = named(result, result.improved);
  const why = [because(result), breaches, better === '' ? '' : `it can be tightened, better beyond noise: ${better}`];
  return `${result.gate} ${OUTCOME[result.outcome]}: ${why.filter((part) => part !== '').join('; ')}`;
}

function because({ code, args }: GateResult): string {
  const value = (name: string): string => String(args[name] ?? '');
  // Where gates look at the plain figure, the bound is that figure and says nothing more.
  const isPlain = (figure: string): boolean => value(figure) === value('bound');
  switch (code) {
    case 'total-score':
      return isPlain('score')
        ? `the score is ${value('score')} over ${value('units')} scored units`
        : `the score is ${value('score')}, and ${value('units')} scored units leave room up to ${value('bound')}`;
    case 'few-units':
      return `${value('units')} scored units, and it takes ${value('minimum')}`;
    case 'agent-scores':
      return `${value('failing')} of ${value('judged')} agents below it, ${value('unjudged')} with fewer than ${value('minimum')} scored units not looked at`;
    case 'rule-count':
      return `${value('rule')} failed ${value('fails')} times`;
    case 'rule-share': {
      const plain = `${value('rule')} failed in ${value('share')}% of ${value('applicable')} verdicts (${value('fails')})`;
      return isPlain('share') ? plain : `${plain}, and so many leave room down to ${value('bound')}%`;
    }
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

const ofBaseline = new Set(['worsened', 'not-worsened']);

function named({ code }: GateResult, breaches: readonly GateBreach[]): string {
  const shown = breaches.slice(0, NAMED).map((breach) => breachFigure(breach, ofBaseline.has(code)));
  const rest = breaches.length - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
}

/** `Tom 61.2 (up to 68.6, 117 units)`, or against a baseline `Tom 61.2 (was 70.1, 117 units)`; rules in percent failed. */
function breachFigure({ scope, name, value, against, units }: GateBreach, compared: boolean): string {
  const sign = scope === 'rule' ? '%' : '';
  const other = compared ? `was ${against}${sign}, ` : against === value ? '' : `up to ${against}${sign}, `;
  return `${name} ${value}${sign} (${other}${units} units)`;
}
