import type { Fragment } from '../../model/conversation.ts';
import { notice, problem } from '../../model/problem.ts';
import { firstRows, type Row, type RowsContent, type Sample } from '../content.ts';
import { listed, zoneInName } from '../fields.ts';
import type { Detection, ReadContext, Reader } from '../reader.ts';
import type { ReadSettings } from '../settings.ts';
import { type Columns, guessColumns } from '../table/columns.ts';
import { TableRows } from '../table/rows.ts';
import { ambiguousDates, FileTimes, needsDateOrder, settleDateOrder, timeSettings } from '../times.ts';

/** Any table with one row per message, its columns known by their usual names or by `--map`. */
export const table: Reader = {
  name: 'csv',
  product: null,
  title: 'Table with one row per message (CSV, TSV)',
  certainty: 'real',
  guide: {
    export:
      'From any tool or warehouse: a table with a row per message, and columns for the conversation and the text.',
    reads:
      'Conversation, time, author, side, text, notes, events, customer, channel, tags, rating: by the usual English and Russian column names, or by `--map FIELD=COLUMN`.',
    lacks: 'Where no column tells agents from customers, the roles are unknown until `--agent-name` names the agents.',
  },
  shapes: ['rows'],
  detect(sample, settings) {
    return detectTable(sample, settings);
  },
  async *read(contents, context) {
    for (const content of contents) {
      if (content.shape === 'rows') {
        yield* readTable(content, context);
      }
    }
  },
};

function detectTable(sample: Sample, { map }: ReadSettings): Detection | null {
  if (sample.shape !== 'rows' || sample.header.length < 2) {
    return null;
  }
  const columns = guessColumns(sample.header, sample.rows, map);
  // What the user named goes before what a product's own reader would make of it.
  const named = [...map.values()].some((column) => sample.header.includes(column));
  const conversation = columns.get('conversation');
  const text = columns.get('text');
  const author = columns.get('role') ?? columns.get('name') ?? columns.get('author_id');
  if (conversation !== undefined && text !== undefined && author !== undefined) {
    return {
      score: named ? 97 : 30,
      reason: `the header names a conversation, an author and a text: ${listed(sample.header)}`,
    };
  }
  if (text !== undefined && (author !== undefined || columns.has('at')) && conversation === undefined) {
    const refusal = `No column names the conversation. The columns are ${listed(sample.header)}: give --map conversation=COLUMN.`;
    return { score: 20, reason: 'the header names a text and an author, but no conversation', refusal };
  }
  const ticketList = ['status', 'subject', 'agent', 'opened_at', 'closed_at', 'csat'] as const;
  const known = ticketList.filter((field) => columns.has(field));
  if (conversation !== undefined && known.length >= 2) {
    const refusal =
      `This is a list of conversations without their messages: none of its columns (${listed(sample.header)}) holds what was said by whom. ` +
      'Export the messages (a row per message), or name the columns with --map text=COLUMN and --map name=COLUMN.';
    return { score: 20, reason: 'a list of conversations without messages', refusal };
  }
  return null;
}

async function* readTable(content: RowsContent, context: ReadContext): AsyncGenerator<readonly Fragment[]> {
  const { header, file } = content;
  const { settings, tell } = context;
  for (const [field, column] of settings.map) {
    if (!header.includes(column)) {
      tell(
        problem(
          'unknown-column',
          file,
          1,
          `--map ${field}=${column}: there is no such column. The columns are ${listed(header)}.`,
        ),
      );
      return;
    }
  }
  const first = await firstRows(content, 200);
  const columns = guessColumns(header, first, settings.map);
  const missing = (['conversation', 'text'] as const).filter((field) => !columns.has(field));
  if (missing.length > 0) {
    const what = missing.map((field) => `--map ${field}=COLUMN`).join(' and ');
    tell(
      problem(
        'missing-column',
        file,
        1,
        `No column is known to be the ${missing.join(' or the ')}. The columns are ${listed(header)}: give ${what}.`,
      ),
    );
    return;
  }
  const times = await timesOf(content, columns, first, context);
  if (times === null) {
    return;
  }
  const rowReader = new TableRows(file, header, columns, times);
  for await (const rows of content.rows()) {
    const fragments: Fragment[] = [];
    for (const row of rows) {
      const read = rowReader.fragment(row);
      if ('reason' in read) {
        tell(problem('unreadable-record', file, row.line, read.reason));
      } else {
        fragments.push(read);
      }
    }
    yield fragments;
  }
  if (rowReader.unreadTimes > 0) {
    tell(
      notice(
        'unreadable-times',
        file,
        rowReader.firstUnreadTime,
        `${rowReader.unreadTimes} times could not be read and were left out: ${rowReader.unreadReason}.`,
      ),
    );
  }
}

async function timesOf(
  content: RowsContent,
  columns: Columns,
  first: readonly Row[],
  context: ReadContext,
): Promise<FileTimes | null> {
  const at = columns.get('at');
  const zone = at === undefined ? null : zoneInName(content.header[at] ?? '');
  const settings = timeSettings(context.settings, zone);
  if (at === undefined || !first.some((row) => needsDateOrder(row.cells[at] ?? ''))) {
    return new FileTimes(settings);
  }
  const settled = await settleDateOrder(settings, cellsOf(content, at));
  if ('reason' in settled) {
    context.tell(ambiguousDates(content.file, settled.reason));
    return null;
  }
  return new FileTimes(settled);
}

async function* cellsOf(content: RowsContent, column: number): AsyncGenerator<string> {
  for await (const rows of content.rows()) {
    for (const row of rows) {
      yield row.cells[column] ?? '';
    }
  }
}
