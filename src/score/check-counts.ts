import type { Counts } from '../model/counts.ts';
import type { Scoring } from '../model/report.ts';

/** Bytes of base64 text per conversation: 8 bytes each, three bytes to four characters. */
const HASH_BYTES = 8;

/**
 * What is wrong with counts that have the right shape, in words; null where they hold together. A report that was cut,
 * mended by hand or put together from two is told from a whole one before any figure is made of it.
 */
export function countsFault(counts: Counts, scoring: Pick<Scoring, 'rules'>): string | null {
  const agents = counts.agents.length;
  const rules = scoring.rules.length;
  const strange = counts.patterns.find((pattern) => pattern.length !== rules || !/^[pfns-]*$/.test(pattern));
  if (strange !== undefined) {
    return `the pattern "${strange.slice(0, 40)}" does not fit ${rules} rules`;
  }
  const lost = counts.cells.find(
    ([agent, stratum, pattern]) =>
      agent >= agents || stratum >= counts.strata.length || pattern >= counts.patterns.length,
  );
  if (lost !== undefined) {
    return `the cell [${lost.join(', ')}] names an agent, stratum or pattern that is not there`;
  }
  const named = [
    ...counts.shared.flatMap((met) => met.agents),
    ...counts.replies.map(({ agent }) => agent),
    ...counts.quotes.map(({ agent }) => agent),
    ...counts.examples.map(({ agent }) => agent),
  ];
  if (named.some((agent) => agent >= agents)) {
    return 'an agent is named that is not there';
  }
  const hashed = Buffer.from(counts.conversation_hashes, 'base64').length / HASH_BYTES;
  if (hashed !== counts.conversations) {
    return `${counts.conversations} conversations are counted and ${hashed} known`;
  }
  return null;
}
