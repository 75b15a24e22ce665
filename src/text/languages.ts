import { late } from './late-pattern.ts';
import { type TextToken, tokenize } from './tokens.ts';

/** Words that only one of these languages uses often; enough to tell a message of a few words. */
const STOP_WORDS: Readonly<Record<string, string>> = {
  en: "the and you your is are to of for it i my we our have has that this with can not will be in on was do please thank thanks hello hi i'm it's don't what how",
  de: 'der die das und ich sie ist nicht ein eine mit für auf wir haben bitte danke zu den von ihr ihre mein habe wie hallo guten tag noch',
  fr: 'le la les et je vous est pas un une avec pour nous avez merci bonjour des du sur mon votre que dans ne au ce qui',
  es: 'el los las y que usted es no un una con para por hola gracias mi su pero como está muy puede tengo del se buenos',
  it: 'il gli e che è non un una con per ciao grazie mi mio ma come sono di della nel buongiorno può ho vorrei',
  pt: 'o os as e que você não um uma com para por olá obrigado obrigada meu minha mas como está do da em bom dia tenho',
  nl: 'de het een en ik u is niet met voor op we hebben bedankt van uw mijn heb hoe hallo dat ook maar nog kan',
  pl: 'i nie się na jest to że dzień dobry dziękuję proszę mam czy z do w mój jak ale pan pani',
  tr: 've bir bu için ben siz değil merhaba teşekkürler çok ne var mı ile lütfen nasıl ama benim',
  sv: 'och jag är inte en ett med för på vi har tack hej det som du min kan att av',
};
const LATIN_WORDS: ReadonlyMap<string, readonly string[]> = byWord(STOP_WORDS);

/** Letters that Russian does not have, and the language that they speak for; the more telling ones first. */
const NOT_RUSSIAN: readonly (readonly [RegExp, string])[] = [
  [/[әғқңөұүһ]/, 'kk'],
  [/ў/, 'be'],
  [/[ґєїі]/, 'uk'],
  [/[ђјљњћџѓќѕ]/, 'sr'],
];
const STRANGE_LETTER = new RegExp(NOT_RUSSIAN.map(([{ source }]) => source).join('|'));
/** In Bulgarian ъ is a vowel, and consonants follow it. */
const BULGARIAN_VOWEL = /ъ[бвгдзклмнпрстфхцчш]/;
/** Small words that Russian does not share with its neighbours. */
const RUSSIAN_WORDS: ReadonlySet<string> = new Set(
  'и что вы как вам вас это мы но к с по от нет есть или если уже мне спасибо пожалуйста здравствуйте добрый доброе еще'.split(
    ' ',
  ),
);
const UKRAINIAN_WORDS: ReadonlySet<string> = new Set(
  'дякую чи що це ця цей як та немає добрий будь ласка вже або'.split(' '),
);
const BULGARIAN_WORDS: ReadonlySet<string> = new Set(
  'съм си това благодаря моля здравейте няма че ще вашата вашия какво имам'.split(' '),
);

function byWord(lists: Readonly<Record<string, string>>): Map<string, string[]> {
  const words = new Map<string, string[]>();
  for (const [language, list] of Object.entries(lists)) {
    for (const word of list.split(' ')) {
      words.set(word, [...(words.get(word) ?? []), language]);
    }
  }
  return words;
}

/** Letters of the remaining scripts; those past U+FFFF do not occur in support talk. */
const OTHER_LETTER = late(() => /\p{L}/u);

/** Enough of a text to tell its language by; the rest costs time only. */
const LOOKED_AT = 4000;

/**
 * The language of a text: `en` or `ru`, the tag of another language where its letters or small words tell it, else
 * `und`. Short texts without a telling word are `und`: the conversation's language holds for them.
 *
 * @param tokens - The words of the text for a caller that has them, asked for only when needed.
 */
export function detectLanguage(text: string, tokens?: () => readonly TextToken[]): string {
  const sample = text.length > LOOKED_AT ? text.slice(0, LOOKED_AT) : text;
  const words = (): readonly TextToken[] => (tokens === undefined || sample !== text ? tokenize(sample) : tokens());
  let cyrillic = 0;
  let latin = 0;
  let other = 0;
  for (let index = 0; index < sample.length; index += 1) {
    const code = sample.charCodeAt(index);
    if (code < 0x41) {
      continue;
    }
    if (code < 0x250) {
      latin += code >= 0xc0 || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) ? 1 : 0;
    } else if (code >= 0x400 && code < 0x530) {
      cyrillic += 1;
    } else if (OTHER_LETTER.test(sample[index] ?? '')) {
      other += 1;
    }
  }
  if (other > latin && other > cyrillic) {
    return 'und';
  }
  if (cyrillic === 0) {
    return latinLanguage(words());
  }
  const latinWords = latin === 0 ? 'und' : latinLanguage(words());
  // Russian support talk is full of Latin product names: only small words show that the Latin part is a language.
  return latinWords === 'und' || cyrillic > latin ? cyrillicLanguage(sample, words()) : latinWords;
}

function cyrillicLanguage(text: string, tokens: readonly TextToken[]): string {
  const foreign = new Map<string, number>();
  let russian = 0;
  let bulgarian = 0;
  for (const { word } of tokens) {
    russian += RUSSIAN_WORDS.has(word) ? 1 : 0;
    bulgarian += BULGARIAN_WORDS.has(word) || (word.includes('ъ') && BULGARIAN_VOWEL.test(word)) ? 1 : 0;
    const language = UKRAINIAN_WORDS.has(word)
      ? 'uk'
      : STRANGE_LETTER.test(word)
        ? NOT_RUSSIAN.find(([letters]) => letters.test(word))?.[1]
        : undefined;
    if (language !== undefined) {
      foreign.set(language, (foreign.get(language) ?? 0) + 1);
    }
  }
  if (bulgarian >= 2 && !/[ыэё]/i.test(text)) {
    return 'bg';
  }
  const strangers = [...foreign.values()].reduce((sum, count) => sum + count, 0);
  // A Kazakh or Ukrainian name or greeting does not make a Russian message foreign: in one that is, every third word or so
  // has such a letter.
  return strangers > russian && strangers * 4 >= tokens.length
    ? (NOT_RUSSIAN.find(([, language]) => foreign.has(language))?.[1] ?? 'ru')
    : 'ru';
}

function latinLanguage(tokens: readonly TextToken[]): string {
  const counts = new Map<string, number>();
  let words = 0;
  for (const { word } of tokens) {
    words += 1;
    for (const language of LATIN_WORDS.get(word) ?? []) {
      counts.set(language, (counts.get(language) ?? 0) + 1);
    }
  }
  let best = 'und';
  let most = 0;
  for (const language of Object.keys(STOP_WORDS)) {
    const count = counts.get(language) ?? 0;
    if (count > most) {
      best = language;
      most = count;
    }
  }
  return most * 12 >= words ? best : 'und';
}
