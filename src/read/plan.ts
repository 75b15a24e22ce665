import { Fault } from '../fault.ts';
import { notice, type Problem, problem } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import { nearest } from '../text/nearest.ts';
import type { Accounts } from './account.ts';
import { type Candidate, type Recognition, recognise } from './detect.ts';
import { listed } from './fields.ts';
import { READERS } from './product/index.ts';
import type { Head, Reader } from './reader.ts';
import type { ReadSettings } from './settings.ts';

/** A file that will be read, with how. */
export interface PlannedFile {
  readonly source: Source;
  readonly head: Head;
  readonly chosen: Candidate;
}

/** Files that one reader reads together, in the order of the input. */
export interface Unit {
  readonly reader: Reader;
  readonly files: readonly PlannedFile[];
}

/** Archives stand in archives, but not without end. */
const MOST_ARCHIVES = 3;

/**
 * Tells of every source what it is, and which of them belong together. What cannot be used is told: a problem where
 * the user named the file, a notice where a search found it.
 *
 * Throws a Fault `unknown-input-format` for a reader that does not exist.
 */
export async function planReading(
  sources: AsyncIterable<Source>,
  settings: ReadSettings,
  accounts: Accounts,
  tell: (problem: Problem) => void,
): Promise<readonly Unit[]> {
  checkFormat(settings.inputFormat);
  const units = new Map<string, { reader: Reader; files: PlannedFile[] }>();
  let alone = 0;
  for await (const source of sources) {
    for await (const file of plannedFiles(source, settings, accounts, tell, MOST_ARCHIVES)) {
      const { reader } = file.chosen;
      alone += 1;
      const bundle = reader.bundle === undefined ? `\u0000${alone}` : reader.bundle(file.source.name);
      const key = `${reader.name}\u0000${bundle}`;
      const unit = units.get(key) ?? { reader, files: [] };
      unit.files.push(file);
      units.set(key, unit);
    }
  }
  return [...units.values()];
}

function checkFormat(name: string | null): void {
  if (name === null || READERS.some((reader) => reader.name === name)) {
    return;
  }
  const names = READERS.map((reader) => reader.name);
  const meant = nearest(name, names);
  throw new Fault('unknown-input-format', `There is no input format "${name}".`, {
    hint: `${meant === null ? '' : `Did you mean ${meant}? `}The formats are ${names.join(', ')}.`,
  });
}

async function* plannedFiles(
  source: Source,
  settings: ReadSettings,
  accounts: Accounts,
  tell: (problem: Problem) => void,
  depth: number,
): AsyncGenerator<PlannedFile> {
  const account = accounts.of(source.name);
  let recognition: Recognition;
  try {
    recognition = await recognise(source, settings);
  } catch (cause) {
    account.outcome = 'unreadable';
    tell(asProblem(cause, source.name));
    return;
  }
  if (recognition.kind === 'archive' && depth > 0) {
    const { archive } = recognition;
    account.format = archive.name;
    account.outcome = 'empty';
    const context = { settings, tell };
    try {
      for await (const member of archive.members(source, context)) {
        for await (const file of plannedFiles(member, settings, accounts, tell, depth - 1)) {
          account.outcome = 'skipped';
          yield file;
        }
      }
    } catch (cause) {
      account.outcome = 'unreadable';
      tell(asProblem(cause, source.name));
      return;
    }
    if (account.outcome === 'empty') {
      account.outcome = source.named ? 'unrecognised' : 'skipped';
      tell(
        told(source.named, 'unrecognised-file', source.name, 'Nothing in this archive is an export that can be read.'),
      );
    }
    return;
  }
  if (recognition.kind === 'known') {
    account.format = recognition.winner.reader.name;
    const [unsure] = recognition.unsure ?? [];
    if (unsure !== undefined && recognition.winner.detection.score <= 30) {
      const words = `It looks like ${unsure}, whose shape is not known for certain, and is read as ${recognition.winner.reader.name}: ask for it with --input-format ${unsure}.`;
      tell(notice('uncertain-format', source.name, null, words));
    }
    yield { source, head: recognition.head, chosen: recognition.winner };
    return;
  }
  const { code, outcome, message } = explainRefusal(recognition, !source.named);
  account.outcome = source.named || outcome === 'refused' ? outcome : 'skipped';
  tell(told(source.named || outcome === 'refused', code, source.name, message));
}

function told(severe: boolean, code: string, file: string, message: string): Problem {
  return severe ? problem(code, file, null, message) : notice(code, file, null, `Skipped: ${message}`);
}

/** Why a file is not read, in words for the user. */
export function explainRefusal(
  recognition: Recognition,
  brief = false,
): {
  code: string;
  outcome: 'refused' | 'unrecognised';
  message: string;
} {
  const names = recognition.unsure ?? [];
  const asked = names.map((name) => `--input-format ${name}`).join(' or ');
  const unsure =
    names.length === 0
      ? ''
      : `It looks like ${names.join(' or ')}, whose shape is not known for certain: ask for it with ${asked}. `;
  switch (recognition.kind) {
    case 'refused':
      return {
        code: 'refused-file',
        outcome: 'refused',
        message: `${unsure}${recognition.winner.detection.refusal ?? ''}`,
      };
    case 'tie': {
      const names = recognition.candidates.slice(0, 4).map(({ reader }) => reader.name);
      const message = `It could be ${[...new Set(names)].join(' or ')}: say which with --input-format.`;
      return { code: 'ambiguous-format', outcome: 'unrecognised', message };
    }
    case 'empty':
      return { code: 'empty-file', outcome: 'unrecognised', message: 'The file is empty.' };
    case 'unknown':
      return {
        code: 'unrecognised-file',
        outcome: 'unrecognised',
        message: `${unsure}${explainUnknown(recognition, brief)}`,
      };
    default:
      return { code: 'unrecognised-file', outcome: 'unrecognised', message: 'It holds archives within archives.' };
  }
}

function explainUnknown(
  { head, containers, names, nearest }: Recognition & { kind: 'unknown' },
  brief: boolean,
): string {
  if (containers.length === 0) {
    return head.charset === null
      ? 'It is no text and no archive that is known here.'
      : 'It is text in no form that is known here.';
  }
  if (/^\s*<\?xml[\s?]/.test(head.text ?? '')) {
    return "It is XML, and of XML only Freshdesk's account export (<helpdesk-tickets>) is read: export it as JSON or CSV.";
  }
  const what = `It is ${containers.join(' or ')}, but holds no conversation in a form that is known here.`;
  if (brief) {
    return what;
  }
  const held = names.length === 0 ? '' : ` It has ${listed(names)}.`;
  return `${what}${held} Name the format (--input-format ${nearest.join('|')}), or the columns: --map conversation=…, --map text=…, --map name=….`;
}

const OF_THE_FILE = new Set(['unreadable-file', 'damaged-compression', 'damaged-archive']);

/** A failure of one file as a problem, so that the others are read. A full disk and defects of ours are thrown on. */
export function asProblem(cause: unknown, file: string): Problem {
  if (cause instanceof Fault && OF_THE_FILE.has(cause.code)) {
    return problem(cause.code, file, null, cause.hint === undefined ? cause.message : `${cause.message} ${cause.hint}`);
  }
  throw cause;
}
