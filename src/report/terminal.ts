import type { GroupScore, Report, Run } from '../model/report.ts';
import type { Reporter } from '../model/reporter.ts';
import { byCodePoint } from '../text/code-point-order.ts';
import { weakestFirst } from './agents.ts';
import { wrap } from './columns.ts';
import { costliestRules } from './costliest.ts';
import type { ReportSettings } from './settings.ts';
import { standings } from './standings.ts';
import { visible } from './visible.ts';

const MINIMUM_WIDTH = 60;
const MAXIMUM_WIDTH = 200;
const PROBLEMS_SHOWN = 50;

/**
 * The report for people: who stands where, what cost the points with the words behind it, what could not be judged,
 * and how to read it. Everything in it follows from the report, so a merged one looks the same.
 */
export function makeTerminal(given: ReportSettings): Reporter {
  const settings = { ...given, width: Math.min(MAXIMUM_WIDTH, Math.max(MINIMUM_WIDTH, given.width)) };
  return {
    head: () => [],
    conversation: () => [],
    *tail(report) {
      yield opening(report, settings);
      const agents = weakestFirst(report.agents);
      if (agents.length === 0) {
        yield `\n${settings.words.noAgents}\n`;
      } else {
        yield standings(agents, report.totals, settings);
        for (const agent of agents) {
          yield costliestRules(agent, report.quotes, settings);
        }
      }
      yield notJudged(report, settings);
      yield problems(report, settings);
      yield legend(agents, settings);
    },
  };
}

function opening({ run, end }: { run: Run; end: Report['end'] }, { width, paint, words }: ReportSettings): string {
  const packs = run.packs.map(({ name, version }) => `${visible(name)} ${visible(version)}`).join(', ');
  const first = `${run.tool.name} ${run.tool.version} · ${packs}`;
  const second = [
    words.conversations(end.conversations),
    `${words.units(end.units)}, ${words.scored(end.scored_units)}`,
    words.problems(end.problems),
    words.notices(end.notices),
  ].join(' · ');
  return `${wrap(first, width).map(paint.strong).join('\n')}\n${wrap(second, width).join('\n')}\n`;
}

function notJudged({ rules, end }: Report, { width, paint, words }: ReportSettings): string {
  const lines = ['', paint.strong(words.coverage)];
  for (const { rule, pass, fail, na, reasons } of rules.filter((one) => one.na > 0)) {
    lines.push(`  ${visible(rule)}: ${words.judged(pass + fail, pass + fail + na)}`);
    for (const { reason, count } of mostFrequent(reasons.filter(({ verdict }) => verdict === 'na'))) {
      const meaning = words.notJudged[reason] ?? visible(reason);
      lines.push(...indented(`${String(count).padStart(8)}  ${meaning}`, 10, width).map(paint.faint));
    }
  }
  if (lines.length === 2) {
    lines.push(`  ${words.everythingJudged}`);
  }
  const unscored = end.units - end.scored_units;
  if (unscored > 0) {
    lines.push(...indented(`  ${words.unscored(unscored)}`, 2, width));
  }
  return `${lines.join('\n')}\n`;
}

function mostFrequent<R extends { readonly reason: string; readonly count: number }>(reasons: readonly R[]): R[] {
  return [...reasons].sort((one, two) => two.count - one.count || byCodePoint(one.reason, two.reason));
}

function problems(report: Report, { width, paint, words }: ReportSettings): string {
  if (report.problems.length === 0) {
    return '';
  }
  const lines = ['', paint.strong(words.problemsTitle)];
  for (const { severity, file, line, message } of report.problems.slice(0, PROBLEMS_SHOWN)) {
    const place = file === null ? '' : `${visible(file)}${line === null ? '' : `:${line}`}: `;
    const colour = severity === 'problem' ? paint.bad : paint.faint;
    lines.push(...indented(`  ${place}${visible(message)}`, 4, width).map(colour));
  }
  const more = report.problems.length - PROBLEMS_SHOWN;
  if (more > 0) {
    lines.push(`  ${words.andMore(more)}`);
  }
  return `${lines.join('\n')}\n`;
}

function legend(agents: readonly GroupScore[], { width, paint, words }: ReportSettings): string {
  if (agents.length === 0) {
    return '';
  }
  const lines = words.legend.flatMap((sentence) => indented(`  ${sentence}`, 2, width));
  return `\n${[paint.strong(words.legendTitle), ...lines.map(paint.faint)].join('\n')}\n`;
}

/** Wrapped to the width, the lines after the first set in by `indent`. */
function indented(text: string, indent: number, width: number): string[] {
  const margin = text.slice(0, text.length - text.trimStart().length);
  const [first = '', ...others] = wrap(text.trimStart(), width - Math.max(indent, margin.length));
  return [margin + first, ...others.map((line) => ' '.repeat(indent) + line)];
}
