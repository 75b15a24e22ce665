import type { PlacedWord } from './questions.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time that a text speaks of: whole milliseconds, and where the words stand. */
export interface SpokenTime {
  readonly ms: number;
  readonly start: number;
  readonly end: number;
}

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:s|secs?|seconds?|сек|секунд[ауые]?|секундочк[ауи])$/, SECOND],
  [/^(?:m|mins?|minutes?|мин|минут[ауые]?|минутк[ауи]|минуточк[ауи])$/, MINUTE],
  [/^полминут[ыу]$/, 30 * SECOND],
  [/^(?:h|hrs?|hours?|час|часа|часов|часик)$/, HOUR],
  [/^полчас[аи]$/, 30 * MINUTE],
  [/^(?:d|days?|день|дня|дней|сутки|суток)$/, DAY],
  [/^(?:weeks?|недел[яюиь])$/, 7 * DAY],
  [/^(?:months?|месяц|месяца|месяцев)$/, 30 * DAY],
];

const NUMBER_WORDS: readonly (readonly [number, string])[] = [
  [0.5, 'half пол'],
  [1, 'a an one один одна одну одной'],
  [2, 'two couple два две двух пару пара пары'],
  [3, 'three few три трех'],
  [4, 'four четыре четырех'],
  [5, 'five пять пяти'],
  [6, 'six шесть шести'],
  [7, 'seven семь семи'],
  [8, 'eight восемь восьми'],
  [9, 'nine девять девяти'],
  [10, 'ten десять десяти десяток'],
  [12, 'twelve двенадцать двенадцати'],
  [15, 'fifteen пятнадцать пятнадцати'],
  [20, 'twenty двадцать двадцати'],
  [24, 'двадцатичетырех'],
  [30, 'thirty тридцать тридцати'],
  [40, 'forty сорок сорока'],
  [45, 'fortyfive'],
  [60, 'sixty шестьдесят шестидесяти'],
  [90, 'ninety девяносто'],
];
const NUMBERS = new Map(
  NUMBER_WORDS.flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)),
);
/** Words that may stand between the number and its unit: "a couple of minutes", "half an hour". */
const BETWEEN = new Set([
  'of',
  'a',
  'an',
  'more',
  'full',
  'short',
  'whole',
  'next',
  'ближайших',
  'ближайшие',
  'рабочих',
  'business',
  'working',
]);
const DIGITS = /^\d{1,4}$/;
const GLUED = /^(\d{1,4})(\D+)$/;

function unitOf(word: string): number | null {
  return UNITS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

function numberOf(word: string): number | null {
  return DIGITS.test(word) ? Number(word) : (NUMBERS.get(word) ?? null);
}

/**
 * The lengths of time that a text speaks of, in English and Russian: "within 2 minutes", "half an hour", «полминуты»,
 * «в течение часа», "24h". A unit below a day without a number is one of it («за минуту»).
 *
 * @param words - The words of the text in order, folded.
 */
export function findSpokenTimes(words: readonly PlacedWord[]): SpokenTime[] {
  const found: SpokenTime[] = [];
  words.forEach(({ word, start, end }, index) => {
    const glued = GLUED.exec(word);
    const gluedUnit = glued === null ? null : unitOf(glued[2] ?? '');
    if (glued !== null && gluedUnit !== null) {
      found.push({ ms: Number(glued[1]) * gluedUnit, start, end });
      return;
    }
    const unit = word.length < 2 ? null : unitOf(word);
    if (unit === null) {
      return;
    }
    const { amount, first } = amountBefore(words, index);
    const after = first === index ? amountAfter(words, index) : null;
    if (after !== null) {
      found.push({ ms: Math.round(after.amount * unit), start, end: words[after.last]?.end ?? end });
      return;
    }
    if (first === index && unit >= DAY) {
      // «Добрый день», "the other day": no length.
      return;
    }
    found.push({ ms: Math.round(amount * unit), start: words[first]?.start ?? start, end });
  });
  return found;
}

/** The product of the numbers before the unit ("half an", "thirty"), and the first word that belongs to it. */
function amountBefore(words: readonly PlacedWord[], unit: number): { amount: number; first: number } {
  let amount = 1;
  let first = unit;
  for (let place = unit - 1; place >= Math.max(0, unit - 4); place -= 1) {
    const word = words[place]?.word ?? '';
    const number = numberOf(word);
    if (number !== null) {
      // "ninety-five" adds up, "half an" multiplies; one is neutral in both.
      amount = number >= 20 && amount < 10 && amount > 1 ? number + amount : amount * number;
      first = place;
    } else if (!BETWEEN.has(word)) {
      break;
    }
  }
  return { amount, first };
}

/** The number that follows its unit where Russian means "about": «минут пять», «минут через пять», «часа два». */
function amountAfter(words: readonly PlacedWord[], unit: number): { amount: number; last: number } | null {
  if (!ABOUT.has(words[unit]?.word ?? '')) {
    return null;
  }
  const last = PREPOSITIONS.has(words[unit + 1]?.word ?? '') ? unit + 2 : unit + 1;
  const amount = numberOf(words[last]?.word ?? '');
  return amount === null ? null : { amount, last };
}
const ABOUT = new Set(['минут', 'минуты', 'секунд', 'секунды', 'часов', 'часа', 'дней', 'дня', 'недель', 'недели']);
const PREPOSITIONS = new Set(['через', 'за', 'на', 'по']);
