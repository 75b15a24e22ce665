import { isAscii } from '../ascii.ts';

/**
 * One key for a name in Latin and in Cyrillic letters. Transliteration has no one scheme (Юлия: Julia, Yulia, Iuliia),
 * so both sides are folded onto the same few signs: soft vowels keep a sign of their own (`A` of я, `U` of ю), else
 * «Лёня» would sound like «Лена».
 */

const CYRILLIC: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    д: 'd',
    е: 'e',
    ж: 'Z',
    з: 'z',
    и: 'i',
    й: 'i',
    к: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    о: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ф: 'f',
    х: 'h',
    ц: 'c',
    ч: 'C',
    ш: 'S',
    щ: 'S',
    ъ: '',
    ы: 'i',
    ь: '',
    э: 'e',
    ю: 'U',
    я: 'A',
    і: 'i',
    ї: 'i',
    є: 'e',
    ґ: 'g',
    ә: 'a',
    ғ: 'g',
    қ: 'k',
    ң: 'n',
    ө: 'o',
    ұ: 'u',
    ү: 'u',
    һ: 'h',
  }),
);

/** In this order: longer letter groups first. */
const LATIN: readonly (readonly [RegExp, string])[] = [
  [/shch|sch/g, 'S'],
  [/sh/g, 'S'],
  [/zh/g, 'Z'],
  [/tch|ch/g, 'C'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ck|q/g, 'k'],
  [/ts|tz/g, 'c'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/c(?=[ei])/g, 's'],
  [/c/g, 'k'],
  [/(?<=[a-z])yo/g, 'e'],
  [/[yij]+a/g, 'A'],
  [/[yij]+u/g, 'U'],
  [/[yij]+e/g, 'e'],
  [/[yj]o/g, 'o'],
  [/[yj]/g, 'i'],
  [/h(?![aeiouAU])/g, ''],
];

/**
 * The key of a folded name; two names that may be the same one in two scripts have the same key.
 *
 * @param word a folded word (`foldWord`) in Latin or Cyrillic letters
 */
export function soundKey(word: string): string {
  let key = keys.get(word);
  if (key === undefined) {
    key = work(word);
    if (keys.size >= MOST_KEYS) {
      keys = new Map();
    }
    keys.set(word, key);
  }
  return key;
}

/** The keys that a name may have: between vowels a Latin `s` is written «с» or «з» (Rosa, «Роза»). */
export function soundKeys(word: string): readonly string[] {
  const key = soundKey(word);
  const voiced = /^[a-z']+$/.test(word) ? key.replace(/(?<=[aeiouAU])s(?=[aeiouAU])/g, 'z') : key;
  return voiced === key ? [key] : [key, voiced];
}

/** Whether the key of a Russian name may begin with a sign: the sign of its first letter, which an `i` may give way to. */
export function mayBeginWith(sign: string, name: string): boolean {
  const first = CYRILLIC.get(name.charAt(0));
  return first === sign || first === 'i';
}

/** The words of a big export repeat; a huge one must not fill the memory. */
const MOST_KEYS = 20_000;
let keys = new Map<string, string>();

function work(word: string): string {
  let key = '';
  if (/[\u0400-\u052f]/.test(word)) {
    for (const letter of word) {
      key += CYRILLIC.get(letter) ?? letter;
    }
  } else {
    const plain = isAscii(word) ? word : word.normalize('NFD').replace(/\p{M}/gu, '');
    key = plain.replace(/['’]/g, '');
    for (const [letters, sound] of LATIN) {
      key = key.replace(letters, sound);
    }
  }
  return key
    .replace(/i+(?=[AUe])/g, '')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=.{2})i$/, '');
}
