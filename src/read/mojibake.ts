const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Mends a text whose UTF-8 bytes were each written as a character of their own (`Ã³` for `ó`), as the downloads of
 * Facebook and Instagram do. Only where every character is a byte and the bytes are valid UTF-8; all else stays as it is.
 */
export function mendMojibake(text: string): string {
  if (!/[\u0080-\u00ff]/u.test(text) || /[^\u0000-\u00ff]/u.test(text)) {
    return text;
  }
  try {
    return decoder.decode(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  } catch {
    return text;
  }
}
