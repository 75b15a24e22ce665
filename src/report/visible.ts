/**
 * Characters that a screen obeys instead of showing: controls, escapes, marks that turn the direction of writing, and
 * signs without any width. The joiners U+200C and U+200D stay, because emoji and several scripts are written with them.
 */
const OBEYED =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) {
    return String.fromCharCode(0x2400 + code);
  }
  if (code === 0x7f) {
    return '\u2421';
  }
  if (code >= 0xd800 && code <= 0xdfff) {
    return '\ufffd';
  }
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/**
 * Transcript text made harmless on one line of a screen: line breaks and tabs become spaces, every other character that
 * a screen would obey is shown (`␛[2J`), so that no message can hide, colour or overwrite what stands beside it.
 */
export function visible(text: string): string {
  return text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ').replace(OBEYED, picture);
}
