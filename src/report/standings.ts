import type { GroupScore } from '../model/report.ts';
import type { Paint } from '../model/reporter.ts';
import { left, right, widthOf, wrap } from './columns.ts';
import { intervalFigure, percentFigure, scoreFigure } from './figures.ts';
import type { ReportSettings } from './settings.ts';
import { visible } from './visible.ts';

const RANK = 3;
const SCORE = 5;
const INTERVAL = 12;
const COUNT = 6;
const NUMBERED = 4;
const NAME_AT_LEAST = 12;
const NAME_AT_MOST = 32;
const BAR_AT_LEAST = 6;
const BAR_AT_MOST = 30;

interface Columns {
  /** Width of the letters of those who cannot be told apart; 0 where nobody has any. */
  readonly letters: number;
  readonly name: number;
  readonly bar: number;
  /** Width of each rule's column; the rules that found no room are left to the other outputs. */
  readonly rules: readonly { readonly rule: string; readonly width: number; readonly title: string }[];
  /** True where the columns bear numbers, explained under the table. */
  readonly numbered: boolean;
}

/** A table of agents, teams or sites in the order given: those ranked, then those that are too few to rank, and the whole. */
export function standings(
  agents: readonly GroupScore[],
  totals: GroupScore,
  title: string,
  settings: ReportSettings,
): string {
  if (agents.length === 0) {
    return '';
  }
  const { paint, words } = settings;
  const columns = planColumns(agents, totals, settings);
  const ranked = agents.filter((agent) => agent.ranked);
  const others = agents.filter((agent) => !agent.ranked);
  const lines = ['', paint.strong(title), paint.faint(titles(columns, settings))];
  lines.push(...ranked.map((agent) => row(agent, agent.agent ?? words.nameless, columns, totals, settings)));
  if (others.length > 0) {
    lines.push(paint.faint(`${' '.repeat(RANK + 1)}${words.notRanked}`));
  }
  lines.push(...others.map((agent) => row(agent, agent.agent ?? words.nameless, columns, totals, settings)));
  lines.push(row(totals, words.total, columns, totals, settings));
  lines.push(...key(columns, settings).map(paint.faint));
  return `${lines.join('\n')}\n`;
}

function planColumns(agents: readonly GroupScore[], totals: GroupScore, { width, words }: ReportSettings): Columns {
  const rules = totals.rules.map(({ rule }) => rule);
  const longest = Math.max(...[...agents.map(({ agent }) => agent ?? words.nameless), words.total].map(nameWidth));
  const fixed = RANK + 1 + 1 + SCORE + 1 + INTERVAL + 1 + 1 + COUNT;
  const letters = Math.max(0, ...agents.map((agent) => agent.letters?.length ?? 0));
  const free = width - fixed - (letters > 0 ? letters + 1 : 0);
  const wordy = rules.reduce((sum, rule) => sum + nameWidth(rule) + 2, 0);
  const numbered = wordy + NAME_AT_LEAST + BAR_AT_LEAST > free;
  const room = Math.max(0, Math.floor((free - NAME_AT_LEAST - BAR_AT_LEAST) / (NUMBERED + 1)));
  const shown = numbered ? rules.slice(0, room) : rules;
  const taken = numbered ? shown.length * (NUMBERED + 1) : wordy;
  const name = Math.min(NAME_AT_MOST, Math.max(NAME_AT_LEAST, longest), free - taken - BAR_AT_LEAST);
  return {
    letters,
    name,
    bar: Math.min(BAR_AT_MOST, free - taken - name),
    numbered,
    rules: shown.map((rule, index) => ({
      rule,
      width: numbered ? NUMBERED + 1 : nameWidth(rule) + 2,
      title: numbered ? String(index + 1) : visible(rule),
    })),
  };
}

const nameWidth = (name: string): number => widthOf(visible(name));

function titles({ letters, name, bar, rules }: Columns, { words: { columns } }: ReportSettings): string {
  const cells = [
    right(columns.rank, RANK),
    ...(letters > 0 ? [left(columns.letters, letters)] : []),
    left(columns.agent, name),
    right(columns.score, SCORE),
    right(columns.interval, INTERVAL),
    ' '.repeat(bar),
    right(columns.conversations, COUNT),
  ];
  return cells.join(' ') + rules.map(({ title, width }) => right(title, width)).join('');
}

function row(
  group: GroupScore,
  title: string,
  { letters, name, bar, rules }: Columns,
  totals: GroupScore,
  { paint }: ReportSettings,
): string {
  const cells = [
    right(group.rank === null ? '–' : String(group.rank), RANK),
    ...(letters > 0 ? [left(group.letters ?? '', letters)] : []),
    paint.strong(left(visible(title), name)),
    right(scoreFigure(group.score), SCORE),
    right(intervalFigure(group.interval), INTERVAL),
    drawn(group, totals.score, bar, paint),
    right(String(group.conversations), COUNT),
  ];
  const rates = rules.map(({ rule, width }) =>
    right(percentFigure(group.rules.find((one) => one.rule === rule)?.rate ?? null), width),
  );
  return (cells.join(' ') + rates.join('')).trimEnd();
}

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** The score as a bar, to an eighth of a column; coloured only where the whole interval is on one side of the total. */
function drawn({ score, interval }: GroupScore, total: number | null, width: number, paint: Paint): string {
  if (score === null) {
    return ' '.repeat(width);
  }
  const eighths = Math.round((score / 100) * width * 8);
  const filled = '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
  const empty = ' '.repeat(Math.max(0, width - widthOf(filled)));
  if (interval === null || total === null || (interval.low <= total && total <= interval.high)) {
    return filled + empty;
  }
  return (interval.high < total ? paint.bad : paint.good)(filled) + empty;
}

function key({ rules, numbered }: Columns, { width, words }: ReportSettings): string[] {
  if (rules.length === 0) {
    return [];
  }
  const names = numbered ? rules.map(({ title, rule }) => `${title} ${visible(rule)}`).join(' · ') : '';
  return wrap(`${words.passRates} ${names}`.trim(), width - RANK - 1).map((line) => ' '.repeat(RANK + 1) + line);
}
