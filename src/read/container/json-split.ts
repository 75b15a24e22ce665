/** One JSON value of a stream, as bytes. */
export interface JsonSlice {
  /** The physical line at which it begins, from 1. */
  readonly line: number;
  readonly bytes: Buffer;
  /** Why it is no whole value; null where it may be one. */
  readonly broken: 'cut-off' | 'too-large' | 'too-deep' | null;
}

/** The largest single value: what is parsed at once stands in memory several times. */
export const MAX_VALUE_BYTES = 128 * 1024 * 1024;
const MAX_DEPTH = 1000;

const LINE_BREAK = 10;
const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** A value per line. */
export async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<JsonSlice> {
  let rest: Buffer[] = [];
  let size = 0;
  let line = 1;
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_BREAK); end >= 0; end = chunk.indexOf(LINE_BREAK, start)) {
      const piece = chunk.subarray(start, end);
      const bytes = rest.length === 0 ? piece : Buffer.concat([...rest, piece]);
      yield { line, bytes, broken: size > MAX_VALUE_BYTES ? 'too-large' : null };
      rest = [];
      size = 0;
      line += 1;
      start = end + 1;
    }
    const tail = chunk.subarray(start);
    size += tail.length;
    if (tail.length > 0 && size <= MAX_VALUE_BYTES) {
      rest.push(tail);
    }
  }
  if (rest.length > 0) {
    yield { line, bytes: Buffer.concat(rest), broken: size > MAX_VALUE_BYTES ? 'too-large' : null };
  }
}

/**
 * Values one after another, by counting brackets outside strings: the elements of one root array (`elements`), else
 * values at the root. Memory is bounded by the largest value.
 */
export async function* splitValues(chunks: AsyncIterable<Buffer>, elements: boolean): AsyncGenerator<JsonSlice> {
  const base = elements ? 1 : 0;
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  let escaped = false;
  let line = 1;
  let firstLine = 0;
  let parts: Buffer[] = [];
  let size = 0;
  let scalar = false;
  const take = (last: Buffer): JsonSlice => {
    const bytes = parts.length === 0 ? last : Buffer.concat([...parts, last]);
    const broken = size + last.length > MAX_VALUE_BYTES ? 'too-large' : deepest - base > MAX_DEPTH ? 'too-deep' : null;
    parts = [];
    size = 0;
    deepest = 0;
    scalar = false;
    const slice = { line: firstLine, bytes, broken } as const;
    firstLine = 0;
    return slice;
  };
  for await (const chunk of chunks) {
    let start = firstLine > 0 ? 0 : -1;
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = chunk[index] ?? 0;
      if (quoted) {
        if (escaped) {
          escaped = false;
        } else if (byte === BACKSLASH) {
          escaped = true;
        } else if (byte === QUOTE) {
          quoted = false;
        } else if (byte === LINE_BREAK) {
          line += 1;
        }
        continue;
      }
      if (byte === LINE_BREAK) {
        line += 1;
      }
      if (elements && depth === 0) {
        depth = byte === OPEN_LIST ? 1 : 0;
        continue;
      }
      const space = byte <= 32;
      const between = byte === COMMA || (byte === CLOSE_LIST && elements);
      if (depth === base && (space || between)) {
        if (firstLine > 0 && (scalar || between)) {
          yield take(chunk.subarray(start, index));
          start = -1;
        }
        if (between && byte === CLOSE_LIST) {
          depth = 0;
        }
        continue;
      }
      if (firstLine === 0) {
        firstLine = line;
        start = index;
        scalar = byte !== OPEN_LIST && byte !== OPEN_OBJECT;
      }
      if (byte === QUOTE) {
        quoted = true;
      } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
        depth += 1;
        deepest = Math.max(deepest, depth);
      } else if ((byte === CLOSE_LIST || byte === CLOSE_OBJECT) && depth > base) {
        depth -= 1;
        if (depth === base) {
          yield take(chunk.subarray(start, index + 1));
          start = -1;
        }
      }
    }
    if (firstLine > 0 && start >= 0) {
      const tail = chunk.subarray(start);
      size += tail.length;
      if (size <= MAX_VALUE_BYTES) {
        parts.push(tail);
      }
    }
  }
  if (firstLine > 0) {
    const slice = take(Buffer.alloc(0));
    yield depth > base || quoted ? { ...slice, broken: 'cut-off' } : slice;
  } else if (elements && depth > 0) {
    yield { line, bytes: Buffer.alloc(0), broken: 'cut-off' };
  }
}
