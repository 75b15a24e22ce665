import type { CommandOrder } from './command.ts';
import type { CommandName } from './names.ts';
import { expectLongRun } from './run-length.ts';

type Run = (order: CommandOrder) => Promise<number>;

/** What each command does. Each is loaded by itself: a run pays for the parts of its own command alone. */
const COMMANDS: Readonly<Record<CommandName, () => Promise<{ readonly run: Run }>>> = {
  audit: () => import('./audit-command.ts'),
  compare: () => import('./compare-command.ts'),
  convert: () => import('./convert-command.ts'),
  dispute: () => import('./dispute-command.ts'),
  evaluate: () => import('./evaluate-command.ts'),
  init: () => import('./init-command.ts'),
  merge: () => import('./merge-command.ts'),
  plan: () => import('./plan-command.ts'),
  rules: () => import('./rules-command.ts'),
  schema: () => import('./schema-command.ts'),
  show: () => import('./show-command.ts'),
  test: () => import('./test-command.ts'),
  train: () => import('./train-command.ts'),
};

/** Runs a command and returns the exit code. */
export async function runCommand(name: CommandName, order: CommandOrder): Promise<number> {
  if (name !== 'audit') {
    expectLongRun();
  }
  const { run } = await COMMANDS[name]();
  return run(order);
}
