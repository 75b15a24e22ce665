import type { MeasuredRule } from '../model/accuracy.ts';
import type { Paint } from '../model/reporter.ts';
import type { Example, Rule } from '../model/rule.ts';
import { wrap } from './columns.ts';
import { accuracyLines } from './rule-accuracy.ts';
import { visible } from './visible.ts';

/** What a page on a rule may know beside the rule. */
export interface RulePageSettings {
  readonly width: number;
  readonly paint: Paint;
  /** null where the pack holds no figures of the rule. */
  readonly accuracy: MeasuredRule | null;
}

/** One line of the list of rules. */
export function ruleLine({ id, title, weight, critical, severity }: Rule, idWidth: number, paint: Paint): string {
  const marks = [`weight ${weight}`, ...(critical ? ['critical'] : []), ...(severity === 'advice' ? ['advice'] : [])];
  return `${paint.strong(visible(id).padEnd(idWidth))}  ${visible(title)} ${paint.faint(`(${marks.join(', ')})`)}\n`;
}

/** Everything there is to know of a rule: why, source, thresholds, reasons, examples, measured accuracy. */
export function* rulePage(rule: Rule, { width, paint, accuracy }: RulePageSettings): Iterable<string> {
  const section = (title: string, lines: readonly string[]): string =>
    `\n${paint.strong(title)}\n${lines.map((line) => `  ${line}\n`).join('')}`;
  const prose = (text: string): readonly string[] => wrap(visible(text), width - 2);

  yield ruleLine(rule, 0, paint);
  yield section('Why', prose(rule.why));
  yield section('Source', prose(rule.source));
  yield section('Kind and options', [visible(rule.kind), ...optionLines(rule.options, 1)]);
  yield section('Reasons', reasonLines(rule));
  yield section('Examples', rule.examples.flatMap(exampleLines));
  yield section('Measured accuracy', accuracyLines(accuracy));
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The options as a pack would write them. */
function optionLines(options: unknown, depth: number): readonly string[] {
  if (!isMapping(options)) {
    return [];
  }
  const margin = '  '.repeat(depth);
  return Object.entries(options).flatMap(([key, value]) =>
    isMapping(value)
      ? [`${margin}${visible(key)}:`, ...optionLines(value, depth + 1)]
      : [`${margin}${visible(key)}: ${visible(JSON.stringify(value) ?? 'null')}`],
  );
}

function reasonLines({ wording }: Rule): readonly string[] {
  const words = Object.entries(wording['en'] ?? Object.values(wording)[0] ?? {});
  const widest = Math.max(0, ...words.map(([reason]) => reason.length));
  return words.map(([reason, sentence]) => `${visible(reason).padEnd(widest)}  ${visible(sentence)}`);
}

function exampleLines({ title, language, verdict, reason, conversation }: Example): readonly string[] {
  const because = reason === null ? '' : ` (${visible(reason)})`;
  return [`${verdict}${because}: ${visible(title)} [${visible(language)}]`, ...messageLines(conversation)];
}

/** The conversation of an example, a line a message. */
function messageLines(conversation: unknown): readonly string[] {
  const messages = isMapping(conversation) ? conversation['messages'] : null;
  return (Array.isArray(messages) ? messages : []).filter(isMapping).map((message) => {
    const { name, role, text } = message;
    const who = typeof name === 'string' ? name : typeof role === 'string' ? role : '';
    return `    ${visible(who)}: ${visible(typeof text === 'string' ? text : '')}`;
  });
}
