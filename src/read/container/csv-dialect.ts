/** How a file of rows is written. */
export interface CsvDialect {
  readonly delimiter: string;
  /** Lines before the header: a `sep=` line. */
  readonly skip: number;
  /** The byte that ends a line. */
  readonly lineBreak: 10 | 13;
}

export const DELIMITERS = [',', ';', '\t', '|'] as const;

/**
 * Tells delimiter and line break by the beginning of a text. A `sep=;` line, as spreadsheets write it, decides; else the
 * delimiter that the header has most of outside quotes.
 */
export function dialectOf(text: string): CsvDialect {
  const lineBreak = text.includes('\n') || !text.includes('\r') ? 10 : 13;
  const named = /^\s{0,10}"?sep=(.)"?\r?(?:\n|\r|$)/i.exec(text.slice(0, 40));
  if (named !== null) {
    return { delimiter: named[1] ?? ',', skip: 1, lineBreak };
  }
  const header = firstRecord(text);
  let best = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const count = countOutsideQuotes(header, delimiter);
    if (count > most) {
      best = delimiter;
      most = count;
    }
  }
  return { delimiter: best, skip: 0, lineBreak };
}

function firstRecord(text: string): string {
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') {
      quoted = !quoted;
    } else if (!quoted && (character === '\n' || character === '\r') && text.slice(0, index).trim() !== '') {
      return text.slice(0, index);
    }
  }
  return text;
}

function countOutsideQuotes(text: string, wanted: string): number {
  let quoted = false;
  let count = 0;
  for (const character of text) {
    if (character === '"') {
      quoted = !quoted;
    } else if (!quoted && character === wanted) {
      count += 1;
    }
  }
  return count;
}
