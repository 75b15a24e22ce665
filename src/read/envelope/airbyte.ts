import { parseJson } from '../parse-json.ts';
import type { Envelope } from './envelope.ts';

/** Airbyte's lines: `{"stream","data","emitted_at"}`, or `_airbyte_data` as a warehouse keeps it, an object or its text. */
export const airbyte: Envelope = {
  name: 'airbyte',
  open(value) {
    const raw = value['_airbyte_data'];
    if (raw !== undefined) {
      const data = typeof raw === 'string' ? parsed(raw) : raw;
      const stream = typeof value['_airbyte_stream'] === 'string' ? value['_airbyte_stream'] : null;
      return isObject(data) ? [{ value: data, stream, shared: {} }] : null;
    }
    const { stream, data, emitted_at } = value;
    return typeof stream === 'string' && isObject(data) && emitted_at !== undefined
      ? [{ value: data, stream, shared: {} }]
      : null;
  },
};

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
