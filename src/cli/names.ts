/** The commands, for the table that runs them and for suggestions. */
export const COMMANDS = [
  'audit',
  'compare',
  'convert',
  'dispute',
  'evaluate',
  'init',
  'merge',
  'plan',
  'rules',
  'schema',
  'show',
  'test',
  'train',
] as const;
export type CommandName = (typeof COMMANDS)[number];
