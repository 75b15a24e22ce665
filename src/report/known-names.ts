import { foldWord } from '../text/fold.ts';
import { isCommonWord } from '../text/names/lists.ts';
import { type NameWord, nameWord } from '../text/names/same-name.ts';

const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

interface KnownWord {
  readonly token: string;
  readonly name: NameWord;
}

/** Finds people in text by their names in any form: short, inflected, in the other script, misspelt, cut off. */
export class KnownNames {
  private readonly words: KnownWord[] = [];

  /** The same token for every name of one person. A name already known keeps the token it has. */
  add(name: string, token: string): void {
    for (const [word] of name.matchAll(WORD)) {
      const folded = foldWord(word);
      if ([...folded].length > 1 && this.tokenOf(folded) === null) {
        this.words.push({ token, name: nameWord(folded) });
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

  mask(text: string): string {
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
    const token = this.tokenOf(folded) ?? (isCut ? this.tokenOfBeginning(folded) : null);
    return token === null || (isCommonWord(folded) && !isCapitalised(word)) ? word : token;
  }

  private tokenOf(folded: string): string | null {
    return this.words.find(({ name }) => name.word === folded || name.likeness(folded) !== 'other')?.token ?? null;
  }

  private tokenOfBeginning(folded: string): string | null {
    return folded.length < 2 ? null : (this.words.find(({ name }) => name.word.startsWith(folded))?.token ?? null);
  }
}

function isCapitalised(word: string): boolean {
  const [first = ''] = word;
  return first !== first.toLowerCase();
}
