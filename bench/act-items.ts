import { readdirSync, readFileSync } from 'node:fs';
import { readActItems } from '../src/judge/act-items.ts';
import type { ActItem } from '../src/judge/lesson.ts';

/** The labelled messages of a language, all files. */
export function readItems(language: string): ActItem[] {
  const files = readdirSync('bench/acts').filter(
    (name) => name === `${language}.ndjson` || name.endsWith(`-${language}.ndjson`),
  );
  return files.sort().flatMap((name) => readActItems(readFileSync(`bench/acts/${name}`, 'utf8'), `bench/acts/${name}`));
}
