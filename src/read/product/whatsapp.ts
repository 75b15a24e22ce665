import type { Fragment, Message } from '../../model/conversation.ts';
import { makeFragment, makeMessage } from '../../model/conversation.ts';
import { problem } from '../../model/problem.ts';
import { late } from '../../text/late-pattern.ts';
import { readTime } from '../../text/local-time.ts';
import { chatName } from '../chat-name.ts';
import type { Content } from '../content.ts';
import { tidyName, withoutLeadingMarks } from '../direction-marks.ts';
import type { ReadContext, Reader } from '../reader.ts';
import { TalkOrder } from '../repeated-hour.ts';
import { roleOfWord } from '../role-words.ts';
import { ambiguousDates, orderOfDates } from '../times.ts';

const MARK = '[\\u200e\\u200f\\u202a-\\u202e\\ufeff]{0,4}';
const DATE = '(\\d{1,4}(?:[./-] ?)\\d{1,2}(?:[./-] ?)\\d{1,4}\\.?)';
/** Morning and afternoon stand after the clock time, in a few languages before it. */
const HALF = '[ap]\\.?\\s?m\\.?|[πμ]\\.?\\s?μ\\.?|[صم]|오전|오후|上午|下午|午前|午後';
const CLOCK = `((?:(?:${HALF})\\s?)?\\d{1,2}[:.h]\\d{2}(?:[:.]\\d{2})?(?:\\s?(?:${HALF}))?)`;
/** A word between date and clock, as some languages have it. */
const AT = '[,،]?\\s{1,2}(?:(?:à|at|um|kl\\.?|klo|o|в|às|a las|alle|om) )?';
/** Old versions wrote no brackets and a colon after the seconds. */
const HEADER = late(
  () =>
    new RegExp(
      `^${MARK}(?:\\[${DATE}${AT}${CLOCK}\\]\\s?|${DATE}${AT}${CLOCK}(?: [-–—] |(?<=[:.]\\d{2}[:.]\\d{2}): ))(.*)$`,
      'isu',
    ),
);
/** Every header begins so: what does not is no header, and costs no more than a look at its beginning. */
const HEADER_BEGINS = new RegExp(`^${MARK}\\[?\\d`);

function readHeader(text: string): RegExpExecArray | null {
  return HEADER_BEGINS.test(text) ? HEADER.exec(text) : null;
}

/** Signal writes `[2020-01-17, 21:49]`: a year first and no seconds. */
const LIKE_SIGNAL = /^\[\d{4}-\d{2}-\d{2},? \d{2}:\d{2}\] /u;
/** `[2026-03-02 12:03:05]` without a comma is how any program may write. */
const LIKE_ANY = /^\[\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(?::\d{2})?\] /u;

const ENCRYPTED = late(
  () =>
    /^(?:messages and calls are|messages to this (?:chat|group) and calls are|nachrichten und anrufe sind|les messages et les appels sont|los mensajes y las llamadas|as mensagens e as chamadas|i messaggi e le chiamate sono|berichten en gesprekken|сообщения и звонки|повідомлення та дзвінки|meddelelser og opkald|wiadomości i połączenia)[^\n]{0,80}(?:encrypt|verschlüssel|chiffr|cifrad|criptograf|crittografat|versleutel|шифр|krypter|szyfr)/iu,
);
const DELETED = late(
  () =>
    /^(?:this message was deleted|you deleted this message|diese nachricht wurde gelöscht|du hast diese nachricht gelöscht|ce message a été supprimé|vous avez supprimé ce message|se eliminó este mensaje|eliminaste este mensaje|mensagem apagada|essa mensagem foi apagada|questo messaggio è stato eliminato|dit bericht is verwijderd|это сообщение было удалено|данное сообщение удалено|вы удалили (?:это|данное) сообщение|null)\.?$/iu,
);
const MISSED_CALL = late(
  () =>
    /^(?:missed (?:voice|video|group)|verpasster|appel (?:vocal|vidéo) manqué|llamada perdida|llamada de voz perdida|пропущенный|chamada de (?:voz|vídeo) perdida)/iu,
);
const MEDIA = late(
  () =>
    /^(?:<[^<>\n]{1,120}>|(?:image|video|audio|sticker|gif|document|contact card|voice message|video note) omitted|[^\n]{1,120}\((?:file attached|archivo adjunto|datei angehängt|fichier joint|файл добавлен|arquivo anexado|file allegato|bestand bijgevoegd)\))/iu,
);
const EDITED = late(
  () =>
    /\s{0,2}\u200e?<(?:this message was edited|diese nachricht wurde bearbeitet|se editó este mensaje|ce message a été modifié|сообщение изменено|mensagem editada)>\s{0,2}$/iu,
);

