import type { Problem } from '../model/problem.ts';
import type { Reporter } from '../model/reporter.ts';
import type { Rule } from '../model/rule.ts';
import type { Verdict } from '../model/verdict.ts';
import { findingsOf, placeOf, sentenceOf } from './findings.ts';
import { jsonText } from './json-text.ts';
import type { ReportSettings } from './settings.ts';
import { visible } from './visible.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/**
 * SARIF 2.1.0 for code scanning. Findings known from a baseline stay in it, marked `unchanged`; suppressed ones too, with
 * who accepted them and why: the viewer decides what to hide.
 */
export function makeSarif({ rules, words }: Pick<ReportSettings, 'rules' | 'words'>): Reporter {
  const places = new Map(rules.map(({ id }, index) => [id, index]));
  let first = true;
  return {
    *head({ tool }) {
      const driver = { name: tool.name, semanticVersion: tool.version, rules: rules.map(describedRule) };
      yield `{"$schema":${jsonText(SCHEMA)},"version":"2.1.0","runs":[{"tool":{"driver":${jsonText(driver)}},`;
      yield '"columnKind":"utf16CodeUnits","results":[';
    },
    *conversation(conversation) {
      for (const { verdict } of findingsOf(conversation)) {
        yield `${first ? '\n' : ',\n'}${jsonText(resultOf(verdict, places))}`;
        first = false;
      }
    },
    *tail({ problems }, gates = []) {
      const broken = gates.filter(({ outcome }) => outcome === 'not-kept');
      const invocation = {
        executionSuccessful: true,
        toolExecutionNotifications: [
          ...broken.map((gate) => ({
            descriptor: { id: gate.code },
            level: 'error',
            message: { text: plain(words.gate(gate)) },
          })),
          ...problems.map(notification),
        ],
      };
      yield `\n],"invocations":[${jsonText(invocation)}]}]}\n`;
    },
  };
}

function describedRule({ id, title, why, source, weight, critical, severity, pack }: Rule) {
  return {
    id,
    name: id,
    shortDescription: { text: plain(title) },
    fullDescription: { text: plain(why) },
    help: { text: plain(`${why} Source: ${source}`) },
    defaultConfiguration: { level: levelOf({ severity, critical }) },
    properties: { tags: [pack], weight },
  };
}

function resultOf(verdict: Verdict, places: ReadonlyMap<string, number>) {
  const index = places.get(verdict.rule);
  const { file, line } = placeOf(verdict);
  const quote = verdict.evidence[0]?.quote ?? '';
  const region = line === null ? undefined : { startLine: line, snippet: { text: visible(quote) } };
  return {
    ruleId: verdict.rule,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: levelOf(verdict),
    message: { text: plain(sentenceOf(verdict)) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...(region === undefined ? {} : { region }) },
        logicalLocations: [{ name: visible(verdict.conversation), kind: 'object' }],
      },
    ],
    partialFingerprints: { 'transcriptAudit/v1': verdict.fingerprint },
    ...(verdict.baselined === undefined ? {} : { baselineState: verdict.baselined ? 'unchanged' : 'new' }),
    ...(verdict.suppressed === undefined
      ? {}
      : { suppressions: [{ kind: 'external', status: 'accepted', justification: justification(verdict.suppressed) }] }),
    properties: { conversation: verdict.conversation, agent: verdict.agent, reason: verdict.reason },
  };
}

function justification({ by, why }: { by: string; why: string }): string {
  return `${why} (${by})`;
}

function levelOf({ severity, critical }: Pick<Verdict, 'severity' | 'critical'>): 'error' | 'warning' | 'note' {
  if (severity === 'advice') {
    return 'note';
  }
  return critical ? 'error' : 'warning';
}

function notification({ severity, code, file, line, message }: Problem) {
  const region = line === null ? {} : { region: { startLine: line } };
  return {
    descriptor: { id: code },
    level: severity === 'problem' ? 'error' : 'note',
    message: { text: plain(message) },
    ...(file === null
      ? {}
      : { locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...region } }] }),
  };
}

/** A relative path as a URI: every part escaped, so that a colon or `<` in a name cannot be read as anything else. */
function uriOf(file: string): string {
  return visible(file).split('/').map(encodeURIComponent).join('/');
}

/** Text for SARIF messages, in which `{0}` asks for an argument (3.11.5) and `[words](1)` makes a link (3.11.6). */
function plain(text: string): string {
  return visible(text)
    .replace(/\{(\d{1,9})\}/g, '{{$1}}')
    .replace(/\](?=\()/g, '\\]');
}
