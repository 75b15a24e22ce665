import type { Channel, Message, Rating } from '../../model/conversation.ts';
import { makeMessage } from '../../model/conversation.ts';
import { notice, problem } from '../../model/problem.ts';
import type { TextLine } from '../content.ts';
import { TalkOrder } from '../repeated-hour.ts';
import { channelOfWord } from '../role-words.ts';
import { ambiguousDates, orderOfDates } from '../times.ts';
import type { Author } from './authors.ts';
import { authorNamed } from './authors.ts';
import { TranscriptClock } from './clock.ts';
import type { Field } from './fields.ts';
import type { FormName } from './forms.ts';
import { formOf } from './forms.ts';
import type { Part, TranscriptSettings } from './parts.ts';
import { partsOf } from './parts.ts';
import { sidesOf } from './sides.ts';

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

function fieldOfPart(part: Part, name: Field['name']): string | null {
  return part.fields.find((field) => field.name === name)?.value ?? null;
}

function transcriptOf(part: Part, form: FormName, settings: TranscriptSettings): TextTranscript {
  const clock = new TranscriptClock(settings.time);
  const talk = new TalkOrder(settings.time.zone);
  const opened = fieldOfPart(part, 'opened') ?? settings.day;
  const openedAt = opened === null ? null : clock.begin(opened);
  const authors = new Map<string, Author>();
  for (const one of part.spoken) {
    if ('line' in one && one.author !== null) {
      authors.set(one.author, authorNamed(one.author));
    }
  }
  const sideOf = sidesOf(part, authors, settings.people);
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
        at = time.at === null ? null : talk.settle(time.at);
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
  // "Visitor 48291" tells people apart, and is nobody's name.
  const customers = messages
    .filter(({ role, name }) => role === 'customer' && !/\d{2}/u.test(name ?? ''))
    .flatMap(({ name }) => name ?? []);
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
