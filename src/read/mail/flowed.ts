const QUOTE_MARKS = /^>*/;

function depthOf(line: string): number {
  return QUOTE_MARKS.exec(line)?.[0].length ?? 0;
}

function content(line: string): string {
  return line.slice(depthOf(line)).replace(/^ /, '');
}

/**
 * Joins the lines of a `format=flowed` text (RFC 3676): a line that ends in a space goes on in the next, when both are
 * quoted equally deep. The line `-- ` above a signature never does.
 */
export function unflow(text: string): string {
  const out: string[] = [];
  /** The lines of the paragraph that is not at its end yet. */
  let open: string[] = [];
  let openDepth = 0;
  const close = (): void => {
    if (open.length > 0) {
      const words = open.join('');
      out.push(openDepth === 0 ? words : `${'>'.repeat(openDepth)} ${words}`.trimEnd());
      open = [];
    }
  };
  for (const line of text.split('\n')) {
    const depth = depthOf(line);
    const words = content(line);
    if (depth !== openDepth || words === '-- ') {
      close();
    }
    openDepth = depth;
    open.push(words);
    if (!words.endsWith(' ') || words === '-- ') {
      close();
    }
  }
  close();
  return out.join('\n');
}

/**
 * Takes `format=flowed` out of the headers of a letter, so that a parser leaves the lines as they are; null where there
 * is none. (The parser in use joins across the end of a quotation, which makes an answer part of what it answers.)
 */
export function withoutFlowed(bytes: Uint8Array): Uint8Array | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.indexOf('flowed') < 0 && buffer.indexOf('Flowed') < 0) {
    return null;
  }
  let found = false;
  const text = buffer.toString('latin1').replace(/;\s{1,20}format\s?=\s?"?flowed"?/giu, () => {
    found = true;
    return '';
  });
  return found ? Buffer.from(text, 'latin1') : null;
}
