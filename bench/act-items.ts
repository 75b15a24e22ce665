import { readdirSync, readFileSync } from 'node:fs';
import type { ActItem } from '../src/judge/lesson.ts';
import { taughtItems } from '../src/judge/taught-items.ts';

/** The labelled messages of a language, all files. */
export function readItems(language: string): ActItem[] {
  const files = readdirSync('bench/acts').filter(
    (name) => name === `${language}.ndjson` || name.endsWith(`-${language}.ndjson`),
  );
  return taughtItems(
    files
      .sort()
      .map((name) => ({ name, shown: `bench/acts/${name}`, text: readFileSync(`bench/acts/${name}`, 'utf8') })),
  );
}
