import { realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Fault } from '../fault.ts';
import type { Source } from '../model/source.ts';
import { byCodePoint } from '../text/code-point-order.ts';
import { asReadFault } from './failure.ts';
import { fileSource } from './source.ts';

interface Found {
  readonly path: string;
  /** Relative to the PATH given. */
  readonly name: string;
  readonly named: boolean;
}

/**
 * The files behind the paths of a command line: a file, a folder (searched, hidden files left out) or a glob. In the
 * order of their names by code point, each file once, so that the order of the paths changes nothing.
 *
 * A name is relative to the PATH given (of a file: its own name; of a glob: what follows its fixed part), with `/`. Files
 * that would share a name get as many of their parent folders before it as it takes to tell them apart.
 *
 * Throws a Fault `no-such-path` for a path or glob behind which there is no file.
 */
export async function findSources(paths: readonly string[]): Promise<Source[]> {
  const found = new Map<string, Found>();
  for (const path of paths) {
    const here = await filesBehind(path);
    if (here.length === 0) {
      throw new Fault('no-such-path', `Nothing to read at ${path}.`, {
        hint: 'Give a file, a folder, a glob in quotes, or - for standard input.',
      });
    }
    for (const file of here) {
      const real = realpathSync.native(file.path);
      const known = found.get(real);
      found.set(real, {
        path: real,
        name: known !== undefined && byCodePoint(known.name, file.name) <= 0 ? known.name : file.name,
        named: file.named || known?.named === true,
      });
    }
  }
  const sources: Source[] = [];
  for (const { path, name, named } of apart([...found.values()])) {
    const size = statSync(path).size;
    sources.push(fileSource(path, name, named, size));
  }
  return sources.sort((left, right) => byCodePoint(left.name, right.name));
}

/** Null where there is no such file. Throws a Fault for what may not be looked at. */
function statusOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch (cause) {
    const fault = asReadFault(cause, path);
    if (fault.message.includes('no such file')) {
      return null;
    }
    throw fault;
  }
}

async function filesBehind(path: string): Promise<Found[]> {
  const status = statusOf(path);
  if (status?.isDirectory() === true) {
    const names = await filesMatching('**/*', path);
    return names.map((name) => ({ path: join(path, name), name, named: false }));
  }
  if (status !== null) {
    return [{ path, name: basename(path), named: true }];
  }
  const { folder, pattern } = splitGlob(path);
  if (pattern === null) {
    return [];
  }
  const names = await filesMatching(pattern, folder);
  return names.map((name) => ({ path: join(folder, name), name, named: false }));
}

/** Relative to the folder; hidden files left out. */
async function filesMatching(pattern: string, folder: string): Promise<string[]> {
  const { glob } = await import('tinyglobby');
  return glob(pattern, { cwd: folder, dot: false, onlyFiles: true, expandDirectories: false });
}

/** The folders before the first part that holds a sign of a pattern, and the pattern after them. */
function splitGlob(path: string): { folder: string; pattern: string | null } {
  const parts = path.replaceAll('\\', '/').split('/');
  const first = parts.findIndex((part) => /[*?[\]{}()!]/.test(part));
  if (first < 0) {
    return { folder: path, pattern: null };
  }
  const folder = parts.slice(0, first).join('/');
  return { folder: folder === '' ? (path.startsWith('/') ? '/' : '.') : folder, pattern: parts.slice(first).join('/') };
}

/** Puts parent folders before names that are not unique. */
function apart(files: readonly Found[]): Found[] {
  const settled: Found[] = [];
  const byName = groupByName(files);
  for (const sharing of byName.values()) {
    if (sharing.length === 1) {
      settled.push(...sharing);
      continue;
    }
    const folders = sharing.map((file) => resolve(file.path.slice(0, file.path.length - file.name.length)));
    let depth = 1;
    let names: string[] = [];
    do {
      names = sharing.map((file, index) => `${lastFolders(folders[index] ?? '', depth)}${file.name}`);
      depth += 1;
    } while (new Set(names).size < names.length && depth < 64);
    settled.push(...sharing.map((file, index) => ({ ...file, name: names[index] ?? file.name })));
  }
  return settled;
}

function groupByName(files: readonly Found[]): Map<string, Found[]> {
  const groups = new Map<string, Found[]>();
  for (const file of files) {
    groups.set(file.name, [...(groups.get(file.name) ?? []), file]);
  }
  return groups;
}

function lastFolders(folder: string, count: number): string {
  const parts: string[] = [];
  let rest = folder;
  while (parts.length < count && dirname(rest) !== rest) {
    parts.unshift(basename(rest));
    rest = dirname(rest);
  }
  return parts.map((part) => `${part}/`).join('');
}
