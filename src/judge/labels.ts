import type { Label } from '../model/agreement.ts';
import { type Problem, problem } from '../model/problem.ts';
import type { VerdictValue } from '../model/verdict.ts';

/** The labels of one file, and the lines that are none. */
export interface ReadLabels {
  readonly labels: readonly Label[];
  readonly problems: readonly Problem[];
}

const KNOWN = new Set(['conversation', 'agent', 'rule', 'verdict', 'evidence']);

function isVerdict(value: unknown): value is VerdictValue {
  return value === 'pass' || value === 'fail' || value === 'na';
}

function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** A value as a message may show it. */
function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** What is wrong with a label, in a sentence; null where nothing is. */
function faultOf(record: ReadonlyMap<string, unknown>): string | null {
  const conversation = record.get('conversation');
  const agent = record.get('agent');
  const rule = record.get('rule');
  const verdict = record.get('verdict');
  const evidence = record.get('evidence') ?? [];
  if (typeof conversation !== 'string' || conversation === '') {
    return `found ${shown(conversation)} as "conversation", expected the id of a conversation`;
  }
  if (agent !== null && typeof agent !== 'string') {
    return `found ${shown(agent)} as "agent", expected a name, or null where the messages bear none`;
  }
  if (typeof rule !== 'string' || rule === '') {
    return `found ${shown(rule)} as "rule", expected the id of a rule`;
  }
  if (!isVerdict(verdict)) {
    return `found ${shown(verdict)} as "verdict", expected "pass", "fail" or "na"`;
  }
  if (!Array.isArray(evidence) || !evidence.every(isIndex)) {
    return `found ${shown(evidence)} as "evidence", expected a list of message indexes, the first message being 0`;
  }
  return null;
}

function parseRecord(text: string): ReadonlyMap<string, unknown> | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return `found ${shown(text)}, expected one JSON object a line`;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return `found ${shown(value)}, expected a JSON object`;
  }
  return new Map(Object.entries(value));
}

function plainKeys(record: ReadonlyMap<string, unknown>): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  for (const [key, value] of record) {
    if (!KNOWN.has(key) && (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')) {
      keys.set(key, String(value));
    }
  }
  return keys;
}

/**
 * Reads a label file: one JSON object a line, `{"conversation", "agent", "rule", "verdict", "evidence"}` and any keys of
 * the user's own. Blank lines are passed over. Lines that are no label, or that judge a second time what an earlier line
 * has judged, are problems with their line; the others are read all the same.
 *
 * @param file the name that problems and labels carry
 */
export function readLabels(text: string, file: string): ReadLabels {
  const labels: Label[] = [];
  const problems: Problem[] = [];
  const first = new Map<string, number>();
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  for (const [index, content] of lines.entries()) {
    const line = index + 1;
    if (content.trim() === '') {
      continue;
    }
    const record = parseRecord(content);
    const fault = typeof record === 'string' ? record : faultOf(record);
    if (fault !== null || typeof record === 'string') {
      problems.push(problem('bad-label', file, line, fault ?? ''));
      continue;
    }
    const label: Label = {
      conversation: record.get('conversation') as string,
      agent: record.get('agent') as string | null,
      rule: record.get('rule') as string,
      verdict: record.get('verdict') as VerdictValue,
      evidence: (record.get('evidence') ?? []) as readonly number[],
      file,
      line,
      keys: plainKeys(record),
    };
    const key = JSON.stringify([label.conversation, label.keys.get('product') ?? null, label.agent, label.rule]);
    const earlier = first.get(key);
    if (earlier !== undefined) {
      const message = `judges "${label.rule}" in conversation "${label.conversation}" again; line ${earlier} has done so`;
      problems.push(problem('duplicate-label', file, line, message));
      continue;
    }
    first.set(key, line);
    labels.push(label);
  }
  return { labels, problems };
}
