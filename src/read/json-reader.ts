import type { Fragment } from '../model/conversation.ts';
import type { Content, JsonRecord } from './content.ts';
import { ExportFile } from './export-file.ts';
import type { ReadContext, Reader } from './reader.ts';

/** Turns one record of a product into fragments. */
export type ReadRecord = (
  record: JsonRecord,
  file: ExportFile,
  context: ReadContext,
) => Iterable<Fragment> | AsyncIterable<Fragment>;

/**
 * The reading of JSON exports whose records stand alone: each is handed to `readRecord`.
 *
 * @param zone The zone of times without one, where the product is known to write them so.
 */
export function readEachRecord(format: string, readRecord: ReadRecord, zone: string | null = null): Reader['read'] {
  return async function* (contents: readonly Content[], context: ReadContext) {
    for (const content of contents) {
      if (content.shape !== 'json') {
        continue;
      }
      const file = new ExportFile(content.file, format, context, zone);
      for await (const record of content.records()) {
        yield* readRecord(record, file, context);
      }
    }
  };
}

/** The records of all JSON exports, one after the other: who is who is looked up in them before any is read. */
export async function* everyRecord(contents: readonly Content[]): AsyncGenerator<JsonRecord> {
  for (const content of contents) {
    if (content.shape === 'json') {
      yield* content.records();
    }
  }
}

/** Some record of a sample that answers yes, for detection. */
export function someRecord(
  records: readonly JsonRecord[],
  is: (value: unknown, record: JsonRecord) => boolean,
): boolean {
  return records.some((record) => is(record.value, record));
}
