import type { Channel } from '../model/conversation.ts';
import type { Counts } from '../model/counts.ts';
import type { Verdict } from '../model/verdict.ts';
import { addTo } from './counting.ts';
import { byKeys } from './order.ts';

const BREAK = '\u0000';

type Reason = Pick<Verdict, 'rule' | 'language' | 'verdict' | 'reason'>;

/** What is counted beside the patterns: who met in one conversation, reply times, reasons, ratings. */
export class SideCounts {
  private readonly shared = new Map<string, number>();
  /** By agent's number, then by channel. */
  private readonly replies: Map<Channel, Map<number, number>>[] = [];
  private readonly reasons = new Map<string, number>();
  private readonly ratings = new Map<string, number>();

  /** Several agents, by their numbers, took part in one conversation. */
  addShared(agents: readonly number[], conversations: number): void {
    addTo(this.shared, [...agents].sort((a, b) => a - b).join(' '), conversations);
  }

  addReply(agent: number, channel: Channel, bin: number, count: number): void {
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
    addTo(bins, bin, count);
  }

  addReason({ rule, language, verdict, reason }: Reason, count: number): void {
    addTo(this.reasons, `${rule}${BREAK}${language}${BREAK}${verdict}${BREAK}${reason}`, count);
  }

  addRating(product: string | null, rating: number | string, tenths: number, conversations: number): void {
    addTo(this.ratings, JSON.stringify([product, rating, tenths]), conversations);
  }

  /** Takes in those of another report; `agentAt` gives the number here of its agents. */
  absorb(counts: Counts, agentAt: (agent: number) => number): void {
    for (const { agents, conversations } of counts.shared) {
      this.addShared(agents.map(agentAt), conversations);
    }
    for (const { agent, channel, bins } of counts.replies) {
      for (const [bin, count] of bins) {
        this.addReply(agentAt(agent), channel, bin, count);
      }
    }
    for (const counted of counts.reasons) {
      this.addReason(counted, counted.count);
    }
    for (const { product, rating, score_tenths, conversations } of counts.ratings) {
      this.addRating(product, rating, score_tenths, conversations);
    }
  }

  /** All of it in canonical order; `place` gives the place of an agent's number. */
  canonical(place: (agent: number) => number): Pick<Counts, 'shared' | 'replies' | 'reasons' | 'ratings'> {
    const shared = [...this.shared].map(([key, conversations]) => {
      const agents = key.split(' ').map((agent) => place(Number(agent)));
      return { agents: agents.sort((a, b) => a - b), conversations };
    });
    const replies = [...this.replies.entries()].flatMap(([agent, channels]) =>
      [...(channels ?? [])].map(([channel, bins]) => ({
        agent: place(agent),
        channel,
        bins: [...bins].sort((a, b) => a[0] - b[0]),
      })),
    );
    const reasons = [...this.reasons].map(([key, count]) => {
      const [rule = '', language = '', verdict, reason = ''] = key.split(BREAK);
      return { rule, language, verdict: verdict as Verdict['verdict'], reason, count };
    });
    const ratings = [...this.ratings].map(([key, conversations]) => {
      const [product, rating, score_tenths] = JSON.parse(key) as [string | null, number | string, number];
      return { product, rating, score_tenths, conversations };
    });
    return {
      shared: shared.sort(byKeys(({ agents }) => [...agents, agents.length])),
      replies: replies.sort(byKeys(({ agent, channel }) => [agent, channel])),
      reasons: reasons.sort(byKeys(({ rule, language, verdict, reason }) => [rule, language, verdict, reason])),
      ratings: ratings.sort(byKeys(({ product, rating, score_tenths }) => [product, rating, score_tenths])),
    };
  }
}
