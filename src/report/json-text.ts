const OBEYED = /[\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/**
 * The value as one line of JSON in which the characters that a screen would obey are written as escapes: read back, the
 * value is the same; printed to a terminal, it does nothing.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    OBEYED,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
