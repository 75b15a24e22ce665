import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatsPage } from '../../src/read/formats-page.ts';
import { READERS } from '../../src/read/product/index.ts';
import { fixtureCases } from './fixtures.ts';

describe('the table of readers', () => {
  it('docs/formats.md is what the table says (else: node bench/run.mjs formats)', () => {
    const page = readFileSync(resolve(import.meta.dirname, '../../docs/formats.md'), 'utf8');
    expect(page).toBe(formatsPage(READERS));
  });

  it('no two readers share a name', () => {
    const names = READERS.map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('every reader has a fixture with hand-made expectations', () => {
    const tried = new Set(fixtureCases().map(({ format }) => format));
    expect(READERS.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });

  it('every reader says how to export, what is read and what is not there', () => {
    for (const { guide } of READERS) {
      expect([guide.export, guide.reads, guide.lacks].every((words) => words.endsWith('.'))).toBe(true);
    }
  });
});
