import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findSources } from '../../src/io/paths.ts';

let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'paths-test-'));
  for (const folder of ['a/deep', 'b', '.hidden']) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  const files = [
    'a/july.csv',
    'a/deep/ä.csv',
    'a/deep/z.csv',
    'a/[1].txt',
    'b/july.csv',
    'b/\u{1f600}.csv',
    'b/\uff21.csv',
    '.hidden/x.csv',
  ];
  for (const file of files) {
    writeFileSync(join(root, file), 'x');
  }
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const names = async (...paths: string[]): Promise<string[]> =>
  (await findSources(paths.map((path) => join(root, path)))).map(({ name }) => name);

describe('the files behind the paths of a command line', () => {
  it('of a folder: searched, relative to it, by code point, without hidden files', async () => {
    expect(await names('a')).toEqual(['[1].txt', 'deep/z.csv', 'deep/ä.csv', 'july.csv']);
    expect(await names('b')).toEqual(['july.csv', '\uff21.csv', '\u{1f600}.csv']);
    expect(await names('.')).not.toContain('.hidden/x.csv');
  });

  it('of a file: its own name, and it counts as named', async () => {
    const [only] = await findSources([join(root, 'a/july.csv')]);
    expect([only?.name, only?.named, only?.size]).toEqual(['july.csv', true, 1]);
  });

  it('of a glob: what follows its fixed part; a file that is named like a pattern is that file', async () => {
    expect(await names('a/**/*.csv')).toEqual(['deep/z.csv', 'deep/ä.csv', 'july.csv']);
    expect(await names('a/[1].txt')).toEqual(['[1].txt']);
  });

  it('the order of the paths changes nothing, and a file met twice is read once', async () => {
    const forth = await names('a', 'b', 'a/july.csv');
    expect(await names('a/july.csv', 'b', 'a')).toEqual(forth);
    expect(forth.length).toBe(7);
  });

  it('files of one name are told apart by their folders', async () => {
    expect(await names('a/july.csv', 'b/july.csv')).toEqual(['a/july.csv', 'b/july.csv']);
  });

  it('a path behind which there is nothing is a fault that names it', async () => {
    await expect(names('a', 'nope')).rejects.toMatchObject({ code: 'no-such-path' });
    await expect(names('a/*.nope')).rejects.toMatchObject({ code: 'no-such-path' });
  });
});
