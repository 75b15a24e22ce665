import { problem } from '../../model/problem.ts';
import type { Source } from '../../model/source.ts';
import { asUtf8, mixedCharacters } from '../charset.ts';
import type { JsonContent, JsonRecord } from '../content.ts';
import { parseJson } from '../parse-json.ts';
import type { Container, Head } from '../reader.ts';
import { type JsonSlice, MAX_VALUE_BYTES, splitLines, splitValues } from './json-split.ts';

type Layout = 'lines' | 'elements' | 'values';

/** One value, an array of records, a value per line, or values one after another. */
export const json: Container = {
  name: 'json',
  detect(head) {
    const layout = layoutOf(head);
    const words = { lines: 'a JSON value per line', elements: 'a JSON array', values: 'JSON' };
    return layout === null ? null : { score: 80, reason: words[layout] };
  },
  async open(source, head, context) {
    const layout = layoutOf(head) ?? 'values';
    const told = new Set<string>();
    const tell = (code: string, line: number | null, message: string): void => {
      const key = `${code} ${line}`;
      if (!told.has(key)) {
        told.add(key);
        context.tell(problem(code, source.name, line, message));
      }
    };
    return {
      shape: 'json',
      file: source.name,
      container: layout === 'lines' ? 'ndjson' : 'json',
      records: () => records(source, head, layout, tell),
    } satisfies JsonContent;
  },
};

type Tell = (code: string, line: number | null, message: string) => void;

/** How the values stand in the file, or null where it is no JSON. */
function layoutOf(head: Head): Layout | null {
  const text = head.text?.trimStart() ?? '';
  if (/^\[\s*(?:[{\]["]|$)/.test(text.slice(0, 1000))) {
    return 'elements';
  }
  if (!/^\{\s*(?:["}]|$)/.test(text.slice(0, 1000))) {
    return null;
  }
  const lines = text.split('\n', 20).filter((line) => line.trim() !== '');
  if (lines.length === 1 && !head.whole) {
    return 'lines';
  }
  const complete = head.whole || lines.length === 20 ? lines : lines.slice(0, -1);
  // A line inside a printed object may be an object too, so that most must be; the first alone decides as well.
  const values = complete.filter((line) => parsed(line) !== undefined).length;
  const first = complete[0];
  return (first !== undefined && parsed(first) !== undefined) || values * 2 > complete.length ? 'lines' : 'values';
}

function parsed(line: string): object | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

async function* records(source: Source, head: Head, layout: Layout, tell: Tell): AsyncGenerator<JsonRecord> {
  const bytes = asUtf8(source.open(), head, (charset) => tell('mixed-characters', null, mixedCharacters(charset)));
  const slices = layout === 'lines' ? splitLines(bytes) : splitValues(bytes, layout === 'elements');
  for await (const slice of slices) {
    const value = parseSlice(slice, tell);
    if (value !== undefined) {
      yield { line: slice.line, value: value.value, envelope: null, stream: null, shared: {} };
    }
  }
}

function parseSlice(slice: JsonSlice, tell: Tell): { value: unknown } | undefined {
  const { line, broken } = slice;
  if (broken === 'too-large') {
    const limit = MAX_VALUE_BYTES / 1024 / 1024;
    tell(
      'record-too-large',
      line,
      `One JSON value is larger than ${limit} MB and was left out; write its records one per line.`,
    );
    return undefined;
  }
  if (broken === 'too-deep') {
    tell('unreadable-record', line, 'The JSON value is nested more than 1000 deep and was left out.');
    return undefined;
  }
  const text = slice.bytes.toString('utf8');
  if (broken === 'cut-off') {
    tell(
      'cut-off',
      line,
      'The file ends inside the JSON value that begins here; it was left out. Export or copy the file again.',
    );
    return undefined;
  }
  if (text.trim() === '') {
    return undefined;
  }
  try {
    return { value: parseJson(text) };
  } catch (cause) {
    tell('unreadable-record', line, `This is no JSON: ${reasonOf(cause)}; the record was left out.`);
    return undefined;
  }
}

/** The parser's reason without the text of the record, which is private and may be long. */
function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : '';
  const position = /at position (\d{1,12})/.exec(message)?.[1];
  if (/^Unexpected end/.test(message) || /^Unterminated/.test(message)) {
    return 'it ends too early';
  }
  return position === undefined ? 'it does not parse' : `it does not parse at character ${Number(position) + 1}`;
}
