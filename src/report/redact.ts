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
  const files = new Map<string, string>();
  return {
    head: (run) => reporter.head(redactedRun(run)),
    conversation(conversation) {
      return reporter.conversation(redactConversation(conversation, agents, files));
    },
    tail(report, gates) {
      const copy = redactReport(report, agents, files);
      return gates === undefined
        ? reporter.tail(copy)
        : reporter.tail(copy, maskedCopy<readonly GateResult[]>(gates, { mask: new Mask(), agents, files }));
    },
  };
}

const redactedRun = (run: Run): Run => ({ ...run, redacted: true });

function redactConversation(
  conversation: AuditedConversation,
  agents: AgentTokens,
  files: Map<string, string>,
): AuditedConversation {
  const own = agents.ofConversation(conversation);
  const mask = new Mask(conversation.names ?? [], own);
  for (const verdict of conversation.units.flatMap((unit) => unit.verdicts)) {
    const name = verdict.args['name'];
    if (typeof name === 'string') {
      mask.meet(name);
    }
  }
  const file = mask.reference(conversation.source.file);
  if (file !== conversation.source.file) {
    files.set(conversation.source.file, file);
  }
  return maskedCopy(conversation, { mask, agents, files });
}

function redactReport(report: Report, agents: AgentTokens, files: ReadonlyMap<string, string>): Report {
  agents.meetAll(report);
  const { run, ...rest } = report;
  return {
    ...maskedCopy({ run, ...rest }, { mask: new Mask([], agents.known()), agents, files }),
    run: redactedRun(run),
  };
}
