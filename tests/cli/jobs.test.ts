import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { program, root, runProgram } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'jobs-'));
const exportFile = join(folder, 'export.ndjson');
/** As many as make the program start workers, and fill more batches than may be on their way at once. */
const COPIES = 4;

beforeAll(() => writeFileSync(exportFile, manyConversations()));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The English and Russian chats and mails of the demonstration, again and again under other ids and other agents. */
function manyConversations(): string {
  const converted = spawnSync(process.execPath, [program, 'convert', join(root, 'fixtures', 'demo')], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  }).stdout;
  const conversations = converted
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { id: string; messages: { role: string; name?: string | null }[] });
  const lines: string[] = [];
  for (let copy = 0; copy < COPIES; copy += 1) {
    for (const { messages, ...rest } of conversations) {
      const renamed = messages.map((message) =>
        message.role === 'agent' ? { ...message, name: `${message.name} ${copy % 3}` } : message,
      );
      lines.push(JSON.stringify({ ...rest, id: `${copy}-${rest.id}`, messages: renamed }));
    }
  }
  return `${lines.join('\n')}\n`;
}

/** A label for the first agent of each conversation; most are wrong, and all are compared. */
function labelsOfAll(): string {
  return readFileSync(exportFile, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; messages: { role: string; name?: string | null }[] })
    .flatMap(({ id, messages }) => {
      const agent = messages.find(({ role, name }) => role === 'agent' && typeof name === 'string')?.name;
      const label = { conversation: id, agent, rule: 'warm-farewell', verdict: 'pass', evidence: [0] };
      return agent === undefined ? [] : [`${JSON.stringify(label)}\n`];
    })
    .join('');
}