interface Entry {
  readonly line: number;
  readonly date: string;
  readonly clock: string;
  /** Author and text, with all continuation lines. */
  body: string;
}

/** `00:08 a. m.` and `13:05 PM` are written too: only hours of 1 to 12 have a half of the day. */
function plainClock(clock: string): string {
  const afternoon = /p\.?\s?m|μ\.?\s?μ|م|오후|下午|午後/iu.test(clock);
  const half = afternoon || new RegExp(HALF, 'iu').test(clock);
  const digits = clock.replace(new RegExp(HALF, 'giu'), '').replace('h', ':').trim();
  const hour = Number.parseInt(digits, 10);
  return half && hour >= 1 && hour <= 12 ? `${digits} ${afternoon ? 'pm' : 'am'}` : digits;
}

async function entriesOf(content: Content, context: ReadContext): Promise<Entry[]> {
  const entries: Entry[] = [];
  let strayTold = false;
  if (content.shape !== 'text') {
    return entries;
  }
  for await (const { line, text } of content.lines()) {
    const match = readHeader(text);
    const last = entries.at(-1);
    if (match !== null) {
      const [, date = match[3] ?? '', clock = match[4] ?? '', , , body = ''] = match;
      entries.push({ line, date, clock, body });
    } else if (last !== undefined) {
      last.body += `\n${text}`;
    } else if (text.trim() !== '' && !strayTold) {
      strayTold = true;
      context.tell(
        problem('unreadable-record', content.file, line, 'a line before the first message: it belongs to no message'),
      );
    }
  }
  return entries;
}

/** The places at which an author may end: every colon in the first line that is followed by a space or the end. */
function split(body: string, author: string): { author: string; text: string } {
  return { author, text: body.slice(author.length + 1).replace(/^ /u, '') };
}

