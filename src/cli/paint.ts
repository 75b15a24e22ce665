import type { Paint } from '../model/reporter.ts';
import { PLAIN } from '../report/paint.ts';
import type { GivenOptions } from './options.ts';
import type { Terminal } from './terminal.ts';

/** Colour where it is wanted: flags first, then NO_COLOR and FORCE_COLOR, then whether the output is a terminal. */
export function wantsColour({ env, stdout }: Terminal, options: GivenOptions): boolean {
  if (typeof options['color'] === 'boolean') {
    return options['color'];
  }
  if ((env['NO_COLOR'] ?? '') !== '') {
    return false;
  }
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) {
    return forced !== '0' && forced !== 'false';
  }
  return stdout.isTTY === true && env['TERM'] !== 'dumb';
}

/** The colours of a run. Sixteen colours only: they follow the user's own theme. */
export async function makePaint(terminal: Terminal, options: GivenOptions): Promise<Paint> {
  if (!wantsColour(terminal, options)) {
    return PLAIN;
  }
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return { strong: chalk.bold, faint: chalk.dim, good: chalk.green, bad: chalk.red, warn: chalk.yellow };
}
