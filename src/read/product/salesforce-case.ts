import { type Fragment, makeFragment } from '../../model/conversation.ts';
import type { Row, RowsContent } from '../content.ts';
import { ExportFile } from '../export-file.ts';
import type { ReadContext, Reader } from '../reader.ts';
import { truthOf } from '../role-words.ts';

const NAME = 'salesforce-case';

/** The same record bears 15 characters here and 18 there; the last three only check the case of the others. */
function recordId(id: string | null): string | null {
  return id !== null && /^[A-Za-z0-9]{18}$/u.test(id) ? id.slice(0, 15) : id;
}

type Cell = (row: Row, name: string) => string | null;

function cellsOf(header: readonly string[]): Cell {
  const names = header.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s_.]+/gu, ''),
  );
  return (row, name) => row.cells[names.indexOf(name)]?.trim() || null;
}

function has(header: readonly string[], ...names: string[]): boolean {
  const known = new Set(
    header.map((name) =>
      name
        .trim()
        .toLowerCase()
        .replace(/[\s_.]+/gu, ''),
    ),
  );
  return names.every((name) => known.has(name));
}

async function emailOf(row: Row, cell: Cell, file: ExportFile): Promise<Fragment | null> {
  const id = recordId(cell(row, 'parentid'));
  const incoming = truthOf(cell(row, 'incoming') ?? '');
  if (id === null || incoming === null) {
    file.leftOut(row.line, 'A letter has no ParentId, or Incoming is neither true nor false; it was left out.');
    return null;
  }
  const address = cell(row, 'fromaddress')?.toLowerCase() ?? null;
  const name = cell(row, 'fromname');
  const message = await file.message(
    {
      role: incoming ? 'customer' : 'agent',
      id: address,
      name: name === address ? null : name,
      at: file.at(cell(row, 'messagedate'), row.line),
      message_id: recordId(cell(row, 'id')),
      line: row.line,
    },
    cell(row, 'htmlbody'),
    cell(row, 'textbody'),
  );
  return makeFragment({
    id,
    product: 'salesforce-case',
    channel: 'email',
    subject: cell(row, 'subject'),
    customer: incoming ? { id: address, name: message.name, email: address } : { id: null, name: null, email: null },
    order: 'time',
    messages: [message],
    source: file.source(row.line),
  });
}

async function commentOf(row: Row, cell: Cell, file: ExportFile): Promise<Fragment | null> {
  const id = recordId(cell(row, 'parentid'));
  if (id === null) {
    file.leftOut(row.line, 'A comment has no ParentId; it was left out.');
    return null;
  }
  const internal = truthOf(cell(row, 'ispublished') ?? '') !== true;
  const message = await file.message(
    {
      // A public comment may be the customer's, by the portal; a hidden one never is.
      role: internal ? 'agent' : 'unknown',
      internal,
      id: recordId(cell(row, 'createdbyid')),
      name: cell(row, 'createdbyname'),
      at: file.at(cell(row, 'createddate'), row.line),
      message_id: recordId(cell(row, 'id')),
      line: row.line,
    },
    cell(row, 'commentbody'),
  );
  return makeFragment({
    id,
    product: 'salesforce-case',
    order: 'time',
    messages: [message],
    source: file.source(row.line),
  });
}

async function caseOf(row: Row, cell: Cell, file: ExportFile): Promise<Fragment | null> {
  const id = recordId(cell(row, 'id'));
  if (id === null) {
    return null;
  }
  const name = cell(row, 'suppliedname') ?? cell(row, 'contactname');
  const email = cell(row, 'suppliedemail')?.toLowerCase() ?? cell(row, 'contactemail')?.toLowerCase() ?? null;
  const at = file.at(cell(row, 'createddate'), row.line);
  const description = cell(row, 'description');
  const origin = cell(row, 'origin')?.toLowerCase();
  // The first letter of a case from e-mail stands in both; only a form's words stand nowhere else.
  const messages =
    description === null || origin === 'email'
      ? []
      : [await file.message({ role: 'customer', name, at, line: row.line }, description)];
  return makeFragment({
    id,
    product: 'salesforce-case',
    status: cell(row, 'status'),
    subject: cell(row, 'subject'),
    opened_at: at,
    closed_at: file.at(cell(row, 'closeddate'), row.line),
    customer: { id: null, name, email },
    order: 'time',
    messages,
    source: file.source(row.line),
  });
}

async function* readTable(content: RowsContent, context: ReadContext): AsyncGenerator<Fragment> {
  const { header } = content;
  const file = new ExportFile(content.file, NAME, context);
  const cell = cellsOf(header);
  const read = has(header, 'parentid', 'incoming')
    ? emailOf
    : has(header, 'parentid', 'commentbody')
      ? commentOf
      : caseOf;
  for await (const rows of content.rows()) {
    for (const row of rows) {
      const fragment = await read(row, cell, file);
      if (fragment !== null) {
        yield fragment;
      }
    }
  }
}

/** Cases with their e-mails and comments, as tables of the Data Loader. */
export const salesforceCase: Reader = {
  name: NAME,
  product: 'salesforce-case',
  title: 'Salesforce cases (Case, EmailMessage, CaseComment)',
  certainty: 'inferred',
  guide: {
    export: 'Data Loader exports of EmailMessage, CaseComment and Case as CSV, given together.',
    reads: 'E-mails by Incoming, hidden comments as notes, status and customer of the case.',
    lacks: 'The names of agents in e-mails from a shared address; whose a public comment is (`--agent-name`).',
  },
  shapes: ['rows'],
  bundle: () => NAME,
  detect({ header }) {
    const fits =
      has(header, 'parentid', 'incoming', 'messagedate') ||
      has(header, 'parentid', 'commentbody') ||
      has(header, 'id', 'casenumber', 'subject');
    return fits ? { score: 60, reason: 'the columns of Case, EmailMessage or CaseComment' } : null;
  },
  async *read(contents, context) {
    for (const content of contents) {
      if (content.shape === 'rows') {
        yield* readTable(content, context);
      }
    }
  },
};
