const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const UNITS: readonly (readonly [number, readonly string[]])[] = [
  [1, ['ms', 'msec', 'millisecond', 'milliseconds', 'мс']],
  [SECOND, ['s', 'sec', 'secs', 'second', 'seconds', 'с', 'сек', 'секунда', 'секунды', 'секунд']],
  [MINUTE, ['m', 'min', 'mins', 'minute', 'minutes', 'мин', 'минута', 'минуты', 'минут']],
  [HOUR, ['h', 'hr', 'hrs', 'hour', 'hours', 'ч', 'час', 'часа', 'часов']],
  [DAY, ['d', 'day', 'days', 'д', 'дн', 'день', 'дня', 'дней']],
  [7 * DAY, ['w', 'week', 'weeks', 'нед', 'неделя', 'недели', 'недель']],
];

const unitByName = new Map(UNITS.flatMap(([size, names]) => names.map((name) => [name, size] as const)));

/**
 * Reads a duration as people write it: `90s`, `15min`, `12h`, `1d`, `1.5 h`, `2 h 30 min`, `2h30m`.
 *
 * @returns whole milliseconds, or null for anything else; a bare number has no unit and is null, except `0`.
 */
export function parseDuration(text: string): number | null {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === '0') {
    return 0;
  }
  const part = /(\d{1,12}(?:[.,]\d{1,6})?) ?([a-zа-я]{1,12})\.? ?/y;
  let total = 0;
  let end = 0;
  for (;;) {
    part.lastIndex = end;
    const match = part.exec(trimmed);
    const size = unitByName.get(match?.[2] ?? '');
    if (match === null || size === undefined) {
      return null;
    }
    total += Number((match[1] ?? '').replace(',', '.')) * size;
    end = part.lastIndex;
    if (end === trimmed.length) {
      return Math.round(total);
    }
  }
}

const SHORT_NAMES: Readonly<Record<'en' | 'ru', readonly [string, string, string, string]>> = {
  en: ['d', 'h', 'min', 's'],
  ru: ['дн', 'ч', 'мин', 'с'],
};

/**
 * A duration for people to read: its two largest units that are not zero, `1 min 35 s`, `4 h`, `1 d 2 h`. A part of a
 * second is shown where seconds are, so that 60.02 s does not look like the limit it missed.
 *
 * @param language `ru` for Russian, English for every other.
 */
export function formatDuration(ms: number, language: string): string {
  const names = SHORT_NAMES[language === 'ru' ? 'ru' : 'en'];
  const whole = Math.max(0, Math.round(ms));
  const amounts = [
    Math.floor(whole / DAY),
    Math.floor((whole % DAY) / HOUR),
    Math.floor((whole % HOUR) / MINUTE),
    (whole % MINUTE) / SECOND,
  ];
  const parts = amounts
    .map((amount, index) => ({ amount, name: names[index] ?? '' }))
    .filter(({ amount }) => amount > 0)
    .slice(0, 2)
    .map(({ amount, name }) => `${language === 'ru' ? String(amount).replace('.', ',') : amount} ${name}`);
  return parts.length === 0 ? `0 ${names[3]}` : parts.join(' ');
}
