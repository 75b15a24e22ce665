import type { Paint } from '../model/reporter.ts';

const unchanged = (text: string): string => text;

/** No colour: what is written to files, pipes and screens without colour. */
export const PLAIN: Paint = {
  strong: unchanged,
  faint: unchanged,
  good: unchanged,
  bad: unchanged,
  warn: unchanged,
};
