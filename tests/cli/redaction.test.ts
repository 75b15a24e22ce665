import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, it } from 'vitest';
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
  const written = (run: string, name: string): string => readFileSync(join(folder, `${run}-${name}`), 'utf8');
  const audit = (run: string, names: readonly string[], flags: readonly string[]) =>
    runProgram([
      demo,
      '--quiet',
      ...flags,
      ...names.flatMap((name) => ['--format', `${name}=${join(folder, `${run}-${name}`)}`]),
    ]);

  it('is there to be found where the user wants it: the search can fail', async () => {
    await audit('open', ['ndjson', 'sarif'], ['--no-redact']);
    expect(secrets.length).toBeGreaterThan(30);
    expect(heldBy(written('open', 'ndjson'), secrets).length).toBeGreaterThan(10);
    expect(heldBy(written('open', 'sarif'), secrets).length).toBeGreaterThan(0);
  });

  it('is in no redacted output', async () => {
    await audit('closed', REPORT_NAMES, ['--redact', '--with-conversations']);
    for (const name of REPORT_NAMES) {
      const text = written('closed', name);
      expect(text.length, name).toBeGreaterThan(100);
      expect(heldBy(text, secrets), name).toEqual([]);
    }
  });

  it('is masked without being asked where the report leaves the desk, and on a pipe', async () => {
    const names = ['junit', 'sarif', 'github', 'gitlab', 'markdown', 'openmetrics'];
    const { stdout } = await audit('default', names, []);
    for (const text of [stdout, ...names.map((name) => written('default', name))]) {
      expect(text.length).toBeGreaterThan(100);
      expect(heldBy(text, secrets)).toEqual([]);
    }
  });

  it('hides agents too when asked', async () => {
    await audit('nobody', ['ndjson'], ['--redact', '--redact-agents']);
    expect(written('nobody', 'ndjson')).not.toMatch(/Lindgren|Ashford|Мальцев|"a1"/);
    expect(written('nobody', 'ndjson')).toContain('"agent":"[AGENT-1]"');
  });
});
