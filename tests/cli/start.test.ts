import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { kindOfRun, loadProgram } from '../../src/cli/start.ts';
import { program, root } from './program.ts';

interface Titled {
  readonly title: string;
}

const load = createRequire(import.meta.url);
const written = (code: number): string =>
  `/*${`${code}`.repeat(16)}*/(function(module,require,path){module.exports={main:async()=>${code}}})`;

describe('loadProgram', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'transcript-audit-test-'));
    mkdirSync(join(folder, 'compiled'));
    writeFileSync(join(folder, 'program.cjs'), written(7));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = async (): Promise<{ code: number; refused: boolean | undefined; compiledPath: string }> => {
    const { main, script, compiledPath } = loadProgram('work', folder, load);
    return { code: await main(process), refused: script.cachedDataRejected, compiledPath };
  };

  it('runs a program that nobody has compiled', async () => {
    expect(await run()).toMatchObject({ code: 7, refused: undefined });
  });

  it('runs all the same where the compiled code is none', async () => {
    // Never loaded before: what V8 compiled in this process it would not look for.
    writeFileSync(join(folder, 'program.cjs'), written(6));
    writeFileSync(join(folder, 'compiled', `work-${'6'.repeat(16)}.bin`), 'no code');
    expect(await run()).toMatchObject({ code: 6, refused: true });
  });

  it('never finds what was compiled of another build, though its text be as long', async () => {
    const { script, compiledPath } = loadProgram('work', folder, load);
    writeFileSync(compiledPath, script.createCachedData());
    writeFileSync(join(folder, 'program.cjs'), written(8));
    expect(await run()).toMatchObject({ code: 8, refused: undefined });
  });
});

describe('kindOfRun', () => {
  it.each([
    [['--help'], 'help'],
    [['audit', '-h'], 'help'],
    [['-V'], 'help'],
    [['july.csv', '--format', 'json'], 'work'],
    [[], 'work'],
  ])('%j: %s', (words, kind) => {
    expect(kindOfRun(words)).toBe(kind);
  });
});

describe('the built program', () => {
  const node = (...words: string[]): string => execFileSync(process.execPath, words, { encoding: 'utf8', cwd: root });

  it.each(['help', 'work'])('has code compiled for %s that this version of Node takes', (kind) => {
    const dist = JSON.stringify(join(root, 'dist'));
    const asked = `const start=require(${dist}+'/start.cjs');start.setFlags('${kind}');process.stdout.write(String(start.loadProgram('${kind}',${dist},require).script.cachedDataRejected))`;
    expect(node('-e', asked)).toBe('false');
  });

  it('reads a rule again that was changed after the build', () => {
    const folder = mkdtempSync(join(tmpdir(), 'transcript-audit-test-'));
    try {
      for (const part of ['bin', 'dist', 'rules', 'package.json']) {
        cpSync(join(root, part), join(folder, part), { recursive: true, preserveTimestamps: true });
      }
      const copy = join(folder, 'bin', 'transcript-audit.js');
      const titles = (): string[] => (JSON.parse(node(copy, 'rules', '--json')) as Titled[]).map(({ title }) => title);
      const before = titles();
      const rules = join(folder, 'rules', 'core', 'rules');
      const file = join(rules, readdirSync(rules)[0] ?? '');
      writeFileSync(file, readFileSync(file, 'utf8').replace(/title: .*/, 'title: Changed after the build'));
      expect(before).not.toContain('Changed after the build');
      expect(titles()).toContain('Changed after the build');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('says the same where V8 refuses the compiled code, as under flags of other code', () => {
    const words = [program, join('fixtures', 'demo', 'mail.ndjson'), '--format', 'json'];
    expect(node('--stack-size=900', ...words)).toBe(node(...words));
  });
});
