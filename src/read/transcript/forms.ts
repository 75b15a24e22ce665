import { late } from '../../text/late-pattern.ts';

/**
 * The forms in which a plain-text transcript writes who said what and when. A file keeps to one of them; lines in another
 * form are somebody's words.
 */

/** One line that begins a message. */
export interface SpokenLine {
  readonly line: number;
  /** The day as written, null where only a clock time stands. */
  readonly day: string | null;
  /** `12:03:15 PM`, of an elapsed time `1m 13s`; null in transcripts without times. */
  readonly clock: string | null;
  /** null of a line of the program. */
  readonly author: string | null;
  readonly text: string;
}

export type FormName = 'bracketed' | 'above' | 'bare' | 'named' | 'heading' | 'elapsed' | 'untimed';

const DAY =
  '(?:\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{1,2}\\.? \\p{L}{3,10}\\.?,? \\d{4}|\\p{L}{3,10}\\.? \\d{1,2},? \\d{4})';
const CLOCK =
  '\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d{1,6})?)?(?:[ \\u00a0\\u202f]?[ap]\\.?[ \\u00a0]?m\\.?)?(?:Z| ?(?:UTC|GMT)(?:[+-]\\d{1,2})?| ?[+-]\\d{2}:?\\d{2})?';
const STAMP = `(?:(${DAY})(?:,? {1,3}(?:at |в |um |- )?|T))?(${CLOCK})`;
const NAME = '[^\\s:\\[\\](){}<>|*/\\\\][^:\\[\\](){}<>|*\\n]{0,59}?';

/**
 * What a line must have for each form, told by cheap patterns: most lines of other files are in none, and a pattern with
 * `\p{L}` in any case costs V8 milliseconds to make.
 */
