import type { GateResult } from '../model/gate.ts';
import type { Report } from '../model/report.ts';
import type { Reporter } from '../model/reporter.ts';
import { quoteFinder, weakestFirst } from './agents.ts';
import { indented, wrap } from './columns.ts';
import { costliestRules } from './costliest.ts';
import { emailWaits } from './email-waits.ts';
import { notJudged } from './not-judged.ts';
import { ratings } from './ratings.ts';
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
  const { words } = settings;
  return {
    head: () => [],
    conversation: () => [],
    *tail(report, gates = []) {
      yield opening(report, settings);
      const agents = weakestFirst(report.agents);
      if (agents.length === 0) {
        yield `\n${words.noAgents}\n`;
      } else {
        yield standings(agents, report.totals, words.weakestFirst, settings);
        yield standings(weakestFirst(report.teams), report.totals, words.teams, settings);
        yield standings(weakestFirst(report.sites), report.totals, words.sites, settings);
        const quotes = quoteFinder(report);
        for (const agent of agents) {
          yield costliestRules(agent, quotes, settings);
        }
      }
      yield ratings(report.ratings, settings);
      yield notJudged(report, settings);
      yield problems(report, settings);
      yield legend(report, settings);
      yield held(gates, settings);
    },
  };
}

function opening({ run, end }: Report, { width, paint, words }: ReportSettings): string {
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

function legend(report: Report, { width, paint, words }: ReportSettings): string {
  if (report.agents.length === 0) {
    return '';
  }
  const sentences = [
    ...words.legend,
    words.barLegend,
    ...emailWaits(report, words),
    ...report.notes.map(words.note),
  ].map(visible);
  const lines = sentences.flatMap((sentence) => indented(`  ${sentence}`, 4, width));
  return `\n${[paint.strong(words.legendTitle), ...lines.map(paint.faint)].join('\n')}\n`;
}

/** Last, where the eye rests when the run is over. */
function held(gates: readonly GateResult[], { width, paint, words }: ReportSettings): string {
  if (gates.length === 0) {
    return '';
  }
  const colours = { kept: paint.good, 'not-kept': paint.bad, 'not-judged': paint.warn };
  const lines = gates.flatMap((gate) =>
    indented(`  ${visible(words.gate(gate))}`, 4, width).map(colours[gate.outcome]),
  );
  return `\n${[paint.strong(words.gates), ...lines].join('\n')}\n`;
}
