import type { Settings } from '../config/settings.ts';
import type { Problem } from '../model/problem.ts';
import { visible } from '../report/visible.ts';
import type { OpenReading } from './session.ts';
import { nothingUsable } from './session.ts';
import { EXIT, type Terminal } from './terminal.ts';

/** Problems of one kind told one by one before the rest is only counted. */
const TOLD = 20;
const AUTHORS = 12;

/** One line of a problem or notice for standard error. */
export function problemLine({ severity, file, line, message }: Problem): string {
  const place = [file, line].filter((part) => part !== null).join(':');
  return `${severity}: ${place === '' ? '' : `${visible(place)}: `}${visible(message)}`;
}

/**
 * Tells what was met while reading, and the exit code that follows from it: 2 where nothing usable was found, or a
 * record could not be read under --strict.
 */
export function endOfReading(
  { reading, problems }: Pick<OpenReading, 'reading'> & { readonly problems: readonly Problem[] },
  { stderr }: Terminal,
  settings: Pick<Settings, 'strict'>,
  how: { readonly quiet: boolean; readonly unknownRoles: 'notice' | 'problem' },
): number {
  const faults = problems.filter(({ severity }) => severity === 'problem');
  const told = how.quiet ? faults : problems;
  for (const problem of told.slice(0, TOLD)) {
    stderr.write(`${problemLine(problem)}\n`);
  }
  if (told.length > TOLD) {
    stderr.write(`… and ${told.length - TOLD} more; --format json lists them all\n`);
  }
  if (reading.unknownAuthors.length > 0) {
    const names = reading.unknownAuthors
      .slice(0, AUTHORS)
      .map(({ name, messages }) => `  ${visible(name ?? '(no name)')} (${messages} messages)`);
    const rest = reading.unknownAuthors.length - names.length;
    stderr.write(
      `${how.unknownRoles}: nothing in the input tells agents from customers. Say who is an agent with --agent-name; the authors are\n`,
    );
    stderr.write(`${[...names, ...(rest > 0 ? [`  … and ${rest} more`] : [])].join('\n')}\n`);
  }
  if (nothingUsable(reading)) {
    stderr.write('error: no conversation could be read from the input\n');
    return EXIT.notDone;
  }
  return settings.strict && faults.length > 0 ? EXIT.notDone : EXIT.done;
}
