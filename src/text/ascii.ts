/**
 * Whether a text is all ASCII, as most names are. It needs no pattern for the letters of all scripts then, which V8 takes
 * a good part of a millisecond to make.
 */
export function isAscii(text: string): boolean {
  return /^[\0-\x7f]*$/.test(text);
}
