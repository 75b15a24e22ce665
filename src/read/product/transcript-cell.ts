import { type Fragment, makeFragment } from '../../model/conversation.ts';
import { problem } from '../../model/problem.ts';
import type { TimeSettings } from '../../text/local-time.ts';
import type { Row, RowsContent, Sample, TextLine } from '../content.ts';
import { ExportFile } from '../export-file.ts';
import { candidateColumns } from '../fields.ts';
import { htmlToText, looksLikeHtml } from '../html-body.ts';
import type { ReadContext, Reader } from '../reader.ts';
import { channelOfWord } from '../role-words.ts';
import type { MapField } from '../settings.ts';
import { ambiguousDates, settleDateOrder, timeSettings } from '../times.ts';
import { dayNamed } from '../transcript/clock.ts';
import { FORMS, formOf } from '../transcript/forms.ts';
import { readTranscript } from '../transcript/transcript.ts';

const NAME = 'transcript-cell';

/** A cell of the sample as lines, whatever separates them: line breaks, HTML, or ` | ` between the messages. */
async function linesIn(cell: string, line: number): Promise<TextLine[]> {
  const text = looksLikeHtml(cell) ? (await htmlToText(cell)).text : cell;
  return text.split(/\r\n|\n|\r/u).map((one) => ({ line, text: one }));
}

/** Whether a cell holds a talk: two lines or more that begin a message, by two authors. Markup counts as line breaks. */
function isTalk(cell: string): boolean {
  const text = cell.replace(/<(?:br|p|div|\/p|\/div)\b[^<>]{0,200}>/giu, '\n').slice(0, 20_000);
  const lines = text.split(/\r\n|\n|\r/u).map((one) => ({ line: 1, text: one.trim() }));
  // Most cells are one line: the forms of lines need not be tried on them.
  if (lines.length < 2) {
    return false;
  }
  const form = formOf(lines);
  const authors = new Set(lines.flatMap((one) => FORMS[form.name](one.text, 1)?.author ?? []));
  return form.count >= 2 && authors.size >= 2;
}

/** The column whose cells are talks, or -1. */
function talkColumn(header: readonly string[], rows: readonly Row[]): number {
  return header.findIndex((_, index) => {
    const cells = rows.map((row) => row.cells[index] ?? '').filter((cell) => cell.trim() !== '');
    return cells.length > 0 && cells.filter(isTalk).length * 5 >= cells.length * 3;
  });
}

function columnOf(
  header: readonly string[],
  field: MapField,
  map: ReadonlyMap<MapField, string>,
  talk: number,
): number {
  const named = map.get(field);
  return named === undefined
    ? (candidateColumns(header, field).find((index) => index !== talk) ?? -1)
    : header.indexOf(named);
}

function idColumn(header: readonly string[], map: ReadonlyMap<MapField, string>, talk: number): number {
  const known = columnOf(header, 'conversation', map, talk);
  return known >= 0 ? known : header.findIndex((name) => name.trim().toLowerCase() === 'id');
}

function detectCells(sample: Sample): { talk: number; id: number } | null {
  const talk = talkColumn(sample.header, sample.rows);
  if (talk < 0) {
    return null;
  }
  const id = idColumn(sample.header, new Map(), talk);
  const ids = sample.rows.map((row) => row.cells[id] ?? '');
  return id >= 0 && new Set(ids).size < ids.length ? null : { talk, id };
}

const DATE_IN_FIGURES = /(?<![\d./-])\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})(?![\d./-])/gu;

/** Dates stand at the beginnings of lines and in short cells; those inside the talk's words say nothing. */
async function* datesOf(content: RowsContent): AsyncGenerator<string> {
  for await (const rows of content.rows()) {
    for (const { cells } of rows) {
      for (const cell of cells) {
        for (const line of cell.slice(0, 50_000).split('\n')) {
          yield* line.slice(0, 60).match(DATE_IN_FIGURES) ?? [];
        }
      }
    }
  }
}

