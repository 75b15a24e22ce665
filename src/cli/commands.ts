import { run as audit } from './audit-command.ts';
import type { CommandOrder } from './command.ts';
import { run as compare } from './compare-command.ts';
import { run as convert } from './convert-command.ts';
import { run as dispute } from './dispute-command.ts';
import { run as evaluate } from './evaluate-command.ts';
import { run as init } from './init-command.ts';
import { run as merge } from './merge-command.ts';
import type { CommandName } from './names.ts';
import { run as plan } from './plan-command.ts';
import { run as rules } from './rules-command.ts';
import { expectLongRun } from './run-length.ts';
import { run as schema } from './schema-command.ts';
import { run as show } from './show-command.ts';
import { run as test } from './test-command.ts';
import { run as train } from './train-command.ts';

/** What each command does: one table, so that a start loads one file more and not one for every part it needs. */
const COMMAND_RUNS: Readonly<Record<CommandName, (order: CommandOrder) => Promise<number>>> = {
  audit,
  compare,
  convert,
  dispute,
  evaluate,
  init,
  merge,
  plan,
  rules,
  schema,
  show,
  test,
  train,
};

/** Runs a command and returns the exit code. */
export function runCommand(name: CommandName, order: CommandOrder): Promise<number> {
  if (name !== 'audit') {
    expectLongRun();
  }
  return COMMAND_RUNS[name](order);
}
