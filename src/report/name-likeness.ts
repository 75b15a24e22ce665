/** One word of a known name, and whether another word is it: the word itself, or a case form in Russian. */
export interface NameWord {
  readonly word: string;
  likeness(token: string): 'same' | 'other';
}

const RUSSIAN_ENDING = /[аяйьеиоуыюэ]{1,2}$/;

export function nameWord(word: string): NameWord {
  const stem = word.replace(RUSSIAN_ENDING, '');
  const isLike = (token: string): boolean =>
    token === word ||
    (stem.length > 2 && /^[а-я]+$/.test(word) && token.startsWith(stem) && token.length - stem.length < 4);
  return { word, likeness: (token) => (isLike(token) ? 'same' : 'other') };
}
