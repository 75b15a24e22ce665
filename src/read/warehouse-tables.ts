import type { Fragment } from '../model/conversation.ts';
import type { Content, RowsContent } from './content.ts';
import { ExportFile } from './export-file.ts';
import type { ReadContext, Reader } from './reader.ts';

/** A row whose cells are asked for by the names of their columns. */
export interface TableRecord {
  readonly file: string;
  readonly line: number;
  /** The cell, or null where it is empty or there is no such column. */
  get(column: string): string | null;
}

/** The rows of a table by column names, as warehouse tables are read. */
export async function* tableRecords(content: RowsContent): AsyncGenerator<TableRecord> {
  const places = new Map(content.header.map((name, index) => [name.trim().toLowerCase(), index]));
  for await (const rows of content.rows()) {
    for (const { line, cells } of rows) {
      const get = (column: string): string | null => {
        const cell = cells[places.get(column) ?? -1];
        return cell === undefined || cell === '' ? null : cell;
      };
      yield { file: content.file, line, get };
    }
  }
}

/** The tables among contents whose header has all of the columns. */
export function tablesWith(contents: readonly Content[], columns: readonly string[]): RowsContent[] {
  return contents.filter(
    (content): content is RowsContent => content.shape === 'rows' && hasColumns(content.header, columns),
  );
}

export function hasColumns(header: readonly string[], columns: readonly string[]): boolean {
  const names = new Set(header.map((name) => name.trim().toLowerCase()));
  return columns.every((column) => names.has(column));
}

/** False for the superseded versions that a history table keeps beside the one in force. */
export function isInForce(record: TableRecord): boolean {
  return (
    record.get('_fivetran_active')?.toLowerCase() !== 'false' &&
    record.get('_fivetran_deleted')?.toLowerCase() !== 'true'
  );
}

/** A table whose rows tell of conversations. */
export interface WarehouseTable<Known> {
  /** The columns that it is known by. */
  readonly columns: readonly string[];
  /** What a row says, beside what is `known` from other tables; null for a row that says nothing. */
  readonly read: (row: TableRecord, known: Known, file: ExportFile) => Fragment | null | Promise<Fragment | null>;
}

/**
 * The reading of tables that are joined by their ids: first what `lookUp` finds in all of them, then row by row each table
 * that is one of `tables`, the first that fits. Loaders write times in UTC and leave the zone out.
 */
export function readTables<Known>(
  format: string,
  lookUp: (contents: readonly Content[]) => Promise<Known>,
  tables: readonly WarehouseTable<Known>[],
): Reader['read'] {
  return async function* (contents: readonly Content[], context: ReadContext) {
    const known = await lookUp(contents);
    const inUtc = { ...context, settings: { ...context.settings, timezone: null } };
    for (const content of contents) {
      if (content.shape !== 'rows') {
        continue;
      }
      const table = tables.find(({ columns }) => hasColumns(content.header, columns));
      if (table === undefined) {
        continue;
      }
      const file = new ExportFile(content.file, format, inUtc, 'UTC');
      for await (const row of tableRecords(content)) {
        const fragment = await table.read(row, known, file);
        if (fragment !== null) {
          yield fragment;
        }
      }
    }
  };
}
