import type { GroupScore } from '../model/report.ts';
import type { Reporter } from '../model/reporter.ts';
import { type Cell, headerText, rowsText } from './spreadsheet.ts';

const HEADER = [
  'agent',
  'agent_id',
  'team',
  'site',
  'score',
  'score_low',
  'score_high',
  'ranked',
  'rank',
  'conversations',
  'units',
  'scored_units',
  'rule',
  'pass',
  'fail',
  'na',
  'suppressed',
  'rate',
  'rate_low',
  'rate_high',
  'points_lost',
];

/** One row per agent and rule, for spreadsheets. */
export function makeCsv(): Reporter {
  return {
    *head() {
      yield headerText(HEADER);
    },
    conversation: () => [],
    *tail({ agents }) {
      for (const agent of agents) {
        yield rowsText(rowsOf(agent));
      }
    },
  };
}

function rowsOf(group: GroupScore): Cell[][] {
  return group.rules.map(({ rule, pass, fail, na, suppressed, rate, interval }) => [
    group.agent,
    group.agent_id,
    group.team,
    group.site,
    group.score,
    group.interval?.low ?? null,
    group.interval?.high ?? null,
    group.ranked,
    group.rank,
    group.conversations,
    group.units,
    group.scored_units,
    rule,
    pass,
    fail,
    na,
    suppressed,
    rate,
    interval?.low ?? null,
    interval?.high ?? null,
    group.lost.find((lost) => lost.rule === rule)?.points ?? 0,
  ]);
}