async function* readCells(content: RowsContent, context: ReadContext): AsyncGenerator<Fragment> {
  const { header } = content;
  const { settings } = context;
  let talk = settings.map.has('text') ? header.indexOf(settings.map.get('text') ?? '') : -1;
  let columns: Map<MapField, number> | null = null;
  const time = await settleDateOrder(timeSettings(settings), datesOf(content));
  if ('reason' in time) {
    context.tell(ambiguousDates(content.file, time.reason));
    return;
  }
  const file = new ExportFile(content.file, NAME, {
    settings: { ...settings, dateOrder: time.dateOrder },
    tell: (told) => context.tell(told),
  });
  for await (const rows of content.rows()) {
    talk = talk >= 0 ? talk : talkColumn(header, rows.slice(0, 50));
    if (talk < 0) {
      file.leftOut(rows[0]?.line ?? null, 'No column holds whole transcripts; name it with --map text=COLUMN.');
      return;
    }
    columns ??= new Map(
      (
        [
          'opened_at',
          'closed_at',
          'at',
          'customer',
          'customer_email',
          'agent',
          'channel',
          'status',
          'subject',
          'csat',
          'tags',
        ] as const
      ).map((field) => [field, columnOf(header, field, settings.map, talk)]),
    );
    const id = idColumn(header, settings.map, talk);
    for (const row of rows) {
      yield* readRow(row, id, talk, columns, file, time, context);
    }
  }
}

async function* readRow(
  row: Row,
  id: number,
  talk: number,
  columns: ReadonlyMap<MapField, number>,
  file: ExportFile,
  time: TimeSettings,
  context: ReadContext,
): AsyncGenerator<Fragment> {
  const value = (field: MapField): string | null => row.cells[columns.get(field) ?? -1]?.trim() || null;
  const cell = row.cells[talk] ?? '';
  if (cell.trim() === '') {
    file.notice(
      'no-transcript',
      row.line,
      'A row has an empty transcript; it was left out, here and maybe further on.',
    );
    return;
  }
  const opened = value('opened_at') ?? value('at');
  const transcripts = readTranscript(await linesIn(cell, row.line), {
    file: file.name,
    time,
    agentNames: [...context.settings.agentNames, ...(value('agent')?.split(/\s*[,;]\s*/u) ?? [])],
    trusting: false,
    day: opened !== null && dayNamed(opened, time) !== null ? opened : null,
    people: { customer: value('customer'), agents: value('agent')?.split(/\s*[,;]\s*/u) ?? [] },
    tell: (told) => {
      if (told.severity === 'problem') {
        context.tell(told);
      } else {
        file.notice(told.code, row.line, told.message);
      }
    },
  });
  const messages = transcripts.flatMap((transcript) => transcript.messages);
  if (messages.length === 0) {
    context.tell(
      problem(
        'unreadable-record',
        file.name,
        row.line,
        'No line of this transcript begins with an author; it was left out.',
      ),
    );
    return;
  }
  const [first] = transcripts;
  const rating = value('csat');
  yield makeFragment({
    id: (row.cells[id] ?? '').trim() || first?.id || `${file.name}:${row.line}`,
    channel: channelOfWord(value('channel')) ?? first?.channel ?? null,
    status: value('status'),
    subject: value('subject') ?? first?.subject ?? null,
    opened_at: file.at(opened, row.line) ?? first?.openedAt ?? null,
    closed_at: file.at(value('closed_at'), row.line) ?? first?.closedAt ?? null,
    customer: {
      id: null,
      name: value('customer') ?? first?.customer.name ?? null,
      email: value('customer_email') ?? first?.customer.email ?? null,
    },
    tags:
      value('tags')
        ?.split(/\s*[,;]\s*/u)
        .filter(Boolean) ?? [],
    csat: rating === null ? (first?.csat ?? null) : /^\d{1,4}(?:\.\d{1,4})?$/u.test(rating) ? Number(rating) : rating,
    messages,
    source: file.source(row.line),
  });
}

export const transcriptCell: Reader = {
  name: NAME,
  product: null,
  title: 'Table with a whole transcript in a cell (CSV, TSV)',
  certainty: 'documented',
  guide: {
    export: 'From any tool: a table with a row per conversation and the whole talk in one column.',
    reads:
      'The talk like a plain-text transcript (also as HTML); id, times, customer, agent, channel, tags, rating from the columns beside it.',
    lacks: 'What the talk does not say: mostly the zone (`--timezone`), sometimes who is the agent (`--agent-name`).',
  },
  shapes: ['rows'],
  detect(sample) {
    const found = detectCells(sample);
    return found === null
      ? null
      : { score: 45, reason: `the cells of "${sample.header[found.talk] ?? ''}" are whole talks, one per row` };
  },
  async *read(contents, context) {
    for (const content of contents) {
      if (content.shape === 'rows') {
        yield* readCells(content, context);
      }
    }
  },
};
