import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { StoredModel } from '../src/judge/act-model.ts';
import { readModel } from '../src/judge/stored-model.ts';
import type { Phrase } from '../src/model/rule.ts';

export const LANGUAGES = ['en', 'ru'];

/** The phrases of the core pack, read plainly: `packs` reads them for users, with all its checks. */
export function corePhrases(): Phrase[] {
  return LANGUAGES.flatMap((language) => {
    const folder = `rules/core/phrases/${language}`;
    const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
    return files.sort().flatMap((name) => {
      const acts: Record<string, (string | { pattern: string; label?: string })[]> =
        parse(readFileSync(`${folder}/${name}`, 'utf8')) ?? {};
      return Object.entries(acts).flatMap(([act, list]) =>
        list.map((entry): Phrase => {
          const { pattern, label = null } = typeof entry === 'string' ? { pattern: entry } : entry;
          return { pattern, act, language, label, file: `${folder}/${name}`, line: 1 };
        }),
      );
    });
  });
}

/** The trained models of the core pack. */
export function coreModels(): Map<string, StoredModel> {
  return new Map(
    LANGUAGES.map((language) => {
      const file = `rules/core/model/${language}.bin`;
      return [language, readModel(readFileSync(file), file)];
    }),
  );
}
