import type { Reader } from '../reader.ts';
import { native } from './native.ts';
import { table } from './table.ts';

/** Every product that can be read, in the order of docs/formats.md. */
export const READERS: readonly Reader[] = [native, table];
