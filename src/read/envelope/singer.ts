import type { Envelope } from './envelope.ts';

/** Singer's lines: `RECORD` holds a record, `SCHEMA`, `STATE`, `ACTIVATE_VERSION` none. */
export const singer: Envelope = {
  name: 'singer',
  open(value) {
    const { type, stream, record } = value;
    if (type === 'RECORD' && typeof stream === 'string' && typeof record === 'object' && record !== null) {
      return [{ value: record, stream, shared: {} }];
    }
    const empty =
      (type === 'SCHEMA' && typeof stream === 'string') || (type === 'STATE' && value['value'] !== undefined);
    return empty || (type === 'ACTIVATE_VERSION' && typeof stream === 'string') ? [] : null;
  },
};
