import { gateSentence } from './gate-sentence.ts';
import { noteSentence } from './note-sentence.ts';
import type { Words } from './wording.ts';

const counted = (one: string, many: string) => (count: number) => `${count} ${count === 1 ? one : many}`;
const ofProduct = (product: string | null): string => (product === null ? '' : `${product}: `);
const against = (limit: string | null): string => (limit === null ? '' : `, limit ${limit}`);

/** The reports in English: the one place where codes become words. */
export const ENGLISH: Words = {
  conversations: counted('conversation', 'conversations'),
  units: counted('unit (conversation × agent)', 'units (conversation × agent)'),
  agents: counted('agent', 'agents'),
  problems: counted('problem', 'problems'),
  notices: counted('notice', 'notices'),
  scored: (count) => `${count} scored`,
  total: 'All agents',
  noAgents: 'No agent wrote in any of the conversations, so there is nobody to score.',
  nameless: '(no name)',
  weakestFirst: 'Agents, the weakest first',
  notRanked: 'Not ranked: too few scored conversations to say',
  teams: 'Teams, the weakest first',
  sites: 'Sites, the weakest first',
  gates: 'Gates',
  gate: gateSentence,
  note: noteSentence,
  lever: (rule, moving, misses, from, to) =>
    `would help most: ${rule}, ${misses === 1 ? 'its one miss' : moving === misses ? `all ${misses} misses` : `${moving} of the ${misses} misses`} mended: ${from} → ${to}`,
  standardised: (score, rank) =>
    `${score} with everybody’s mix of work${rank === null ? '' : `, which is rank ${rank}`}`,
  wellDone: 'done well:',
  suppressedFindings: counted('finding taken out by an accepted dispute', 'findings taken out by accepted disputes'),
  ratings: 'Customers’ ratings and the scores',
  ratingAgreement: (product, conversations, correlation, range) =>
    `${ofProduct(product)}rank correlation ${correlation} (${range}) over ${conversations} rated conversations`,
  ratingsTooFew: (product, conversations) =>
    `${ofProduct(product)}${conversations} rated conversations, too few or too alike to say how far ratings go with scores`,
  satisfiedButLow: 'Rated satisfied, and yet much was lost:',
  rated: (rating, score) => `rated ${rating}, score ${score}`,
  columns: {
    rank: '#',
    letters: '=',
    agent: 'Agent',
    score: 'Score',
    interval: '95% interval',
    conversations: 'Conv.',
  },
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
      ? '1 unit was judged but not scored: too few rules applied'
      : `${count} units were judged but not scored: too few rules applied`,
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
    'Points after a rule are what it took from the agent’s score; together they make 100 − score.',
    'A rule that had no occasion, or could not be decided, moves no score.',
  ],
  barLegend: 'The bar is coloured only where the whole interval lies below or above the score of all agents.',
  emailWaits: (hours) =>
    hours === null
      ? 'Waits for e-mail were counted in plain time, nights and weekends too: no business calendar is configured.'
      : `Waits for e-mail were counted in business hours only (${hours}).`,
};
