import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Conversation } from '../../src/model/conversation.ts';
import type { Source } from '../../src/model/source.ts';
import { READERS } from '../../src/read/product/index.ts';
import type { ReadSettings } from '../../src/read/settings.ts';
import { type ReadResult, readAll, sourceOf } from './reading.ts';

/** What is expected of one conversation: any of its keys, and `said`, its messages as short lines. */
export type Expected = Partial<Omit<Conversation, 'messages' | 'source'>> & {
  readonly id: string;
  readonly said?: string[];
};

/** `fixtures/<format>/<case>/`: the files of an export, `expected.json`, and maybe `settings.json`. */
export interface FixtureCase {
  readonly name: string;
  readonly format: string;
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
  readonly expected: readonly Expected[];
  /** Codes of the problems that are expected. */
  readonly problems: readonly string[];
  readonly settings: Partial<ReadSettings>;
}

const root = resolve(import.meta.dirname, '../../fixtures');

/** Every fixture of a reader, in the order of their names. */
export function fixtureCases(): FixtureCase[] {
  return READERS.map(({ name }) => name)
    .filter((format) => existsSync(join(root, format)))
    .flatMap((format) =>
      readdirSync(join(root, format))
        .sort()
        .map((name) => caseOf(format, name)),
    )
    .filter((fixture) => fixture !== null);
}

function caseOf(format: string, name: string): FixtureCase | null {
  const folder = join(root, format, name);
  if (!existsSync(join(folder, 'expected.json'))) {
    return null;
  }
  const settingsFile = join(folder, 'settings.json');
  const given = existsSync(settingsFile) ? JSON.parse(readFileSync(settingsFile, 'utf8')) : {};
  const { problems = [], map = {}, ...settings } = given;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'expected.json' && entry.name !== 'settings.json')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ name: relative(folder, path).replaceAll('\\', '/'), bytes: readFileSync(path) }));
  return {
    name: `${format}/${name}`,
    format,
    files,
    expected: JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')),
    problems,
    settings: { ...settings, map: new Map(Object.entries(map)) },
  };
}

export function sourcesOf(fixture: FixtureCase): Source[] {
  return fixture.files.map(({ name, bytes }) => sourceOf(name, bytes));
}

export function readFixture(fixture: FixtureCase): Promise<ReadResult> {
  return readAll(sourcesOf(fixture), fixture.settings);
}
