import { existsSync, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { preparePhrases } from '../judge/heard-phrases.ts';
import type { ModelFile, Pack } from '../model/rule.ts';
import { shippedRules } from './pack-files.ts';

/** A pack as JSON; the models stay in their own files, named by language. */
export function writePrepared(pack: Pack): string {
  const prepared = preparePhrases(pack.phrases).map(({ language, compiled }) => ({ language, compiled }));
  return JSON.stringify({
    ...pack,
    prepared,
    models: [...pack.models].map(([language, { name }]) => [language, name]),
  });
}

/**
 * A shipped pack as the build prepared it, or null where there is none or the pack's own files are newer: then the YAML
 * is read, so that whoever edits a rule sees the edit.
 */
export async function readPrepared(name: string): Promise<Pack | null> {
  const rules = shippedRules();
  const path = join(dirname(rules), 'dist', 'packs', `${name}.json`);
  if (!/^[a-z][a-z0-9-]*$/.test(name) || !existsSync(path) || newest(join(rules, name)) > statSync(path).mtimeMs) {
    return null;
  }
  const written = JSON.parse(await readFile(path, 'utf8')) as Omit<Pack, 'models'> & { models: [string, string][] };
  const models = await Promise.all(
    written.models.map(async ([language, file]): Promise<[string, ModelFile]> => {
      return [language, { name: file, bytes: await readFile(join(dirname(rules), file)) }];
    }),
  );
  const prepared = written.prepared.map(({ language, compiled }) => {
    return { language, compiled, phrases: written.phrases.filter((phrase) => phrase.language === language) };
  });
  return { ...written, prepared, models: new Map(models) };
}

function newest(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((latest, entry) => {
    const path = join(folder, entry.name);
    return Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }, 0);
}
