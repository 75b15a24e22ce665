import type { Quote } from '../model/counts.ts';
import type { GroupScore } from '../model/report.ts';
import { costliestFirst, type QuoteFinder } from './agents.ts';
import { cut, indented, widthOf, wrap } from './columns.ts';
import { durationFigure, intervalFigure, scoreFigure } from './figures.ts';
import type { ReportSettings } from './settings.ts';
import { visible } from './visible.ts';

const RULES_SHOWN = 3;
const QUOTES_SHOWN = 2;

/** One agent's costliest rules, each with the words that cost the points and where they stand. */
export function costliestRules(agent: GroupScore, quotes: QuoteFinder, settings: ReportSettings): string {
  const costly = costliestFirst(agent.lost).slice(0, RULES_SHOWN);
  if (costly.length === 0) {
    return '';
  }
  const lines = ['', ...heading(agent, settings)];
  for (const { rule, points } of costly) {
    const rate = agent.rules.find((one) => one.rule === rule);
    const applicable = rate === undefined ? 0 : rate.pass + rate.fail;
    const cost = settings.paint.bad(`−${scoreFigure(points)}`.padStart(7));
    const counted = settings.words.failed(rate?.fail ?? 0, applicable);
    lines.push(`${cost}  ${visible(rule)}  ${settings.paint.faint(counted)}`);
    for (const quote of failsOf(agent, rule, quotes)) {
      lines.push(...quoted(quote, settings));
    }
  }
  if (agent.lever !== null) {
    const { rule, moving, misses, from, to } = agent.lever;
    const sentence = settings.words.lever(visible(rule), moving, misses, scoreFigure(from), scoreFigure(to));
    lines.push(...indented(`  ${sentence}`, 4, settings.width));
    lines.push(...wellDone(agent, rule, quotes, settings));
  }
  return `${lines.join('\n')}\n`;
}

/** The agent's own good example of the rule that would help most: nobody is easier to imitate. */
function wellDone(
  agent: GroupScore,
  rule: string,
  quotes: QuoteFinder,
  { width, words, paint }: ReportSettings,
): string[] {
  const [own] = quotes(agent, rule)?.passes ?? [];
  if (own === undefined) {
    return [];
  }
  const place = `${visible(own.file)}${own.line === null ? '' : `:${own.line}`}`;
  return indented(`    ${words.wellDone} “${visible(own.quote).trim()}” ${place}`, 6, width).map(paint.faint);
}

function failsOf(agent: GroupScore, rule: string, quotes: QuoteFinder): readonly Quote[] {
  return quotes(agent, rule)?.fails.slice(0, QUOTES_SHOWN) ?? [];
}

function heading(agent: GroupScore, { width, paint, words }: ReportSettings): string[] {
  const name = visible(agent.agent ?? words.nameless);
  const parts = [
    agent.interval === null
      ? scoreFigure(agent.score)
      : `${scoreFigure(agent.score)} (${intervalFigure(agent.interval)})`,
  ];
  if (agent.rank !== null) {
    const [low, high] = agent.rank_interval ?? [agent.rank, agent.rank];
    parts.push(words.rank(agent.rank, low, high));
  }
  if (agent.standardised !== null) {
    parts.push(words.standardised(scoreFigure(agent.standardised.score), agent.standardised.rank));
  }
  const { median, p90 } = agent.first_reply_ms;
  if (median !== null) {
    parts.push(words.firstReply(durationFigure(median), durationFigure(p90)));
  }
  const shortened = cut(name, Math.max(12, width - 60));
  const [first = '', ...others] = wrap(parts.join(' · '), width - widthOf(shortened) - 2);
  return [`${paint.strong(shortened)}  ${first}`, ...others.map((line) => `  ${line}`)];
}

/** The words, then what is wrong with them, then the place. */
function quoted({ quote, message, conversation, file, line, at_message }: Quote, settings: ReportSettings): string[] {
  const { width, paint, words } = settings;
  const margin = ' '.repeat(9);
  const place = `${visible(file)}${line === null ? '' : `:${line}`}`;
  const said = quote === '' ? [] : wrap(`“${visible(quote).trim()}”`, width - margin.length);
  return [
    ...said.map((text) => margin + text),
    ...wrap(visible(message), width - margin.length - 2).map((text) => `${margin}  ${text}`),
    ...wrap(`${place}  ${words.position(visible(conversation), at_message)}`, width - margin.length - 2).map(
      (text) => `${margin}  ${paint.faint(text)}`,
    ),
  ];
}
