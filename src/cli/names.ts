/** The commands, for suggestions. */
export const COMMANDS = [
  'audit',
  'rules',
  'test',
  'evaluate',
  'convert',
  'show',
  'compare',
  'merge',
  'plan',
  'schema',
  'init',
  'dispute',
  'train',
] as const;
