import { type Problem, problem } from '../../model/problem.ts';
import type { Row, RowsContent } from '../content.ts';

const ROWS_AT_ONCE = 1000;

/** Rows that stand in memory, header first, as a content. Empty cells at the end of a row need not be there. */
export function fittedRows(
  file: string,
  container: string,
  rows: readonly Row[],
  tell: (problem: Problem) => void,
): RowsContent {
  const [first, ...others] = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const header = (first?.cells ?? []).map((cell) => cell.trim());
  while (header.at(-1) === '') {
    header.pop();
  }
  const fitted: Row[] = [];
  for (const { line, cells } of others) {
    if (cells.slice(header.length).some((cell) => cell.trim() !== '')) {
      tell(
        problem(
          'ragged-row',
          file,
          line,
          `The row has more cells than the header, which has ${header.length}; it was left out.`,
        ),
      );
    } else {
      fitted.push({ line, cells: Array.from(header, (_, index) => cells[index] ?? '') });
    }
  }
  return {
    shape: 'rows',
    file,
    container,
    header,
    async *rows() {
      for (let start = 0; start < fitted.length; start += ROWS_AT_ONCE) {
        yield fitted.slice(start, start + ROWS_AT_ONCE);
      }
    },
  };
}
