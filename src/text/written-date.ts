/**
 * Dates as people and exports write them: `31.12.2018`, `12/31/18`, `2018-12-31`, `5 May 2014`, `December 17, 2018`,
 * `5 мая 2014 г.`.
 */

/** The order of day, month and year in dates written in figures. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The three figures of a date before it is known which is which. */
export interface FigureDate {
  readonly parts: readonly [number, number, number];
  /** True where a part has four figures: then it is the year. */
  readonly fullYear: 'first' | 'last' | 'none';
  readonly separator: string;
}

const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'january', 'янв', 'январь', 'января'],
  ['feb', 'february', 'фев', 'февр', 'февраль', 'февраля'],
  ['mar', 'march', 'мар', 'март', 'марта'],
  ['apr', 'april', 'апр', 'апрель', 'апреля'],
  ['may', 'май', 'мая'],
  ['jun', 'june', 'июн', 'июнь', 'июня'],
  ['jul', 'july', 'июл', 'июль', 'июля'],
  ['aug', 'august', 'авг', 'август', 'августа'],
  ['sep', 'sept', 'september', 'сен', 'сент', 'сентябрь', 'сентября'],
  ['oct', 'october', 'окт', 'октябрь', 'октября'],
  ['nov', 'november', 'ноя', 'нояб', 'ноябрь', 'ноября'],
  ['dec', 'december', 'дек', 'декабрь', 'декабря'],
];

const monthByName = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

/** A two-figure year as POSIX `strptime` has it: 69–99 are of the last century. */
function fullYear(year: number): number {
  if (year >= 100) {
    return year;
  }
  return year >= 69 ? 1900 + year : 2000 + year;
}

const FIGURES = /(?<![\d.:/-])(\d{1,4})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d:])/;
const DAY_MONTH_YEAR = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[ -]([a-zа-я]{3,9})\.?,?[ -](\d{4}|\d{2})(?![\d:])/;
const MONTH_DAY_YEAR = /([a-zа-я]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?![\d:])/;
/** `tue oct 31 22:10:47 +0000 2017`: the year stands at the end. */
const MONTH_DAY_END_YEAR = /([a-zа-я]{3,9}) {1,2}(\d{1,2}) (.{1,30}) (\d{4})$/;

/** The first date in figures of a text, or null. */
export function findFigures(text: string): { figures: FigureDate; start: number; end: number } | null {
  const match = FIGURES.exec(text);
  if (match === null) {
    return null;
  }
  const [whole, first = '', separator = '', second = '', third = ''] = match;
  const position = first.length === 4 ? 'first' : third.length === 4 ? 'last' : 'none';
  return {
    figures: { parts: [Number(first), Number(second), Number(third)], fullYear: position, separator },
    start: match.index,
    end: match.index + whole.length,
  };
}

/**
 * Which figure is the day, the month and the year. With points between them (`31.12.2018`) it is the day first, as in
 * every locale of Unicode CLDR that writes points and the year last.
 *
 * @returns null where the order cannot be told without `order`.
 */
export function settleFigures(figures: FigureDate, order: DateOrder | null): WrittenDate | null {
  const [first, second, third] = figures.parts;
  if (figures.fullYear === 'first') {
    return { year: first, month: second, day: third };
  }
  const likely = figures.separator === '.' ? 'dmy' : null;
  const settled = order === 'ymd' && figures.fullYear === 'last' ? likely : (order ?? likely);
  if (settled === 'ymd') {
    return { year: fullYear(first), month: second, day: third };
  }
  const year = fullYear(third);
  if (settled === 'mdy' || (settled === null && second > 12 && first <= 12)) {
    return { year, month: first, day: second };
  }
  if (settled === 'dmy' || (first > 12 && first <= 31) || first === second) {
    return { year, month: second, day: first };
  }
  return null;
}

/** A date with the month in letters, and what is left of the text without it. */
export function cutNamedDate(text: string): { date: WrittenDate; rest: string } | null {
  const forms: readonly (readonly [
    RegExp,
    (groups: readonly string[]) => readonly [string, string, string, string],
  ])[] = [
    [DAY_MONTH_YEAR, ([day = '', month = '', year = '']) => [day, month, year, '']],
    [MONTH_DAY_YEAR, ([month = '', day = '', year = '']) => [day, month, year, '']],
    [MONTH_DAY_END_YEAR, ([month = '', day = '', between = '', year = '']) => [day, month, year, between]],
  ];
  for (const [pattern, partsOf] of forms) {
    const match = pattern.exec(text);
    const [day, name, year, between] = match === null ? ['', '', '', ''] : partsOf(match.slice(1));
    const month = monthByName.get(name);
    if (match !== null && month !== undefined) {
      const rest = `${text.slice(0, match.index)} ${between} ${text.slice(match.index + match[0].length)}`;
      return { date: { year: fullYear(Number(year)), month, day: Number(day) }, rest };
    }
  }
  return null;
}

/** What the dates of a file say of their order. */
export type DateOrderFinding =
  | { readonly order: DateOrder; readonly by: 'large-part' | 'sequence' | 'form' }
  | { readonly order: null; readonly by: 'ambiguous' | 'contradictory' };

/** True where the dates never go back, read in this order. */
function neverGoesBack(dates: readonly FigureDate[], order: 'dmy' | 'mdy'): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (const { parts } of dates) {
    const [first, second, year] = parts;
    const [day, month] = order === 'dmy' ? [first, second] : [second, first];
    const key = (fullYear(year) * 100 + month) * 100 + day;
    if (key < last) {
      return false;
    }
    last = key;
  }
  return true;
}

/**
 * The order of day and month over all dates of one file, in file order: any part over 12 tells; else the one order in
 * which time never goes back (newest-first files are turned round); else it is ambiguous and must be asked.
 *
 * @param values Texts that hold a date in figures; those that hold none are passed over.
 */
export function inferDateOrder(values: Iterable<string>): DateOrderFinding {
  const dates: FigureDate[] = [];
  let dayFirst = false;
  let monthFirst = false;
  let seen = false;
  for (const value of values) {
    const figures = findFigures(value)?.figures;
    if (figures === undefined) {
      continue;
    }
    seen = true;
    const [first, second, third] = figures.parts;
    if (figures.fullYear === 'first' || (figures.fullYear === 'none' && first > 31)) {
      return { order: 'ymd', by: 'form' };
    }
    const previous = dates[dates.length - 1]?.parts;
    if (!(previous?.[0] === first && previous[1] === second && previous[2] === third)) {
      dates.push(figures);
    }
    dayFirst ||= first > 12;
    monthFirst ||= second > 12;
  }
  if (dayFirst && monthFirst) {
    return { order: null, by: 'contradictory' };
  }
  if (dayFirst || monthFirst) {
    return { order: dayFirst ? 'dmy' : 'mdy', by: 'large-part' };
  }
  if (seen && dates.every(({ parts, separator }) => separator === '.' || parts[0] === parts[1])) {
    return { order: 'dmy', by: 'form' };
  }
  const inOrder = (order: 'dmy' | 'mdy'): boolean =>
    neverGoesBack(dates, order) || neverGoesBack(dates.toReversed(), order);
  const asDayFirst = inOrder('dmy');
  if (dates.length > 1 && asDayFirst !== inOrder('mdy')) {
    return { order: asDayFirst ? 'dmy' : 'mdy', by: 'sequence' };
  }
  return { order: null, by: 'ambiguous' };
}
