import type { Counts, LeftOut, SuppressionUse } from '../model/counts.ts';
import type { Scoring, UnitScore } from '../model/report.ts';
import type { AuditedConversation } from '../model/reporter.ts';
import type { JudgedConversation, LostPoints, Unit, Verdict } from '../model/verdict.ts';
import { AgentTable } from './agent-table.ts';
import { Cells, stratumKey } from './cells.ts';
import { Keepsakes } from './keepsakes.ts';
import { KeyHashes } from './key-hashes.ts';
import { byKeys } from './order.ts';
import { countedRating } from './rating.ts';
import { replyBin } from './reply-times.ts';
import { SideCounts } from './side-counts.ts';
import { FAIL, NOT_APPLICABLE, NOT_JUDGED, PASS, roundHalfUp, SUPPRESSED, UnitScorer } from './unit.ts';

/** Separates product and id in the key of a conversation. */
const BREAK = '\u0000';

/**
 * Gathers the counts of a stream of judged conversations, and gives each unit its score on the way. Conversations
 * must come in the order of their first record. Tallies add: `absorb` takes in the counts of another report.
 */
export class Tally {
  private readonly scoring: Scoring;
  private readonly scorer: UnitScorer;
  private readonly ruleIndex: ReadonlyMap<string, number>;
  private readonly agents = new AgentTable();
  private readonly cells = new Cells();
  private readonly side = new SideCounts();
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
      this.side.addShared(together, 1);
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
    this.cells.absorb(counts, agentAt);
    this.side.absorb(counts, agentAt);
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
    return {
      conversations: this.conversations,
      messages: this.messages,
      verdicts: this.verdicts,
      left_out: { ...this.leftOut },
      agents: identities,
      ...this.cells.canonical(place),
      ...this.side.canonical(place),
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
      this.side.addReason(verdict, 1);
      this.keepsakes.offerVerdict(agent, verdict, conversation.names);
      if (verdict.suppressed !== undefined) {
        this.useSuppression(verdict.fingerprint);
      }
    }
    const pattern = letters.join('');
    this.cells.add(agent, stratum, pattern, 1);
    for (const wait of unit.first_reply_ms) {
      this.side.addReply(agent, conversation.channel, replyBin(wait), 1);
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

  private addRating(conversation: JudgedConversation, tenths: number): void {
    const rating = countedRating(conversation.csat);
    if (rating === null) {
      return;
    }
    this.side.addRating(conversation.product, rating, tenths, 1);
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

function letterOf(verdict: Verdict): string {
  if (verdict.suppressed !== undefined) {
    return SUPPRESSED;
  }
  return { pass: PASS, fail: FAIL, na: NOT_APPLICABLE }[verdict.verdict];
}
