import type { AuditOrder } from '../audit.ts';
import type { Settings } from '../config/settings.ts';
import type { Scoring } from '../model/report.ts';
import type { Pack } from '../model/rule.ts';
import { hashOf } from '../packs/resolve.ts';
import { byCodePoint } from '../text/code-point-order.ts';
import { sceneSettings } from './hearing.ts';
import { KINDS_BY_NAME } from './kinds.ts';
import { describeRun, type OpenReading, type Session } from './session.ts';
import { readSuppressions } from './suppressions-file.ts';
import type { Terminal } from './terminal.ts';

/** The settled settings of a run, cut into what each stage of the corridor needs. */
export async function auditOrder(
  { settings, found }: Session,
  packs: readonly Pack[],
  open: OpenReading,
  terminal: Terminal,
): Promise<AuditOrder> {
  return {
    run: describeRun(settings, packs),
    conversations: open.reading,
    packs,
    kinds: KINDS_BY_NAME,
    judge: { calendar: settings.judge.calendar },
    scene: await sceneSettings(settings, packs),
    select: {
      ...settings.selection,
      eligible: settings.eligibility,
      assumeChannel: settings.judge.assumeChannel,
      zone: settings.judge.zone,
      agentSince: settings.score.since,
    },
    scoring: scoringOf(settings, packs),
    suppressions: await readSuppressions(settings.suppressions, found.folder, terminal.cwd()),
    today: settings.judge.asOf?.slice(0, 10) ?? null,
    wording: 'en',
    tell: (problem) => open.problems.push(problem),
  };
}

function scoringOf(settings: Settings, packs: readonly Pack[]): Scoring {
  const words = packs.map((pack) => pack.words_hash);
  const rules = packs
    .flatMap((pack) => pack.rules.map((rule) => ({ rule, hash: pack.rule_hashes[rule.id] })))
    .map(({ rule: { id, pack, weight, critical, severity }, hash }) => ({
      ...{ rule: id, pack, weight, critical, severity },
      hash: hashOf({ rule: hash, words }),
    }))
    .sort((left, right) => byCodePoint(left.rule, right.rule));
  return {
    min_applicable: settings.score.minApplicable,
    ranking_minimum: settings.score.rankingMinimum,
    rules,
    roster: settings.score.roster,
  };
}
