import EnglishStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import RussianStemmer from 'natural/lib/natural/stemmers/porter_stemmer_ru.js';

/**
 * Contractions typed without the apostrophe, shorthand of chats: one stem for what is one word.
 */
const ENGLISH_SPELLINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    im: "i'm",
    ive: "i've",
    youre: "you're",
    youve: "you've",
    youll: "you'll",
    theyre: "they're",
    weve: "we've",
    thats: 'that',
    whats: 'what',
    theres: 'there',
    heres: 'here',
    cannot: 'cant',
    u: 'you',
    ur: 'your',
    pls: 'pleas',
    plz: 'pleas',
    thx: 'thank',
    tnx: 'thank',
    thanx: 'thank',
    thnx: 'thank',
    ty: 'thank',
    bcoz: 'becaus',
    bc: 'becaus',
    cuz: 'becaus',
    alright: 'ok',
    okay: 'ok',
  }),
);
const RUSSIAN_SPELLINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    спс: 'спасиб',
    пасиб: 'спасиб',
    пасибо: 'спасиб',
    пож: 'пожалуйст',
    пжл: 'пожалуйст',
    пжлст: 'пожалуйст',
    плиз: 'пожалуйст',
    щас: 'сейчас',
    ща: 'сейчас',
    чо: 'что',
    чё: 'что',
    че: 'что',
    тыщ: 'тысяч',
    здрасте: 'здравств',
    здрасьте: 'здравств',
    здраствуйте: 'здравств',
    здравствуйте: 'здравств',
    здравствуй: 'здравств',
  }),
);

const ENGLISH_WORD = /^[a-z][a-z']*$/;
const RUSSIAN_WORD = /^[а-я]+$/;
const SPELLED_NOT = /n't$/;
const POSSESSIVE = /'s?$/;

/** Longer words are ids and glued text: they are their own stem, so that nothing slow runs on them. */
const LONGEST_WORD = 40;
/** Typos and ids would let the memo grow without end. */
const MEMO_LIMIT = 100_000;
let memo = new Map<string, string>();

/**
 * The stem of a folded word, by its script: Porter's for English, Snowball's for Russian, the word itself for all else.
 * `n't` loses its apostrophe and a possessive its `'s`.
 *
 * @param word - A word as `foldWord` gives it.
 */
export function stem(word: string): string {
  let found = memo.get(word);
  if (found === undefined) {
    found = work(word);
    if (memo.size >= MEMO_LIMIT) {
      memo = new Map();
    }
    memo.set(word, found);
  }
  return found;
}

function work(word: string): string {
  if (word.length > LONGEST_WORD) {
    return word;
  }
  if (ENGLISH_WORD.test(word)) {
    const bare = word.replace(SPELLED_NOT, 'nt').replace(POSSESSIVE, '');
    return ENGLISH_SPELLINGS.get(bare) ?? (bare.includes("'") ? bare : EnglishStemmer.stem(bare));
  }
  if (RUSSIAN_WORD.test(word)) {
    return RUSSIAN_SPELLINGS.get(word) ?? RussianStemmer.stem(word);
  }
  return word;
}
