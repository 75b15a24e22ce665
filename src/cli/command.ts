import type { GivenOptions } from './options.ts';
import type { Terminal } from './terminal.ts';

/** What a command is asked: the process, its words and its flags. */
export interface CommandOrder {
  readonly terminal: Terminal;
  readonly words: readonly string[];
  readonly options: GivenOptions;
}
