import type { Reporter } from '../model/reporter.ts';
import type { Verdict } from '../model/verdict.ts';
import { type Cell, headerText, rowsText } from './spreadsheet.ts';

const HEADER = [
  'conversation',
  'product',
  'channel',
  'language',
  'agent',
  'agent_id',
  'rule',
  'pack',
  'severity',
  'critical',
  'weight',
  'reason',
  'message',
  'quote',
  'at_message',
  'at',
  'file',
  'line',
  'fingerprint',
  'suppressed',
  'baselined',
];

/** One row per finding, for spreadsheets: what was wrong, the words, and where they stand. */
export function makeCsvFindings(): Reporter {
  return {
    *head() {
      yield headerText(HEADER);
    },
    *conversation({ units }) {
      const findings = units.flatMap((unit) => unit.verdicts).filter(({ verdict }) => verdict === 'fail');
      if (findings.length > 0) {
        yield rowsText(findings.map(rowOf));
      }
    },
    tail: () => [],
  };
}

function rowOf(finding: Verdict): Cell[] {
  const first = finding.evidence[0];
  return [
    finding.conversation,
    finding.product,
    finding.channel,
    finding.language,
    finding.agent,
    finding.agent_id,
    finding.rule,
    finding.pack,
    finding.severity,
    finding.critical,
    finding.weight,
    finding.reason,
    finding.message,
    first?.quote ?? null,
    first?.message ?? null,
    first?.at ?? null,
    finding.source.file,
    first?.line ?? finding.source.line,
    finding.fingerprint,
    finding.suppressed?.why ?? null,
    finding.baselined === true,
  ];
}
