import { gunzipSync } from 'node:zlib';
import type { Compressors } from 'hyparquet';
import { Fault } from '../../fault.ts';
import type { Row, RowsContent } from '../content.ts';
import type { Container } from '../reader.ts';
import { bytesOf } from '../source-bytes.ts';

/** The table of contents stands at the end, so the file is held while its row groups are read one by one. */
const MAX_BYTES = 512 * 1024 * 1024;
const ROWS_AT_ONCE = 2000;

/** A Parquet file, as warehouses write tables. A row's line is its number, for there are no lines. */
export const parquet: Container = {
  name: 'parquet',
  detect(head) {
    return Buffer.from(head.bytes.subarray(0, 4)).toString('latin1') === 'PAR1'
      ? { score: 90, reason: 'a Parquet file' }
      : null;
  },
  async open(source) {
    const bytes = await bytesOf(source, MAX_BYTES);
    if (bytes === null) {
      throw new Fault('unreadable-file', `${source.name} is larger than ${MAX_BYTES / 1024 / 1024} MB.`, {
        hint: 'Write it in parts, or as CSV.',
      });
    }
    const { parquetMetadata, parquetReadObjects } = await import('hyparquet');
    const file = new Uint8Array(bytes).buffer;
    const damaged = (cause: unknown): Fault =>
      new Fault(
        'unreadable-file',
        `${source.name} is a damaged Parquet file, or packed in a way that is not known here.`,
        {
          cause,
          hint: 'Write it without compression or with snappy, gzip or zstd.',
        },
      );
    const [metadata, compressors] = await Promise.all([
      Promise.resolve().then(() => parquetMetadata(file)),
      loadCompressors(),
    ]).catch((cause: unknown) => {
      throw damaged(cause);
    });
    const header = metadata.schema
      .slice(1)
      .filter(({ num_children }) => num_children === undefined)
      .map(({ name }) => name);
    const count = Number(metadata.num_rows);
    return {
      shape: 'rows',
      file: source.name,
      container: 'parquet',
      header,
      async *rows() {
        for (let start = 0; start < count; start += ROWS_AT_ONCE) {
          const end = Math.min(count, start + ROWS_AT_ONCE);
          const records = await parquetReadObjects({ file, metadata, compressors, rowStart: start, rowEnd: end }).catch(
            (cause: unknown) => {
              throw damaged(cause);
            },
          );
          yield records.map(
            (record, index): Row => ({
              line: start + index + 1,
              cells: header.map((name) => textOfValue(record[name])),
            }),
          );
        }
      },
    } satisfies RowsContent;
  },
};

async function loadCompressors(): Promise<Compressors> {
  const { decompress } = await import('fzstd');
  return { GZIP: (input) => gunzipSync(input), ZSTD: (input) => decompress(input) };
}

function textOfValue(value: unknown): string {
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? '' : value.toISOString();
  }
  if (value === null || value === undefined) {
    return '';
  }
  return typeof value === 'object'
    ? (JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? '')
    : String(value);
}
