import type { Quote } from '../../src/model/counts.ts';
import type { GateResult } from '../../src/model/gate.ts';
import type { AgentQuotes, End, GroupScore, Report, Run, UnitScore } from '../../src/model/report.ts';
import type { AuditedConversation, Reporter } from '../../src/model/reporter.ts';
import type { Rule } from '../../src/model/rule.ts';
import type { Evidence, Unit, Verdict } from '../../src/model/verdict.ts';
import { PLAIN } from '../../src/report/paint.ts';
import type { ReportSettings } from '../../src/report/settings.ts';
import { WORDS } from '../../src/report/words.ts';

/** A hand-made audit: two agents, one conversation each, with figures that were worked out on paper. */

export const settings: ReportSettings = {
  width: 80,
  paint: PLAIN,
  withConversations: false,
  rules: [],
  words: WORDS.en,
};

export const greetingRule: Rule = {
  id: 'personal-name-greeting',
  pack: 'core',
  kind: 'address',
  title: 'Greets the customer by name',
  why: 'A name opens a conversation better than "Dear customer".',
  source: 'Howard, Gengler, Jain 1995',
  weight: 2,
  critical: false,
  severity: 'error',
  options: {},
  written: {},
  wording: { en: { 'generic-greeting': 'Greets without the customer’s name' } },
  examples: [],
};

const GREETING = {
  rule: 'personal-name-greeting',
  pack: 'core',
  weight: 2,
  critical: false,
  severity: 'error',
} as const;
const FAREWELL = { rule: 'warm-farewell', pack: 'core', weight: 2, critical: false, severity: 'error' } as const;

function rate(pass: number, fail: number, na: number) {
  return { pass, fail, na, suppressed: 0, rate: pass + fail === 0 ? null : 0.7, interval: null };
}

export const run: Run = {
  type: 'run',
  schema: 'transcript-audit/1',
  tool: { name: 'transcript-audit', version: '0.1.0' },
  packs: [{ name: 'core', version: '1.0.0', hash: 'sha256:aa' }],
  settings_hash: 'sha256:bb',
  redacted: false,
};

export function evidence(fields: Partial<Evidence> = {}): Evidence {
  return {
    message: 1,
    start: 0,
    end: 9,
    quote: 'Hi there!',
    at: '2026-03-02T08:14:40.000Z',
    line: 12,
    ...fields,
  };
}

export function verdict(fields: Partial<Verdict> = {}): Verdict {
  return {
    type: 'verdict',
    conversation: 'c-1',
    product: 'zendesk',
    channel: 'chat',
    language: 'en',
    agent: 'Tom',
    agent_id: 'a7',
    rule: 'personal-name-greeting',
    pack: 'core',
    verdict: 'fail',
    critical: false,
    weight: 2,
    severity: 'error',
    reason: 'generic-greeting',
    message: 'Greets without the customer’s name',
    args: { name: 'Anna' },
    fingerprint: 'f1',
    evidence: [evidence()],
    source: { file: 'july.csv', format: 'csv', line: 12 },
    ...fields,
  };
}

export function unit(verdicts: readonly Verdict[], fields: Partial<Unit> = {}): Unit {
  const { agent = null, agent_id = null, product = null } = verdicts[0] ?? {};
  return {
    agent_key: `${product}\u0000${agent_id}`,
    agent,
    agent_id,
    pseudo: false,
    verdicts,
    first_reply_ms: [],
    ...fields,
  };
}

export function unitScore(fields: Partial<UnitScore> = {}): UnitScore {
  return {
    type: 'score',
    scope: 'unit',
    conversation: 'c-1',
    product: 'zendesk',
    agent: 'Tom',
    agent_id: 'a7',
    score: 60,
    lost: [{ rule: 'personal-name-greeting', points: 40 }],
    ...fields,
  };
}

export function conversation(fields: Partial<AuditedConversation> = {}): AuditedConversation {
  return {
    id: 'c-1',
    product: 'zendesk',
    channel: 'chat',
    language: 'en',
    tags: [],
    csat: null,
    hour: 8,
    source: { file: 'july.csv', format: 'csv', line: 12 },
    messages: 4,
    units: [
      unit([
        verdict(),
        verdict({ rule: 'warm-farewell', verdict: 'na', reason: 'not-over', message: 'Not over', evidence: [] }),
      ]),
    ],
    scores: [unitScore()],
    ...fields,
  };
}

