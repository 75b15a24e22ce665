import type { AgreementCell } from '../model/agreement.ts';
import type { Example, Rule } from '../model/rule.ts';
import { left, widthOf, wrap } from './columns.ts';
import { durationFigure, intervalFigure, percentFigure } from './figures.ts';
import type { ReportSettings } from './settings.ts';
import { visible } from './visible.ts';

type Settings = Pick<ReportSettings, 'width' | 'paint' | 'words'>;

/** The rules in use, one a line: id, weight, title, pack. */
export function ruleList(rules: readonly Rule[], settings: Settings): string {
  const { paint, words, width } = settings;
  const ids = Math.max(...rules.map(({ id }) => widthOf(visible(id))), widthOf(words.rule));
  const packs = Math.max(...rules.map(({ pack }) => widthOf(visible(pack))), 4);
  const lines = rules.map((rule) => {
    const weight = rule.severity === 'advice' ? words.advice : `${words.weight} ${rule.weight}`;
    const marks = rule.critical ? `${weight}, ${words.critical}` : weight;
    const facts = `${paint.strong(left(visible(rule.id), ids))}  ${left(visible(rule.pack), packs)}  `;
    const used = ids + packs + 4;
    const [first = '', ...others] = wrap(`${visible(rule.title)} (${marks})`, Math.max(20, width - used));
    return [facts + first, ...others.map((line) => ' '.repeat(used) + line)].join('\n');
  });
  return `${lines.join('\n')}\n`;
}

/**
 * All there is to know of a rule: why it is there, where that is known from, its thresholds, what it may say, examples,
 * and how often it was right where that was measured against labelled conversations.
 */
export function explainRule(rule: Rule, measured: readonly AgreementCell[], settings: Settings): string {
  const { paint, words, width } = settings;
  const facts = [
    visible(rule.pack),
    visible(rule.kind),
    rule.severity === 'advice' ? words.advice : `${words.weight} ${rule.weight}`,
    ...(rule.critical ? [words.critical] : []),
  ];
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', paint.strong(title), ...lines];
  const prose = (text: string): string[] => wrap(visible(text), width - 2).map((line) => `  ${line}`);
  return `${[
    `${paint.strong(visible(rule.id))}  ${visible(rule.title)}`,
    `  ${facts.join(' · ')}`,
    ...section(words.why, prose(rule.why)),
    ...section(words.source, prose(rule.source)),
    ...section(words.thresholds, optionLines(rule.options, width)),
    ...section(
      words.examples,
      rule.examples.flatMap((example) => exampleLines(example, settings)),
    ),
    ...section(words.accuracy, accuracyLines(measured, settings)),
  ].join('\n')}\n`;
}

function optionLines(options: unknown, width: number): string[] {
  return flattened(options, '').flatMap(([path, value]) => {
    const [first = '', ...others] = wrap(path === '' ? value : `${path}: ${value}`, width - 4);
    return [`  ${first}`, ...others.map((line) => `    ${line}`)];
  });
}

type Mapping = Readonly<Record<string, unknown>>;

const isMapping = (value: unknown): value is Mapping =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Nested options by their path; a group of plain values takes one line: `limits.chat: first 1 min, later 2 min`. */
function flattened(value: unknown, path: string): [string, string][] {
  if (!isMapping(value)) {
    return path === '' ? [] : [[visible(path), optionValue(value)]];
  }
  const entries = Object.entries(value);
  if (path !== '' && entries.length > 0 && !entries.some(([, held]) => typeof held === 'object' && held !== null)) {
    return [[visible(path), entries.map(([key, held]) => `${visible(key)} ${optionValue(held)}`).join(', ')]];
  }
  return entries.flatMap(([key, held]) => flattened(held, path === '' ? key : `${path}.${key}`));
}

/** Settled options hold times in milliseconds; whole seconds are read as such. */
function optionValue(value: unknown): string {
  if (value === null) {
    return '–';
  }
  if (typeof value === 'number' && value >= 1_000 && value % 1_000 === 0) {
    return durationFigure(value);
  }
  const listed = Array.isArray(value)
    ? value.map((element) => (typeof element === 'object' ? JSON.stringify(element) : String(element))).join(', ')
    : String(value);
  return visible(listed);
}

function exampleLines(
  { verdict, reason, language, title, conversation }: Example,
  { width, paint }: Settings,
): string[] {
  const head = `  ${verdict}${reason === null ? '' : ` (${reason})`}, ${language}: ${visible(title)}`;
  const colour = verdict === 'pass' ? paint.good : verdict === 'fail' ? paint.bad : paint.faint;
  const said = messagesOf(conversation).flatMap(({ who, text, at }) => {
    const [first = '', ...others] = wrap(
      visible(text) + (at === '' ? '' : ` (${visible(at)})`),
      Math.max(20, width - 16),
    );
    return [`    ${left(visible(who), 10)}  ${first}`, ...others.map((line) => ' '.repeat(16) + line)];
  });
  return [colour(head), ...said];
}

/** The messages of an example as far as they are texts; a pack's examples are checked where packs are read. */
function messagesOf(conversation: unknown): { who: string; text: string; at: string }[] {
  const written = conversation as { readonly messages?: readonly Record<string, unknown>[] } | null;
  return (written?.messages ?? []).map(({ role, name, text, at }) => ({
    who: typeof name === 'string' ? name : String(role),
    text: String(text),
    at: typeof at === 'string' ? at : '',
  }));
}

function accuracyLines(measured: readonly AgreementCell[], { words, width }: Settings): string[] {
  if (measured.length === 0) {
    return wrap(words.notMeasured, width - 2).map((line) => `  ${line}`);
  }
  return measured.flatMap(({ group, labels, precision, recall }) => {
    const of = Object.entries(group)
      .map(([key, value]) => `${key} ${value}`)
      .join(', ');
    const share = ({ rate, interval }: typeof precision): string =>
      interval === null
        ? percentFigure(rate)
        : `${percentFigure(rate)} (${intervalFigure({ ...interval, low: interval.low * 100, high: interval.high * 100 })})`;
    const sentence = words.measured(visible(of), labels, share(precision), share(recall));
    const [first = '', ...others] = wrap(sentence, width - 4);
    return [`  ${first}`, ...others.map((line) => `    ${line}`)];
  });
}
