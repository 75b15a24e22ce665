import type { Conversation, Message } from '../model/conversation.ts';
import type { AuditedConversation } from '../model/reporter.ts';
import type { Unit, Verdict, Wait } from '../model/verdict.ts';
import { widthOf, wrap } from './columns.ts';
import { durationFigure, scoreFigure } from './figures.ts';
import type { ReportSettings } from './settings.ts';
import { visible } from './visible.ts';

type Settings = Pick<ReportSettings, 'width' | 'paint' | 'words'>;

const MARKS = { pass: '✓', fail: '✗', na: '·' } as const;

/**
 * One conversation as it was read, each verdict under the message that earned it, then the score of each agent and what
 * does not rest on any one message. Deterministic; times as the record has them.
 */
export function showConversation(record: Conversation, audited: AuditedConversation, settings: Settings): string {
  const { paint } = settings;
  const head = [record.id, audited.channel, audited.language, placeOf(record)].map(visible).join(' · ');
  const lines = wrap(head, settings.width).map(paint.strong);
  if (record.subject !== null && record.subject !== '') {
    lines.push(...wrap(visible(record.subject), settings.width));
  }
  const verdicts = audited.units.flatMap((unit) => unit.verdicts);
  for (const [index, message] of record.messages.entries()) {
    lines.push('', ...messageLines(index, message, settings));
    for (const verdict of verdicts.filter((one) => one.evidence[0]?.message === index)) {
      lines.push(...verdictLines(verdict, '      ', settings));
    }
  }
  for (const [index, unit] of audited.units.entries()) {
    lines.push('', ...unitLines(unit, audited.scores[index]?.score ?? null, settings));
    for (const verdict of unit.verdicts.filter(({ evidence }) => evidence.length === 0)) {
      lines.push(...verdictLines(verdict, '  ', settings));
    }
  }
  return `${lines.join('\n')}\n`;
}

function placeOf({ source: { file, line } }: Conversation): string {
  return line === null ? file : `${file}:${line}`;
}

function messageLines(index: number, message: Message, { width, paint, words }: Settings): string[] {
  const who = visible(message.name ?? message.id ?? words.roles[message.role]);
  const notes = [
    words.roles[message.role],
    ...(message.internal ? [words.internal] : []),
    ...(message.at === null ? [] : [visible(message.at)]),
  ];
  const head = `${String(index).padStart(4)}  ${paint.strong(who)}  ${paint.faint(notes.join(' · '))}`;
  const body = message.text.split(/\r\n|\n|\r/).flatMap((line) => wrap(visible(line), width - 6));
  return [head, ...body.map((line) => (line === '' ? '' : `      ${line}`))];
}

function verdictLines(verdict: Verdict, margin: string, { width, paint, words }: Settings): string[] {
  const mark = MARKS[verdict.verdict];
  const colour = verdict.verdict === 'pass' ? paint.good : verdict.verdict === 'fail' ? paint.bad : paint.faint;
  const who = verdict.agent === null ? '' : ` (${verdict.agent})`;
  const noted = [
    ...(verdict.suppressed === undefined ? [] : [words.accepted(verdict.suppressed.by, verdict.suppressed.why)]),
    ...(verdict.baselined === true ? [words.knownBefore] : []),
  ];
  const sentence = `${mark} ${verdict.rule}${who}: ${[verdict.message, ...noted].join('; ')}`;
  const quotes = verdict.evidence.map(({ quote }) => quote.trim()).filter((quote) => quote !== '');
  const inside = width - widthOf(margin) - 2;
  const [first = '', ...others] = wrap(visible(sentence), inside);
  return [
    margin + colour(first),
    ...others.map((line) => `${margin}  ${colour(line)}`),
    ...quotes.flatMap((quote) => wrap(`“${visible(quote)}”`, inside).map((line) => `${margin}  ${paint.faint(line)}`)),
    ...(verdict.waits ?? []).map((wait) => `${margin}  ${paint.faint(waitLine(wait, words))}`),
  ];
}

function waitLine({ from, to, wait_ms, limit_ms }: Wait, words: ReportSettings['words']): string {
  const limit = limit_ms === null ? null : durationFigure(limit_ms);
  return to === null
    ? words.unanswered(from, durationFigure(wait_ms), limit)
    : words.waited(from, to, durationFigure(wait_ms), limit);
}

function unitLines(unit: Unit, score: number | null, { paint, words }: Settings): string[] {
  const name = visible(unit.agent ?? words.nameless);
  return [
    `${paint.strong(name)}  ${unit.pseudo ? words.neverScored : score === null ? words.notScored : scoreFigure(score)}`,
  ];
}
