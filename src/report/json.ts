import type { Report } from '../model/report.ts';
import type { AuditedConversation, Reporter } from '../model/reporter.ts';
import { jsonText } from './json-text.ts';
import type { ReportSettings } from './settings.ts';

/**
 * One document with the objects of the ndjson lines. Every element of a list has a line of its own, so that a report
 * kept under version control shows in a diff what changed. `conversations` comes before the figures because it is
 * written while the audit runs; nothing is kept.
 */
export function makeJson({ withConversations }: Pick<ReportSettings, 'withConversations'>): Reporter {
  let first = true;
  return {
    *head(run) {
      yield `{\n"run": ${jsonText(run)}`;
      if (withConversations) {
        yield ',\n"conversations": [';
      }
    },
    *conversation(conversation) {
      if (!withConversations) {
        return;
      }
      yield `${first ? '\n' : ',\n'}${jsonText(asWritten(conversation))}`;
      first = false;
    },
    *tail(report, gates = []) {
      if (withConversations) {
        yield first ? ']' : '\n]';
      }
      for (const [key, value] of Object.entries(report) as [keyof Report, unknown][]) {
        if (key !== 'run' && value !== undefined) {
          yield `,\n"${key}": ${listed(value)}`;
        }
      }
      if (gates.length > 0) {
        yield `,\n"gates": ${listed(gates)}`;
      }
      yield '\n}\n';
    },
  };
}

function listed(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0) {
    return jsonText(value);
  }
  return `[\n${value.map((element) => jsonText(element)).join(',\n')}\n]`;
}

/** Verdicts and scores as the ndjson lines have them; what only the program needs stays inside. */
function asWritten({
  id,
  product,
  channel,
  language,
  tags,
  csat,
  source,
  messages,
  units,
  scores,
}: AuditedConversation) {
  return {
    id,
    product,
    channel,
    language,
    tags,
    csat,
    source,
    messages,
    verdicts: units.flatMap((unit) => unit.verdicts),
    scores,
  };
}
