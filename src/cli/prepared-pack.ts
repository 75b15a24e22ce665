import { closeSync, existsSync, fstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { preparePhrases } from '../judge/heard-phrases.ts';
import { readyModel, writeReadyModel } from '../judge/ready-model.ts';
import { readModel } from '../judge/stored-model.ts';
import type { ModelFile, Pack, Phrase, PreparedPhrases } from '../model/rule.ts';
import { shippedRules } from './pack-files.ts';

/** What a start reads of a pack; the rest lies in files of its own, which are read when they are asked for. */
interface WrittenPack extends Omit<Pack, 'phrases' | 'prepared' | 'models' | 'asPrepared'> {
  /** Language and file of each model. */
  readonly models: readonly (readonly [string, string])[];
}

/** The files of a prepared pack: name and content of each. */
export function writePrepared(pack: Pack): [string, string | Uint8Array][] {
  const { phrases, prepared: _, models, asPrepared: __, ...rest } = pack;
  const written: WrittenPack = { ...rest, models: [...models].map(([language, { name }]) => [language, name]) };
  return [
    [`${pack.name}.json`, asciiJson(written)],
    [`${pack.name}.phrases.json`, asciiJson(phrases)],
    ...preparePhrases(phrases).map(({ language, compiled }): [string, string] => [
      `${pack.name}.${language}.json`,
      asciiJson(compiled),
    ]),
    ...[...models].map(([language, { bytes, name }]): [string, Uint8Array] => [
      `${pack.name}.${language}.model`,
      writeReadyModel(readyModel(readModel(bytes, name))),
    ]),
  ];
}

/**
 * A shipped pack as the build prepared it, or null where there is none or the pack's own files are newer: then the YAML
 * is read, so that whoever edits a rule sees the edit.
 */
export async function readPrepared(name: string): Promise<Pack | null> {
  const root = dirname(shippedRules());
  const folder = join(root, 'dist', 'packs');
  const path = join(folder, `${name}.json`);
  if (
    !/^[a-z][a-z0-9-]*$/.test(name) ||
    !existsSync(path) ||
    newest(join(root, 'rules', name)) > statSync(path).mtimeMs
  ) {
    return null;
  }
  const written = readJson<WrittenPack>(path);
  const phrases = once(() => readJson<Phrase[]>(join(folder, `${name}.phrases.json`)));
  return {
    ...written,
    get phrases() {
      return phrases();
    },
    prepared: written.languages.map((language) =>
      preparedPhrases(language, join(folder, `${name}.${language}.json`), phrases),
    ),
    asPrepared: true,
    models: new Map(
      written.models.map(([language, file]) => [
        language,
        modelFile(root, file, join(folder, `${name}.${language}.model`)),
      ]),
    ),
  };
}

function preparedPhrases(language: string, path: string, all: () => readonly Phrase[]): PreparedPhrases {
  return {
    language,
    get phrases() {
      return all().filter((phrase) => phrase.language === language);
    },
    get compiled() {
      return readJson<unknown>(path);
    },
  };
}

function modelFile(root: string, name: string, ready: string): ModelFile {
  return {
    name,
    get bytes() {
      return readFileSync(join(root, name));
    },
    ready: once(() => readShared(ready)),
  };
}

/** The bytes of a file in memory that workers can be given without a copy. */
function readShared(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(new SharedArrayBuffer(fstatSync(file).size));
    let read = 0;
    for (let more = 1; more > 0; read += more) {
      more = readSync(file, bytes, read, bytes.length - read, null);
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}

/** JSON in ASCII alone: with one byte a character, reading it back takes half the time. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** What `asciiJson` wrote. */
const readJson = <Value>(path: string): Value => JSON.parse(readFileSync(path, 'latin1')) as Value;

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function newest(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((latest, entry) => {
    const path = join(folder, entry.name);
    return Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }, 0);
}
