// Called by build.mjs, in a process of its own for each kind of run: runs the program as a user would, then keeps the
// code that V8 has compiled on the way. What never ran is compiled when it does.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';

const kind = process.argv[2];
const dist = join(import.meta.dirname, 'dist');
const load = createRequire(join(dist, 'start.cjs'));
const { compiledCode, loadProgram, setFlags } = load('./start.cjs');
setFlags(kind);
const program = loadProgram(kind, dist, load);
const folder = mkdtempSync(join(tmpdir(), 'transcript-audit-build-'));
try {
  for (const words of kind === 'help' ? [['--help'], ['--version'], ['audit', '--help']] : audits(folder)) {
    const code = await program.main(silentTerminal(words));
    if (code !== 0) {
      throw new Error(`"${words.join(' ')}" ended with ${code}`);
    }
  }
  writeFileSync(program.compiledPath, compiledCode(kind, program));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Short exports in both languages, as a table and in the native format, in the outputs that people look at. */
function audits(folder) {
  const rows = readFileSync('fixtures/demo/chat.csv', 'utf8').split('\n');
  const mails = readFileSync('fixtures/demo/mail.ndjson', 'utf8').split('\n');
  const table = join(folder, 'chat.csv');
  const native = join(folder, 'mail.ndjson');
  writeFileSync(table, `${rows.slice(0, 60).join('\n')}\n`);
  writeFileSync(native, `${mails.slice(0, 6).join('\n')}\n`);
  return [[table, '--format', 'json'], [native, '--format', 'ndjson'], [table]];
}

function silentTerminal(words) {
  const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });
  return {
    argv: [process.execPath, 'transcript-audit', ...words],
    env: {},
    stdin: process.stdin,
    stdout: nowhere(),
    stderr: nowhere(),
    cwd: () => import.meta.dirname,
  };
}
