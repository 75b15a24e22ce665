import type { Nameless } from '../model/ear.ts';
import type { Token } from '../model/scene.ts';
import { isCapital } from '../text/capital.ts';
import { isCommonWord } from '../text/names/lists.ts';
import { type NameWord, nameWord } from '../text/names/same-name.ts';
import { tokenize } from '../text/tokens.ts';

import type { Hint } from './features.ts';

/** What stands for every name, in the script of the text. */
const LATIN = 'Anna';
const CYRILLIC = 'Анна';

/** Something said, with its words where somebody knows them already. */
interface Said {
  readonly text: string;
  readonly tokens?: readonly Token[];
}

/**
 * Takes the names of the people who talk out of what the trained model reads: nobody may be judged otherwise because
 * of a name. Short forms, the other script and case forms of a name are the name, too; words that mean something else
 * as well (Will, Вера) stay where they are written small.
 */
export class NameMask {
  private readonly names: readonly NameWord[];

  /** @param words - Folded words of the names of customer and agents. */
  constructor(words: Iterable<string>) {
    this.names = [...new Set(words)].filter((word) => word.length > 1).map(nameWord);
  }

  /** Null where nobody is named: most messages. */
  read(text: string, tokens: readonly Token[]): Nameless | null {
    const named = tokens.filter((token) => this.isName(text, token));
    return named.length === 0 ? null : new WithStandIns(text, named);
  }

  /** A text and its words without names. */
  plain<One extends Said>(said: One): One {
    const nameless = this.names.length === 0 ? null : this.read(said.text, said.tokens ?? tokenize(said.text));
    return nameless === null ? said : { ...said, text: nameless.text, tokens: nameless.tokens };
  }

  private isName(text: string, { word, start }: Token): boolean {
    for (const name of this.names) {
      const likeness = name.likeness(word);
      if (likeness === 'same' || likeness === 'oblique') {
        return !isCommonWord(word) || isCapital(text, start);
      }
    }
    return false;
  }
}

/** Hints of a text at their places in it without names. */
export function hintsIn(nameless: Nameless, hints: readonly Hint[]): Hint[] {
  return hints.map((hint) => ({
    ...hint,
    start: nameless.placeOf(hint.start),
    end: nameless.placeOf(hint.end),
  }));
}

class WithStandIns implements Nameless {
  readonly text: string;
  readonly tokens: readonly Token[];
  private readonly named: readonly Token[];
  private readonly width: number;

  constructor(text: string, named: readonly Token[]) {
    const standIn = /[а-яё]/iu.test(text) ? CYRILLIC : LATIN;
    const pieces: string[] = [];
    let place = 0;
    for (const { start, end } of named) {
      pieces.push(text.slice(place, start), standIn);
      place = end;
    }
    this.text = pieces.join('') + text.slice(place);
    this.tokens = tokenize(this.text);
    this.named = named;
    this.width = standIn.length;
  }

  placeIn(place: number, end: boolean): number {
    let shift = 0;
    for (const name of this.named) {
      const from = name.start + shift;
      if (place < from || (end && place === from)) {
        break;
      }
      if (place < from + this.width || (end && place === from + this.width)) {
        return end ? name.end : name.start;
      }
      shift += this.width - (name.end - name.start);
    }
    return place - shift;
  }

  placeOf(place: number): number {
    let shift = 0;
    for (const name of this.named) {
      if (place <= name.start) {
        break;
      }
      if (place < name.end) {
        return name.start + shift;
      }
      shift += this.width - (name.end - name.start);
    }
    return place + shift;
  }
}
