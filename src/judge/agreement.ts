import type { Agreement, AgreementCell, Confusion, Disagreement, Label, Quote, Share } from '../model/agreement.ts';
import type { Conversation } from '../model/conversation.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { JudgedConversation, Unit, Verdict, VerdictValue } from '../model/verdict.ts';
import { wilson } from '../model/wilson.ts';
import { quoteOf } from './evidence.ts';
import { kappaOf } from './kappa.ts';

const VALUES: readonly VerdictValue[] = ['pass', 'fail', 'na'];
/** What a label without the key is grouped under. */
const NONE = '(none)';
const NOT_COVERED = new Set(['unsure', 'unsupported-language']);

/** What the program said where a reviewer judged. */
interface Compared {
  readonly label: Label;
  readonly group: Readonly<Record<string, string>>;
  readonly verdict: VerdictValue;
  readonly reason: string;
  readonly message: string;
  readonly quotes: readonly Quote[];
  readonly expected: readonly Quote[];
  readonly names: readonly string[];
}

export interface AgreementSettings {
  readonly labels: readonly Label[];
  /** The ids of the rules in use. */
  readonly rules: readonly string[];
  /** `language`, `channel`, `product`, or any key of the labels. */
  readonly by: readonly string[];
}

/** Collects verdicts conversation by conversation; holds only what the labels ask for. */
export interface AgreementTally {
  meet(conversation: Conversation, judged: JudgedConversation): void;
  /** Labels that name what is not there. Complete once every conversation was met. */
  problems(): readonly Problem[];
  finish(): Agreement;
}

const byCodePoint = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

function share(count: number, of: number): Share {
  return { count, of, rate: of === 0 ? null : Math.round((count / of) * 1000) / 1000, interval: wilson(count, of) };
}

/**
 * The unit that a label means: by the name its messages bear most, else by the id of messages that bear the name.
 * `missing` where nobody in the record has the name; null for an agent who was not judged (only automatic replies).
 */
function unitOf(label: Label, conversation: Conversation, judged: JudgedConversation): Unit | null | 'missing' {
  const { agent } = label;
  const named = judged.units.find((unit) => unit.agent === agent);
  if (named !== undefined) {
    return named;
  }
  const own = conversation.messages.filter(({ role, name }) => role === 'agent' && name === agent);
  const ids = new Set(own.map(({ id }) => id).filter((id) => id !== null));
  const byId = judged.units.find(({ agent_id }) => agent_id !== null && ids.has(agent_id));
  return byId ?? (own.length > 0 ? null : 'missing');
}

function groupOf(label: Label, judged: JudgedConversation, by: readonly string[]): Readonly<Record<string, string>> {
  const own = new Map<string, string | null>([
    ['language', label.keys.get('language') ?? label.keys.get('lang') ?? judged.language],
    ['channel', judged.channel],
    ['product', judged.product],
  ]);
  return Object.fromEntries(by.map((key) => [key, own.get(key) ?? label.keys.get(key) ?? NONE]));
}

function compare(
  label: Label,
  unit: Unit | null,
  conversation: Conversation,
  names: readonly string[],
  group: Compared['group'],
): Compared {
  const verdict: Verdict | undefined = unit?.verdicts.find(({ rule }) => rule === label.rule);
  return {
    label,
    group,
    verdict: verdict?.verdict ?? 'na',
    reason: verdict?.reason ?? 'not-judged',
    message: verdict?.message ?? 'This agent was not judged by this rule',
    quotes: (verdict?.evidence ?? []).map(({ message, quote }) => ({ message, quote })),
    expected: label.evidence.map((message) => {
      const text = conversation.messages[message]?.text ?? '';
      return { message, quote: quoteOf(text, 0, text.length) };
    }),
    names,
  };
}

function confusionOf(compared: readonly Compared[]): Confusion {
  const row = (label: VerdictValue): Readonly<Record<VerdictValue, number>> => {
    const count = (verdict: VerdictValue): number =>
      compared.filter((one) => one.label.verdict === label && one.verdict === verdict).length;
    return { pass: count('pass'), fail: count('fail'), na: count('na') };
  };
  return { pass: row('pass'), fail: row('fail'), na: row('na') };
}

function cellOf(rule: string, group: AgreementCell['group'], compared: readonly Compared[]): AgreementCell {
  const total = compared.length;
  const confusion = confusionOf(compared);
  const agreedFails = compared.filter(({ label, verdict }) => label.verdict === 'fail' && verdict === 'fail');
  const withEvidence = agreedFails.filter(({ label }) => label.evidence.length > 0);
  const overlapping = withEvidence.filter(({ label, quotes }) =>
    quotes.some(({ message }) => label.evidence.includes(message)),
  );
  const labelled = confusion.fail.pass + confusion.fail.fail + confusion.fail.na;
  const found = confusion.pass.fail + confusion.fail.fail + confusion.na.fail;
  return {
    rule,
    group,
    labels: total,
    confusion,
    agreed: share(confusion.pass.pass + confusion.fail.fail + confusion.na.na, total),
    prevalence: share(labelled, total),
    precision: share(confusion.fail.fail, found),
    recall: share(confusion.fail.fail, labelled),
    kappa: kappaOf(VALUES.map((label) => VALUES.map((verdict) => confusion[label][verdict]))),
    evidence: share(overlapping.length, withEvidence.length),
    covered: share(compared.filter(({ reason }) => !NOT_COVERED.has(reason)).length, total),
  };
}

