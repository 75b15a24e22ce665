import type { Channel } from '../model/conversation.ts';
import type { Counts, LeftOut, SuppressionUse } from '../model/counts.ts';
import type { Scoring, UnitScore } from '../model/report.ts';
import type { AuditedConversation } from '../model/reporter.ts';
import type { JudgedConversation, LostPoints, Unit, Verdict } from '../model/verdict.ts';
import { AgentTable } from './agent-table.ts';
import { Keepsakes } from './keepsakes.ts';
import { KeyHashes } from './key-hashes.ts';
import { byCodePoint, byKeys } from './order.ts';
import { countedRating } from './rating.ts';
import { replyBin } from './reply-times.ts';
import { FAIL, NOT_APPLICABLE, NOT_JUDGED, PASS, roundHalfUp, SUPPRESSED, UnitScorer } from './unit.ts';

/** Separates the parts of keys: no name of a channel, language or rule holds it. */
const BREAK = '\u0000';
/** Columns (stratum × pattern) that a cell's key has room for beside the agent. */
const COLUMNS = 2 ** 26;
/**
 * Gathers the counts of a stream of judged conversations, and gives each unit its score on the way. Conversations
 * must come in the order of their first record. Tallies add: `absorb` takes in the counts of another report.
 */
export class Tally {
  private readonly scoring: Scoring;
  private readonly scorer: UnitScorer;
  private readonly ruleIndex: ReadonlyMap<string, number>;
  private readonly agents = new AgentTable();
  private readonly columns = new Map<string, number>();
  private readonly cells = new Map<number, number>();
  private readonly shared = new Map<string, number>();
  /** By agent's number, then by channel. */
  private readonly replies: Map<Channel, Map<number, number>>[] = [];
  private readonly reasons = new Map<string, number>();
  private readonly ratings = new Map<string, number>();
  private readonly keepsakes = new Keepsakes();
  private readonly suppressions = new Map<string, SuppressionUse>();
  private readonly hashes = new KeyHashes();
  private readonly findings = new KeyHashes();
  private conversations = 0;
  private messages = 0;
  private verdicts = 0;
  readonly leftOut = { by_filters: 0, unknown_roles: 0 };
  private file = '';
  private position = 0;

  /** @param suppressions the entries in use, with no findings yet: those never met are reported */
  constructor(scoring: Scoring, suppressions: readonly SuppressionUse[] = []) {
    this.scoring = scoring;
    for (const entry of suppressions) {
      this.addSuppression(entry);
    }
    this.scorer = new UnitScorer(scoring.rules, scoring.min_applicable);
    this.ruleIndex = new Map(scoring.rules.map((rule, index) => [rule.rule, index]));
  }

  /** Counts one conversation; returns it with the scores of its units, in their order. */
  add(conversation: JudgedConversation): AuditedConversation {
    this.conversations += 1;
    this.messages += conversation.messages;
    this.hashes.add(`${conversation.product ?? ''}${BREAK}${conversation.id}`);
    this.position = conversation.source.file === this.file ? this.position + 1 : 0;
    this.file = conversation.source.file;
    const stratum = stratumKey(conversation);
    const scores: UnitScore[] = [];
    const together: number[] = [];
    let scoredUnits = 0;
    let scoredTenths = 0;
    for (const unit of conversation.units) {
      const agent = this.agents.meet(unit, this.file, this.position);
      if (!unit.pseudo) {
        together.push(agent);
      }
      const score = this.addUnit(conversation, unit, agent, stratum);
      scores.push(score);
      if (score.score !== null) {
        scoredUnits += 1;
        scoredTenths += Math.round(score.score * 10);
      }
    }
    if (together.length > 1) {
      bump(this.shared, together.sort((a, b) => a - b).join(' '), 1);
    }
    if (scoredUnits > 0) {
      this.addRating(conversation, roundHalfUp(scoredTenths, scoredUnits));
    }
    return { ...conversation, scores };
  }

  /** Counts a conversation that was met and not judged. */
  leaveOut(why: keyof LeftOut): void {
    this.leftOut[why] += 1;
  }

