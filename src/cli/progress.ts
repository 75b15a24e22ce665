import type { Ora } from 'ora';
import type { Terminal } from './terminal.ts';

/** Work that is done sooner needs no progress line. */
const PATIENCE_MS = 333;
const REFRESH_MS = 200;

/**
 * The progress line on standard error: only on a terminal, only after a third of a second, never in a pipe or in CI.
 */
export class Progress {
  private readonly terminal: Terminal;
  private readonly silent: boolean;
  private readonly began = Date.now();
  private shown = 0;
  private spinner: Ora | null = null;
  private loading = false;
  private stopped = false;

  constructor(terminal: Terminal, quiet: boolean) {
    this.terminal = terminal;
    this.silent = quiet || terminal.stderr.isTTY !== true || (terminal.env['CI'] ?? '') !== '';
  }

  /** Called for each conversation; cheap while there is nothing to show. */
  step(conversations: number): void {
    if (this.silent || (conversations & 63) !== 0) {
      return;
    }
    const now = Date.now();
    if (now - this.began < PATIENCE_MS || now - this.shown < REFRESH_MS) {
      return;
    }
    this.shown = now;
    const rate = Math.round((conversations * 1000) / Math.max(now - this.began, 1));
    const text = `${conversations} conversations, ${rate} a second`;
    if (this.spinner !== null) {
      this.spinner.text = text;
    } else if (!this.loading) {
      this.loading = true;
      void this.start(text);
    }
  }

  stop(): void {
    this.stopped = true;
    this.spinner?.stop();
    this.spinner = null;
  }

  private async start(text: string): Promise<void> {
    const { default: ora } = await import('ora');
    if (!this.stopped) {
      this.spinner = ora({ text, stream: this.terminal.stderr as NodeJS.WriteStream, discardStdin: false }).start();
    }
  }
}
