import type { Content, RowsContent } from './content.ts';

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