describe('--jobs', () => {
  /** The outputs of one run, and what it said. */
  const outputs = async (jobs: string, ...flags: string[]): Promise<unknown> => {
    const [json, ndjson] = [join(folder, `${jobs}.json`), join(folder, `${jobs}.ndjson`)];
    const formats = ['--format', 'terminal', '--format', `json=${json}`, '--format', `ndjson=${ndjson}`];
    const outcome = await runProgram([exportFile, ...formats, ...flags, '--jobs', jobs]);
    return { ...outcome, json: readFileSync(json, 'utf8'), ndjson: readFileSync(ndjson, 'utf8') };
  };

  it('gives the same bytes of every output however many there are', async () => {
    const alone = await outputs('1');
    expect(alone).toMatchObject({ status: 0, stderr: '' });
    expect(await outputs('2')).toEqual(alone);
    expect(await outputs('3')).toEqual(alone);
  });

  it("gives the same bytes with a pack of one's own, filters and changed rules", async () => {
    const pack = join(folder, 'own.yaml');
    writeFileSync(pack, OWN_PACK);
    const flags = ['--pack', pack, '--channel', 'chat', '--set', 'response-delay.limits.chat.first=90s'];
    const alone = await outputs('1', ...flags);
    expect(alone).toMatchObject({ status: 0 });
    expect(await outputs('2', ...flags)).toEqual(alone);
  });

  it.each([
    ['evaluate', ['--labels', join(folder, 'labels.ndjson'), '--format', 'json']],
    ['plan', ['--margin', '5', '--json']],
    ['show', ['1-mail-3']],
  ])('gives the same bytes of %s', async (command, flags) => {
    writeFileSync(join(folder, 'labels.ndjson'), labelsOfAll());
    const alone = await runProgram([command, ...flags, exportFile, '--jobs', '1']);
    expect(alone).toMatchObject({ status: 0, stderr: '' });
    expect(await runProgram([command, ...flags, exportFile, '--jobs', '2'])).toEqual(alone);
  });

  it('is not offered where nothing is judged', async () => {
    const { status, stderr } = await runProgram(['convert', exportFile, '--jobs', '2']);
    expect(status).toBe(2);
    expect(stderr).toContain("error: unknown option '--jobs'");
  });

  it.each(['0', '-1', '1.5', 'two', '', '65'])('refuses "%s" with the numbers that are allowed', async (jobs) => {
    const { status, stdout, stderr } = await runProgram([exportFile, `--jobs=${jobs}`]);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toBe(`error: --jobs: "${jobs}" is no number of jobs; expected a whole number from 1 to 64\n`);
  });

  it('ends cleanly while workers are at work, when the reader has seen enough', () => {
    const command = `"${process.execPath}" "${program}" "${exportFile}" --format ndjson --jobs 2 | head -1500 | tail -1; echo "status \${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
    const [line = '', status] = stdout.trim().split('\n');
    expect(JSON.parse(line)).toHaveProperty('type');
    expect(status).toBe('status 0');
    expect(stderr).toBe('');
  });
});

const OWN_PACK = `name: own
version: 1.0.0
extends: core
phrases:
  en:
    farewell-warm:
      - we close with kind words
    offer:
      add: [we can swap it for]
`;

describe('a worker that fails', () => {
  /** The built program with a worker that runs this in place of its own work. */
  const withWorker = (name: string, script: string): string => {
    const copy = join(folder, name);
    mkdirSync(copy);
    for (const part of ['bin', 'dist', 'rules', 'package.json']) {
      cpSync(join(root, part), join(copy, part), { recursive: true, preserveTimestamps: true });
    }
    writeFileSync(join(copy, 'dist', 'judge-worker.cjs'), script);
    return join(copy, 'bin', 'transcript-audit.js');
  };
  const run = (path: string, command = [exportFile, '--format', 'json']) =>
    spawnSync(process.execPath, [path, ...command, '--jobs', '2'], { encoding: 'utf8' });
  const answering = (failure: unknown): string => `
    const { parentPort } = require('node:worker_threads');
    parentPort.on('message', () => parentPort.postMessage({ judged: [], failure: ${JSON.stringify(failure)} }));`;

  it('with a Fault is told in the words of the Fault', () => {
    const fault = { code: 'bad-phrase', place: { file: 'own.yaml', line: 3 }, hint: 'Mend it.' };
    const { status, stdout, stderr } = run(withWorker('fault', answering({ message: 'no such slot', fault })));
    expect(stderr).toBe('error: own.yaml:3: no such slot\n  Mend it.\n');
    expect(status).toBe(2);
    expect(stdout).toBe('');
  });

  it('fails every command that judges: all of them have it work', () => {
    const path = withWorker('asked', answering({ message: 'a worker was asked', fault: { code: 'bad-phrase' } }));
    const labels = join(folder, 'one-label.ndjson');
    const { id } = JSON.parse(readFileSync(exportFile, 'utf8').split('\n', 1)[0] ?? '') as { id: string };
    writeFileSync(labels, JSON.stringify({ conversation: id, agent: 'x', rule: 'warm-farewell', verdict: 'na' }));
    const commands = [
      ['evaluate', '--labels', labels, exportFile],
      ['plan', '--margin', '5', exportFile],
      ['show', id, exportFile],
      ['dispute', '0123456789abcdef', exportFile],
    ];
    for (const command of commands) {
      expect(run(path, command).stderr).toBe('error: a worker was asked\n');
    }
  });

  it('with anything else is told as a defect, without a stack', () => {
    const { status, stderr } = run(withWorker('defect', answering({ message: 'x is no function', fault: null })));
    expect(stderr).toContain('error: this is a defect of transcript-audit, not of your data: x is no function\n');
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(2);
  });

  it('before it has begun is told, too', () => {
    const { status, stderr } = run(withWorker('thrown', 'throw new Error("no judge");'));
    expect(stderr).toContain('error: this is a defect of transcript-audit, not of your data: no judge\n');
    expect(status).toBe(2);
  });

  it('by ending is told, and nothing waits for it', () => {
    const { status, stderr } = run(withWorker('gone', 'process.exit(3);'));
    expect(stderr).toContain('a worker ended with 3 before its work was done');
    expect(status).toBe(2);
  });
});

describe('the built worker', () => {
  it('holds what judges and nothing that reads or reports', () => {
    const text = readFileSync(join(root, 'dist', 'judge-worker.cjs'), 'utf8');
    expect(text).toContain('function createJudge(');
    expect(text).not.toContain('readConversations');
    expect(text).not.toContain('REPORTERS');
  });
});
