import type { Ear, Heard } from '../model/ear.ts';
import type { Language } from '../model/language.ts';
import type { Act, Phrase, PreparedPhrases } from '../model/rule.ts';
import type { Hearing, Token } from '../model/scene.ts';
import type { Spot } from '../model/verdict.ts';
import { type ActHeard, ActModel, type ActsHeard, type ReadyModel, type StoredModel } from './act-model.ts';
import type { Hint } from './features.ts';
import { PhraseBook, type PhraseFound } from './heard-phrases.ts';
import { hintsIn } from './nameless.ts';
import { readyModel } from './ready-model.ts';

/** What an ear listens with. */
export interface EarMeans {
  /** Of all packs in use; `as prepared` where that is all those of `prepared` and no others. */
  readonly phrases: readonly Phrase[] | 'as prepared';
  /** Phrases that were compiled ahead. */
  readonly prepared?: readonly PreparedPhrases[];
  /** The trained model of each language that has one; a language is asked for when it is first heard. */
  readonly models: Pick<ReadonlyMap<Language, StoredModel | ReadyModel>, 'get'>;
}

interface HeardAll {
  readonly phrases: readonly PhraseFound[];
  /** Worked out when a phrase does not decide. */
  acts: ActsHeard | null;
}

const SILENCE: Hearing = { score: 0, spots: [], label: null, by: 'none' };

/**
 * Makes the ear of a run: phrases decide, else the trained model says how probable the act is. Speakers are not
 * told apart by phrases: whoever asks knows whose message it is.
 *
 * @throws Fault for a phrase that breaks the pattern language, with its file and line.
 */
export function createEar({ phrases, models, prepared = [] }: EarMeans): Ear {
  const book = new PhraseBook(phrases, prepared);
  const scorers = new Map<Language, ActModel | null>();
  // Made ready when its language is first heard: most runs hear one.
  const scorerOf = (language: Language): ActModel | null => {
    let scorer = scorers.get(language);
    if (scorer === undefined) {
      const model = models.get(language);
      scorer = model === undefined ? null : new ActModel('places' in model ? model : readyModel(model));
      scorers.set(language, scorer);
    }
    return scorer;
  };
  const known = new WeakMap<readonly Token[], HeardAll>();
  let heardBefore = new Map<string, HeardAll>();
  const listen = (heard: Heard): HeardAll => {
    const same = known.get(heard.tokens);
    if (same !== undefined) {
      return same;
    }
    const words = wordsOf(heard);
    const all = heardBefore.get(words) ?? {
      phrases: book.find(heard.text, heard.tokens, heard.language),
      acts: null,
    };
    if (heardBefore.size >= MOST_REMEMBERED) {
      heardBefore = new Map();
    }
    heardBefore.set(words, all);
    known.set(heard.tokens, all);
    return all;
  };
  /** What the trained model finds; undefined where none knows the act. */
  const ask = (heard: Heard, all: HeardAll, act: Act): ActHeard | undefined => {
    const scorer = scorerOf(heard.language);
    if (scorer === null || heard.tokens.length === 0 || !scorer.knows(act, heard.speaker)) {
      return undefined;
    }
    all.acts ??= hearWithoutNames(scorer, heard, hintsOf(all.phrases));
    return all.acts.get(act);
  };
  return {
    hear(heard: Heard, act: Act): Hearing {
      const all = listen(heard);
      if (all.phrases.some((phrase) => phrase.act === act && phrase.force === 'decides')) {
        const decisive = all.phrases.filter((phrase) => phrase.act === act && phrase.force === 'decides');
        return new HeardByPhrases(heard, decisive, () => ask(heard, all, act)?.score);
      }
      const own = ask(heard, all, act);
      return own === undefined ? SILENCE : new HeardByModel(heard, own);
    },
  };
}

/** The model reads a message without its names; what it finds is shown in the message as it is. */
function hearWithoutNames(scorer: ActModel, heard: Heard, hints: readonly Hint[]): ActsHeard {
  const { nameless } = heard;
  if (nameless === null) {
    return scorer.hear(heard, hints);
  }
  const { text, tokens } = nameless;
  const acts = scorer.hear({ ...heard, text, tokens }, hintsIn(nameless, hints));
  return {
    get(act) {
      const found = acts.get(act);
      return found === undefined
        ? undefined
        : {
            score: found.score,
            ranges: () =>
              found.ranges().map(({ start, end }) => ({
                start: nameless.placeIn(start, false),
                end: nameless.placeIn(end, true),
              })),
          };
    },
  };
}

/** Desks send the same words again and again: so many messages are kept, with what was heard in them. */
const MOST_REMEMBERED = 500;

/** All that a hearing depends on. */
function wordsOf({ speaker, language, text, nameless, before, answer }: Heard): string {
  const last = before.at(-1);
  return `${language}\n${speaker}\n${last?.speaker ?? ''}\n${last?.text ?? ''}\n\n${text}\n\n${answer?.text ?? ''}\n\n${nameless?.text ?? ''}`;
}

/** The phrases found, as the model's features know them. */
export function hintsOf(phrases: readonly PhraseFound[]): Hint[] {
  return phrases.map(({ act, force, start, end }) => ({ act, decides: force === 'decides', start, end }));
}

/**
 * The words that spoke for the act are looked for only when somebody asks. A class, because an object with a getter of
 * its own is made and read many times more slowly.
 */
class HeardByModel implements Hearing {
  readonly score: number;
  readonly label = null;
  readonly by = 'model';
  private readonly message: number;
  private readonly heard: ActHeard;
  private found: readonly Spot[] | null = null;

  constructor({ index }: Heard, heard: ActHeard) {
    this.score = heard.score;
    this.message = index;
    this.heard = heard;
  }

  get spots(): readonly Spot[] {
    this.found ??= this.heard.ranges().map(({ start, end }) => ({ message: this.message, start, end }));
    return this.found;
  }
}

/** The model is asked only where somebody wants to know what it would have said. */
class HeardByPhrases implements Hearing {
  readonly score = 1;
  readonly spots: readonly Spot[];
  readonly label: string | null;
  readonly by = 'phrase';
  private readonly askModel: () => number | undefined;

  constructor({ index }: Heard, found: readonly PhraseFound[], askModel: () => number | undefined) {
    this.spots = merged(found.map(({ start, end }) => ({ message: index, start, end })));
    this.label = found.find(({ label }) => label !== null)?.label ?? null;
    this.askModel = askModel;
  }

  get trained(): number | undefined {
    return this.askModel();
  }
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
