import { readdirSync, readFileSync } from 'node:fs';
import type { ActItem } from '../src/judge/lesson.ts';
import { taughtItems, teachesLanguage } from '../src/judge/taught-items.ts';

/** Names are judged by rules of their own: no check listens for these two, and nobody read them with care. */
export const NAME_ACTS: readonly string[] = ['address', 'gives-name'];

/** The labelled messages of a language, all files. */
export function readItems(language: string): ActItem[] {
  const files = readdirSync('bench/acts').filter((name) => teachesLanguage(name, language));
  return taughtItems(
    files
      .sort()
      .map((name) => ({ name, shown: `bench/acts/${name}`, text: readFileSync(`bench/acts/${name}`, 'utf8') })),
  );
}
