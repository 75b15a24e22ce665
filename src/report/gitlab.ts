import type { Reporter } from '../model/reporter.ts';
import type { Verdict } from '../model/verdict.ts';
import { findingsOf, placeOf, sentenceOf } from './findings.ts';
import { jsonText } from './json-text.ts';
import { visible } from './visible.ts';

/**
 * GitLab's code quality report: a JSON array. GitLab itself compares the fingerprints of two branches, so findings known
 * from a baseline are in it; suppressed ones are not, as the format has no mark for them.
 */
export function makeGitlab(): Reporter {
  let first = true;
  return {
    *head() {
      yield '[';
    },
    *conversation(conversation) {
      for (const { verdict } of findingsOf(conversation).filter(
        (finding) => finding.verdict.suppressed === undefined,
      )) {
        yield `${first ? '\n' : ',\n'}${jsonText(issue(verdict))}`;
        first = false;
      }
    },
    *tail() {
      yield first ? ']\n' : '\n]\n';
    },
  };
}

function issue(verdict: Verdict) {
  const { file, line } = placeOf(verdict);
  return {
    type: 'issue',
    check_name: verdict.rule,
    description: visible(sentenceOf(verdict)),
    categories: ['Style'],
    severity: severityOf(verdict),
    fingerprint: verdict.fingerprint,
    location: { path: file, lines: { begin: line ?? 1 } },
  };
}

function severityOf({ severity, critical }: Verdict): 'info' | 'minor' | 'critical' {
  if (severity === 'advice') {
    return 'info';
  }
  return critical ? 'critical' : 'minor';
}
