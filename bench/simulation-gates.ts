import type { ReportBasis, Run, Scoring } from '../src/model/report.ts';
import { holdToBaseline } from '../src/score/baseline.ts';
import { Tally } from '../src/score/tally.ts';
import { percent, Randomness } from './simulation-draws.ts';

/** Five rules as the core pack weighs them, and how often each is failed, in thousandths. */
const SCORING: Scoring = {
  min_applicable: 2,
  ranking_minimum: 20,
  roster: [],
  rules: [
    { rule: 'alternative-offered', pack: 'core', weight: 3, critical: false, severity: 'error' },
    { rule: 'personal-name-greeting', pack: 'core', weight: 2, critical: false, severity: 'error' },
    { rule: 'response-delay', pack: 'core', weight: 3, critical: false, severity: 'error' },
    { rule: 'rushing-customer', pack: 'core', weight: 3, critical: false, severity: 'error' },
    { rule: 'warm-farewell', pack: 'core', weight: 2, critical: false, severity: 'error' },
  ],
};
const RUN: Run = {
  type: 'run',
  schema: 'transcript-audit/1',
  tool: { name: 'transcript-audit', version: '0' },
  packs: [{ name: 'core', version: '1.0.0', hash: 'sha256:0' }],
  settings_hash: 'sha256:0',
  redacted: false,
};
export const USUAL: readonly number[] = [50, 300, 200, 20, 250];
export const NEARLY_PERFECT: readonly number[] = [5, 10, 10, 2, 10];

/** A report of `agents` agents with `units` units each, failing rules at the given rates. */
function drawReport(fails: readonly number[], agents: number, units: number, random: Randomness): ReportBasis {
  const cells = new Map<string, number>();
  for (let agent = 0; agent < agents; agent += 1) {
    for (let unit = 0; unit < units; unit += 1) {
      const pattern = fails
        .map((rate) => {
          const applies = random.next() < 0.8;
          const failed = random.next() * 1000 < rate;
          return applies ? (failed ? 'f' : 'p') : 'n';
        })
        .join('');
      const key = `${agent} ${pattern}`;
      cells.set(key, (cells.get(key) ?? 0) + 1);
    }
  }
  const rows = [...cells].map(([key, count]) => {
    const [agent = '', pattern = ''] = key.split(' ');
    return { agent: Number(agent), pattern, count };
  });
  const empty = new Tally(SCORING).counts();
  return {
    run: RUN,
    scoring: SCORING,
    counts: {
      ...empty,
      conversations: agents * units,
      agents: Array.from({ length: agents }, (_, index) => ({
        key: `\u0000agent ${index}`,
        id: null,
        pseudo: false,
        names: [{ name: `agent ${index}`, units, file: 'made', position: 0 }],
      })),
      strata: [{ channel: 'chat', language: 'en', tags: [], hour: null }],
      patterns: rows.map(({ pattern }) => pattern),
      cells: rows.map(({ agent, count }, index) => [agent, 0, index, count] as const),
    },
  };
}

/** How often the gate against a baseline fails, and how often it says that the baseline can be tightened. */
export function baselineOutcomes(
  before: readonly number[],
  after: readonly number[],
  agents: number,
  units: number,
  repetitions: number,
): { readonly failed: number; readonly tightened: number } {
  const random = new Randomness(20260305 + agents + units);
  let failed = 0;
  let tightened = 0;
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const old = drawReport(before, agents, units, random);
    const now = drawReport(after, agents, units, random);
    const gate = holdToBaseline(old, now, 20);
    failed += gate.outcome === 'not-kept' ? 1 : 0;
    tightened += gate.improved.length > 0 ? 1 : 0;
  }
  return { failed, tightened };
}

/** The same as one row of a Markdown table. */
export function baselineRow(
  name: string,
  before: readonly number[],
  after: readonly number[],
  agents: number,
  units: number,
  repetitions: number,
): string {
  const { failed, tightened } = baselineOutcomes(before, after, agents, units, repetitions);
  return `| ${name} | ${agents} | ${units} | ${percent(failed, repetitions)} | ${percent(tightened, repetitions)} |`;
}
