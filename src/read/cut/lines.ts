/** A line of a text: offsets count UTF-16 units, `text` is without its line break. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly blank: boolean;
}

/** Splits at `\n`, `\r\n` and a lone `\r`. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  const lineBreak = /\r\n?|\n/gu;
  let start = 0;
  const add = (end: number): void => {
    const line = text.slice(start, end);
    lines.push({ start, end, text: line, blank: line.trim() === '' });
  };
  if (text.includes('\r')) {
    for (const match of text.matchAll(lineBreak)) {
      add(match.index);
      start = match.index + match[0].length;
    }
  } else {
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      add(end);
      start = end + 1;
    }
  }
  add(text.length);
  return lines;
}

/** How many words a line has, cut at spaces. */
export function wordsIn(line: string): number {
  const trimmed = line.trim();
  return trimmed === '' ? 0 : trimmed.split(/\s+/u).length;
}
