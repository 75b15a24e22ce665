import type { Row } from '../content.ts';
import { candidateColumns } from '../fields.ts';
import { roleOfWord, truthOf } from '../role-words.ts';
import { MAP_FIELDS, type MapField, type ReadSettings } from '../settings.ts';

/** Where each field of a message stands, as an index into the header. */
export type Columns = ReadonlyMap<MapField, number>;

/** The column of every field: by --map, else by the names that are usual, the likeliest first. */
export function guessColumns(
  header: readonly string[],
  rows: readonly Row[],
  map: ReadSettings['map'] = new Map(),
): Columns {
  const columns = new Map<MapField, number>();
  const taken = new Set<number>();
  const take = (field: MapField, index: number | undefined): void => {
    if (index !== undefined && index >= 0 && !columns.has(field)) {
      columns.set(field, index);
      taken.add(index);
    }
  };
  for (const [field, column] of map) {
    take(field, header.indexOf(column));
  }
  const free = (field: MapField): readonly number[] =>
    candidateColumns(header, field).filter((index) => !taken.has(index));
  for (const field of ['conversation', 'message_id', 'at', 'text'] as const) {
    take(field, free(field)[0]);
  }
  take('role', roleColumn(free('role'), header, rows));
  for (const field of MAP_FIELDS) {
    take(field, free(field)[0]);
  }
  if (!columns.has('conversation')) {
    // A column `id` is the conversation's only where it comes again.
    const id = header.findIndex((name) => name.trim().toLowerCase() === 'id');
    const values = rows.map((row) => row.cells[id] ?? '');
    if (id >= 0 && new Set(values).size < values.length) {
      take('conversation', id);
    }
  }
  return columns;
}

/** Of the columns that may tell the side, the one whose words do. */
function roleColumn(
  candidates: readonly number[],
  header: readonly string[],
  rows: readonly Row[],
): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const index of candidates) {
    const known = rows.filter((row) => roleInCell(header[index] ?? '', row.cells[index] ?? '') !== null).length;
    if (known > most) {
      best = index;
      most = known;
    }
  }
  return best;
}

/** The side that a cell tells, where the column's name may turn a truth value into one (`inbound`: true). */
export function roleInCell(column: string, cell: string): ReturnType<typeof roleOfWord> {
  const truth = truthOf(cell);
  const name = column.toLowerCase();
  if (truth !== null && /inbound|incoming|customer|client/.test(name)) {
    return truth ? 'customer' : 'agent';
  }
  if (truth !== null && /agent|outbound|outgoing|operator/.test(name)) {
    return truth ? 'agent' : 'customer';
  }
  return roleOfWord(cell);
}
