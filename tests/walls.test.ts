import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');
const source = join(root, 'src');

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(source, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(source, file), 'utf8');
  const found: Import[] = [];
  for (const match of text.matchAll(
    /(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/g,
  )) {
    const name = match[2] ?? match[3] ?? '';
    const to = name.startsWith('.')
      ? relative(source, resolve(source, dirname(file), name)).replaceAll('\\', '/')
      : name;
    found.push({ from: file, to, typeOnly: match[1] !== undefined });
  }
  return found;
}

const files = filesIn(source);
const imports = files.flatMap(importsOf);
const stages = ['io', 'config', 'packs', 'read', 'kinds', 'judge', 'score', 'report'];
const room = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : path);
const ground = new Set(['model', 'text', 'fault.ts']);

describe('the walls of the house', () => {
  it('stages know the ground and themselves, never a neighbour: so each can be read and tested alone', () => {
    const broken = imports.filter(
      ({ from, to }) =>
        stages.includes(room(from)) && files.includes(to) && room(to) !== room(from) && !ground.has(room(to)),
    );
    expect(broken).toEqual([]);
  });

  it('the ground imports nothing from above: it is what everybody stands on', () => {
    const broken = imports.filter(
      ({ from, to }) =>
        ground.has(room(from)) && files.includes(to) && !(room(to) === room(from) && room(from) !== 'fault.ts'),
    );
    expect(broken).toEqual([]);
  });

  it('only the corridor strings stages together, and nothing imports the command line', () => {
    const broken = imports.filter(
      ({ from, to }) =>
        (room(from) === 'audit.ts' && room(to) === 'cli') || (room(to) === 'cli' && room(from) !== 'cli'),
    );
    expect(broken).toEqual([]);
  });

  it('disk, process and console stay in io and cli: the rest is pure and can be tested with values', () => {
    const broken = files.filter((file) => {
      if (room(file) === 'io' || room(file) === 'cli') {
        return false;
      }
      const text = readFileSync(join(source, file), 'utf8');
      return /from 'node:(fs|fs\/promises|process|child_process|os)'|\bprocess\.|\bconsole\./.test(text);
    });
    expect(broken).toEqual([]);
  });

  it('no drawer for odds and ends: a name must say what is inside', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc)(\.|\/)/.test(file))).toEqual([]);
  });

  it('no circles, type-only ones included: a circle has no first line to read', () => {
    const next = new Map<string, string[]>();
    for (const { from, to } of imports) {
      if (files.includes(to)) {
        next.set(from, [...(next.get(from) ?? []), to]);
      }
    }
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, path: string[]): void => {
      if (state.get(file) === 'done') {
        return;
      }
      if (state.get(file) === 'open') {
        circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const target of next.get(file) ?? []) {
        visit(target, [...path, file]);
      }
      state.set(file, 'done');
    };
    for (const file of files) {
      visit(file, []);
    }
    expect(circles).toEqual([]);
  });

  it('members of a family know their shared parts, never another member or the table that lists them', () => {
    const families = ['read/container', 'read/envelope', 'read/product', 'kinds', 'report'];
    const broken = imports.filter(({ from, to }) => {
      const family = families.find((folder) => dirname(from) === folder);
      return family !== undefined && !from.endsWith('/index.ts') && to === `${family}/index.ts`;
    });
    expect(broken).toEqual([]);
  });
});
