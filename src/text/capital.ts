/** Whether the letter at a place is a capital: by code for Latin and Cyrillic, where nearly every letter lies. */
export function isCapital(text: string, place: number): boolean {
  const code = text.charCodeAt(place);
  if (code < 0x80) {
    return code >= 0x41 && code <= 0x5a;
  }
  if (code >= 0x400 && code < 0x460) {
    return code < 0x430;
  }
  return /^\p{Lu}/u.test(text.slice(place, place + 2));
}
