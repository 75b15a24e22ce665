import type { GateResult } from '../model/gate.ts';
import type { Report, Run } from '../model/report.ts';
import type { AuditedConversation, Reporter } from '../model/reporter.ts';
import { AgentTokens } from './agent-tokens.ts';
import { Mask } from './mask.ts';
import { maskedCopy } from './masked-copy.ts';

export interface RedactSettings {
  /** Agents' names and ids too, each by a number of the run. */
  readonly agents: boolean;
}

/**
 * Stands between the scores and one output: passes on what it is told with names, addresses, phone and card numbers and
 * long ids masked in quotes, arguments, messages, problems and file names. Offsets stay those of the original text.
 */
export function redacting(reporter: Reporter, settings: RedactSettings): Reporter {
  const agents = new AgentTokens(settings.agents);
  const references = new Map<string, string>();
  return {
    head: (run) => reporter.head(redactedRun(run)),
    conversation(conversation) {
      return reporter.conversation(redactConversation(conversation, agents, references));
    },
    tail(report, gates) {
      const copy = redactReport(report, agents, references);
      return gates === undefined
        ? reporter.tail(copy)
        : reporter.tail(copy, maskedCopy<readonly GateResult[]>(gates, { mask: new Mask(), agents, references }));
    },
  };
}

const redactedRun = (run: Run): Run => ({ ...run, redacted: true });

function redactConversation(
  conversation: AuditedConversation,
  agents: AgentTokens,
  references: Map<string, string>,
): AuditedConversation {
  const own = agents.ofConversation(conversation);
  const mask = new Mask(conversation.names ?? [], own);
  for (const verdict of conversation.units.flatMap((unit) => unit.verdicts)) {
    const name = verdict.args['name'];
    if (typeof name === 'string') {
      mask.meet(name);
    }
  }
  for (const reference of [conversation.source.file, conversation.id]) {
    const masked = mask.reference(reference);
    if (masked !== reference) {
      references.set(reference, masked);
    }
  }
  return maskedCopy(conversation, { mask, agents, references });
}

function redactReport(report: Report, agents: AgentTokens, references: ReadonlyMap<string, string>): Report {
  agents.meetAll(report);
  const { run, ...rest } = report;
  return {
    ...maskedCopy({ run, ...rest }, { mask: new Mask([], agents.known()), agents, references }),
    run: redactedRun(run),
  };
}
