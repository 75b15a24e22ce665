import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';

let root = '';

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'interruption-test-'));
  const io = resolve(import.meta.dirname, '../../src/io');
  writeFileSync(
    join(root, 'work.ts'),
    `import { TemporaryFolder } from '${io}/temporary.ts';
     import { openWhole } from '${io}/write.ts';
     import { writeFileSync } from 'node:fs';
     const folder = new TemporaryFolder();
     writeFileSync(await folder.newFile(), 'private');
     const sink = await openWhole(process.argv[2]);
     await sink.write('x'.repeat(1_000_000));
     process.stdout.write('ready');
     setInterval(() => undefined, 1000);`,
  );
  await build({
    entryPoints: [join(root, 'work.ts')],
    outfile: join(root, 'work.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
  });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s leaves no temporary folder and no half file behind, and ends with %i', async (signal, code) => {
  const temporary = join(root, signal);
  const out = join(root, `${signal}-out`);
  for (const folder of [temporary, out]) {
    mkdirSync(folder);
  }
  const child = spawn(process.execPath, [join(root, 'work.mjs'), join(out, 'report.json')], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((done) => child.stdout.once('data', done));
  expect(readdirSync(temporary).length).toBe(1);
  const ended = new Promise((done) => child.once('exit', done));
  child.kill(signal);
  expect(await ended).toBe(code);
  expect(readdirSync(temporary)).toEqual([]);
  expect(readdirSync(out)).toEqual([]);
});
