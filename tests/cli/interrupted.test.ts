import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { program } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'interrupted-'));
const temporary = mkdtempSync(join(tmpdir(), 'interrupted-tmp-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(temporary, { recursive: true, force: true });
});

describe('an interrupted audit', () => {
  it('ends with 130 and leaves neither half a report nor a temporary copy of the input', async () => {
    const child = spawn(process.execPath, [program, '-', '--format', 'json=report.json', '--quiet'], {
      cwd: folder,
      env: { ...process.env, TMPDIR: temporary },
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    const line = JSON.stringify({ id: 'c', messages: [{ role: 'customer', text: 'x'.repeat(1000) }] });
    // More than is kept in memory, and no end: the program is waiting for the rest when it is interrupted.
    const block = `${line}\n`.repeat(1000);
    for (let written = 0; written < 12; written += 1) {
      if (!child.stdin.write(block)) {
        await once(child.stdin, 'drain');
      }
    }
    expect(readdirSync(temporary).length).toBe(1);
    child.stdin.on('error', () => {});
    child.kill('SIGINT');
    const [code] = (await once(child, 'close')) as [number | null];
    expect(code).toBe(130);
    expect(readdirSync(folder)).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
  });
});