  /** Takes in the counts of another report made with the same rules. */
  absorb(counts: Counts): void {
    this.conversations += counts.conversations;
    this.messages += counts.messages;
    this.verdicts += counts.verdicts;
    this.leftOut.by_filters += counts.left_out.by_filters;
    this.leftOut.unknown_roles += counts.left_out.unknown_roles;
    const agents = counts.agents.map((identity) => this.agents.absorb(identity));
    const agentAt = (index: number): number => agents[index] ?? 0;
    const strata = counts.strata.map(stratumKey);
    for (const [agent, stratum, pattern, units] of counts.cells) {
      this.count(agentAt(agent), strata[stratum] ?? '', counts.patterns[pattern] ?? '', units);
    }
    for (const { agents: met, conversations } of counts.shared) {
      const key = met.map(agentAt).sort((a, b) => a - b);
      bump(this.shared, key.join(' '), conversations);
    }
    for (const { agent, channel, bins } of counts.replies) {
      for (const [bin, count] of bins) {
        this.addReply(agentAt(agent), channel, bin, count);
      }
    }
    for (const counted of counts.reasons) {
      bump(this.reasons, reasonKey(counted), counted.count);
    }
    for (const { product, rating, score_tenths, conversations } of counts.ratings) {
      bump(this.ratings, JSON.stringify([product, rating, score_tenths]), conversations);
    }
    this.keepsakes.absorb(counts, agentAt);
    for (const entry of counts.suppressions) {
      this.addSuppression(entry);
    }
    this.hashes.absorb(counts.conversation_hashes);
    this.findings.absorb(counts.finding_hashes);
  }

  /** How many conversations were counted twice: none, unless reports overlap. */
  repeatedConversations(): number {
    return this.hashes.repeated();
  }

  /** The counts in canonical order: the same conversations give the same value, in whatever parts they came. */
  counts(): Counts {
    const { identities, place } = this.agents.canonical();
    const columns = [...this.columns.keys()].map((key) => key.split(BREAK));
    const stratumKeys = [...new Set(columns.map((parts) => parts.slice(0, -1).join(BREAK)))].sort(byCodePoint);
    const patterns = [...new Set(columns.map((parts) => parts.at(-1) ?? ''))].sort(byCodePoint);
    const stratumPlace = new Map(stratumKeys.map((key, index) => [key, index]));
    const patternPlace = new Map(patterns.map((pattern, index) => [pattern, index]));
    const cells = [...this.cells].map(([key, units]): readonly [number, number, number, number] => {
      const parts = columns[key % COLUMNS] ?? [];
      return [
        place(Math.floor(key / COLUMNS)),
        stratumPlace.get(parts.slice(0, -1).join(BREAK)) ?? 0,
        patternPlace.get(parts.at(-1) ?? '') ?? 0,
        units,
      ];
    });
    return {
      conversations: this.conversations,
      messages: this.messages,
      verdicts: this.verdicts,
      left_out: { ...this.leftOut },
      agents: identities,
      strata: stratumKeys.map(stratumOf),
      patterns,
      cells: cells.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]),
      shared: [...this.shared]
        .map(([key, conversations]) => ({
          agents: key
            .split(' ')
            .map((agent) => place(Number(agent)))
            .sort((a, b) => a - b),
          conversations,
        }))
        .sort(byKeys(({ agents }) => [...agents, agents.length])),
      replies: [...this.replies.entries()]
        .flatMap(([agent, channels]) =>
          [...(channels ?? [])].map(([channel, bins]) => ({
            agent: place(agent),
            channel,
            bins: [...bins].sort((a, b) => a[0] - b[0]),
          })),
        )
        .sort(byKeys(({ agent, channel }) => [agent, channel])),
      reasons: [...this.reasons]
        .map(([key, count]) => {
          const [rule = '', language = '', verdict, reason = ''] = key.split(BREAK);
          return { rule, language, verdict: verdict as Verdict['verdict'], reason, count };
        })
        .sort(byKeys(({ rule, language, verdict, reason }) => [rule, language, verdict, reason])),
      ratings: [...this.ratings]
        .map(([key, conversations]) => {
          const [product, rating, score_tenths] = JSON.parse(key) as [string | null, number | string, number];
          return { product, rating, score_tenths, conversations };
        })
        .sort(byKeys(({ product, rating, score_tenths }) => [product, rating, score_tenths])),
      ...this.keepsakes.canonical(place),
      suppressions: [...this.suppressions.values()].sort(
        byKeys(({ file, line, fingerprint }) => [file, line, fingerprint]),
      ),
      conversation_hashes: this.hashes.toText(),
      finding_hashes: this.findings.toText(),
    };
  }

  private addUnit(conversation: JudgedConversation, unit: Unit, agent: number, stratum: string): UnitScore {
    const letters: string[] = this.scoring.rules.map(() => NOT_JUDGED);
    for (const verdict of unit.verdicts) {
      const index = this.ruleIndex.get(verdict.rule);
      if (index === undefined) {
        throw new Error(`verdict of a rule that is not scored: ${verdict.rule}`);
      }
      letters[index] = letterOf(verdict);
      this.verdicts += 1;
      if (verdict.verdict === 'fail') {
        this.findings.addHash(verdict.fingerprint);
      }
      bump(this.reasons, reasonKey(verdict), 1);
      this.keepsakes.offerVerdict(agent, verdict, conversation.names);
      if (verdict.suppressed !== undefined) {
        this.useSuppression(verdict.fingerprint);
      }
    }
    const pattern = letters.join('');
    this.count(agent, stratum, pattern, 1);
    for (const wait of unit.first_reply_ms) {
      this.addReply(agent, conversation.channel, replyBin(wait), 1);
    }
    const result = this.scorer.score(pattern);
    const tenths = unit.pseudo ? null : result.tenths;
    if (tenths !== null) {
      this.keepsakes.offerUnit(agent, conversation, tenths, result.applicable);
    }
    const lost: readonly LostPoints[] =
      tenths === null
        ? []
        : result.lost.map((part) => ({
            rule: this.scoring.rules[part.rule]?.rule ?? '',
            points: part.tenths / 10,
          }));
    return {
      type: 'score',
      scope: 'unit',
      conversation: conversation.id,
      product: conversation.product,
      agent: unit.agent,
      agent_id: unit.agent_id,
      score: tenths === null ? null : tenths / 10,
      lost,
    };
  }

  private count(agent: number, stratum: string, pattern: string, units: number): void {
    const key = `${stratum}${BREAK}${pattern}`;
    let column = this.columns.get(key);
    if (column === undefined) {
      column = this.columns.size;
      this.columns.set(key, column);
    }
    bump(this.cells, agent * COLUMNS + column, units);
  }

  private addSuppression(entry: SuppressionUse): void {
    const key = JSON.stringify([entry.file, entry.line, entry.fingerprint]);
    const findings = this.suppressions.get(key)?.findings ?? 0;
    this.suppressions.set(key, { ...entry, findings: findings + entry.findings });
  }

  /** The first entry in force with this fingerprint is the one that took the finding out. */
  private useSuppression(fingerprint: string): void {
    for (const [key, entry] of this.suppressions) {
      if (entry.fingerprint === fingerprint && entry.decision === 'accepted' && !entry.expired) {
        this.suppressions.set(key, { ...entry, findings: entry.findings + 1 });
        return;
      }
    }
  }

  private addReply(agent: number, channel: Channel, bin: number, count: number): void {
    let channels = this.replies[agent];
    if (channels === undefined) {
      channels = new Map();
      this.replies[agent] = channels;
    }
    let bins = channels.get(channel);
    if (bins === undefined) {
      bins = new Map();
      channels.set(channel, bins);
    }
    bump(bins, bin, count);
  }

  private addRating(conversation: JudgedConversation, tenths: number): void {
    const rating = countedRating(conversation.csat);
    if (rating === null) {
      return;
    }
    bump(this.ratings, JSON.stringify([conversation.product, rating, tenths]), 1);
    this.keepsakes.offerRated({
      conversation: conversation.id,
      product: conversation.product,
      rating,
      score_tenths: tenths,
      file: conversation.source.file,
      line: conversation.source.line,
    });
  }
}

