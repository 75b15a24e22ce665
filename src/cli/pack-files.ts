import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Fault } from '../fault.ts';
import type { FindPack } from '../packs/load.ts';
import type { PackFile, PackFiles } from '../packs/schema.ts';
import { nearest } from '../text/nearest.ts';

/** The folder of the shipped packs: beside `dist` in the installed package, wherever the bundle's chunks lie in it. */
export function shippedRules(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'rules', 'core', 'pack.yaml'))) {
    const parent = dirname(folder);
    if (parent === folder) {
      throw new Fault('broken-installation', 'the shipped rules are missing beside the program', {
        hint: 'Install transcript-audit again.',
      });
    }
    folder = parent;
  }
  return join(folder, 'rules');
}

const asSlashes = (path: string): string => path.replaceAll('\\', '/');
const looksLikePath = (name: string): boolean => /[/\\]|\.ya?ml$|\.json$/.test(name);

/**
 * Finds packs: a shipped one by its name, another by the path of its file or folder, relative to whoever names it.
 *
 * @param cwd where paths on the command line start
 */
export function packFinder(cwd: string): FindPack {
  return async (name, from) => {
    const rules = shippedRules();
    if (!looksLikePath(name)) {
      const shipped = (await readdir(rules, { withFileTypes: true })).filter((entry) => entry.isDirectory());
      const names = shipped.map((entry) => entry.name).sort();
      if (!names.includes(name)) {
        const meant = nearest(name, names);
        throw new Fault('unknown-pack', `there is no pack "${name}"; the shipped packs are ${names.join(', ')}`, {
          hint:
            meant === null
              ? 'A pack of your own is named by its path, as in ./our-pack.yaml.'
              : `Did you mean "${meant}"?`,
        });
      }
      return folderPack(join(rules, name), `rules/${name}`);
    }
    const path = resolve(from === null ? cwd : resolve(cwd, dirname(from)), name);
    const shown = asSlashes(relative(cwd, path)) || '.';
    const kind = await stat(path).catch(() => null);
    if (kind === null) {
      throw new Fault('unknown-pack', `there is no pack at ${shown}`);
    }
    return kind.isDirectory()
      ? folderPack(path, shown)
      : { head: await packFile(path, shown), rules: [], phrases: [], models: [] };
  };
}

async function packFile(path: string, shown: string): Promise<PackFile> {
  return { name: shown, text: await readFile(path, 'utf8') };
}

async function yamlFiles(folder: string, shown: string): Promise<PackFile[]> {
  const names = existsSync(folder) ? await readdir(folder) : [];
  const wanted = names.filter((name) => /\.ya?ml$/.test(name)).sort();
  return Promise.all(wanted.map((name) => packFile(join(folder, name), `${shown}/${name}`)));
}

async function modelFiles(folder: string, shown: string): Promise<PackFiles['models']> {
  const names = existsSync(folder) ? (await readdir(folder)).filter((name) => name.endsWith('.bin')).sort() : [];
  return Promise.all(
    names.map(async (name) => ({
      language: name.replace(/\.bin$/, ''),
      name: `${shown}/${name}`,
      bytes: await readFile(join(folder, name)),
    })),
  );
}

async function folderPack(folder: string, shown: string): Promise<PackFiles> {
  const head = await packFile(join(folder, 'pack.yaml'), `${shown}/pack.yaml`).catch(() => {
    throw new Fault('unknown-pack', `the folder ${shown} holds no pack.yaml`);
  });
  const languagesFolder = join(folder, 'phrases');
  const languages = existsSync(languagesFolder) ? (await readdir(languagesFolder)).sort() : [];
  const phrases = await Promise.all(
    languages.map(async (language) =>
      (await yamlFiles(join(languagesFolder, language), `${shown}/phrases/${language}`)).map((file) => ({
        ...file,
        language,
      })),
    ),
  );
  return {
    head,
    rules: await yamlFiles(join(folder, 'rules'), `${shown}/rules`),
    phrases: phrases.flat(),
    models: await modelFiles(join(folder, 'model'), `${shown}/model`),
  };
}
