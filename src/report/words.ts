import type { Role } from '../model/conversation.ts';

/**
 * The one place where codes become words. An output asks for a sentence by its name and gives it the figures, so a
 * second language is a second table.
 */
export interface Words {
  readonly conversations: (count: number) => string;
  readonly units: (count: number) => string;
  readonly agents: (count: number) => string;
  readonly problems: (count: number) => string;
  readonly notices: (count: number) => string;
  readonly scored: (count: number) => string;
  readonly total: string;
  readonly noAgents: string;
  readonly nameless: string;
  readonly weakestFirst: string;
  readonly notRanked: string;
  readonly columns: {
    readonly rank: string;
    readonly agent: string;
    readonly score: string;
    readonly interval: string;
    readonly conversations: string;
  };
  readonly passRates: string;
  readonly rank: (rank: number, low: number, high: number) => string;
  readonly firstReply: (median: string, p90: string) => string;
  readonly failed: (fail: number, applicable: number) => string;
  readonly position: (conversation: string, message: number) => string;
  readonly waited: (from: number, to: number, waited: string, limit: string | null) => string;
  readonly unanswered: (from: number, waited: string, limit: string | null) => string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly internal: string;
  readonly accepted: (by: string, why: string) => string;
  readonly neverScored: string;
  readonly notScored: string;
  readonly weight: string;
  readonly critical: string;
  readonly advice: string;
  readonly why: string;
  readonly source: string;
  readonly thresholds: string;
  readonly examples: string;
  readonly accuracy: string;
  readonly notMeasured: string;
  readonly measured: (group: string, labels: number, precision: string, recall: string) => string;
  readonly coverage: string;
  readonly judged: (judged: number, all: number) => string;
  readonly unscored: (count: number) => string;
  readonly everythingJudged: string;
  /** What a reason for not judging means, by its code. */
  readonly notJudged: Readonly<Record<string, string>>;
  readonly problemsTitle: string;
  /** Of a finding that a baseline holds. */
  readonly knownBefore: string;
  readonly findingsNotShown: (shown: number, all: number) => string;
  readonly reportTitle: string;
  readonly cost: string;
  readonly rule: string;
  readonly failedTitle: string;
  readonly agentsNotShown: (count: number) => string;
  readonly andMore: (count: number) => string;
  readonly legendTitle: string;
  readonly legend: readonly string[];
}

const counted = (one: string, many: string) => (count: number) => `${count} ${count === 1 ? one : many}`;
const against = (limit: string | null): string => (limit === null ? '' : `, limit ${limit}`);

const ENGLISH: Words = {
  conversations: counted('conversation', 'conversations'),
  units: counted('agent’s share of one', 'agents’ shares in them'),
  agents: counted('agent', 'agents'),
  problems: counted('problem', 'problems'),
  notices: counted('notice', 'notices'),
  scored: (count) => `${count} scored`,
  total: 'All agents',
  noAgents: 'No agent wrote in any of the conversations, so there is nobody to score.',
  nameless: '(no name)',
  weakestFirst: 'Agents, the weakest first',
  notRanked: 'Not ranked: too few scored conversations to say',
  columns: { rank: '#', agent: 'Agent', score: 'Score', interval: '95% interval', conversations: 'Conv.' },
  passRates: 'Share passed, of the conversations to which the rule applied:',
  rank: (rank, low, high) => (low === high ? `rank ${rank}` : `rank ${rank}, anywhere from ${low} to ${high}`),
  firstReply: (median, p90) => `first reply: half within ${median}, nine of ten within ${p90}`,
  failed: (fail, applicable) => `${fail} of ${applicable} failed`,
  position: (conversation, message) => `conversation ${conversation}, message ${message}`,
  waited: (from, to, waited, limit) => `message ${from} waited ${waited} for message ${to}${against(limit)}`,
  unanswered: (from, waited, limit) => `message ${from} was not answered after ${waited}${against(limit)}`,
  roles: { customer: 'customer', agent: 'agent', bot: 'bot', system: 'system', unknown: 'unknown' },
  internal: 'internal note',
  accepted: (by, why) => `accepted by ${by}: ${why}`,
  neverScored: 'never scored',
  notScored: 'not scored: too few rules applied',
  weight: 'weight',
  critical: 'critical: a fail makes the score of the conversation 0',
  advice: 'advice: costs no points',
  why: 'Why',
  source: 'Where this is known from',
  thresholds: 'Thresholds and options',
  examples: 'Examples, which are also its tests',
  accuracy: 'How often it is right',
  notMeasured:
    'Not measured here: transcript-audit evaluate compares the verdicts with labelled conversations of your own.',
  measured: (group, labels, precision, recall) =>
    `${group === '' ? 'all' : group}: of its fails, ${precision} are right; of the real fails, it finds ${recall} (${labels} labels)`,
  coverage: 'What could not be judged, and why',
  judged: (judged, all) => `${judged} of ${all} judged`,
  unscored: (count) =>
    count === 1
      ? '1 agent’s share was judged but not scored: too few rules applied'
      : `${count} agents’ shares were judged but not scored: too few rules applied`,
  everythingJudged: 'Every rule could be judged everywhere.',
  notJudged: {
    'unsupported-language': 'the pack has no phrases for the language',
    unsure: 'the words leave it open',
    'name-unknown': 'the customer’s name was not known',
    'no-turn-left': 'the name came up after the agent’s last turn',
    'not-over': 'the record stops before the end',
    'handed-over': 'another agent took the conversation over',
    'no-times': 'no usable times',
    'nobody-waited': 'nobody waited for this agent',
    'channel-not-judged': 'the channel has no limits',
    'no-export-time': 'unanswered, and the time of the export is unknown (--as-of)',
    'no-misfit': 'nothing was refused or turned down',
    inherited: 'the refusal was a colleague’s',
    'no-turn': 'the agent said nothing',
  },
  problemsTitle: 'Problems with the input',
  knownBefore: 'known before: the baseline holds it',
  findingsNotShown: (shown, all) =>
    `${shown} of ${all} findings are annotated here, the costliest first: the other outputs hold all of them`,
  reportTitle: 'Support conversations, audited',
  cost: 'Points lost',
  rule: 'Rule',
  failedTitle: 'Failed',
  agentsNotShown: (count) =>
    count === 1
      ? 'The details of 1 agent found no room here: the other outputs hold them.'
      : `The details of ${count} agents found no room here: the other outputs hold them.`,
  andMore: (count) => `and ${count} more: all of them are in --format json`,
  legendTitle: 'How to read this',
  legend: [
    'A score is 100 × the weight of the rules passed ÷ the weight of those that applied, averaged over the agent’s conversations.',
    'With as few conversations as were read, the true score lies in the 95% interval in 19 cases of 20. Agents whose intervals overlap widely should not be compared.',
    'Points after a rule are what it took from the agent’s score; together they make 100 − score.',
    'A rule that had no occasion, or could not be decided, moves no score.',
  ],
};

/** The languages that reports can be written in. */
export const WORDS = { en: ENGLISH } as const;
