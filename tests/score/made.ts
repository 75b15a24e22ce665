import type { Rating } from '../../src/model/conversation.ts';
import type { Report, Run, Scoring } from '../../src/model/report.ts';
import type { JudgedConversation, Unit, Verdict } from '../../src/model/verdict.ts';
import { summarise } from '../../src/score/summarise.ts';
import { Tally } from '../../src/score/tally.ts';

/** Conversations made from a few letters, for tests of the arithmetic: `pfn` is pass, fail, na of three rules. */
export const SCORING: Scoring = {
  min_applicable: 2,
  ranking_minimum: 3,
  rules: [
    { rule: 'farewell', pack: 'core', weight: 2, critical: false, severity: 'error' },
    { rule: 'greeting', pack: 'core', weight: 3, critical: false, severity: 'error' },
    { rule: 'secret', pack: 'core', weight: 5, critical: true, severity: 'error' },
  ],
  roster: [],
};

export const RUN: Run = {
  type: 'run',
  schema: 'transcript-audit/1',
  tool: { name: 'transcript-audit', version: '0.0.0' },
  packs: [{ name: 'core', version: '1.0.0', hash: 'sha256:00' }],
  settings_hash: 'sha256:01',
  redacted: false,
};

export interface MadeUnit {
  readonly agent: string | null;
  /** p, f, n, s (a suppressed fail), or - for a rule that was not judged. */
  readonly pattern: string;
  readonly replies?: readonly number[];
  readonly id?: string;
}

export interface MadeConversation {
  readonly id: string;
  readonly units: readonly MadeUnit[];
  readonly file?: string;
  readonly channel?: 'chat' | 'email';
  readonly language?: string;
  readonly tags?: readonly string[];
  readonly hour?: number | null;
  readonly csat?: Rating | null;
  readonly product?: string | null;
}

const VALUES = { p: 'pass', f: 'fail', n: 'na', s: 'fail' } as const;

export function made(conversation: MadeConversation, scoring: Scoring = SCORING): JudgedConversation {
  const { id, file = 'july.ndjson', channel = 'chat', language = 'en', product = null } = conversation;
  const source = { file, format: 'native', line: 1 };
  const verdictsOf = (unit: MadeUnit): Verdict[] =>
    scoring.rules.flatMap((facts, index): Verdict[] => {
      const letter = unit.pattern[index] ?? '-';
      if (letter === '-') {
        return [];
      }
      const verdict = VALUES[letter as keyof typeof VALUES];
      return [
        {
          type: 'verdict',
          conversation: id,
          product,
          channel,
          language,
          agent: unit.agent,
          agent_id: unit.id ?? null,
          rule: facts.rule,
          pack: facts.pack,
          verdict,
          critical: facts.critical,
          weight: facts.weight,
          severity: facts.severity,
          reason: `${verdict}-reason`,
          message: `${facts.rule} ${verdict}`,
          args: {},
          fingerprint: `${id} ${unit.agent} ${facts.rule}`,
          evidence:
            verdict === 'na' ? [] : [{ message: 0, start: 0, end: 5, quote: `words of ${id}`, at: null, line: 1 }],
          source,
          ...(letter === 's' ? { suppressed: { by: 'Lea', why: 'misheard' } } : {}),
        },
      ];
    });
  return {
    id,
    product,
    channel,
    language,
    tags: conversation.tags ?? [],
    csat: conversation.csat ?? null,
    hour: conversation.hour ?? null,
    source,
    messages: 4,
    units: conversation.units.map(
      (unit): Unit => ({
        agent_key:
          unit.id === undefined
            ? unit.agent === null
              ? ''
              : `\u0000${unit.agent}`
            : `${product ?? ''}\u0000${unit.id}`,
        agent: unit.agent,
        agent_id: unit.id ?? null,
        pseudo: unit.agent?.startsWith('(') ?? false,
        verdicts: verdictsOf(unit),
        first_reply_ms: unit.replies ?? [],
      }),
    ),
  };
}

/** Units of an agent: rows of pattern, how many, and the channel. */
export type Work = readonly (readonly [string, number, ('chat' | 'email')?])[];

/** The report of agents' work; `file` tells the conversations of several reports apart. */
export function reportOf(
  agents: Readonly<Record<string, Work>>,
  changes: { readonly scoring?: Partial<Scoring>; readonly run?: Partial<Run>; readonly file?: string } = {},
): Report {
  const scoring: Scoring = { ...SCORING, ranking_minimum: 20, ...changes.scoring };
  const tally = new Tally(scoring);
  const file = changes.file ?? 'july.ndjson';
  for (const [agent, work] of Object.entries(agents)) {
    for (const [pattern, times, channel = 'chat'] of work) {
      for (let time = 0; time < times; time += 1) {
        const id = `${file} ${agent} ${pattern} ${channel} ${time}`;
        tally.add(made({ id, file, channel, units: [{ agent, pattern }] }, scoring));
      }
    }
  }
  return summarise({ ...RUN, ...changes.run }, scoring, tally.counts(), []);
}
