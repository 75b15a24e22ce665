import type { GateResult } from '../model/gate.ts';
import type { GroupScore, Report } from '../model/report.ts';
import type { Reporter } from '../model/reporter.ts';
import { costliestFirst, type QuoteFinder, quoteFinder, weakestFirst } from './agents.ts';
import { emailWaits } from './email-waits.ts';
import { intervalFigure, percentFigure, scoreFigure } from './figures.ts';
import { escapeHtml, escapeMarkdown } from './markdown-text.ts';
import type { ReportSettings } from './settings.ts';

/** A job summary of GitHub holds 1 MiB; what would not fit is left to the other outputs, and counted. */
const MOST_BYTES = 900_000;
const RULES_SHOWN = 3;
const QUOTES_SHOWN = 2;
const ROWS_SHOWN = 500;
const PROBLEMS_SHOWN = 50;

/** A page for job summaries and merge requests: the table of agents, and the words behind the points, folded. */
export function makeMarkdown(settings: ReportSettings): Reporter {
  return {
    head: () => [],
    conversation: () => [],
    *tail(report, gates = []) {
      const { words } = settings;
      const agents = weakestFirst(report.agents);
      const bytes = new TextEncoder();
      let used = 0;
      const counted = (text: string): string => {
        used += bytes.encode(text).length;
        return text;
      };
      yield counted(opening(report, settings));
      yield counted(held(gates, settings));
      yield counted(agents.length === 0 ? `${words.noAgents}\n` : table(agents, report.totals, settings));
      yield counted(coverage(report, settings));
      yield counted(problems(report, settings));
      const sentences = [
        ...words.legend,
        ...emailWaits(report, words).map(escapeMarkdown),
        ...report.notes.map((note) => escapeMarkdown(words.note(note))),
      ];
      const legend = sentences.map((sentence) => `- ${sentence}\n`).join('');
      yield counted(`\n<details><summary>${words.legendTitle}</summary>\n\n${legend}\n</details>\n`);
      const quotes = quoteFinder(report);
      let left = agents.length;
      for (const agent of agents) {
        const text = details(agent, quotes, settings);
        if (used + bytes.encode(text).length > MOST_BYTES) {
          yield `\n${words.agentsNotShown(left)}\n`;
          return;
        }
        left -= 1;
        yield counted(text);
      }
    },
  };
}

function opening({ run, end }: Report, { words }: ReportSettings): string {
  const packs = run.packs.map(({ name, version }) => `${name} ${version}`).join(', ');
  const facts = [
    words.conversations(end.conversations),
    `${words.units(end.units)}, ${words.scored(end.scored_units)}`,
    words.problems(end.problems),
    words.notices(end.notices),
    `${run.tool.name} ${run.tool.version}`,
    packs,
  ];
  return `## ${words.reportTitle}\n\n${facts.map(escapeMarkdown).join(' · ')}\n\n`;
}

const SIGNS = { kept: '✅', 'not-kept': '❌', 'not-judged': '➖' } as const;

function held(gates: readonly GateResult[], { words }: ReportSettings): string {
  const lines = gates.map((gate) => `- ${SIGNS[gate.outcome]} ${escapeMarkdown(words.gate(gate))}\n`);
  return lines.length === 0 ? '' : `### ${words.gates}\n\n${lines.join('')}\n`;
}

function table(agents: readonly GroupScore[], totals: GroupScore, { words }: ReportSettings): string {
  const rules = totals.rules.map(({ rule }) => rule);
  const { columns } = words;
  const titles = [
    columns.rank,
    columns.letters,
    columns.agent,
    columns.score,
    columns.interval,
    columns.conversations,
    ...rules,
  ];
  const row = (group: GroupScore, title: string): string => {
    const rates = rules.map((rule) => percentFigure(group.rules.find((one) => one.rule === rule)?.rate ?? null));
    const rank = group.rank === null ? '–' : String(group.rank);
    const cells = [scoreFigure(group.score), intervalFigure(group.interval), String(group.conversations), ...rates];
    return `| ${[rank, group.letters ?? '', title, ...cells].join(' | ')} |`;
  };
  const rankedFirst = [...agents.filter(({ ranked }) => ranked), ...agents.filter(({ ranked }) => !ranked)];
  const shown = rankedFirst.slice(0, ROWS_SHOWN);
  return `${[
    `### ${words.weakestFirst}`,
    '',
    `| ${titles.map(escapeMarkdown).join(' | ')} |`,
    `|${titles.map((_, index) => (index === 1 || index === 2 ? ':--' : '--:')).join('|')}|`,
    ...shown.map((agent) => row(agent, escapeMarkdown(agent.agent ?? words.nameless))),
    row(totals, `**${words.total}**`),
    ...(agents.length > shown.length ? ['', words.andMore(agents.length - shown.length)] : []),
  ].join('\n')}\n`;
}

function coverage({ rules }: Report, { words }: ReportSettings): string {
  const lines = rules
    .filter(({ na }) => na > 0)
    .map(({ rule, pass, fail, na, reasons }) => {
      const why = reasons
        .filter(({ verdict }) => verdict === 'na')
        .map(({ reason, count }) => `${count} ${words.notJudged[reason] ?? reason}`)
        .join('; ');
      return `- ${escapeMarkdown(`${rule}: ${words.judged(pass + fail, pass + fail + na)}`)} (${escapeMarkdown(why)})\n`;
    });
  return `\n### ${words.coverage}\n\n${lines.length === 0 ? `${words.everythingJudged}\n` : lines.join('')}`;
}

function problems({ problems: all }: Report, { words }: ReportSettings): string {
  if (all.length === 0) {
    return '';
  }
  const lines = all.slice(0, PROBLEMS_SHOWN).map(({ file, line, message }) => {
    const place = file === null ? '' : `${file}${line === null ? '' : `:${line}`}: `;
    return `- ${escapeMarkdown(place + message)}`;
  });
  const more = all.length > PROBLEMS_SHOWN ? [`- ${words.andMore(all.length - PROBLEMS_SHOWN)}`] : [];
  return `\n### ${words.problemsTitle}\n\n${[...lines, ...more].join('\n')}\n`;
}

function details(agent: GroupScore, quotes: QuoteFinder, { words }: ReportSettings): string {
  const costly = costliestFirst(agent.lost).slice(0, RULES_SHOWN);
  if (costly.length === 0) {
    return '';
  }
  const name = escapeHtml(agent.agent ?? words.nameless);
  const lines = ['', `<details><summary>${name}: ${scoreFigure(agent.score)}</summary>`, ''];
  for (const { rule, points } of costly) {
    const rate = agent.rules.find((one) => one.rule === rule);
    const failed = words.failed(rate?.fail ?? 0, (rate?.pass ?? 0) + (rate?.fail ?? 0));
    lines.push(`- **−${scoreFigure(points)} ${escapeMarkdown(rule)}** (${failed})`);
    const own = quotes(agent, rule);
    for (const { quote, message, conversation, file, line, at_message } of own?.fails.slice(0, QUOTES_SHOWN) ?? []) {
      const place = escapeMarkdown(`${file}${line === null ? '' : `:${line}`}`);
      const said = quote === '' ? '' : `“${escapeMarkdown(quote.trim())}” `;
      lines.push(
        `  - ${said}${escapeMarkdown(message)} (${place}, ${escapeMarkdown(words.position(conversation, at_message))})`,
      );
    }
  }
  lines.push('', '</details>');
  return `${lines.join('\n')}\n`;
}
