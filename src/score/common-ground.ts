import type { Difference } from '../model/comparison.ts';
import type { ReportBasis, RuleFacts, Scoring } from '../model/report.ts';
import { byCodePoint } from '../text/code-point-order.ts';

/** What two reports have in common, and what must be named because it differs. */
export interface CommonGround {
  /** The rules that mean the same in both, under the newer report's settings of scores. */
  readonly scoring: Scoring;
  readonly differences: readonly Difference[];
  /** Rules of either report that are not compared. */
  readonly notCompared: readonly string[];
}

/**
 * Compares what the two reports were judged by. A rule is the same where its definition, weight, severity and being
 * critical are; where the reports do not know the definition of each rule, where its whole pack is the same.
 */
export function commonGround(old: ReportBasis, now: ReportBasis): CommonGround {
  const differences: Difference[] = [];
  const packNames = [...new Set([...old.run.packs, ...now.run.packs].map(({ name }) => name))].sort(byCodePoint);
  const samePacks = new Set<string>();
  for (const name of packNames) {
    const before = old.run.packs.find((pack) => pack.name === name);
    const after = now.run.packs.find((pack) => pack.name === name);
    if (before?.hash === after?.hash) {
      samePacks.add(name);
    } else {
      differences.push({ what: 'pack', name, old: before?.version ?? null, now: after?.version ?? null });
    }
  }
  const sameRules: RuleFacts[] = [];
  const notCompared: string[] = [];
  const ruleNames = [...new Set([...old.scoring.rules, ...now.scoring.rules].map(({ rule }) => rule))];
  for (const name of ruleNames.sort(byCodePoint)) {
    const before = old.scoring.rules.find(({ rule }) => rule === name);
    const after = now.scoring.rules.find(({ rule }) => rule === name);
    if (before !== undefined && after !== undefined && sameRule(before, after, samePacks)) {
      sameRules.push(after);
    } else {
      notCompared.push(name);
      differences.push({ what: 'rule', name, old: described(before, after), now: described(after, before) });
    }
  }
  if (old.run.settings_hash !== now.run.settings_hash) {
    differences.push({ what: 'settings', name: 'settings', old: old.run.settings_hash, now: now.run.settings_hash });
  }
  if (old.run.tool.version !== now.run.tool.version) {
    differences.push({ what: 'tool', name: 'transcript-audit', old: old.run.tool.version, now: now.run.tool.version });
  }
  return { scoring: { ...now.scoring, rules: sameRules }, differences, notCompared };
}

/** What a rule is as far as the other report has it otherwise; null where it is not there. */
function described(facts: RuleFacts | undefined, other: RuleFacts | undefined): string | null {
  if (facts === undefined) {
    return null;
  }
  const parts = [
    facts.weight === other?.weight ? '' : `weight ${facts.weight}`,
    facts.critical === other?.critical ? '' : facts.critical ? 'critical' : 'not critical',
    facts.severity === other?.severity ? '' : facts.severity,
    facts.pack === other?.pack ? '' : `pack ${facts.pack}`,
  ].filter((part) => part !== '');
  if (parts.length === 0 || facts.hash !== other?.hash) {
    parts.push(
      facts.hash === undefined ? 'another pack' : `definition ${facts.hash.replace('sha256:', '').slice(0, 8)}`,
    );
  }
  return parts.join(', ');
}

function sameRule(before: RuleFacts, after: RuleFacts, samePacks: ReadonlySet<string>): boolean {
  const sameFacts =
    before.pack === after.pack &&
    before.weight === after.weight &&
    before.critical === after.critical &&
    before.severity === after.severity;
  const sameDefinition =
    before.hash === undefined || after.hash === undefined ? samePacks.has(after.pack) : before.hash === after.hash;
  return sameFacts && sameDefinition;
}
