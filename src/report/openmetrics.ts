import type { GateResult } from '../model/gate.ts';
import type { GroupScore, Report } from '../model/report.ts';
import type { Reporter } from '../model/reporter.ts';
import { visible } from './visible.ts';

type Labels = Readonly<Record<string, string>>;

interface Sample {
  readonly labels: Labels;
  readonly value: number | null;
}

interface Family {
  readonly name: string;
  readonly type: 'gauge' | 'info';
  /** As the specification wants it, the name ends in it. */
  readonly unit?: string;
  readonly help: string;
  readonly samples: readonly Sample[];
}

/**
 * OpenMetrics text for dashboards. Labels are agents, rules and verdicts only: nothing in them grows with the number of
 * conversations. All are gauges, because a report is of one export and the next may be smaller.
 */
export function makeOpenmetrics(): Reporter {
  return {
    head: () => [],
    conversation: () => [],
    *tail(report, gates = []) {
      for (const family of [...familiesOf(report), gateFamily(gates)]) {
        yield exposed(family);
      }
      yield '# EOF\n';
    },
  };
}

function familiesOf({ run, totals, agents, problems, end }: Report): Family[] {
  const known = labelled(agents);
  const of = (value: (agent: GroupScore) => number | null): Sample[] =>
    known.map(({ agent, labels }) => ({ labels, value: value(agent) }));
  const seconds = (milliseconds: number | null): number | null => (milliseconds === null ? null : milliseconds / 1000);
  const single = (value: number | null): Sample[] => [{ labels: {}, value }];
  const gauge = (name: string, help: string, samples: readonly Sample[], unit?: string): Family => ({
    name: `transcript_audit_${name}`,
    type: 'gauge',
    help,
    samples,
    ...(unit === undefined ? {} : { unit }),
  });
  return [
    {
      name: 'transcript_audit_build',
      type: 'info',
      help: 'The program that made the report.',
      samples: [{ labels: { version: run.tool.version, settings: run.settings_hash }, value: 1 }],
    },
    {
      name: 'transcript_audit_pack',
      type: 'info',
      help: 'The packs of rules in use.',
      samples: run.packs.map(({ name, version, hash }) => ({ labels: { pack: name, version, hash }, value: 1 })),
    },
    gauge('conversations', 'Conversations audited.', single(end.conversations)),
    gauge('units', 'Shares of agents in conversations.', single(end.units)),
    gauge('scored_units', 'Shares that could be scored.', single(end.scored_units)),
    gauge('input_messages', 'Problems and notices about the input.', [
      { labels: { severity: 'problem' }, value: problems.filter(({ severity }) => severity === 'problem').length },
      { labels: { severity: 'notice' }, value: problems.filter(({ severity }) => severity === 'notice').length },
    ]),
    gauge('score_points', 'Mean score over all units, 0 to 100.', single(totals.score), 'points'),
    gauge(
      'agent_score_points',
      'Mean score of an agent, 0 to 100.',
      of(({ score }) => score),
      'points',
    ),
    gauge(
      'agent_score_low_points',
      'Lower end of the 95% interval.',
      of(({ interval }) => interval?.low ?? null),
      'points',
    ),
    gauge(
      'agent_score_high_points',
      'Upper end of the 95% interval.',
      of(({ interval }) => interval?.high ?? null),
      'points',
    ),
    gauge(
      'agent_units',
      'Conversations in which the agent took part.',
      of(({ units }) => units),
    ),
    gauge(
      'agent_scored_units',
      'Conversations in which the agent was scored.',
      of((agent) => agent.scored_units),
    ),
    gauge(
      'agent_first_reply_median_seconds',
      'Median time to the first reply.',
      of((agent) => seconds(agent.first_reply_ms.median)),
      'seconds',
    ),
    gauge(
      'agent_first_reply_p90_seconds',
      'Time within which nine of ten first replies came.',
      of((agent) => seconds(agent.first_reply_ms.p90)),
      'seconds',
    ),
    gauge(
      'agent_verdicts',
      'Verdicts by agent, rule and outcome.',
      known.flatMap(({ agent, labels }) =>
        agent.rules.flatMap(({ rule, ...counts }) =>
          (['pass', 'fail', 'na'] as const).map((verdict) => ({
            labels: { ...labels, rule, verdict },
            value: counts[verdict],
          })),
        ),
      ),
    ),
    gauge(
      'rule_pass_ratio',
      'Share passed of the verdicts to which the rule applied.',
      totals.rules.map(({ rule, rate }) => ({ labels: { rule }, value: rate })),
      'ratio',
    ),
  ];
}

/** Gates that were not judged have no sample: 0 would say that they were broken. */
function gateFamily(gates: readonly GateResult[]): Family {
  const judged = new Map(
    gates.filter(({ outcome }) => outcome !== 'not-judged').map((gate) => [gate.gate, gate.outcome]),
  );
  return {
    name: 'transcript_audit_gate_kept',
    type: 'gauge',
    help: '1 where the gate was kept, 0 where it was not.',
    samples: [...judged].map(([gate, outcome]) => ({ labels: { gate }, value: outcome === 'kept' ? 1 : 0 })),
  };
}

/** The labels of each agent; a second one of the same name and id (of another product) is numbered. */
function labelled(agents: readonly GroupScore[]): { agent: GroupScore; labels: Labels }[] {
  const met = new Map<string, number>();
  return agents.map((agent) => {
    const labels = { agent: agent.agent ?? '', agent_id: agent.agent_id ?? '' };
    const key = JSON.stringify(labels);
    const times = (met.get(key) ?? 0) + 1;
    met.set(key, times);
    return { agent, labels: times === 1 ? labels : { ...labels, agent: `${labels.agent} (${times})` } };
  });
}

/** A family without any value is left out. */
function exposed({ name, type, unit, help, samples }: Family): string {
  const lines = samples
    .filter(({ value }) => value !== null)
    .map(({ labels, value }) => `${name}${type === 'info' ? '_info' : ''}${listed(labels)} ${value}`);
  if (lines.length === 0) {
    return '';
  }
  const heads = [
    `# TYPE ${name} ${type}`,
    ...(unit === undefined ? [] : [`# UNIT ${name} ${unit}`]),
    `# HELP ${name} ${help}`,
  ];
  return `${[...heads, ...lines].join('\n')}\n`;
}

function listed(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function escaped(value: string): string {
  return visible(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"');
}
