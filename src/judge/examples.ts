import type { Conversation } from '../model/conversation.ts';
import {
  CHANNELS,
  type Channel,
  makeFragment,
  makeMessage,
  type Role,
  type SystemEvent,
} from '../model/conversation.ts';
import type { Example } from '../model/rule.ts';
import { type BenchSettings, createJudge, type RuleAtWork } from './judge.ts';

/** What became of one example. */
export interface ExampleResult {
  readonly rule: string;
  readonly example: Example;
  readonly ok: boolean;
  /** `fail (generic-greeting)` */
  readonly expected: string;
  readonly found: string;
}

/** Judges every example of the rules by its own rule, in their order. */
export function* testExamples(
  rules: readonly RuleAtWork[],
  settings: Omit<BenchSettings, 'rules'>,
): Generator<ExampleResult> {
  for (const at of rules) {
    const judge = createJudge({ ...settings, rules: [at] });
    for (const [index, example] of at.rule.examples.entries()) {
      const judged = judge(exampleConversation(example, `${at.rule.id}-${index + 1}`));
      const unit = judged.units.find(({ agent }) => example.agent === null || agent === example.agent);
      const verdict = unit?.verdicts.find(({ rule }) => rule === at.rule.id);
      const found = verdict === undefined ? 'no verdict' : `${verdict.verdict} (${verdict.reason})`;
      const ok = verdict?.verdict === example.verdict && (example.reason === null || verdict.reason === example.reason);
      const expected = example.reason === null ? example.verdict : `${example.verdict} (${example.reason})`;
      yield { rule: at.rule.id, example, ok, expected, found };
    }
  }
}

type Loose = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** An example's conversation, written as YAML in the native shape, with what it leaves out filled in. */
export function exampleConversation(example: Example, id: string): Conversation {
  const written = example.conversation as Loose & { readonly messages: readonly Loose[] };
  const customer = (written['customer'] ?? {}) as Loose;
  const channel = CHANNELS.find((name) => name === written['channel']) ?? null;
  return makeFragment({
    id,
    channel: channel as Channel | null,
    language: textOf(written['language']) ?? example.language,
    status: textOf(written['status']),
    closed_at: textOf(written['closed_at']),
    exported_at: textOf(written['exported_at']),
    customer: { id: textOf(customer['id']), name: textOf(customer['name']), email: textOf(customer['email']) },
    source: { file: example.file, format: 'example', line: example.line },
    messages: written.messages.map((message) =>
      makeMessage({
        role: message['role'] as Role,
        text: String(message['text']),
        id: textOf(message['id']),
        name: textOf(message['name']),
        at: textOf(message['at']),
        internal: message['internal'] === true,
        event: textOf(message['event']) as SystemEvent | null,
      }),
    ),
  });
}
