import { ENGLISH } from './english.ts';
import type { Words } from './wording.ts';

/** The languages that reports can be written in. */
export const WORDS: Readonly<Record<'en', Words>> = { en: ENGLISH };
