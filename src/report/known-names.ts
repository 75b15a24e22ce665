import { foldWord } from '../text/fold.ts';
import { isCommonWord } from '../text/names/lists.ts';
import { type NameWord, nameWord } from '../text/names/same-name.ts';

const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** A name that is one sign, not words: `mzane42`, `latte_and_layovers`. */
const HANDLE = /^@?(?=\S*[\d_.])[\p{L}\p{N}_.-]{2,64}$/u;

interface KnownWord {
  readonly token: string;
  readonly name: NameWord;
  /** The record writes it in small letters: then small letters are no reason to take it for a common word. */
  readonly small: boolean;
}

interface KnownHandle {
  readonly token: string;
  readonly pattern: RegExp;
}

/** Finds people in text by their names in any form: short, inflected, in the other script, misspelt, cut off. */
export class KnownNames {
  private readonly words: KnownWord[] = [];
  private readonly handles: KnownHandle[] = [];

  /** The same token for every name of one person. A name already known keeps the token it has. */
  add(name: string, token: string): void {
    if (HANDLE.test(name)) {
      this.addHandle(name.replace(/^@/, ''), token);
      return;
    }
    const person = name.replace(/(?<=.)@.*$/su, '');
    for (const [word] of person.matchAll(WORD)) {
      const folded = foldWord(word);
      if ([...folded].length > 1 && this.tokenOf(folded) === null) {
        this.words.push({ token, name: nameWord(folded), small: !isCapitalised(word) });
      }
    }
  }

  /** The token under which any word of the name is known, else null. */
  find(name: string): string | null {
    for (const [word] of name.matchAll(WORD)) {
      const token = this.tokenOf(foldWord(word));
      if (token !== null) {
        return token;
      }
    }
    return null;
  }

  /** Before anything else is masked: a handle may look like an id. */
  maskHandles(text: string): string {
    return this.handles.reduce((left, { pattern, token }) => left.replace(pattern, token), text);
  }

  /** After addresses are masked: they hold names too. */
  maskWords(text: string): string {
    if (this.words.length === 0) {
      return text;
    }
    const masked = text.replace(WORD, (word: string, offset: number) => this.maskWord(word, text, offset));
    return masked.replace(/(\[(?:NAME|AGENT)-\d+\])(?:[ \u00a0.-]{1,3}\1)+/g, '$1');
  }

  private maskWord(word: string, text: string, offset: number): string {
    if (text[offset - 1] === '[' && /^-\d+\]/.test(text.slice(offset + word.length, offset + word.length + 8))) {
      return word;
    }
    const folded = foldWord(word);
    const isCut = text[offset + word.length] === '…' && offset + word.length === text.length - 1;
    const known = this.knownWord(folded) ?? (isCut ? this.knownBeginning(folded) : undefined);
    if (known === undefined || (isCommonWord(folded) && !isCapitalised(word) && !known.small)) {
      return word;
    }
    return known.token;
  }

  private addHandle(handle: string, token: string): void {
    const literal = handle.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])@?${literal}(?![\\p{L}\\p{N}_])`, 'giu');
    this.handles.push({ token, pattern });
  }

  private tokenOf(folded: string): string | null {
    return this.knownWord(folded)?.token ?? null;
  }

  private knownWord(folded: string): KnownWord | undefined {
    return this.words.find(({ name }) => name.word === folded || name.likeness(folded) !== 'other');
  }

  private knownBeginning(folded: string): KnownWord | undefined {
    return folded.length < 2 ? undefined : this.words.find(({ name }) => name.word.startsWith(folded));
  }
}

function isCapitalised(word: string): boolean {
  const [first = ''] = word;
  return first !== first.toLowerCase();
}
