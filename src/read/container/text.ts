import { notice } from '../../model/problem.ts';
import { asUtf8 } from '../charset.ts';
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
        const words = `The file begins as UTF-8 and holds other bytes further on; they were read as ${charset}.`;
        context.tell(notice('mixed-characters', source.name, null, words));
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
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  let line = 1;
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
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
  rest += decoder.decode();
  if (rest !== '') {
    yield { line, text: rest.endsWith('\r') ? rest.slice(0, -1) : rest };
  }
}
