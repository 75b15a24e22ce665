import { sha256Hex } from '../text/sha256.ts';

/** 64 bits: among a million findings a chance meeting is one in tens of millions. */
const HEX_DIGITS = 16;

/**
 * The name of a finding that outlives a new export: SHA-256 over the conversation's key, rule, agent, reason and the
 * words of the evidence, not their position. Each part is written with its length, so that no two lists look alike.
 */
export function fingerprint(parts: readonly (string | null)[]): string {
  const written = parts.map((part) => (part === null ? '-;' : `${part.length}:${part};`));
  return sha256Hex(written.join('')).slice(0, HEX_DIGITS);
}
