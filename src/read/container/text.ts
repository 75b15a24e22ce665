import { notice } from '../../model/problem.ts';
import { asUtf8, decoded, mixedCharacters } from '../charset.ts';
import type { TextContent, TextLine } from '../content.ts';
import type { Container } from '../reader.ts';

/** A line longer than this is handed over in pieces: no message is, and memory stays bounded. */
const LONGEST_LINE = 4 * 1024 * 1024;

/** Plain text, line by line. */
export const text: Container = {
  name: 'text',
  detect: (head) => (head.text === null ? null : { score: 20, reason: `text in ${head.charset}` }),
  async open(source, head, context) {
    let told = false;
    const invalid = (charset: string): void => {
      if (!told) {
        told = true;
        context.tell(notice('mixed-characters', source.name, null, mixedCharacters(charset)));
      }
    };
    return {
      shape: 'text',
      file: source.name,
      container: 'text',
      lines: () => linesOf(asUtf8(source.open(), head, invalid)),
    } satisfies TextContent;
  },
};

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TextLine> {
  let rest = '';
  let line = 1;
  for await (const piece of decoded(chunks)) {
    rest += piece;
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const one of lines) {
      yield { line, text: one.endsWith('\r') ? one.slice(0, -1) : one };
      line += 1;
    }
    if (rest.length > LONGEST_LINE) {
      yield { line, text: rest };
      rest = '';
    }
  }
  if (rest !== '') {
    yield { line, text: rest.endsWith('\r') ? rest.slice(0, -1) : rest };
  }
}
