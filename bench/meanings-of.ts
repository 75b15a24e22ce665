import { existsSync, readFileSync } from 'node:fs';
import { type Meanings, meaningsOf, NO_MEANINGS } from '../src/judge/meanings.ts';
import { readVectors } from '../src/judge/stored-vectors.ts';

/** What the words of a language mean, where vectors of them are at hand. */
export function readMeanings(language: string): Meanings {
  const file = `bench/acts/meanings-${language}.bin`;
  return existsSync(file) ? meaningsOf(readVectors(readFileSync(file), file)) : NO_MEANINGS;
}
