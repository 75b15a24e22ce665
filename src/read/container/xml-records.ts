import type { SaxesTagPlain } from 'saxes';

/** One record of an XML document, its elements as an object and lists as JSON would have them. */
export interface XmlRecord {
  /** The physical line at which it begins, from 1. */
  readonly line: number;
  readonly value: unknown;
  /** Why it is no whole record; null where it is one. */
  readonly broken: 'cut-off' | 'too-large' | 'too-deep' | 'unreadable' | null;
}

/** The largest record, in characters, and as much of anything else: what is read at once stands in memory. */
const MOST_CHARACTERS = 128 * 1024 * 1024;
const MAX_DEPTH = 100;
/** What is wrong with single characters leaves the elements whole. */
const OF_CHARACTERS = /(?:disallowed character|undefined entity|malformed character entity|in char data)\.$/;

interface Element {
  readonly tag: SaxesTagPlain;
  readonly name: string;
  readonly children: [string, unknown][];
  text: string;
}

interface OpenRecord {
  readonly line: number;
  /** The elements that are open, the record first. */
  readonly stack: Element[];
  size: number;
  broken: XmlRecord['broken'];
}

/**
 * The elements of one name, one after another, as Rails' `to_xml` writes records: hyphens in names for underscores,
 * `type="array"` for a list, `nil="true"` for null. Values are texts, so that ids keep their digits. Entities that a
 * document declares for itself are not expanded. Memory is bounded by the largest record.
 *
 * @param name of the elements that are records, with underscores
 */
export async function* xmlRecords(chunks: AsyncIterable<string>, name: string): AsyncGenerator<XmlRecord> {
  const { SaxesParser } = await import('saxes');
  const parser = new SaxesParser({ xmlns: false });
  const done: XmlRecord[] = [];
  let open: OpenRecord | null = null;
  let depth = 0;
  let lastEvent = 0;
  const finish = (value: unknown, broken: XmlRecord['broken']): void => {
    if (open !== null) {
      done.push({ line: open.line, value, broken: open.broken ?? broken });
    }
    open = null;
  };
  const breakOpen = (broken: XmlRecord['broken']): void => {
    if (open !== null) {
      open.broken ??= broken;
    }
  };
  const addText = (text: string): void => {
    lastEvent = parser.position;
    const top = open?.stack.at(-1);
    if (open === null || top === undefined || open.broken !== null) {
      return;
    }
    open.size += text.length;
    if (open.size > MOST_CHARACTERS) {
      breakOpen('too-large');
    } else {
      top.text += text;
    }
  };
  parser.on('error', ({ message }) => {
    if (!OF_CHARACTERS.test(message)) {
      breakOpen('unreadable');
    }
  });
  parser.on('opentag', (tag) => {
    lastEvent = parser.position;
    depth += 1;
    const element = { tag, name: tag.name.replaceAll('-', '_'), children: [], text: '' };
    if (element.name === name) {
      // A record holds no other: the one before was never closed.
      finish(null, 'unreadable');
      open = { line: parser.line, stack: [element], size: 0, broken: null };
    } else if (open !== null) {
      open.stack.push(element);
      if (open.stack.length > MAX_DEPTH) {
        breakOpen('too-deep');
      }
    }
  });
  parser.on('closetag', (tag) => {
    lastEvent = parser.position;
    depth -= 1;
    if (open === null || open.stack.at(-1)?.tag !== tag) {
      return;
    }
    const element = open.stack.pop() as Element;
    const above = open.stack.at(-1);
    if (above === undefined) {
      finish(contentOf(element), null);
    } else {
      above.children.push([element.name, contentOf(element)]);
    }
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  for await (const chunk of chunks) {
    parser.write(chunk);
    yield* done.splice(0);
    if (parser.position - lastEvent > MOST_CHARACTERS) {
      yield { line: parser.line, value: null, broken: 'too-large' };
      return;
    }
  }
  const cutOff = depth > 0;
  const between = open === null;
  finish(null, 'cut-off');
  yield* done;
  if (cutOff && between) {
    yield { line: parser.line, value: null, broken: 'cut-off' };
  }
}

function contentOf({ tag, children, text }: Element): unknown {
  if (tag.attributes['nil'] === 'true') {
    return null;
  }
  const [first, second] = children;
  const alike = second !== undefined && children.every(([name]) => name === first?.[0]);
  if (tag.attributes['type'] === 'array' || alike) {
    return children.map(([, value]) => value);
  }
  if (first === undefined) {
    return text;
  }
  const object: Record<string, unknown> = Object.create(null);
  for (const [name, value] of children) {
    object[name] ??= value;
  }
  return object;
}
