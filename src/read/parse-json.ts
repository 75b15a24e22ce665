/** Where a number of so many digits may stand: shorter integers are exact as they are. */
const LONG_NUMBER = /(?:^|[:,[\s])-?\d{16}/;
const LONG = 16;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const INTEGER = /^-?\d+$/;

/**
 * What `JSON.parse` gives, except that integers beyond ±(2^53 − 1) come as texts of their digits: as numbers they would be
 * rounded, and two ids with the same first digits become one. Ids are compared as texts anyway.
 *
 * @throws SyntaxError as `JSON.parse` does, with the same position
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (!LONG_NUMBER.test(text)) {
    return value;
  }
  const exact = longIntegersAsTexts(text);
  return exact === text ? value : JSON.parse(exact);
}

/** The same document with quotes around what would be rounded. Only for what parses: nothing is checked here. */
function longIntegersAsTexts(text: string): string {
  const pieces: string[] = [];
  let copied = 0;
  for (let start = 0; start < text.length; ) {
    const open = text.indexOf('"', start);
    const end = open < 0 ? text.length : open;
    for (const { 0: number, index } of end - start < LONG ? [] : text.slice(start, end).matchAll(NUMBER)) {
      if (INTEGER.test(number) && !Number.isSafeInteger(Number(number))) {
        pieces.push(text.slice(copied, start + index), `"${number}"`);
        copied = start + index + number.length;
      }
    }
    start = open < 0 ? end : endOfString(text, open);
  }
  pieces.push(text.slice(copied));
  return pieces.join('');
}

/** Where the string that opens here has ended. */
function endOfString(text: string, open: number): number {
  let close = text.indexOf('"', open + 1);
  while (close >= 0 && isEscaped(text, close)) {
    close = text.indexOf('"', close + 1);
  }
  return close < 0 ? text.length : close + 1;
}

function isEscaped(text: string, place: number): boolean {
  let before = place;
  while (text[before - 1] === '\\') {
    before -= 1;
  }
  return (place - before) % 2 === 1;
}