function bump<K>(map: Map<K, number>, key: K, by: number): void {
  map.set(key, (map.get(key) ?? 0) + by);
}

function reasonKey(counted: Pick<Verdict, 'rule' | 'language' | 'verdict' | 'reason'>): string {
  return `${counted.rule}${BREAK}${counted.language}${BREAK}${counted.verdict}${BREAK}${counted.reason}`;
}

function letterOf(verdict: Verdict): string {
  if (verdict.suppressed !== undefined) {
    return SUPPRESSED;
  }
  return { pass: PASS, fail: FAIL, na: NOT_APPLICABLE }[verdict.verdict];
}

function stratumKey(stratum: {
  readonly channel: string;
  readonly language: string;
  readonly tags: readonly string[];
  readonly hour: number | null;
}): string {
  const tags = [...new Set(stratum.tags)].sort(byCodePoint);
  return `${stratum.channel}${BREAK}${stratum.language}${BREAK}${JSON.stringify(tags)}${BREAK}${stratum.hour ?? ''}`;
}

function stratumOf(key: string): Counts['strata'][number] {
  const [channel, language = 'und', tags = '[]', hour = ''] = key.split(BREAK);
  return {
    channel: channel as JudgedConversation['channel'],
    language,
    tags: JSON.parse(tags) as string[],
    hour: hour === '' ? null : Number(hour),
  };
}
