import { analyse } from 'chardet';

/** What the first bytes say of the character set: its WHATWG label, and how long the byte order mark is. */
export interface CharsetFinding {
  /** null where the bytes are no text. */
  readonly charset: string | null;
  readonly mark: number;
}

/**
 * The character set of a text by its first bytes: byte order mark, then UTF-16 by its zero bytes, then strict UTF-8,
 * then Cyrillic or Latin by how high bytes stand together.
 */
export function charsetOf(bytes: Uint8Array): CharsetFinding {
  const [one, two, three] = bytes;
  if (one === 0xef && two === 0xbb && three === 0xbf) {
    return { charset: 'utf-8', mark: 3 };
  }
  if (one === 0xff && two === 0xfe) {
    return { charset: 'utf-16le', mark: 2 };
  }
  if (one === 0xfe && two === 0xff) {
    return { charset: 'utf-16be', mark: 2 };
  }
  const zeros = zeroBytes(bytes);
  if (zeros.even + zeros.odd > 0) {
    // Latin text in UTF-16 has a zero in almost every other byte, and Cyrillic text still at spaces and line breaks.
    const pairs = Math.floor(bytes.length / 2);
    if (zeros.even === 0 && zeros.odd * 20 > pairs) {
      return { charset: 'utf-16le', mark: 0 };
    }
    if (zeros.odd === 0 && zeros.even * 20 > pairs) {
      return { charset: 'utf-16be', mark: 0 };
    }
    return { charset: null, mark: 0 };
  }
  if (controlBytes(bytes) * 100 > bytes.length) {
    return { charset: null, mark: 0 };
  }
  return { charset: isUtf8(bytes) ? 'utf-8' : legacyCharset(bytes), mark: 0 };
}

/** The bytes as text, without a half character at the end. */
export function decodeHead(bytes: Uint8Array, charset: string): string {
  return new TextDecoder(charset, { ignoreBOM: true }).decode(bytes, { stream: true });
}

function zeroBytes(bytes: Uint8Array): { even: number; odd: number } {
  const zeros = { even: 0, odd: 0 };
  for (let index = bytes.indexOf(0); index >= 0; index = bytes.indexOf(0, index + 1)) {
    zeros[index % 2 === 0 ? 'even' : 'odd'] += 1;
  }
  return zeros;
}

function controlBytes(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) {
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) {
      count += 1;
    }
  }
  return count;
}

/** True where the bytes are UTF-8, but for a character cut off at the end. */
export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

const EAST_ASIAN = new Map([
  ['Shift_JIS', 'shift_jis'],
  ['EUC-JP', 'euc-jp'],
  ['EUC-KR', 'euc-kr'],
  ['Big5', 'big5'],
  ['GB18030', 'gb18030'],
  ['ISO-2022-JP', 'iso-2022-jp'],
]);

/**
 * The likeliest of the character sets before Unicode. In Cyrillic nearly every letter is a high byte, so that high bytes
 * stand together; in Latin text they stand alone between ASCII letters.
 */
export function legacyCharset(bytes: Uint8Array): string {
  let high = 0;
  let together = 0;
  let upperHalf = 0;
  let lowerHalf = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte < 0xc0) {
      continue;
    }
    high += 1;
    together += (bytes[index - 1] ?? 0) >= 0xc0 || (bytes[index + 1] ?? 0) >= 0xc0 ? 1 : 0;
    upperHalf += byte >= 0xe0 ? 1 : 0;
    lowerHalf += byte < 0xe0 ? 1 : 0;
  }
  if (high > 0 && together * 2 > high) {
    const best = analyse(bytes)[0];
    const eastAsian = best === undefined || best.confidence < 90 ? undefined : EAST_ASIAN.get(best.name);
    // Small letters are the upper half of windows-1251 and the lower half of KOI8-R.
    return eastAsian ?? (upperHalf >= lowerHalf ? 'windows-1251' : 'koi8-r');
  }
  return 'windows-1252';
}

/**
 * A stream of bytes in any character set as UTF-8 without a byte order mark.
 *
 * UTF-8 passes as it is. Where it turns out further on not to be UTF-8, `invalid` is called once: if nothing before was
 * beyond ASCII, the rest is read in the likeliest older character set, else the bad bytes become U+FFFD.
 */
export async function* asUtf8(
  chunks: AsyncIterable<Uint8Array>,
  finding: CharsetFinding,
  invalid: (charset: string) => void,
): AsyncGenerator<Buffer> {
  let toSkip = finding.mark;
  let decoder = finding.charset === 'utf-8' || finding.charset === null ? null : new TextDecoder(finding.charset);
  let checker = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let beyondAscii = false;
  let told = false;
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).subarray(toSkip);
    toSkip = Math.max(0, toSkip - chunk.length);
    if (decoder === null && !isAscii(bytes)) {
      try {
        checker.decode(bytes, { stream: true });
        beyondAscii = true;
      } catch {
        const charset = beyondAscii ? 'utf-8' : legacyCharset(bytes);
        if (!told) {
          told = true;
          invalid(charset);
        }
        checker = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
        decoder = charset === 'utf-8' ? null : new TextDecoder(charset);
      }
    }
    yield decoder === null ? bytes : Buffer.from(decoder.decode(bytes, { stream: true }), 'utf8');
  }
  if (decoder !== null) {
    yield Buffer.from(decoder.decode(), 'utf8');
  }
}

/** What the user is told where `invalid` is called. */
export function mixedCharacters(charset: string): string {
  return `The file begins as UTF-8 and holds other bytes further on; they were read as ${charset}.`;
}

/** Chunks of UTF-8 as text: a character may begin in one chunk and end in the next. */
export async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const chunk of chunks) {
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

function isAscii(bytes: Uint8Array): boolean {
  for (let index = 0; index < bytes.length; index += 1) {
    if ((bytes[index] ?? 0) > 127) {
      return false;
    }
  }
  return true;
}
