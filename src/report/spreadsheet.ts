import { stringify } from 'csv-stringify/sync';
import { visible } from './visible.ts';

export type Cell = string | number | boolean | null;

/**
 * Rows for spreadsheets: a cell that would run as a formula gets an apostrophe before it, and no control character is
 * left in any. The header begins with the byte order mark, without which Excel garbles everything but ASCII.
 */
export function headerText(names: readonly string[]): string {
  return stringify([names], { bom: true });
}

export function rowsText(rows: readonly (readonly Cell[])[]): string {
  const shown = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? visible(cell) : cell)));
  return stringify(shown, { escape_formulas: true, cast: { boolean: String } });
}
