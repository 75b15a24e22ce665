import type { GivenOptions } from './options.ts';
import type { Terminal } from './terminal.ts';

/** What a command's own file exports. */
export interface CommandRun {
  run(order: CommandOrder): Promise<number>;
}

export interface CommandOrder {
  readonly terminal: Terminal;
  readonly words: readonly string[];
  readonly options: GivenOptions;
}
