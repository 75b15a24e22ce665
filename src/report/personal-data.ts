import { late } from '../text/late-pattern.ts';
import { isFirstName } from '../text/names/lists.ts';

/** What is masked wherever it stands, whoever it belongs to. */
export type DataKind = 'EMAIL' | 'CARD' | 'PHONE' | 'ID';

/** `token` gives what is written instead of a value; the same value always gets the same. */
export type TokenOf = (kind: DataKind, value: string) => string;

// Most texts hold neither an address nor a digit. `replace` begins at the first character whatever an expression has met before.

/** The part after the @ need not be whole: quotes are cut. */
const EMAIL = late(() => /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,252}[\p{L}\p{N}])?/gu);
const CARD = late(() => /(?<![\p{L}\p{N}])\d(?:[ \u00a0-]?\d){12,18}(?![\p{L}\p{N}])/gu);
const NUMBERS = late(() => /(?<![\p{L}\p{N}])(?:\+ ?)?\(?\d[\d \u00a0().\-–/]{3,30}\d(?![\p{L}\p{N}])/gu);
const MIXED = late(() => /(?<![\p{L}\p{N}_-])[A-Za-z0-9][A-Za-z0-9_-]{7,63}(?![\p{L}\p{N}_-])/gu);
/** A number that the end of a quote cuts through. */
const CUT_NUMBER = late(() => /(?<![\p{L}\p{N}])\+?\d[\d \u00a0()-]{2,30}(?=…$)/u);

const DATE = /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}(?: \d{1,2})?|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}(?: \d{1,2})?)$/;
/** A time as programs write it, or a name with a date in it: `2026-03-02T08`, `export-2026-03-02`. */
const DATED = /^(?:[A-Za-z_-]{0,60}\d{4}[-_]?\d{2}[-_]?\d{2}|\d{4}-\d{2}-\d{2}T\d{2})$/;
const THOUSANDS = /^\d{1,3}(?:[ \u00a0.]\d{3})+$/;
const SHORTEST_PHONE = 7;
const LONGEST_PHONE = 15;
const SHORTEST_ID = 7;
const DIGITS_OF_A_MIXED_ID = 4;

/**
 * Masks e-mail addresses, card numbers (Luhn), phone numbers and long numbers or codes. Dates, prices and short order
 * numbers stay. In doubt between leaving a number and masking it, it is masked.
 */
export function maskData(text: string, token: TokenOf): string {
  const addressed = maskEmail(text, token);
  if (!/\d/.test(addressed)) {
    return addressed;
  }
  return addressed
    .replace(CARD.expression, (found) => (isCard(digitsOf(found)) ? token('CARD', digitsOf(found)) : found))
    .replace(MIXED.expression, (found) => (isMixedId(found) ? token('ID', found) : found))
    .replace(NUMBERS.expression, (found) => maskNumber(found, token))
    .replace(CUT_NUMBER.expression, (found) => token('PHONE', digitsOf(found)));
}

/**
 * Masks what a message about the input quotes from it, for nobody knows whose name it is: `"Anna Petrova" is no date`.
 * Single words of small letters stay, as columns and codes are written (`"created_at"`), unless they are a name.
 */
export function maskQuoted(text: string): string {
  return text.replace(/"([^"]*)"|“([^”]*)”|«([^»]*)»/gu, (found, ...inner) => {
    const quoted = inner.slice(0, 3).find((part): part is string => typeof part === 'string') ?? '';
    return /^[a-z][a-z_.-]{0,40}$/.test(quoted) && !isFirstName(quoted) ? found : `${found[0]}[TEXT]${found.at(-1)}`;
  });
}

/** Only addresses and phone numbers: for ids of conversations and names of files, which must still lead to them. */
export function maskAddress(text: string, token: TokenOf): string {
  return maskEmail(text, token).replace(/\+\d[\d ()-]{5,20}\d/g, (found) => token('PHONE', digitsOf(found)));
}

const maskEmail = (text: string, token: TokenOf): string =>
  text.includes('@') ? text.replace(EMAIL.expression, (found) => token('EMAIL', found.toLowerCase())) : text;

const digitsOf = (text: string): string => text.replace(/\D/g, '');

function maskNumber(found: string, token: TokenOf): string {
  const digits = digitsOf(found);
  if (DATE.test(found) || (THOUSANDS.test(found) && digits.length <= 9)) {
    return found;
  }
  const grouped = /\D/.test(found);
  if (grouped && digits.length >= SHORTEST_PHONE && digits.length <= LONGEST_PHONE) {
    return token('PHONE', digits);
  }
  if (/^(?:0\d{8,10}|[78]\d{10})$/.test(found)) {
    return token('PHONE', digits);
  }
  return digits.length >= SHORTEST_ID ? token('ID', digits) : found;
}

function isMixedId(word: string): boolean {
  return /[A-Za-z]/.test(word) && digitsOf(word).length >= DIGITS_OF_A_MIXED_ID && !DATED.test(word);
}

/** The check of Luhn (ISO/IEC 7812-1) over 13 to 19 digits. */
export function isCard(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length >= 13 && digits.length <= 19 && sum % 10 === 0 && !/^0+$/.test(digits);
}
