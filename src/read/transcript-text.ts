import type { Channel, Message, Rating, SystemEvent } from '../model/conversation.ts';
import { makeMessage } from '../model/conversation.ts';
import type { Problem } from '../model/problem.ts';
import { notice, problem } from '../model/problem.ts';
import type { TimeSettings } from '../text/local-time.ts';
import type { TextLine } from './content.ts';
import { channelOfWord } from './role-words.ts';
import { ambiguousDates, orderOfDates } from './times.ts';
import type { Author } from './transcript-authors.ts';
import { authorNamed } from './transcript-authors.ts';
import { TranscriptClock } from './transcript-clock.ts';
import type { Field } from './transcript-fields.ts';
import { fieldIn } from './transcript-fields.ts';
import type { FormName, SpokenLine } from './transcript-lines.ts';
import { FORMS, formOf, programLine } from './transcript-lines.ts';

/** One conversation of a plain-text transcript. */
export interface TextTranscript {
  readonly id: string | null;
  readonly line: number;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly customer: { readonly name: string | null; readonly email: string | null };
  readonly subject: string | null;
  readonly channel: Channel | null;
  readonly csat: Rating | null;
  readonly messages: readonly Message[];
}

export interface TranscriptSettings {
  readonly file: string;
  readonly time: TimeSettings;
  readonly agentNames: readonly string[];
  /** Every "Name: words" begins a message, also of names that appear once. */
  readonly trusting: boolean;
  /** A day named outside the text (the file's name, a column beside it). */
  readonly day: string | null;
  /** People known from beside the text: on which side they are. */
  readonly people?: { readonly customer: string | null; readonly agents: readonly string[] };
  /** A line that says which agent takes over from here on; the name is its first group. All other people are customers. */
  readonly agentHeading?: RegExp;
  tell(problem: Problem): void;
}

/** A line with nothing but a day: those below are of that day. */
const DAY_LINE =
  /^[\s*_=\-–—[\](]{0,12}(?:\p{L}{2,12}\.?,?\s)?(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}\.?\s\p{L}{3,10}\.?,?\s\d{4}|\p{L}{3,10}\.?\s\d{1,2},?\s\d{4})(?:\sг\.?)?[\s*_=\-–—[\])]{0,12}$/u;

const HEADING_KEY = 'agent heading';
const PROGRAM_LINE = { day: null, clock: null, author: null } as const;

interface Spoken extends SpokenLine {
  /** Of a line of the program: the agent whom it names, and what becomes of them. */
  readonly agent?: string;
  readonly event?: SystemEvent;
}

interface Part {
  readonly line: number;
  readonly fields: Field[];
  readonly spoken: (Spoken | { readonly day: string })[];
}

/** Authors of "Alice: hi" lines that may be believed: who recurs, who is listed, who is called by a role. */
function believedAuthors(lines: readonly TextLine[], agentNames: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { text, line } of lines) {
    const author = FORMS.untimed(text, line)?.author;
    if (author != null) {
      counts.set(author, (counts.get(author) ?? 0) + 1);
    }
  }
  const believed = [...counts].filter(
    ([author, count]) => count >= 2 || agentNames.includes(author) || authorNamed(author).role !== 'unknown',
  );
  return new Set(believed.map(([author]) => author));
}

