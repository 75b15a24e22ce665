import { type Callers, mayName, readGroup } from './name-group.ts';
import { judgePlace } from './standing.ts';
import type { Reading } from './words.ts';

/** A name by which a message addresses, or may address, somebody. */
export interface Call {
  readonly start: number;
  readonly end: number;
  /** Folded words of the name, titles left out. */
  readonly words: readonly string[];
  /** `known`: one of the names asked for; `other`: somebody else's, as far as the list of names tells. */
  readonly whose: 'known' | 'other';
  /** A title stands before the name: "Ms Fernandes". */
  readonly titled: boolean;
  /** False where the place in the sentence leaves open whether the name addresses or mentions. */
  readonly sure: boolean;
}

/** People are addressed at the beginning or at the end of a text; a log pasted between is not read. */
const FIRST_WORDS = 400;
const LAST_WORDS = 100;

/**
 * Every place at which a message addresses somebody by name, in order. Introductions of oneself, signatures, labels of
 * data, possessives, case forms and people talked about are no addresses.
 */
export function findCalls(reading: Reading, callers: Callers): Call[] {
  const calls: Call[] = [];
  const { words } = reading;
  let place = 0;
  while (place < words.length) {
    if (place >= FIRST_WORDS && place < words.length - LAST_WORDS) {
      place = words.length - LAST_WORDS;
    }
    const group = mayName(reading, place) ? readGroup(reading, place, callers) : null;
    if (group === null) {
      place += 1;
      continue;
    }
    const standing = judgePlace(reading, group, callers);
    const counts = group.whose === 'known' ? standing !== 'mention' : standing === 'address';
    if (counts) {
      calls.push({
        start: words[group.from]?.start ?? 0,
        end: words[group.to]?.end ?? 0,
        words: group.words,
        whose: group.whose,
        titled: group.titled,
        sure: standing === 'address',
      });
    }
    place = group.to + 1;
  }
  return calls;
}
