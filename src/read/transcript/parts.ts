import type { SystemEvent } from '../../model/conversation.ts';
import type { Problem } from '../../model/problem.ts';
import { notice } from '../../model/problem.ts';
import { late } from '../../text/late-pattern.ts';
import type { TimeSettings } from '../../text/local-time.ts';
import type { TextLine } from '../content.ts';
import { agentMatcher } from '../roles.ts';
import { authorNamed } from './authors.ts';
import type { Field } from './fields.ts';
import { fieldIn } from './fields.ts';
import type { FormName, SpokenLine } from './forms.ts';
import { FORMS, programLine } from './forms.ts';

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
const DAY_LINE = late(
  () =>
    /^[\s*_=\-–—[\](]{0,12}(?:\p{L}{2,12}\.?,?\s)?(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}\.?\s\p{L}{3,10}\.?,?\s\d{4}|\p{L}{3,10}\.?\s\d{1,2},?\s\d{4})(?:\sг\.?)?[\s*_=\-–—[\])]{0,12}$/u,
);

const RULE = /^[\s*_=#-]{3,200}$/u;

export const HEADING_KEY = 'agent heading';
const PROGRAM_LINE = { day: null, clock: null, author: null } as const;

interface Spoken extends SpokenLine {
  /** Of a line of the program: the agent whom it names, and what becomes of them. */
  readonly agent?: string;
  readonly event?: SystemEvent;
}

/** One conversation of the text: what its head says, and its messages and day lines in order. */
export interface Part {
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
  const isAgent = agentMatcher(agentNames);
  const believed = [...counts].filter(
    ([author, count]) => count >= 2 || isAgent(author) || authorNamed(author).role !== 'unknown',
  );
  return new Set(believed.map(([author]) => author));
}

/** Cuts the lines into conversations, and each into its fields and its messages with their continuation lines. */
export function partsOf(lines: readonly TextLine[], form: FormName, settings: TranscriptSettings): Part[] {
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
  let before = '';
  for (const { text, line } of lines) {
    const apart = before.trim() === '' || RULE.test(before);
    before = text;
    if (text.trim() === '' && part === null) {
      continue;
    }
    const spoken = FORMS[form](text, line);
    const field = fieldIn(text);
    const talking: boolean = (part as Part | null)?.spoken.some((one) => 'line' in one) === true;
    if (
      field !== null &&
      (field.key === 'chat started' || (field.key === 'chat' && (apart || !talking))) &&
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
  } else if (text.trim() !== '' && !RULE.test(text)) {
    settings.tell(notice('line-outside', settings.file, line, 'A line above the first message was left out.'));
  }
}
