import type { Conversation, Fragment } from '../../src/model/conversation.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { Content, JsonContent, TextContent } from '../../src/read/content.ts';
import { sampleOf } from '../../src/read/content.ts';
import type { Detection, Reader } from '../../src/read/reader.ts';
import type { ReadSettings } from '../../src/read/settings.ts';
import { DEFAULT_READ_SETTINGS } from '../../src/read/settings.ts';

/** A text as the containers hand it over. */
export function textContent(text: string, file = 'export.txt'): TextContent {
  return {
    shape: 'text',
    file,
    container: 'text',
    async *lines() {
      const lines = text.split(/\r\n|\n|\r/);
      if (lines.at(-1) === '') {
        lines.pop();
      }
      for (const [index, line] of lines.entries()) {
        yield { line: index + 1, text: line };
      }
    },
  };
}

/** One JSON document: the elements of an array are records of their own. */
export function jsonContent(value: unknown, file = 'export.json'): JsonContent {
  return {
    shape: 'json',
    file,
    container: 'json',
    async *records() {
      for (const record of Array.isArray(value) ? value : [value]) {
        yield { line: 1, value: record, envelope: null, stream: null, shared: {} };
      }
    },
  };
}

export interface Read {
  readonly fragments: readonly Fragment[];
  readonly problems: readonly Problem[];
}

/** Runs one reader over contents. */
export async function readWith(
  reader: Reader,
  contents: readonly Content[],
  settings: Partial<ReadSettings> = {},
): Promise<Read> {
  const fragments: Fragment[] = [];
  const problems: Problem[] = [];
  const context = {
    settings: { ...DEFAULT_READ_SETTINGS, ...settings },
    tell: (problem: Problem) => {
      problems.push(problem);
    },
  };
  for await (const fragment of reader.read(contents, context)) {
    fragments.push(...('id' in fragment ? [fragment] : fragment));
  }
  return { fragments, problems };
}

export async function detectWith(reader: Reader, content: Content): Promise<Detection | null> {
  return reader.detect(await sampleOf(content), DEFAULT_READ_SETTINGS);
}

/** A conversation as short lines: `role name @time: text`. */
export function told(conversation: Conversation | undefined): string[] {
  return (conversation?.messages ?? []).map(
    ({ role, name, at, text, internal, event }) =>
      `${internal ? 'note ' : ''}${role}${event === null ? '' : `/${event}`} ${name ?? '-'} @${at ?? '-'}: ${text}`,
  );
}