/** Cuts the lines into conversations, and each into its fields and its messages with their continuation lines. */
function partsOf(lines: readonly TextLine[], form: FormName, settings: TranscriptSettings): Part[] {
  const believed = form === 'untimed' && !settings.trusting ? believedAuthors(lines, settings.agentNames) : null;
  const parts: Part[] = [];
  let part: Part | null = null;
  const current = (line: number): Part => {
    if (part === null) {
      part = { line, fields: [], spoken: [] };
      parts.push(part);
    }
    return part;
  };
  for (const { text, line } of lines) {
    if (text.trim() === '' && part === null) {
      continue;
    }
    const spoken = FORMS[form](text, line);
    const field = fieldIn(text);
    const talking: boolean = (part as Part | null)?.spoken.some((one) => 'line' in one) === true;
    if (
      field !== null &&
      (field.key === 'chat started' || field.key === 'chat') &&
      (spoken === null || form === 'untimed')
    ) {
      // The head of the next conversation.
      part = talking ? null : part;
      current(line).fields.push(field);
      continue;
    }
    if (field !== null && !talking && (form === 'untimed' ? isHead(field, lines, believed) : spoken === null)) {
      current(line).fields.push(field);
      continue;
    }
    const agent = settings.agentHeading?.exec(text)?.[1];
    if (agent !== undefined && spoken === null) {
      const taken = current(line).fields.some(({ key }) => key === HEADING_KEY);
      current(line).fields.push({ name: 'agent', key: HEADING_KEY, value: agent });
      current(line).spoken.push({
        ...PROGRAM_LINE,
        line,
        text: text.trim(),
        agent,
        event: taken ? 'transferred' : 'joined',
      });
      continue;
    }
    const day = DAY_LINE.exec(text)?.[1];
    if (day !== undefined && spoken === null) {
      current(line).spoken.push({ day });
      continue;
    }
    const program = spoken === null ? programLine(text) : null;
    if (program !== null) {
      current(line).spoken.push({ ...PROGRAM_LINE, line, text: program });
    } else if (spoken !== null && (believed === null || spoken.author === null || believed.has(spoken.author))) {
      current(line).spoken.push(spoken);
    } else {
      continueLast(current(line), text, line, settings);
    }
  }
  return parts;
}

/** Above a talk without times, "Customer: Anna Petrova" is a field only where Anna Petrova then speaks under her name. */
function isHead(field: Field, lines: readonly TextLine[], believed: ReadonlySet<string> | null): boolean {
  if (field.name !== 'customer' && field.name !== 'agent') {
    return true;
  }
  return (
    believed?.has(field.value) === true && lines.filter(({ text }) => fieldIn(text)?.key === field.key).length === 1
  );
}

