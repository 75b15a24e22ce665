import type { Content, JsonContent, JsonRecord } from './content.ts';
import { ENVELOPES } from './envelope/index.ts';

/** Envelopes stand in envelopes, but not without end. */
const MOST_ENVELOPES = 4;

/** A content whose JSON records have their envelopes taken off; any other content as it is. */
export function withoutEnvelopes(content: Content): Content {
  return content.shape === 'json' ? unwrapped(content) : content;
}

function unwrapped(content: JsonContent): JsonContent {
  return {
    ...content,
    async *records() {
      for await (const record of content.records()) {
        yield* opened(record, MOST_ENVELOPES);
      }
    },
  };
}

function* opened(record: JsonRecord, depth: number): Generator<JsonRecord> {
  const inner = depth === 0 ? null : firstMatch(record.value);
  if (inner === null) {
    yield record;
    return;
  }
  for (const part of inner.parts) {
    yield* opened(
      {
        line: record.line,
        value: part.value,
        envelope: inner.name,
        stream: part.stream ?? record.stream,
        shared: { ...record.shared, ...part.shared },
      },
      depth - 1,
    );
  }
}

function firstMatch(
  value: unknown,
): { name: string; parts: ReturnType<(typeof ENVELOPES)[number]['open']> & object } | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return null;
  }
  for (const envelope of ENVELOPES) {
    const parts = envelope.open(value as Readonly<Record<string, unknown>>);
    if (parts !== null) {
      return { name: envelope.name, parts };
    }
  }
  return null;
}
