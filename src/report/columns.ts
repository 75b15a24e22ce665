import stringWidth from 'fast-string-width';

let segmenter: Intl.Segmenter | null = null;

/** Made when first needed: it costs more than the rest of a short report. */
function graphemesOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** Letters, digits and marks of the scripts that take one column each: no need to ask the slow way. */
const ONE_COLUMN_EACH =
  /^[\u0020-\u007e\u00a1-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2190-\u2193\u2212\u2500-\u259f]*$/;

/** Columns that a text takes on a screen: wide characters and emoji two, combining marks none. */
export function widthOf(text: string): number {
  if (ONE_COLUMN_EACH.test(text)) {
    return text.length;
  }
  return stringWidth(text);
}

/** The text cut to at most `width` columns between whole characters, with `…` where something was cut. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) {
    return text;
  }
  let kept = '';
  let used = 0;
  for (const { segment } of graphemesOf(text)) {
    const next = used + widthOf(segment);
    if (next > width - 1) {
      break;
    }
    kept += segment;
    used = next;
  }
  return `${kept.trimEnd()}…`;
}

/** Cut or filled with spaces behind to exactly `width` columns. */
export function left(text: string, width: number): string {
  const fitted = cut(text, width);
  return fitted + ' '.repeat(Math.max(0, width - widthOf(fitted)));
}

/** Cut or filled with spaces before to exactly `width` columns: for numbers. */
export function right(text: string, width: number): string {
  const fitted = cut(text, width);
  return ' '.repeat(Math.max(0, width - widthOf(fitted))) + fitted;
}

/** Lines of at most `width` columns, broken at spaces; a longer word is broken where it must be. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const together = line === '' ? word : `${line} ${word}`;
    if (widthOf(together) <= width) {
      line = together;
      continue;
    }
    if (line !== '') {
      lines.push(line);
    }
    line = word;
    while (widthOf(line) > width) {
      const [piece, rest] = breakAt(line, width);
      lines.push(piece);
      line = rest;
    }
  }
  lines.push(line);
  return lines;
}

function breakAt(text: string, width: number): [string, string] {
  let used = 0;
  for (const { segment, index } of graphemesOf(text)) {
    used += widthOf(segment);
    if (used > width && index > 0) {
      return [text.slice(0, index), text.slice(index)];
    }
  }
  return [text, ''];
}

/** Wrapped to `width`: the first line keeps its own margin, those after it are set in by `indent`. */
export function indented(text: string, indent: number, width: number): string[] {
  const margin = text.slice(0, text.length - text.trimStart().length);
  const [first = '', ...others] = wrap(text.trimStart(), width - Math.max(indent, margin.length));
  return [margin + first, ...others.map((line) => ' '.repeat(indent) + line)];
}
