import { Fault } from '../fault.ts';
import type { Language } from '../model/language.ts';
import type { Act, Phrase } from '../model/rule.ts';
import type { Token } from '../model/scene.ts';
import { type Force, type Pattern, parsePattern } from '../text/patterns.ts';
import { PhraseFinder } from '../text/phrases.ts';

/** A phrase found in a message: `start` and `end` are offsets into its text. */
export interface PhraseFound {
  readonly act: Act;
  readonly label: string | null;
  readonly force: Force;
  readonly start: number;
  readonly end: number;
}

interface Lexicon {
  readonly phrases: readonly { readonly act: Act; readonly label: string | null; readonly force: Force }[];
  readonly finder: PhraseFinder;
}

/** The phrases of all packs, per language, each language in one automaton. */
export class PhraseBook {
  private readonly lexicons: ReadonlyMap<Language, Lexicon>;

  /** @throws Fault for a phrase that breaks the pattern language, with its file and line. */
  constructor(phrases: readonly Phrase[]) {
    const byLanguage = new Map<Language, { phrase: Phrase; pattern: Pattern }[]>();
    for (const phrase of phrases) {
      const list = byLanguage.get(phrase.language) ?? [];
      list.push({ phrase, pattern: compiled(phrase) });
      byLanguage.set(phrase.language, list);
    }
    this.lexicons = new Map(
      [...byLanguage].map(([language, list]) => [
        language,
        {
          phrases: list.map(({ phrase: { act, label }, pattern: { force } }) => ({ act, label, force })),
          finder: new PhraseFinder(list.map(({ pattern }) => pattern)),
        },
      ]),
    );
  }

  /**
   * The phrases of all acts in a message, in the order of the text; those that an exception of the same act overlaps
   * are left out.
   */
  find(text: string, tokens: readonly Token[], language: Language): PhraseFound[] {
    const lexicon = this.lexicons.get(language);
    if (lexicon === undefined) {
      return [];
    }
    const found = lexicon.finder.find(text, tokens).flatMap((hit): PhraseFound[] => {
      const phrase = lexicon.phrases[hit.pattern];
      const first = tokens[hit.start];
      const last = tokens[hit.end - 1];
      return phrase === undefined || first === undefined || last === undefined
        ? []
        : [{ ...phrase, start: first.start, end: last.end }];
    });
    const exceptions = found.filter(({ force }) => force === 'excepts');
    return found.filter(
      (hit) =>
        hit.force !== 'excepts' &&
        !exceptions.some(({ act, start, end }) => act === hit.act && start < hit.end && hit.start < end),
    );
  }
}

function compiled({ pattern, file, line }: Phrase): Pattern {
  const result = parsePattern(pattern);
  if (!result.ok) {
    const { column, message } = result.fault;
    throw new Fault('bad-phrase', message, {
      place: { file, line, column, text: pattern },
      hint: 'docs/phrases.md describes how phrases are written.',
    });
  }
  return result.value;
}
