import { Fault } from '../../fault.ts';
import { problem } from '../../model/problem.ts';
import { formatWallClock } from '../../text/instant.ts';
import type { Row } from '../content.ts';
import type { Container } from '../reader.ts';
import { bytesOf } from '../source-bytes.ts';
import { fittedRows } from './held-rows.ts';

/** A workbook is unpacked in memory, where it takes many times its size. */
const MAX_BYTES = 64 * 1024 * 1024;

/** The first sheet of an Excel workbook. Dates become local times, for a workbook knows no zone. */
export const xlsx: Container = {
  name: 'xlsx',
  detect(head) {
    const [one, two] = head.bytes;
    const bytes = Buffer.from(head.bytes);
    const workbook = bytes.includes('[Content_Types].xml') || bytes.includes('xl/workbook.xml');
    return one === 0x50 && two === 0x4b && workbook ? { score: 90, reason: 'an Excel workbook' } : null;
  },
  async open(source, _head, context) {
    const bytes = await bytesOf(source, MAX_BYTES);
    if (bytes === null) {
      throw new Fault('unreadable-file', `${source.name} is larger than ${MAX_BYTES / 1024 / 1024} MB.`, {
        hint: 'Save it as CSV.',
      });
    }
    const { default: readWorkbook } = await import('read-excel-file/node');
    const sheets = await readWorkbook(bytes, { trim: false, parseNumber: textOfNumber }).catch((cause: unknown) => {
      throw new Fault('unreadable-file', `${source.name} is a damaged or protected Excel workbook.`, {
        cause,
        hint: 'Save it as CSV.',
      });
    });
    const filled = sheets.filter(({ data }) => data.length > 0);
    if (filled.length > 1) {
      const others = filled
        .slice(1)
        .map(({ sheet }) => `"${sheet.slice(0, 40)}"`)
        .slice(0, 5)
        .join(', ');
      context.tell({
        ...problem('other-sheets', source.name, null, `Only the first sheet was read; others are ${others}.`),
        severity: 'notice',
      });
    }
    const rows = (filled[0]?.data ?? []).map(
      (cells, index): Row => ({ line: index + 1, cells: cells.map(textOfCell) }),
    );
    return fittedRows(source.name, 'xlsx', rows, context.tell);
  },
};

/**
 * Numbers stay as they are written: an id must not be rounded on the way. Excel itself keeps fifteen figures; a longer
 * number has lost its last ones and is given as rounded, so that nobody takes it for an id.
 */
function textOfNumber(digits: string): string {
  return /^\d{16,400}$/.test(digits) ? Number(digits).toExponential() : digits;
}

function textOfCell(value: unknown): string {
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? '' : formatWallClock(wholeSecond(value.getTime()));
  }
  return value === null || value === undefined ? '' : String(value);
}

/** Times are fractions of a day in a workbook, so that a whole second may come out a millisecond short. */
function wholeSecond(ms: number): number {
  const second = Math.round(ms / 1000) * 1000;
  return Math.abs(ms - second) <= 2 ? second : ms;
}
