/**
 * Puts the real output of the demo into the README: `npm run readme`, after a build. `--check` only says whether it is
 * still the real one.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const SHOWN_LINES = 46;
const BLOCK = /(<!-- demo:[^\n]*\n```text\n)[\s\S]*?(```\n<!-- \/demo -->)/;

const { stdout } = spawnSync(process.execPath, ['bin/transcript-audit.js', 'fixtures/demo', '--no-redact'], {
  encoding: 'utf8',
  env: { PATH: process.env['PATH'] ?? '', COLUMNS: '80' },
});
const lines = stdout.split('\n');
const shown = [...lines.slice(0, SHOWN_LINES), '…'].join('\n');
const old = readFileSync('README.md', 'utf8');
const text = old.replace(BLOCK, (_, before: string, after: string) => `${before}${shown}\n${after}`);
if (!process.argv.includes('--check')) {
  writeFileSync('README.md', text);
} else if (text !== old) {
  console.error('README.md does not show what the program prints: run "npm run build && npm run readme"');
  process.exitCode = 1;
}