/** A new subject of a group stands in quotation marks and may hold a colon: what ends inside them is no author. */
function quoteOpen(text: string): boolean {
  const count = (marks: RegExp): number => text.match(marks)?.length ?? 0;
  return count(/["”“„]/gu) % 2 === 1 || count(/«/gu) !== count(/»/gu);
}

function firstAuthor(body: string): string | null {
  const colon = /^[^\n:]{1,100}(?::[^\n :][^\n:]{0,60})?(?=: |:$|:\n)/u.exec(body)?.[0];
  return colon === undefined || quoteOpen(colon) || colon.trim() === '' ? null : colon;
}

/** Names with a colon in them: everything that somebody "says" begins with the same words and a further colon. */
function longNames(entries: readonly Entry[], agentNames: readonly string[]): Map<string, string> {
  const seen = new Map<string, { count: number; longer: string | null }>();
  for (const { body } of entries) {
    const author = firstAuthor(body);
    if (author === null) {
      continue;
    }
    const longer = firstAuthor(body.slice(author.length + 2));
    const name = longer === null || longer.length > 40 ? null : `${author}: ${longer}`;
    const known = seen.get(author);
    seen.set(author, {
      count: (known?.count ?? 0) + 1,
      longer: known === undefined || known.longer === name ? name : null,
    });
  }
  const names = new Map<string, string>();
  for (const [author, { count, longer }] of seen) {
    if (longer !== null && (count >= 3 || agentNames.includes(tidyName(longer)))) {
      names.set(author, longer);
    }
  }
  return names;
}

function authorsOf(entries: readonly Entry[]): Set<string> {
  return new Set(entries.flatMap(({ body }) => firstAuthor(body) ?? []));
}

/** "John Doe:." has no space after the colon; it is believed of an author who writes elsewhere. */
function glued(body: string, authors: ReadonlySet<string>): string | null {
  const colon = body.indexOf(':');
  const author = colon > 0 && colon <= 100 ? body.slice(0, colon) : null;
  return author !== null && authors.has(author) ? author : null;
}

function messageOf(
  entry: Entry,
  at: string | null,
  names: ReadonlyMap<string, string>,
  authors: ReadonlySet<string>,
): Message {
  const first = firstAuthor(entry.body) ?? glued(entry.body, authors);
  if (first === null) {
    return makeMessage({ role: 'system', at, line: entry.line, text: withoutLeadingMarks(entry.body) });
  }
  const { author, text } = split(entry.body, names.get(first) ?? first);
  const name = tidyName(author).replace(/^~\s?/u, '');
  const body = withoutLeadingMarks(text).replace(EDITED.expression, '');
  const byProgram = text.startsWith('\u200e') && !MEDIA.test(body) && !body.includes('\u200e');
  if (byProgram || ENCRYPTED.test(body) || DELETED.test(body) || MISSED_CALL.test(body)) {
    return makeMessage({ role: 'system', name, at, line: entry.line, text: body });
  }
  return makeMessage({ role: 'unknown', name, at, line: entry.line, text: body });
}

async function* readChat(content: Content, context: ReadContext): AsyncIterable<Fragment> {
  const entries = await entriesOf(content, context);
  const { timezone, dateOrder, agentNames } = context.settings;
  if (entries.length === 0) {
    return;
  }
  const settled = dateOrder === null ? orderOfDates(entries.map((entry) => entry.date)) : { order: dateOrder };
  if ('reason' in settled) {
    context.tell(ambiguousDates(content.file, settled.reason));
    return;
  }
  const talk = new TalkOrder(timezone);
  const names = longNames(entries, agentNames);
  const authors = authorsOf(entries);
  const messages = entries.map((entry) => {
    const day = entry.date.replace(/\.$/u, '');
    const clock = plainClock(entry.clock);
    const iso = /^\d{4}-\d{2}-\d{2}$/u.test(day) && /^\d{2}:[\d:]{2,5}$/u.test(clock);
    const time = readTime(iso ? `${day}T${clock}` : `${day} ${clock}`, {
      zone: timezone,
      dateOrder: settled.order,
    });
    if ('reason' in time) {
      context.tell(problem('unreadable-time', content.file, entry.line, time.reason));
    }
    return messageOf(entry, 'at' in time ? talk.settle(time.at) : null, names, authors);
  });
  yield makeFragment({
    id: chatName(content.file),
    product: 'whatsapp',
    channel: 'messaging',
    messages,
    sessions: true,
    source: { file: content.file, format: 'whatsapp', line: entries[0]?.line ?? null },
  });
}

export const whatsapp: Reader = {
  name: 'whatsapp',
  product: 'whatsapp',
  title: 'WhatsApp chat export',
  certainty: 'real',
  guide: {
    export: 'In the chat: More, Export chat, Without media. A text file, or on an iPhone an archive with `_chat.txt`.',
    reads:
      'Messages with their authors and times; lines of the program (joined, left, encrypted, deleted) as system messages.',
    lacks:
      'Who is the agent (`--agent-name`), the zone (`--timezone`), sometimes the order of day and month (`--date-order`), on Android the seconds.',
  },
  shapes: ['text'],
  detect({ lines }) {
    const headers = lines.filter(({ text }) => readHeader(text) !== null);
    const first = lines.find(({ text }) => text.trim() !== '');
    if (first === undefined || headers[0]?.line !== first.line) {
      return null;
    }
    const doubtful = headers.every(({ text }) => LIKE_SIGNAL.test(text) || LIKE_ANY.test(text));
    const authors = headers.flatMap(({ text }) => firstAuthor(HEADER.exec(text)?.[5] ?? '') ?? []);
    const called = authors.length === 0 || authors.some((author) => roleOfWord(author) !== null);
    // Authors called "Agent" and "Customer" are a help desk's, not a messenger's; without any, somebody else writes so.
    const score = called ? 25 : doubtful ? 35 : 85;
    return { score, reason: `${headers.length} lines begin with a date and time as WhatsApp writes them` };
  },
  async *read(contents, context) {
    for (const content of contents) {
      yield* readChat(content, context);
    }
  },
};