function cellsBy(compared: readonly Compared[], keyOf: (one: Compared) => AgreementCell['group']): AgreementCell[] {
  const groups = new Map<string, Compared[]>();
  for (const one of compared) {
    const key = JSON.stringify([one.label.rule, ...Object.values(keyOf(one))]);
    const members = groups.get(key);
    if (members === undefined) {
      groups.set(key, [one]);
    } else {
      members.push(one);
    }
  }
  return [...groups]
    .sort(([left], [right]) => byCodePoint(left, right))
    .flatMap(([, members]) => {
      const [first] = members;
      return first === undefined ? [] : [cellOf(first.label.rule, keyOf(first), members)];
    });
}

function disagreementOf({ label, group, verdict, reason, message, quotes, expected, names }: Compared): Disagreement {
  const { conversation, agent, rule, file, line } = label;
  return {
    conversation,
    agent,
    rule,
    group,
    label: label.verdict,
    verdict,
    reason,
    message,
    quotes,
    expected,
    names,
    file,
    line,
  };
}

/** Compares verdicts with labels. Pure but for what it has met. */
export function compareWithLabels({ labels, rules, by }: AgreementSettings): AgreementTally {
  const wanted = new Map<string, Label[]>();
  const problems: Problem[] = [];
  const open = new Set<Label>();
  for (const label of labels) {
    if (!rules.includes(label.rule)) {
      const message = `there is no rule "${label.rule}"; the rules in use are ${[...rules].sort(byCodePoint).join(', ')}`;
      problems.push(problem('unknown-rule', label.file, label.line, message));
      continue;
    }
    wanted.set(label.conversation, [...(wanted.get(label.conversation) ?? []), label]);
    open.add(label);
  }
  const compared: Compared[] = [];
  const met = new Set<string>();

  const meetLabel = (label: Label, conversation: Conversation, judged: JudgedConversation): void => {
    if (!open.delete(label)) {
      const message = `two conversations have the id "${conversation.id}"; give the label a key "product"`;
      problems.push(problem('ambiguous-conversation', label.file, label.line, message));
      return;
    }
    const unit = unitOf(label, conversation, judged);
    const beyond = label.evidence.find((index) => index >= conversation.messages.length);
    if (unit === 'missing') {
      const agents = judged.units.map(({ agent }) => (agent === null ? 'null' : `"${agent}"`)).join(', ');
      const message = `conversation "${conversation.id}" has no agent ${label.agent === null ? 'without a name' : `"${label.agent}"`}; its agents are ${agents === '' ? 'none' : agents}`;
      problems.push(problem('unknown-agent', label.file, label.line, message));
    } else if (beyond !== undefined) {
      const message = `message ${beyond} is beyond the ${conversation.messages.length} messages of conversation "${conversation.id}"; the first is 0`;
      problems.push(problem('bad-evidence', label.file, label.line, message));
    } else {
      compared.push(compare(label, unit, conversation, judged.names ?? [], groupOf(label, judged, by)));
      met.add(JSON.stringify([conversation.product, conversation.id]));
    }
  };

  return {
    meet(conversation, judged) {
      for (const label of wanted.get(conversation.id) ?? []) {
        const product = label.keys.get('product');
        if (product === undefined || product === conversation.product) {
          meetLabel(label, conversation, judged);
        }
      }
    },
    problems() {
      const missing = [...open].map(({ conversation, file, line }) =>
        problem('unknown-conversation', file, line, `there is no conversation "${conversation}" in the input`),
      );
      return [...problems, ...missing].sort(
        (left, right) => byCodePoint(left.file ?? '', right.file ?? '') || (left.line ?? 0) - (right.line ?? 0),
      );
    },
    finish() {
      const ordered = [...compared].sort(
        (left, right) =>
          byCodePoint(left.label.rule, right.label.rule) ||
          byCodePoint(JSON.stringify(left.group), JSON.stringify(right.group)) ||
          byCodePoint(left.label.file, right.label.file) ||
          left.label.line - right.label.line,
      );
      return {
        labels: ordered.length,
        conversations: met.size,
        by,
        rules: cellsBy(ordered, () => ({})),
        cells: cellsBy(ordered, ({ group }) => group),
        disagreements: ordered.filter(({ label, verdict }) => label.verdict !== verdict).map(disagreementOf),
      };
    },
  };
}
