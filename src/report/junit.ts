import type { GateResult } from '../model/gate.ts';
import type { AuditedConversation, Reporter } from '../model/reporter.ts';
import type { Verdict } from '../model/verdict.ts';
import { isFresh, placeOf, sentenceOf } from './findings.ts';
import type { ReportSettings } from './settings.ts';
import { escapeXml } from './xml.ts';

type Outcome = 'passed' | 'failed' | 'skipped';

/**
 * JUnit XML: a conversation is a suite, an agent's verdict by a rule is a case. What was not applicable, suppressed or
 * known before is skipped with the reason; advice passes and says itself in `system-out`.
 */
export function makeJunit({ words }: Pick<ReportSettings, 'words'>): Reporter {
  return {
    *head() {
      yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="transcript-audit">\n';
    },
    *conversation(conversation) {
      yield suite(conversation, words);
    },
    *tail({ problems }, gates = []) {
      yield gateSuite(gates, words);
      const unread = problems.filter(({ severity }) => severity === 'problem');
      if (unread.length > 0) {
        yield `  <testsuite name="${escapeXml(words.problemsTitle)}" tests="${unread.length}" errors="${unread.length}">\n`;
        for (const { code, file, line, message } of unread) {
          const place = `${file ?? ''}${line === null ? '' : `:${line}`}`;
          yield `    <testcase classname="${escapeXml(code)}" name="${escapeXml(place === '' ? code : place)}">\n`;
          yield `      <error type="${escapeXml(code)}" message="${escapeXml(message)}"/>\n    </testcase>\n`;
        }
        yield '  </testsuite>\n';
      }
      yield '</testsuites>\n';
    },
  };
}

function gateSuite(gates: readonly GateResult[], words: ReportSettings['words']): string {
  if (gates.length === 0) {
    return '';
  }
  const count = (outcome: GateResult['outcome']): number => gates.filter((gate) => gate.outcome === outcome).length;
  const cases = gates.map((gate) => {
    const head = `    <testcase classname="${escapeXml(words.gates)}" name="${escapeXml(gate.gate)}"`;
    const sentence = escapeXml(words.gate(gate));
    switch (gate.outcome) {
      case 'kept':
        return `${head}/>\n`;
      case 'not-kept':
        return `${head}>\n      <failure type="${escapeXml(gate.code)}" message="${sentence}"/>\n    </testcase>\n`;
      default:
        return `${head}>\n      <skipped>${sentence}</skipped>\n    </testcase>\n`;
    }
  });
  const counts = `tests="${gates.length}" failures="${count('not-kept')}" errors="0" skipped="${count('not-judged')}"`;
  return `  <testsuite name="${escapeXml(words.gates)}" ${counts}>\n${cases.join('')}  </testsuite>\n`;
}

function suite({ id, product, units }: AuditedConversation, words: ReportSettings['words']): string {
  const verdicts = units.flatMap((unit) => unit.verdicts);
  const outcomes = verdicts.map(outcomeOf);
  const failures = outcomes.filter((outcome) => outcome === 'failed').length;
  const skipped = outcomes.filter((outcome) => outcome === 'skipped').length;
  const name = escapeXml(product === null ? id : `${product}/${id}`);
  const cases = verdicts.map((verdict, index) => testCase(verdict, outcomes[index] ?? 'passed', words)).join('');
  return (
    `  <testsuite name="${name}" tests="${verdicts.length}" failures="${failures}" errors="0" skipped="${skipped}">\n` +
    `${cases}  </testsuite>\n`
  );
}

function outcomeOf(verdict: Verdict): Outcome {
  if (verdict.verdict === 'na' || (verdict.verdict === 'fail' && !isFresh(verdict))) {
    return 'skipped';
  }
  return verdict.verdict === 'fail' && verdict.severity === 'error' ? 'failed' : 'passed';
}

function testCase(verdict: Verdict, outcome: Outcome, words: ReportSettings['words']): string {
  const who = escapeXml(verdict.agent ?? words.nameless);
  const head = `    <testcase classname="${who}" name="${escapeXml(verdict.rule)}"`;
  const { file, line } = placeOf(verdict);
  const place = `${file}${line === null ? '' : `:${line}`}`;
  if (outcome === 'failed') {
    const type = escapeXml(verdict.reason);
    const body = escapeXml(`${sentenceOf(verdict)} (${place})`);
    return `${head}>\n      <failure type="${type}" message="${escapeXml(verdict.message)}">${body}</failure>\n    </testcase>\n`;
  }
  if (outcome === 'skipped') {
    const why = verdict.suppressed?.why ?? (verdict.baselined === true ? words.knownBefore : verdict.message);
    return `${head}>\n      <skipped>${escapeXml(why)}</skipped>\n    </testcase>\n`;
  }
  if (verdict.verdict === 'fail') {
    return `${head}>\n      <system-out>${escapeXml(`${sentenceOf(verdict)} (${place})`)}</system-out>\n    </testcase>\n`;
  }
  return `${head}/>\n`;
}
