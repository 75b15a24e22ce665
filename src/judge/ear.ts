import type { Ear, Heard } from '../model/ear.ts';
import type { Act, Phrase } from '../model/rule.ts';
import type { Hearing, Token } from '../model/scene.ts';
import type { Spot } from '../model/verdict.ts';
import { PhraseBook, type PhraseFound } from './heard-phrases.ts';

/** What an ear listens with. */
export interface EarMeans {
  /** Of all packs in use. */
  readonly phrases: readonly Phrase[];
}

const SILENCE: Hearing = { score: 0, spots: [], label: null, by: 'none' };

/**
 * Makes the ear of a run: phrases decide, else the trained model says how probable the act is.
 *
 * @throws Fault for a phrase that breaks the pattern language, with its file and line.
 */
export function createEar({ phrases }: EarMeans): Ear {
  const book = new PhraseBook(phrases);
  const known = new WeakMap<readonly Token[], readonly PhraseFound[]>();
  const phrasesOf = (heard: Heard): readonly PhraseFound[] => {
    const found = known.get(heard.tokens) ?? book.find(heard.text, heard.tokens, heard.language);
    known.set(heard.tokens, found);
    return found;
  };
  return {
    hear(heard: Heard, act: Act): Hearing {
      const decisive = phrasesOf(heard).filter((phrase) => phrase.act === act && phrase.force === 'decides');
      return decisive.length > 0 ? heardPhrases(heard, decisive) : SILENCE;
    },
  };
}

function heardPhrases(heard: Heard, found: readonly PhraseFound[]): Hearing {
  return {
    score: 1,
    spots: merged(found.map(({ start, end }) => ({ message: heard.index, start, end }))),
    label: found.find(({ label }) => label !== null)?.label ?? null,
    by: 'phrase',
  };
}

/** Spots in order, overlapping ones as one. */
function merged(spots: readonly Spot[]): Spot[] {
  const result: Spot[] = [];
  for (const spot of [...spots].sort((one, other) => one.start - other.start || one.end - other.end)) {
    const last = result.at(-1);
    if (last !== undefined && spot.start <= last.end) {
      result[result.length - 1] = { ...last, end: Math.max(last.end, spot.end) };
    } else {
      result.push(spot);
    }
  }
  return result;
}