export function groupScore(fields: Partial<GroupScore> = {}): GroupScore {
  return {
    type: 'score',
    scope: 'agent',
    agent: 'Tom',
    agent_id: 'a7',
    score: 81.2,
    pooled: 80.9,
    interval: { low: 74.9, high: 86.6, level: 0.95 },
    units: 120,
    scored_units: 117,
    conversations: 120,
    ranked: true,
    rank: 3,
    rank_interval: [1, 5],
    letters: 'a',
    rules: [
      {
        rule: 'personal-name-greeting',
        pass: 70,
        fail: 30,
        na: 20,
        suppressed: 0,
        rate: 0.7,
        interval: { low: 0.604, high: 0.781, level: 0.95 },
      },
      { rule: 'warm-farewell', pass: 0, fail: 0, na: 120, suppressed: 0, rate: null, interval: null },
    ],
    lost: [{ rule: 'personal-name-greeting', points: 18.8 }],
    first_reply_ms: { median: 41_000, p90: 122_000 },
    team: null,
    site: null,
    pseudo: false,
    suppressed: 0,
    lever: null,
    standardised: null,
    ...fields,
  };
}

export function quote(fields: Partial<Quote> = {}): Quote {
  return {
    agent: 0,
    rule: 'personal-name-greeting',
    verdict: 'fail',
    reason: 'generic-greeting',
    message: 'Greets without the customer’s name',
    conversation: 'c-1',
    product: 'zendesk',
    at_message: 1,
    quote: 'Hi there!',
    file: 'july.csv',
    line: 12,
    fingerprint: 'f1',
    ...fields,
  };
}

export function quotesOf(fails: readonly Quote[], fields: Partial<AgentQuotes> = {}): AgentQuotes {
  return { place: 0, agent: 'Tom', agent_id: 'a7', rule: 'personal-name-greeting', fails, passes: [], ...fields };
}

export const end: End = {
  type: 'end',
  conversations: 131,
  units: 140,
  scored_units: 137,
  verdicts: 700,
  problems: 1,
  notices: 0,
};

export function report(fields: Partial<Report> = {}): Report {
  return {
    run,
    scoring: {
      min_applicable: 2,
      ranking_minimum: 20,
      rules: [{ ...GREETING }, { ...FAREWELL }],
      roster: [],
    },
    totals: groupScore({ scope: 'total', agent: null, agent_id: null, rank: null, ranked: false, rank_interval: null }),
    agents: [groupScore()],
    teams: [],
    sites: [],
    rules: [
      {
        ...GREETING,
        ...rate(70, 30, 20),
        coverage: 0.833,
        reasons: [
          { verdict: 'pass', reason: 'greeted-by-name', count: 70 },
          { verdict: 'fail', reason: 'generic-greeting', count: 30 },
          { verdict: 'na', reason: 'name-unknown', count: 20 },
        ],
      },
      {
        ...FAREWELL,
        ...rate(0, 0, 120),
        coverage: 0,
        reasons: [
          { verdict: 'na', reason: 'handed-over', count: 20 },
          { verdict: 'na', reason: 'not-over', count: 100 },
        ],
      },
    ],
    strata: [],
    ratings: [],
    quotes: [quotesOf([quote()])],
    examples: [],
    notes: [],
    counts: {
      conversations: 131,
      messages: 524,
      verdicts: 700,
      left_out: { by_filters: 0, unknown_roles: 0 },
      agents: [{ key: 'zendesk\u0000a7', id: 'a7', pseudo: false, names: [] }],
      strata: [],
      patterns: [],
      cells: [],
      shared: [],
      replies: [],
      reasons: [],
      ratings: [],
      quotes: [quote()],
      examples: [],
      rated_examples: [],
      suppressions: [],
      conversation_hashes: '',
      finding_hashes: '',
    },
    problems: [
      {
        type: 'problem',
        severity: 'problem',
        code: 'unreadable-record',
        file: 'july.csv',
        line: 98,
        message: 'the quote opened here is never closed',
      },
    ],
    end,
    ...fields,
  };
}

export const gates: readonly GateResult[] = [
  {
    gate: '--fail-under 90',
    outcome: 'not-kept',
    code: 'total-score',
    args: { limit: 90, score: 81.2, bound: 86.6, units: 117 },
    breaches: [{ scope: 'total', name: 'total', value: 81.2, against: 86.6, units: 117 }],
    improved: [],
  },
  {
    gate: '--max warm-farewell=10%',
    outcome: 'not-judged',
    code: 'few-verdicts',
    args: { rule: 'warm-farewell', limit: 10, applicable: 3, minimum: 20 },
    breaches: [],
    improved: [],
  },
  { gate: '--max-unreadable 5%', outcome: 'kept', code: 'unreadable', args: {}, breaches: [], improved: [] },
];

interface WrittenAudit {
  readonly conversations?: readonly AuditedConversation[];
  readonly tail?: Report;
  readonly held?: readonly GateResult[] | undefined;
}

/** All that an output writes of an audit. */
export function written(
  reporter: Reporter,
  { conversations = [conversation()], tail = report(), held }: WrittenAudit = {},
): string {
  return [
    ...reporter.head(tail.run),
    ...conversations.flatMap((one) => [...reporter.conversation(one)]),
    ...reporter.tail(tail, held),
  ].join('');
}
