import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from './program.ts';

const conversation = (id: string, answered: string): string =>
  JSON.stringify({
    id,
    channel: 'chat',
    language: 'en',
    messages: [
      { role: 'customer', at: '2026-03-02T09:00:00Z', text: 'Is it open?' },
      { role: 'agent', name: 'Tom', at: answered, text: 'It is.' },
    ],
  });

const label = (id: string, verdict: string, agent = 'Tom'): string =>
  JSON.stringify({ conversation: id, agent, rule: 'response-delay', verdict, evidence: [1], lang: 'en' });

describe('evaluate', () => {
  let folder = '';
  const write = (name: string, lines: readonly string[]): string => {
    const path = join(folder, name);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  // c-1 waited 120 s of 60 s, c-2 20 s: the second label is wrong.
  it('compares verdicts with labels', async () => {
    const records = write('chats.ndjson', [
      conversation('c-1', '2026-03-02T09:02:00Z'),
      conversation('c-2', '2026-03-02T09:00:20Z'),
    ]);
    const labels = write('labels.ndjson', [label('c-1', 'fail'), label('c-2', 'fail')]);
    const json = join(folder, 'agreement.json');
    const outcome = await runProgram(['evaluate', '--labels', labels, records, '--format', `json=${json}`]);
    expect(outcome.stderr).toBe('');
    expect(outcome.status).toBe(0);
    expect(outcome.stdout).toContain('2 labels of 2 conversations');
    expect(outcome.stdout).toContain('c-2 · Tom · response-delay');
    const { rules } = JSON.parse(readFileSync(json, 'utf8'));
    expect(rules[0]).toMatchObject({ labels: 2, recall: { count: 1, of: 2 }, precision: { count: 1, of: 1 } });
  });

  it('refuses labels that cannot be taken, each with its line', async () => {
    const records = write('chats.ndjson', [conversation('c-1', '2026-03-02T09:02:00Z')]);
    const labels = write('bad.ndjson', [label('c-1', 'fail'), label('c-9', 'fail'), label('c-1', 'fail', 'Ann'), '{']);
    const outcome = await runProgram(['evaluate', '--labels', 'bad.ndjson', records], { cwd: folder });
    expect(outcome.status).toBe(2);
    expect(outcome.stdout).toBe('');
    expect(outcome.stderr.trim().split('\n')).toEqual([
      'problem: bad.ndjson:4: found "{", expected one JSON object a line',
      'problem: bad.ndjson:2: there is no conversation "c-9" in the input',
      'problem: bad.ndjson:3: conversation "c-1" has no agent "Ann"; its agents are "Tom"',
      'error: nothing was evaluated: 3 of the labels must be mended first',
    ]);
    expect(labels).toContain('bad.ndjson');
  });

  it('asks for labels, and knows its formats', async () => {
    const without = await runProgram(['evaluate', 'x']);
    expect([without.status, without.stderr.includes('--labels')]).toEqual([2, true]);
    const format = await runProgram(['evaluate', '--labels', 'x', '--format', 'pdf', 'x']);
    expect([format.status, format.stderr]).toEqual([
      2,
      'error: --format: there is no output "pdf" of evaluate; there are terminal, json, markdown\n',
    ]);
  });
});
