import { Fault } from '../fault.ts';
import type { Language } from '../model/language.ts';
import type { Act, Phrase, PreparedPhrases } from '../model/rule.ts';
import type { Token } from '../model/scene.ts';
import { compilePhrases, readAutomaton, type WrittenAutomaton, writeAutomaton } from '../text/automaton.ts';
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

type Entry = Pick<PhraseFound, 'act' | 'label' | 'force'>;

/** Phrases of one language in one automaton; null for a phrase that the packs in use have taken out. */
interface Shelf {
  readonly entries: readonly (Entry | null)[];
  readonly finder: PhraseFinder;
}

/** What `prepared` phrases hold. */
interface Compiled {
  readonly entries: readonly (readonly [Act, string | null, Force])[];
  readonly automaton: WrittenAutomaton;
}

/** Compiles the phrases of a pack ahead of a run, per language. */
export function preparePhrases(phrases: readonly Phrase[]): PreparedPhrases[] {
  return [...byLanguage(phrases)].map(([language, own]) => {
    const patterns = own.map(compiled);
    const result: Compiled = {
      entries: own.map(({ act, label }, index) => [act, label, patterns[index]?.force ?? 'decides']),
      automaton: writeAutomaton(compilePhrases(patterns)),
    };
    return { language, phrases: own, compiled: result };
  });
}

/** The phrases of all packs, per language. */
export class PhraseBook {
  private readonly shelves = new Map<Language, (() => Shelf)[]>();

  /**
   * @param phrases - All that are wanted; `as prepared` for all those of `prepared` and no others, which are then not
   *   looked at before their language is heard.
   * @param prepared - Phrases compiled ahead; all others are compiled here.
   * @throws Fault for a phrase that breaks the pattern language, with its file and line.
   */
  constructor(phrases: readonly Phrase[] | 'as prepared', prepared: readonly PreparedPhrases[] = []) {
    if (phrases === 'as prepared') {
      for (const ahead of prepared) {
        this.put(ahead.language, () => preparedShelf(ahead, () => true));
      }
      return;
    }
    const wanted = new Set(phrases.map(keyOf));
    for (const ahead of prepared) {
      this.put(ahead.language, () =>
        preparedShelf(ahead, (index) => wanted.has(keyOf(ahead.phrases[index] as Phrase))),
      );
    }
    const ready = new Set(prepared.flatMap((ahead) => ahead.phrases.map(keyOf)));
    for (const [language, own] of byLanguage(phrases.filter((phrase) => !ready.has(keyOf(phrase))))) {
      const patterns = own.map(compiled);
      const entries = own.map(({ act, label }, index) => ({ act, label, force: patterns[index]?.force ?? 'decides' }));
      this.put(language, () => ({ entries, finder: new PhraseFinder(compilePhrases(patterns)) }));
    }
  }

  private put(language: Language, shelf: () => Shelf): void {
    this.shelves.set(language, [...(this.shelves.get(language) ?? []), once(shelf)]);
  }

  /**
   * The phrases of all acts in a message, in the order of the text; those that an exception of the same act overlaps
   * are left out.
   */
  find(text: string, tokens: readonly Token[], language: Language): PhraseFound[] {
    const shelves = this.shelves.get(language) ?? [];
    const found = shelves.flatMap((shelf) => {
      const { entries, finder } = shelf();
      return finder.find(text, tokens).flatMap((hit): PhraseFound[] => {
        const entry = entries[hit.pattern] ?? null;
        const first = tokens[hit.start];
        const last = tokens[hit.end - 1];
        return entry === null || first === undefined || last === undefined
          ? []
          : [{ ...entry, start: first.start, end: last.end }];
      });
    });
    if (shelves.length > 1) {
      found.sort((one, other) => one.start - other.start || one.end - other.end);
    }
    const exceptions = found.filter(({ force }) => force === 'excepts');
    return found.filter(
      (hit) =>
        hit.force !== 'excepts' &&
        !exceptions.some(({ act, start, end }) => act === hit.act && start < hit.end && hit.start < end),
    );
  }
}

const keyOf = ({ act, label, language, pattern }: Phrase): string =>
  [language, act, label ?? '', pattern].join('\u0000');

function preparedShelf({ compiled: held }: PreparedPhrases, isWanted: (index: number) => boolean): Shelf {
  const { entries, automaton } = held as Compiled;
  return {
    entries: entries.map(([act, label, force], index) => (isWanted(index) ? { act, label, force } : null)),
    finder: new PhraseFinder(readAutomaton(automaton)),
  };
}

function byLanguage(phrases: readonly Phrase[]): Map<Language, Phrase[]> {
  const lists = new Map<Language, Phrase[]>();
  for (const phrase of phrases) {
    const list = lists.get(phrase.language) ?? [];
    list.push(phrase);
    lists.set(phrase.language, list);
  }
  return lists;
}

/** Made when first asked for: a run in one language needs no automaton of another. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
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
