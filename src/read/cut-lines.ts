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
  let start = 0;
  const add = (end: number): void => {
    const line = text.slice(start, end);
    lines.push({ start, end, text: line, blank: line.trim() === '' });
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10) {
      add(at);
      start = at + 1;
    } else if (code === 13) {
      add(at);
      if (text.charCodeAt(at + 1) === 10) {
        at += 1;
      }
      start = at + 1;
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
