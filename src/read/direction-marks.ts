/** Invisible characters that say in which direction to write; messengers sprinkle them over names and dates. */
const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** A name without direction marks and outer spaces. */
export function tidyName(name: string): string {
  return name
    .replace(MARKS, '')
    .replace(/[\u00a0\u202f]/gu, ' ')
    .trim();
}

/** A body without the direction marks at its beginning. */
export function withoutLeadingMarks(body: string): string {
  return body.replace(/^[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/u, '');
}
