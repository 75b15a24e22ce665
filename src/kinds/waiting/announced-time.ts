/**
 * The time that an announcement of a hold names: "give me ten minutes", "half an hour", «минут пять».
 */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `vague` amounts ("a couple", "a few") are nobody's promise to the minute. */
interface Amount {
  readonly count: number;
  readonly vague: boolean;
}

const exactly = (count: number): Amount => ({ count, vague: false });
const about = (count: number): Amount => ({ count, vague: true });

const AMOUNTS: ReadonlyMap<string, Amount> = new Map<string, Amount>([
  ...[
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    'один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать',
    'одну две три четыре',
    '_ двух трех четырех пяти шести семи восьми девяти десяти',
  ].flatMap((row) => row.split(' ').map((word, index) => [word, exactly(index + 1)] as const)),
  ['пятнадцати', exactly(15)],
  ['twenty', exactly(20)],
  ['двадцать', exactly(20)],
  ['двадцати', exactly(20)],
  ['thirty', exactly(30)],
  ['тридцать', exactly(30)],
  ['тридцати', exactly(30)],
  ['forty', exactly(40)],
  ['сорок', exactly(40)],
  ['fifty', exactly(50)],
  ['sixty', exactly(60)],
  ['a', about(1)],
  ['an', about(1)],
  ['another', about(1)],
  ['couple', about(2)],
  ['few', about(5)],
  ['several', about(5)],
  ['some', about(5)],
  ['пару', about(2)],
  ['пара', about(2)],
  ['пары', about(2)],
  ['несколько', about(5)],
  ['нескольких', about(5)],
]);

/** Units by the beginning of the word; the longest that fits. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:s|sec|secs|second|seconds|сек|секунд[ауы]?|секундочк[ауи]|секундочек)$/, SECOND],
  [/^(?:m|min|mins|minute|minutes|мин|минут[ауы]?|минутк[ауи]|минуток|минуточк[ауи]|минуточек|минутами)$/, MINUTE],
  [/^(?:h|hr|hrs|hour|hours|ч|час|часа|часов|часик|часика|часок)$/, HOUR],
  [/^(?:d|day|days|день|дня|дней|сутки|суток)$/, DAY],
];

/** Halves and quarters, and days by name: as words in a row, and how long they are. */
const FIXED: readonly (readonly [readonly string[], number])[] = [
  [['half', 'an', 'hour'], 30 * MINUTE],
  [['half', 'hour'], 30 * MINUTE],
  [['quarter', 'of', 'an', 'hour'], 15 * MINUTE],
  [['quarter', 'hour'], 15 * MINUTE],
  [['an', 'hour'], HOUR],
  [['полчаса'], 30 * MINUTE],
  [['полчасика'], 30 * MINUTE],
  [['пол', 'часа'], 30 * MINUTE],
  [['четверть', 'часа'], 15 * MINUTE],
  [['четверть', 'часика'], 15 * MINUTE],
  [['полтора', 'часа'], 90 * MINUTE],
  [['через', 'час'], HOUR],
  [['часик'], HOUR],
  [['today'], DAY],
  [['tonight'], DAY],
  [['сегодня'], DAY],
  [['tomorrow'], 2 * DAY],
  [['завтра'], 2 * DAY],
];

/** After these an amount tells of the past: "ten minutes ago". */
const PAST = new Set(['ago', 'назад', 'earlier', 'before']);
/** Words that may stand between an amount and its unit: "a couple of more minutes", «ещё минут пять». */
const BETWEEN = new Set([
  'of',
  'more',
  'or',
  'so',
  'business',
  'full',
  'good',
  'short',
  'extra',
  'other',
  'рабочих',
  'буквально',
]);

/** An announced time that people mean to the minute begins here; shorter ones ("one minute") are figures of speech. */
const LITERAL_FROM = 2 * MINUTE;

function unitOf(word: string): number | null {
  return UNITS.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}

function amountOf(word: string): Amount | null {
  if (/^\d{1,3}$/.test(word)) {
    return exactly(Number(word));
  }
  return AMOUNTS.get(word) ?? null;
}

interface Announced {
  readonly ms: number;
  readonly vague: boolean;
}

/** The amount that belongs to a unit: before it (`5-10 minutes`: the larger), or in Russian after it (`минут пять`). */
function amountAt(words: readonly string[], unit: number): Amount | null {
  let place = unit - 1;
  while (place >= 0 && BETWEEN.has(words[place] ?? '')) {
    place -= 1;
  }
  const before = amountOf(words[place] ?? '');
  if (before !== null) {
    return before;
  }
  const after = /^[а-я]/.test(words[unit] ?? '') ? amountOf(words[unit + 1] ?? '') : null;
  // «минут пять» is about five.
  return after === null ? null : after;
}

function fixedAt(words: readonly string[], place: number): { ms: number; length: number } | null {
  for (const [row, ms] of FIXED) {
    if (row.every((word, offset) => words[place + offset] === word)) {
      return { ms, length: row.length };
    }
  }
  return null;
}

/** `10min`, `2h`: figures and unit in one word. */
function joined(word: string): Announced | null {
  const match = /^(\d{1,3})([a-zа-я]{1,7})$/.exec(word);
  const unit = match === null ? null : unitOf(match[2] ?? '');
  return unit === null ? null : { ms: Number(match?.[1]) * unit, vague: false };
}

/** Every stretch of time that a message names and that does not lie in the past. */
function namedTimes(words: readonly string[]): readonly Announced[] {
  const times: Announced[] = [];
  for (let place = 0; place < words.length; place += 1) {
    const word = words[place] ?? '';
    const fixed = fixedAt(words, place);
    const unit = unitOf(word);
    const amount = unit === null ? null : amountAt(words, place);
    const after = place + (fixed?.length ?? 1);
    if (PAST.has(words[after] ?? '')) {
      continue;
    }
    const whole = joined(word);
    if (fixed !== null) {
      times.push({ ms: fixed.ms, vague: false });
      place = after - 1;
    } else if (whole !== null) {
      times.push(whole);
    } else if (unit !== null && amount !== null) {
      times.push({ ms: amount.count * unit, vague: amount.vague });
    }
  }
  return times;
}

/**
 * The limit of a hold that a message announces: the longest time it names, else the usual one. "A minute", "one
 * moment", "30 seconds" are figures of speech and mean the usual limit, and so does "a couple of minutes" where that
 * is shorter: nobody is held to a vague word.
 *
 * @param usual the limit of holds on this channel, in milliseconds
 */
export function holdLimit(words: readonly string[], usual: number): number {
  const times = namedTimes(words).filter(({ ms }) => ms >= LITERAL_FROM);
  if (times.length === 0) {
    return usual;
  }
  const longest = Math.max(...times.map(({ ms }) => ms));
  const vague = times.every((time) => time.vague || time.ms < longest);
  return vague ? Math.max(longest, usual) : longest;
}