function continueLast(part: Part, text: string, line: number, settings: TranscriptSettings): void {
  const index = part.spoken.length - 1;
  const last = part.spoken[index];
  if (last !== undefined && 'line' in last) {
    part.spoken[index] = { ...last, text: last.text === '' ? text : `${last.text}\n${text}` };
  } else if (text.trim() !== '' && !/^[\s*_=#-]{3,200}$/u.test(text)) {
    settings.tell(notice('line-outside', settings.file, line, 'A line above the first message was left out.'));
  }
}

/** Whose side an author is on, where the fields above the talk name people. */
function sides(
  part: Part,
  authors: ReadonlyMap<string, Author>,
  people: TranscriptSettings['people'],
): (author: Author) => Author {
  const named = (name: 'customer' | 'agent'): string[] =>
    part.fields
      .filter((field) => field.name === name)
      .flatMap(({ value }) => [value, ...value.split(/\s*[,;]\s*/u)])
      .map((value) => value.trim().toLowerCase());
  const customers = [...named('customer'), people?.customer?.trim().toLowerCase() ?? ''].filter(Boolean);
  const agents = [...named('agent'), ...(people?.agents ?? []).map((name) => name.trim().toLowerCase())].filter(
    Boolean,
  );
  const unknown = [...authors.values()].filter(({ role, name }) => role === 'unknown' && name !== null);
  const isCustomer = ({ name }: Author): boolean => name !== null && customers.includes(name.toLowerCase());
  const isAgent = ({ name }: Author): boolean => name !== null && agents.includes(name.toLowerCase());
  const headed = part.fields.some(({ key }) => key === HEADING_KEY);
  const two = unknown.length === 2 && [...authors.values()].length - unknown.length === 0;
  return (author) => {
    if (author.role !== 'unknown') {
      return author;
    }
    if (
      isCustomer(author) ||
      (headed && !isAgent(author)) ||
      (two && unknown.some((one) => isAgent(one)) && !isAgent(author))
    ) {
      return { ...author, role: 'customer' };
    }
    if (isAgent(author) || (two && unknown.some((one) => isCustomer(one)))) {
      return { ...author, role: 'agent' };
    }
    return author;
  };
}

function fieldOfPart(part: Part, name: Field['name']): string | null {
  return part.fields.find((field) => field.name === name)?.value ?? null;
}

function transcriptOf(part: Part, form: FormName, settings: TranscriptSettings): TextTranscript {
  const clock = new TranscriptClock(settings.time);
  const opened = fieldOfPart(part, 'opened') ?? settings.day;
  const openedAt = opened === null ? null : clock.begin(opened);
  const authors = new Map<string, Author>();
  for (const one of part.spoken) {
    if ('line' in one && one.author !== null) {
      authors.set(one.author, authorNamed(one.author));
    }
  }
  const sideOf = sides(part, authors, settings.people);
  let dayless = false;
  const messages: Message[] = [];
  for (const one of part.spoken) {
    if (!('line' in one)) {
      clock.begin(one.day);
      continue;
    }
    let at: string | null = null;
    if (one.clock !== null) {
      const time = form === 'elapsed' ? clock.after(one.clock) : clock.at(one.day, one.clock);
      if ('reason' in time) {
        settings.tell(problem('unreadable-time', settings.file, one.line, time.reason));
      } else {
        at = time.at;
        dayless ||= at === null;
      }
    }
    const text = one.text.trimEnd();
    if (one.author === null) {
      messages.push(
        makeMessage({ role: 'system', name: one.agent ?? null, event: one.event ?? null, at, text, line: one.line }),
      );
    } else {
      const { role, name, internal } = sideOf(authors.get(one.author) ?? authorNamed(one.author));
      messages.push(makeMessage({ role, name, internal, at, text, line: one.line }));
    }
  }
  if (dayless) {
    const words = 'Its times bear no day, and none stands above them: they were left out.';
    settings.tell(notice('times-without-day', settings.file, part.line, words));
  }
  const closed = fieldOfPart(part, 'closed');
  const rating = fieldOfPart(part, 'rating');
  const customers = messages.filter(({ role }) => role === 'customer').flatMap(({ name }) => name ?? []);
  return {
    id: fieldOfPart(part, 'id'),
    line: part.line,
    openedAt,
    closedAt: closed === null ? null : new TranscriptClock(settings.time).begin(closed),
    customer: {
      name: fieldOfPart(part, 'customer') ?? (new Set(customers).size === 1 ? (customers[0] ?? null) : null),
      email: fieldOfPart(part, 'email'),
    },
    subject: fieldOfPart(part, 'subject'),
    channel: channelOfWord(fieldOfPart(part, 'channel')),
    csat: rating === null ? null : /^\d{1,4}(?:\.\d{1,4})?$/u.test(rating) ? Number(rating) : rating,
    messages,
  };
}

/**
 * Reads the conversations of a plain-text transcript: `[12:03] Alice: hi`, `Alice (12:03 PM): hi`, `(12:03:15 PM) Alice: hi`,
 * `12:03 Alice: hi`, `( 10s ) Alice: hi`, a heading line "Alice 12:03" above the words, or `Alice: hi`.
 *
 * Nothing is invented: an author of lines without times is believed only who recurs, is listed or is called by a role; times
 * without a day stay null. An order of day and month that cannot be told is a problem, and there are no conversations.
 */
export function readTranscript(lines: readonly TextLine[], settings: TranscriptSettings): TextTranscript[] {
  const form = formOf(lines);
  const parts = partsOf(lines, form.name, settings).filter(({ spoken }) => spoken.some((one) => 'line' in one));
  const dates = parts.flatMap(({ spoken, fields }) => [
    ...fields.filter(({ name }) => name === 'opened').map(({ value }) => value),
    ...spoken.flatMap(({ day }) => day ?? []),
  ]);
  const inFigures = dates.filter((date) => /\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/u.test(date));
  let time = settings.time;
  if (time.dateOrder === null && inFigures.length > 0) {
    const settled = orderOfDates(inFigures);
    if ('reason' in settled) {
      settings.tell(ambiguousDates(settings.file, settled.reason));
      return [];
    }
    time = { ...time, dateOrder: settled.order };
  }
  return parts.map((part) => transcriptOf(part, form.name, { ...settings, time }));
}
