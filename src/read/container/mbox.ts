import { problem } from '../../model/problem.ts';
import type { MailContent, RawMail } from '../content.ts';
import type { Container, ReadContext } from '../reader.ts';
import { asLatin, MAX_MAIL_BYTES } from '../source-bytes.ts';

/** `From anna@example.com Mon Mar  2 09:14:05 2026`: a clock time and a year, whatever the address looks like. */
const FROM_LINE = /^From \S.{0,300}\b\d{1,2}:\d{2}.{0,40}\b(?:19|20)\d\d\b/;
const HEADER_LINE = /^(?:>?From |[A-Za-z][A-Za-z0-9-]{0,60}:|\s)/;

/** Letters one after another, each below a line that begins with `From `. */
export const mbox: Container = {
  name: 'mbox',
  detect(head) {
    const [first = '', second = ''] = asLatin(head.bytes, 2_000).trimStart().split(/\r?\n/);
    return FROM_LINE.test(first) && HEADER_LINE.test(second)
      ? { score: 95, reason: 'begins with a From line of an mbox' }
      : null;
  },
  async open(source, _head, context) {
    const told = new Set<number>();
    return {
      shape: 'mail',
      file: source.name,
      container: 'mbox',
      messages: () => messagesOf(source.open(), source.name, context, told),
    } satisfies MailContent;
  },
};

async function* byteLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      const piece = bytes.subarray(start, end + 1);
      yield rest.length === 0 ? piece : Buffer.concat([...rest, piece]);
      rest = [];
      start = end + 1;
    }
    if (start < bytes.length) {
      rest.push(bytes.subarray(start));
    }
  }
  if (rest.length > 0) {
    yield Buffer.concat(rest);
  }
}

const FROM = Buffer.from('From ');

function isFromLine(line: Buffer): boolean {
  return line.length < 600 && line.subarray(0, 5).equals(FROM) && FROM_LINE.test(line.toString('latin1'));
}

/** `>From ` inside a letter was `From ` before it was put into the box. */
function unescaped(line: Buffer): Buffer {
  return line[0] === 62 && /^>{1,20}From /.test(line.toString('latin1', 0, 26)) ? line.subarray(1) : line;
}

async function* messagesOf(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  context: ReadContext,
  told: Set<number>,
): AsyncGenerator<RawMail> {
  let lines: Buffer[] = [];
  let size = 0;
  let began = 0;
  let number = 0;
  /** A From line is believed below an empty line, and only when headers follow it. */
  let asked: Buffer | null = null;
  let blankBefore = true;
  const letter = (): RawMail | null => {
    if (began === 0) {
      return null;
    }
    if (size > MAX_MAIL_BYTES) {
      if (!told.has(began)) {
        told.add(began);
        const limit = MAX_MAIL_BYTES / 1024 / 1024;
        context.tell(problem('record-too-large', file, began, `A letter is larger than ${limit} MB and was left out.`));
      }
      return null;
    }
    return { line: began, format: 'rfc822', bytes: Buffer.concat(lines) };
  };
  const add = (line: Buffer): void => {
    size += line.length;
    if (size <= MAX_MAIL_BYTES) {
      lines.push(line);
    }
  };
  for await (const raw of byteLines(chunks)) {
    number += 1;
    if (asked !== null) {
      if (HEADER_LINE.test(raw.toString('latin1', 0, 80))) {
        const done = letter();
        if (done !== null) {
          yield done;
        }
        lines = [];
        size = 0;
        began = number - 1;
      } else {
        add(asked);
      }
      asked = null;
    }
    if (blankBefore && isFromLine(raw)) {
      asked = raw;
      blankBefore = false;
      continue;
    }
    blankBefore = raw.length <= 2 && /^\r?\n$/.test(raw.toString('latin1'));
    add(unescaped(raw));
  }
  if (asked !== null) {
    add(asked);
  }
  const last = letter();
  if (last !== null) {
    yield last;
  }
}
