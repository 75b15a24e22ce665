/** The process as the command line sees it: handed in, so that every command can be tested with values. */
export interface Terminal {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
  cwd(): string;
}

/** Exit codes, as the contract has them. */
export const EXIT = { done: 0, gateNotKept: 1, notDone: 2, interrupted: 130 } as const;

/** Columns to print for: COLUMNS, else the screen's, else 80; between 40 and 200. */
export function widthOf(terminal: Terminal): number {
  const asked = Number(terminal.env['COLUMNS'] ?? terminal.stdout.columns ?? 80);
  return Number.isFinite(asked) && asked > 0 ? Math.min(Math.max(Math.floor(asked), 40), 200) : 80;
}
