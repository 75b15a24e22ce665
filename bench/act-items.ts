import { readdirSync, readFileSync } from 'node:fs';
import type { ActItem } from '../src/judge/lesson.ts';

interface WrittenItem extends Omit<ActItem, 'before'> {
  readonly before: readonly { readonly role: 'agent' | 'customer'; readonly text: string }[];
}

/** The labelled messages of a language, all files. */
export function readItems(language: string): ActItem[] {
  const files = readdirSync('bench/acts').filter(
    (name) => name === `${language}.ndjson` || name.endsWith(`-${language}.ndjson`),
  );
  return files.sort().flatMap((name) =>
    readFileSync(`bench/acts/${name}`, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): ActItem => {
        const item: WrittenItem = JSON.parse(line);
        return { ...item, before: item.before.map(({ role, text }) => ({ speaker: role, text })) };
      }),
  );
}
