import type { Reporter } from '../model/reporter.ts';
import { scoreFigure } from './figures.ts';
import { type Finding, findingsOf, isFresh, placeOf, sentenceOf } from './findings.ts';
import type { ReportSettings } from './settings.ts';
import { visible } from './visible.ts';

/** GitHub shows ten annotations of each level for a step, and drops the others without a word. */
const SHOWN_PER_LEVEL = 10;

/**
 * Workflow commands that GitHub Actions turns into annotations: the costliest new findings as warnings, gates
 * not kept and records that could not be read as errors, and a notice that says how many findings are not shown.
 */
export function makeGithub({ words }: Pick<ReportSettings, 'words'>): Reporter {
  const costliest: Finding[] = [];
  let all = 0;
  return {
    head: () => [],
    conversation(conversation) {
      for (const finding of findingsOf(conversation)) {
        if (isFresh(finding.verdict) && finding.verdict.severity === 'error') {
          all += 1;
          keep(costliest, finding);
        }
      }
      return [];
    },
    *tail({ problems, totals, end }, gates = []) {
      for (const gate of gates.filter(({ outcome }) => outcome === 'not-kept').slice(0, SHOWN_PER_LEVEL)) {
        yield command('error', { file: null, line: null, title: gate.gate }, words.gate(gate));
      }
      const broken = gates.filter(({ outcome }) => outcome === 'not-kept').length;
      const unread = problems.filter(({ severity }) => severity === 'problem');
      for (const { code, file, line, message } of unread.slice(0, Math.max(0, SHOWN_PER_LEVEL - broken))) {
        yield command('error', { file, line, title: code }, message);
      }
      for (const { verdict } of costliest) {
        const { file, line } = placeOf(verdict);
        yield command('warning', { file, line, title: verdict.rule }, sentenceOf(verdict));
      }
      const summary = `${words.total}: ${scoreFigure(totals.score)}. ${words.conversations(end.conversations)}.`;
      const rest = all > costliest.length ? ` ${words.findingsNotShown(costliest.length, all)}.` : '';
      yield command('notice', { file: null, line: null, title: words.reportTitle }, summary + rest);
    },
  };
}

/** Kept sorted by cost; the earlier stays first among equals. */
function keep(costliest: Finding[], finding: Finding): void {
  const cheaper = costliest.findIndex(({ points }) => points < finding.points);
  costliest.splice(cheaper === -1 ? costliest.length : cheaper, 0, finding);
  costliest.length = Math.min(costliest.length, SHOWN_PER_LEVEL);
}

interface Properties {
  readonly file: string | null;
  readonly line: number | null;
  readonly title: string;
}

function command(level: 'error' | 'warning' | 'notice', { file, line, title }: Properties, message: string): string {
  const properties = [
    ...(file === null ? [] : [`file=${property(file)}`]),
    ...(file === null || line === null ? [] : [`line=${line}`]),
    `title=${property(title)}`,
  ];
  return `::${level} ${properties.join(',')}::${data(message)}\n`;
}

function data(text: string): string {
  return visible(text).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
