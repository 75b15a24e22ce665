import { type Fragment, type Message, makeFragment } from '../../model/conversation.ts';
import { chatName } from '../chat-name.ts';
import type { Content, Row, RowsContent, TextLine } from '../content.ts';
import { ExportFile } from '../export-file.ts';
import { htmlToText } from '../html-body.ts';
import type { ReadContext, Reader } from '../reader.ts';
import { timeSettings } from '../times.ts';
import { readTranscript } from '../transcript/transcript.ts';

const NAME = 'salesforce';
const ELAPSED = /\(\s*(?:\d{1,3}h\s*)?(?:\d{1,3}m\s*)?\d{1,4}s\s*\)\s*[^:<>\n]{1,80}:/u;
/** `Agent Royalle G` stands alone in its line: from here on this agent speaks. */
const AGENT_HEADING = /^\s*Agent\s+(\S.{0,60}?)\s*$/u;
/** Reports cut long cells. */
const CUT_LENGTH = 32_000;

interface Talk {
  readonly messages: readonly Message[];
  readonly openedAt: string | null;
}

async function readBody(body: string, line: number | null, file: ExportFile, context: ReadContext): Promise<Talk> {
  const { text } = await htmlToText(body);
  const lines: TextLine[] = text.split('\n').map((one) => ({ line: line ?? 1, text: one }));
  if (body.length >= CUT_LENGTH && body.length <= CUT_LENGTH + 8) {
    file.notice(
      'truncated',
      line,
      'A chat is as long as reports allow: its end may be missing, here and maybe further on.',
    );
  }
  const [talk] = readTranscript(lines, {
    file: file.name,
    time: timeSettings(context.settings),
    agentNames: [],
    trusting: false,
    day: null,
    agentHeading: AGENT_HEADING,
    tell: (told) => file.notice(told.code, line, told.message),
  });
  return { messages: talk?.messages ?? [], openedAt: talk?.openedAt ?? null };
}

function columnsOf(header: readonly string[]): (row: Row, name: string) => string | null {
  const names = header.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/gu, ''),
  );
  return (row, name) => row.cells[names.indexOf(name)]?.trim() || null;
}

async function* readRows(content: RowsContent, context: ReadContext): AsyncGenerator<Fragment> {
  const file = new ExportFile(content.file, NAME, context);
  const cell = columnsOf(content.header);
  for await (const rows of content.rows()) {
    for (const row of rows) {
      const body = cell(row, 'body');
      const id = cell(row, 'chatkey') ?? cell(row, 'id') ?? cell(row, 'name');
      if (body === null) {
        file.notice('no-transcript', row.line, 'A chat has an empty Body; it was left out, here and maybe further on.');
        continue;
      }
      const { messages, openedAt } = await readBody(body, row.line, file, context);
      if (messages.length === 0) {
        file.leftOut(row.line, 'The Body holds no message in the form "( 10s ) Name: words"; it was left out.');
        continue;
      }
      yield makeFragment({
        id: id ?? `${file.name}:${row.line}`,
        product: 'salesforce',
        channel: 'chat',
        status: cell(row, 'status'),
        opened_at: file.at(cell(row, 'starttime'), row.line) ?? openedAt,
        closed_at: file.at(cell(row, 'endtime'), row.line),
        customer: customerOf(messages),
        messages,
        source: file.source(row.line),
      });
    }
  }
}

/** Whom the talk calls by a name of their own, not "Visitor". */
function customerOf(messages: readonly Message[]): { id: null; name: string | null; email: null } {
  const names = new Set(messages.filter(({ role }) => role === 'customer').map(({ name }) => name));
  const [only = null] = names;
  return { id: null, name: names.size === 1 ? only : null, email: null };
}

async function* readText(content: Content, context: ReadContext): AsyncGenerator<Fragment> {
  if (content.shape !== 'text') {
    return;
  }
  const file = new ExportFile(content.file, NAME, context);
  const lines: string[] = [];
  for await (const { text } of content.lines()) {
    lines.push(text);
  }
  const { messages, openedAt } = await readBody(lines.join('\n'), 1, file, context);
  if (messages.length > 0) {
    yield makeFragment({
      id: chatName(content.file),
      product: 'salesforce',
      channel: 'chat',
      opened_at: openedAt,
      customer: customerOf(messages),
      messages,
      source: file.source(1),
    });
  }
}

export const salesforce: Reader = {
  name: NAME,
  product: 'salesforce',
  title: 'Salesforce Live Chat (LiveChatTranscript)',
  certainty: 'real',
  guide: {
    export:
      'A report or Data Loader export of LiveChatTranscript as CSV with the column Body; or one Body saved as a file.',
    reads:
      'Messages at the beginning of the chat plus the time passed, agents by the "Agent Name" lines (a second is a hand-over), status.',
    lacks: 'Ids of people; bodies longer than 32,000 characters are cut by reports (a notice says so).',
  },
  shapes: ['rows', 'text'],
  detect({ shape, header, rows, lines }) {
    if (shape === 'text') {
      const text = lines
        .map((line) => line.text)
        .join('\n')
        .slice(0, 20_000);
      return /<(?:p|div) align="?center"?>/iu.test(text) && ELAPSED.test(text)
        ? { score: 90, reason: 'centred headings and elapsed times as in the body of a Live Chat' }
        : null;
    }
    const body = header.findIndex((name) => name.trim().toLowerCase() === 'body');
    const chats = rows.filter((row) => ELAPSED.test((row.cells[body] ?? '').slice(0, 20_000)));
    return body >= 0 && chats.length > 0
      ? { score: 90, reason: 'the column Body holds chats with elapsed times' }
      : null;
  },
  async *read(contents, context) {
    for (const content of contents) {
      yield* content.shape === 'rows' ? readRows(content, context) : readText(content, context);
    }
  },
};
