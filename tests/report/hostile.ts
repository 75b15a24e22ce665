import type { Report } from '../../src/model/report.ts';
import type { AuditedConversation } from '../../src/model/reporter.ts';
import { conversation, evidence, groupScore, quote, quotesOf, report, unit, verdict } from './example.ts';

/** Everything that an output could trip over, in one text. */
export const HOSTILE =
  '=cmd|"/c calc"!A1\r\n\t::error file=x::y\u001b[2J\u009b31m\u0000\u202e]]> <script>alert(1)</script> & \'"`| {0} [a](b) @all \ud800 ::%0A \\ # EOF';

export function hostileConversation(): AuditedConversation {
  const source = { file: `exports/${HOSTILE}`, format: 'csv', line: 3 };
  const fields = { agent: HOSTILE, agent_id: HOSTILE, conversation: HOSTILE, product: HOSTILE, source };
  const words = { message: HOSTILE, evidence: [evidence({ quote: HOSTILE })], args: { name: HOSTILE } };
  return conversation({
    id: HOSTILE,
    product: HOSTILE,
    tags: [HOSTILE],
    source,
    units: [
      unit([
        verdict({ ...fields, ...words }),
        verdict({ ...fields, ...words, rule: 'warm-farewell', suppressed: { by: HOSTILE, why: HOSTILE } }),
        verdict({ ...fields, ...words, rule: 'rushing-customer', severity: 'advice' }),
        verdict({ ...fields, ...words, rule: 'response-delay', verdict: 'na', evidence: [] }),
      ]),
    ],
  });
}

export function hostileReport(): Report {
  const own = { agent: HOSTILE, agent_id: HOSTILE };
  return report({
    agents: [groupScore({ ...own, team: HOSTILE })],
    quotes: [quotesOf([quote({ quote: HOSTILE, message: HOSTILE, file: HOSTILE, conversation: HOSTILE })], own)],
    problems: [
      { type: 'problem', severity: 'problem', code: 'unreadable-record', file: HOSTILE, line: 4, message: HOSTILE },
      { type: 'problem', severity: 'notice', code: 'guessed-zone', file: null, line: null, message: HOSTILE },
    ],
  });
}
