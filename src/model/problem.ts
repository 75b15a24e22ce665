/**
 * Something the user should know about the input. A `problem` is a record or file that could not be read; a `notice`
 * is not (backward times, a guessed zone, merged duplicates, a file skipped in a folder search).
 */
export interface Problem {
  readonly type: 'problem';
  readonly severity: 'problem' | 'notice';
  /** Stable kebab-case name: `unreadable-record`, `no-messages`, `backward-times`, … */
  readonly code: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly conversation?: string;
  /** What was found, what was expected, what to do. */
  readonly message: string;
}

export function problem(code: string, file: string | null, line: number | null, message: string): Problem {
  return { type: 'problem', severity: 'problem', code, file, line, message };
}

export function notice(code: string, file: string | null, line: number | null, message: string): Problem {
  return { type: 'problem', severity: 'notice', code, file, line, message };
}
