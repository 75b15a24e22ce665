import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REPORT_NAMES } from '../../src/report/names.ts';
import { lines, root, runProgram } from './program.ts';

const demo = join(root, 'fixtures', 'demo');
const folder = mkdtempSync(join(tmpdir(), 'redaction-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Mail {
  readonly customer: { readonly name: string; readonly email: string };
  readonly messages: readonly { readonly role: string; readonly name: string; readonly text: string }[];
}

/** Every word of a customer's name, every address and every phone number that the demo export holds. */
function personalData(): string[] {
  const rows: Record<string, string>[] = parse(readFileSync(join(demo, 'chat.csv')), { columns: true, bom: true });
  const mails = lines(readFileSync(join(demo, 'mail.ndjson'), 'utf8')) as unknown as Mail[];
  const agents = [
    ...rows.filter((row) => row['author_role'] === 'agent').map((row) => row['author_name'] ?? ''),
    ...mails.flatMap(({ messages }) => messages.filter(({ role }) => role === 'agent').map(({ name }) => name)),
  ];
  const staff = new Set(agents.flatMap((name) => name.split(' ')));
  const customers = [...rows.map((row) => row['customer_name'] ?? ''), ...mails.map(({ customer }) => customer.name)];
  const texts = mails.flatMap(({ messages }) => messages.map(({ text }) => text)).join('\n');
  const found = [
    ...customers.flatMap((name) => name.split(' ')).filter((word) => word.length > 1 && !staff.has(word)),
    ...mails.map(({ customer }) => customer.email),
    ...(texts.match(/\+44[\d ]+\d/g) ?? []),
  ];
  return [...new Set(found)];
}

function heldBy(text: string, secrets: readonly string[]): string[] {
  return secrets.filter((secret) => {
    const literal = secret.replace(/[+.]/g, '\\$&');
    return new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'u').test(text);
  });
}

describe('personal data of the demo', () => {
  const secrets = personalData();
  const open = join(folder, 'open.ndjson');

  beforeAll(async () => {
    const formats = REPORT_NAMES.flatMap((name) => ['--format', `${name}=${join(folder, name)}`]);
    await runProgram([demo, '--redact', '--with-conversations', ...formats, '--quiet']);
    await runProgram([demo, '--format', `ndjson=${open}`, '--quiet']);
  });

  it('is there to be found: the search can fail', () => {
    expect(secrets.length).toBeGreaterThan(30);
    expect(heldBy(readFileSync(open, 'utf8'), secrets).length).toBeGreaterThan(10);
  });

  it.each(REPORT_NAMES)('is in no redacted output: %s', (name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(text.length).toBeGreaterThan(100);
    expect(heldBy(text, secrets)).toEqual([]);
  });

  it('is masked without being asked where the report leaves the desk, and on a pipe', async () => {
    for (const args of [['--format', 'markdown'], ['--format', 'sarif'], []]) {
      const { stdout } = await runProgram([demo, '--quiet', ...args]);
      expect(heldBy(stdout, secrets)).toEqual([]);
    }
  });

  it('is there where the user wants it', async () => {
    const { stdout } = await runProgram([demo, '--no-redact', '--format', 'sarif', '--quiet']);
    expect(heldBy(stdout, secrets)).not.toEqual([]);
  });

  it('hides agents too when asked', async () => {
    const { stdout } = await runProgram([demo, '--redact', '--redact-agents', '--format', 'ndjson', '--quiet']);
    expect(stdout).not.toMatch(/Lindgren|Ashford|Мальцев|"a1"/);
    expect(stdout).toContain('"agent":"[AGENT-1]"');
  });
});
