import type { Scene, Utterance } from '../../model/scene.ts';

/**
 * Announcements of a hold: "one moment", "give me ten minutes", «минутку, уточню».
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

/** Thanks for a wait that is over, or a move to another channel, announce nothing here. */
const NO_HOLD = [
  /\b(?:thanks|thank you|appreciate it|sorry|apologi[sz]e|apologies) (?:so much |very much )?(?:for |that )?(?:your |the |you )?(?:holding|waiting|wait|patience|delay|hold|had to wait)\b/,
  /\b(?:e-?mail|call|phone|text|ring) you\b/,
  /(?<!\p{L})(?:спасибо|благодарю|благодарим) (?:вас )?(?:большое )?(?:за|что) (?:ваше )?(?:ожидани|терпени|подождали|дождались)/u,
  /(?<!\p{L})(?:перезвон|позвон|напиш[а-я]{1,4} (?:вам )?на (?:почту|e-?mail)|на (?:вашу )?(?:электронную )?почту)/u,
];

/** A new wait is asked for in these words even where thanks for the last one stand beside. */
const ANOTHER =
  /\b(?:one|another|a few|few|bit|little|couple)(?: of)? ?(?:more|longer|moment|minute|sec)|(?<!\p{L})ещ[её](?!\p{L})/u;

/** From this on the ear's word that a message announces a hold is trusted. */
const SURE = 0.6;

/** Acts that use the same words to another end: "you have one minute", "kindly wait, somebody will call". */
const OTHER_ENDS = ['rushing', 'closing-notice', 'presence-check', 'deflection', 'farewell-warm'] as const;

/** Where one thing is said and the next begins. */
const CLAUSE_END = /[.!?…:;\n—–]+| - /u;

/** What may follow a hold without ending it: thanks, promises, what is being done. */
const GOES_ON =
  /^[^\p{L}\p{N}]*(?:thank|thanks|please|pls|i'll|i will|i'm|i am|let me|while|checking|looking|back|won't|it won't|shouldn't|this (?:may|might|will|should)|it (?:may|might|will|should)|appreciate|sorry|спасибо|благодар|пожалуйста|сейчас|я |мне нужно|проверю|проверяю|уточню|уточняю|узнаю|посмотрю|смотрю|вернусь|скоро|это (?:займ|недолго)|не отключ|оставайтесь|ожидайте|извините|простите)/u;

/** Words in a clause that are too few to be the answer. */
const FEW = 3;

/**
 * Whether the message ends with the hold. Where more is said after it, the answer may be there already ("one sec...
 * done, it is booked"), and a question after it hands the turn to the customer.
 */
function endsWithHold(text: string, spotEnd: number): boolean {
  const rest = text.slice(spotEnd).toLowerCase().replaceAll('’', "'");
  const clauseEnd = CLAUSE_END.exec(rest);
  const after = clauseEnd === null ? '' : rest.slice(clauseEnd.index + clauseEnd[0].length);
  const said = after.split(CLAUSE_END).filter((clause) => /[\p{L}\p{N}]/u.test(clause));
  const goesOn = (clause: string): boolean => GOES_ON.test(clause) || clause.trim().split(/\s+/).length <= FEW;
  return !/[?？]/.test(after) && said.every(goesOn);
}

/** Whether an agent's message asks the customer to wait for it here. */
export function announcesHold(scene: Scene, utterance: Utterance): boolean {
  const heard = scene.hear(utterance.index, 'holding');
  if (heard.score < SURE) {
    return false;
  }
  const text = utterance.text.toLowerCase();
  if (NO_HOLD.some((pattern) => pattern.test(text)) && !ANOTHER.test(text)) {
    return false;
  }
  const spotEnd = Math.max(0, ...heard.spots.map(({ end }) => end));
  return (
    endsWithHold(utterance.text.trimEnd(), spotEnd) &&
    OTHER_ENDS.every((act) => scene.hear(utterance.index, act).score < SURE)
  );
}
