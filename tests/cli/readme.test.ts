import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './program.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

describe('the README', () => {
  it('shows what the program prints ("npm run readme" writes it)', () => {
    const { status, stderr } = spawnSync(process.execPath, ['bench/run.mjs', 'readme', '--check'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('gives the test line that CI runs', () => {
    const line = 'npm ci && npm test';
    expect(readme).toContain(`\`\`\`sh\n${line}\n\`\`\``);
    expect(readFileSync(join(root, '.ci', 'run'), 'utf8').split('\n')).toContain(line);
  });

  it('names commands, outputs and pages that exist', async () => {
    const { COMMANDS } = await import('../../src/cli/names.ts');
    const used = [...readme.matchAll(/^transcript-audit (\w+) /gm)].map(([, word = '']) => word);
    expect(used.length).toBeGreaterThan(3);
    expect(used.filter((word) => !(COMMANDS as readonly string[]).includes(word))).toEqual([]);
    const { existsSync } = await import('node:fs');
    const links = [...readme.matchAll(/\]\((docs\/[^)#]+)\)/g)].map(([, path = '']) => path);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