const OPENS_BRACKET = /^\s*[[(]/;
const CLOCK_IN_BRACKETS = /[[(][^\])]{0,40}\d:\d{2}/;
const OPENS_WITH_DAY_OR_CLOCK = /^\s*(?:\d|[^\s\d]{3,20} \d)/;
const ENDS_WITH_CLOCK = /\d:\d{2}.{0,40}$/s;

const BRACKETED = late(() => new RegExp(`^\\s*[[(]${STAMP}[\\])]\\s{0,4}[-–—:]?\\s{0,4}(.*)$`, 'isu'));
const BARE = late(() => new RegExp(`^\\s*${STAMP}(?:\\s{1,4}[-–—|]\\s{1,4}|\\t|\\s{1,4})(.*)$`, 'isu'));
const NAMED = late(() => new RegExp(`^(${NAME})\\s{0,4}[[(]${STAMP}[\\])]\\s{0,2}:?\\s{0,4}(.*)$`, 'isu'));
const HEADING = late(() => new RegExp(`^(${NAME})(?:\\s{0,4}[-–—,|·•]\\s{0,4}|\\s{1,8})${STAMP}\\s{0,4}:?$`, 'isu'));
/** `[10:30 AM] Alice` above the words. */
const ABOVE = late(() => new RegExp(`^\\s*[[(]${STAMP}[\\])]\\s{0,4}(${NAME})\\s*$`, 'isu'));
const ELAPSED = late(() => /^\s*\(\s*((?:\d{1,3}h\s*)?(?:\d{1,3}m\s*)?\d{1,4}s)\s*\)\s*(.*)$/su);
/** A name begins as names do; keys of JSON, tags and list items do not. */
const UNTIMED = late(() => /^([\p{L}\p{N}+@~([*_\p{Extended_Pictographic}][^:\n"{}<>=;\\]{0,59}?)\s?:(?:\s(.*)|)$/su);
/** `*** Bob joined the chat ***` */
const STARRED = /^\s*(?:\*{2,5}|-{2,5}|={2,5}|<{2,3})\s+(.{1,300}?)\s+(?:\*{2,5}|-{2,5}|={2,5}|>{2,3})\s*$/su;
const BY_PROGRAM = late(
  () =>
    /^[[(*]?\s*.{1,80}?\s(?:has\s)?(?:joined|left|entered|ended|closed|exited)(?:\s(?:the|this))?\s(?:chat|conversation|session|room)\s*[.\])*]?\s*$|^[[(*]?\s*.{0,80}?(?:присоединил(?:ся|ась)|подключил(?:ся|ась)|покинул[аи]?|завершил[аи]?|заверш[её]н)\s?(?:к\s)?(?:чат[у]?|диалог[у]?|бесед[уы]|разговор[у]?)?\s*[.\])*]?\s*$/iu,
);

/** Stands in every line that `BY_PROGRAM` takes: most lines have none. */
const PROGRAM_WORD =
  /(?:joined|left|entered|ended|closed|exited)(?:\s(?:the|this))?\s(?:chat|conversation|session|room)|присоединил|подключил|покинул|завершил|заверш[её]н/iu;
const isByProgram = (text: string): boolean => PROGRAM_WORD.test(text) && BY_PROGRAM.test(text);

/** No person is called so: beginnings of lines that only look like an author. */
const NO_AUTHOR = late(
  () =>
    /^(?:https?|ftp|mailto|note|nb|p\.?\s?s\.?|re|fwd?|subject|date|time|example|important|warning|error|total|tel|phone|fax|e-?mail|www|step \d.*|примечание|важно|пример|тема|дата|итого|тел|from|to|cc|bcc|sender|reply-to|received|return-path|delivered-to|message-id|in-reply-to|references|mime-version|content-[a-z-]{1,40}|x-[a-z-]{1,60}|dkim-signature|user-agent|status)$/iu,
);

/** Splits "Alice: hi". A colon inside a link or a clock time begins nobody's words. */
export function authorOf(rest: string): { author: string; text: string } | null {
  const match = rest.includes(':') ? UNTIMED.exec(rest) : null;
  const author = match?.[1]?.trim() ?? '';
  if (match === null || author === '' || NO_AUTHOR.test(author) || author.split(/\s+/u).length > 6) {
    return null;
  }
  const inClock = /\d$/u.test(author) && /^\d{2}(?!\d)/u.test(match[2] ?? '');
  return inClock || (match[2] ?? '').startsWith('//') ? null : { author, text: match[2] ?? '' };
}

/** The words of a line that the program wrote: between stars, or a sentence about the chat itself. */
export function programLine(rest: string): string | null {
  return STARRED.exec(rest)?.[1] ?? (isByProgram(rest) ? rest.trim() : null);
}

function afterStamp(
  line: number,
  day: string | undefined,
  clock: string | undefined,
  rest: string,
  sure: boolean,
): SpokenLine | null {
  const stamp = { line, day: day ?? null, clock: clock ?? null };
  const program = STARRED.exec(rest)?.[1];
  if (program !== undefined) {
    return { ...stamp, author: null, text: program };
  }
  const spoken = authorOf(rest);
  if (spoken !== null) {
    return { ...stamp, ...spoken };
  }
  // A bracketed time begins every line of its transcript; a bare one may begin a sentence.
  return (sure && rest.trim() !== '') || isByProgram(rest) ? { ...stamp, author: null, text: rest } : null;
}

type Form = (text: string, line: number) => SpokenLine | null;

export const FORMS: Readonly<Record<FormName, Form>> = {
  bracketed(text, line) {
    const match = OPENS_BRACKET.test(text) ? BRACKETED.exec(text) : null;
    return match === null ? null : afterStamp(line, match[1], match[2], match[3] ?? '', true);
  },
  above(text, line) {
    const match = text.length <= 120 && OPENS_BRACKET.test(text) ? ABOVE.exec(text) : null;
    const author = match?.[3]?.trim() ?? '';
    return match === null ||
      NO_AUTHOR.test(author) ||
      author.split(/\s+/u).length > 4 ||
      /[.!?,]$/u.test(author) ||
      isByProgram(author)
      ? null
      : { line, day: match[1] ?? null, clock: match[2] ?? null, author, text: '' };
  },
  bare(text, line) {
    const match = OPENS_WITH_DAY_OR_CLOCK.test(text) ? BARE.exec(text) : null;
    return match === null ? null : afterStamp(line, match[1], match[2], match[3] ?? '', false);
  },
  named(text, line) {
    const match = CLOCK_IN_BRACKETS.test(text) ? NAMED.exec(text) : null;
    return match === null
      ? null
      : { line, day: match[2] ?? null, clock: match[3] ?? null, author: (match[1] ?? '').trim(), text: match[4] ?? '' };
  },
  heading(text, line) {
    const match = text.length <= 120 && ENDS_WITH_CLOCK.test(text) ? HEADING.exec(text) : null;
    const author = match?.[1]?.trim() ?? '';
    return match === null || NO_AUTHOR.test(author) || author.split(/\s+/u).length > 5
      ? null
      : { line, day: match[2] ?? null, clock: match[3] ?? null, author, text: '' };
  },
  elapsed(text, line) {
    const match = OPENS_BRACKET.test(text) ? ELAPSED.exec(text) : null;
    return match === null ? null : afterStamp(line, undefined, match[1], match[2] ?? '', true);
  },
  untimed(text, line) {
    const program = programLine(text);
    if (program !== null) {
      return { line, day: null, clock: null, author: null, text: program };
    }
    const spoken = authorOf(text);
    return spoken === null ? null : { line, day: null, clock: null, ...spoken };
  },
};

/** `id:`, `name:`, `text:`, and again `id:`, `name:`, `text:`: records with three fields or more, and no talk. */
function areRecords(names: readonly string[]): boolean {
  const period = names.indexOf(names[0] ?? '', 1);
  const repeats = period >= 3 && names.length >= 2 * period;
  return repeats && names.every((name, index) => index < period || name === names[index - period]);
}

const TIMED = ['elapsed', 'bracketed', 'above', 'named', 'bare', 'heading'] as const;

/** The form that most lines of a text are in: a form with times where two lines have one, else "Alice: hi". */
export function formOf(lines: readonly { readonly line: number; readonly text: string }[]): {
  name: FormName;
  count: number;
} {
  let best: { name: FormName; count: number } = { name: 'untimed', count: 0 };
  const filled = lines.filter(({ text }) => text.trim() !== '');
  for (const name of TIMED) {
    const spoken = filled.filter(({ text, line }) => FORMS[name](text, line)?.author != null).length;
    if (spoken > best.count && (spoken >= 2 || filled.length <= 6)) {
      best = { name, count: spoken };
    }
  }
  const untimed = filled.flatMap(({ text, line }) => FORMS.untimed(text, line)?.author ?? []);
  return best.count > 0 ? best : { name: 'untimed', count: areRecords(untimed) ? 0 : untimed.length };
}
