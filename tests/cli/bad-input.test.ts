import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runProgram } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'bad-input-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const good =
  '{"id":"c-1","messages":[{"role":"customer","text":"Hi"},{"role":"agent","name":"Tom","text":"Hello!"}]}\n';
const put = (name: string, text: string | Uint8Array): string => {
  writeFileSync(join(folder, name), text);
  return name;
};
const inFolder = (...args: string[]) => runProgram(args, { cwd: folder });

/** Every message to the user is whole sentences of ours, never a stack trace. */
function expectPlain(text: string): void {
  expect(text).not.toMatch(/\n\s+at .*:\d+/);
  expect(text).not.toContain('undefined');
  expect(text).not.toContain('defect of transcript-audit');
}

describe('bad input gets one clear answer and the right exit code', () => {
  it('an empty file', async () => {
    const { status, stderr } = await inFolder(put('empty.csv', ''));
    expectPlain(stderr);
    expect(stderr).toContain('empty.csv');
    expect(status).toBe(2);
  });

  it('a binary file', async () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_, index) => (index * 37 + 11) % 256);
    const { status, stderr } = await inFolder(put('photo.bin', bytes));
    expectPlain(stderr);
    expect(stderr).toContain('photo.bin');
    expect(status).toBe(2);
  });

  it('XML that no reader knows is named as what it is, with what to do', async () => {
    const { status, stderr } = await inFolder(
      put('feed.xml', '<?xml version="1.0"?>\n<rss><item>Hello</item></rss>\n'),
    );
    expectPlain(stderr);
    expect(stderr).toBe(
      "problem: feed.xml: It is XML, and of XML only Freshdesk's account export (<helpdesk-tickets>) is read: export it as JSON or CSV.\n" +
        'error: no conversation could be read from the input\n',
    );
    expect(status).toBe(2);
  });

  it('XML that is cut off: told with the line of the ticket, the rest goes on', async () => {
    const ticket = (id: number, text: string): string =>
      `<helpdesk-ticket><display-id>${id}</display-id><description>${text}</description></helpdesk-ticket>\n`;
    const text = `<helpdesk-tickets type="array">\n${ticket(1, 'Where is it?')}${ticket(2, 'When?')}`;
    const { status, stdout, stderr } = await inFolder('convert', put('cut.xml', text.slice(0, text.indexOf('When?'))));
    expectPlain(stderr);
    expect(stderr).toContain('problem: cut.xml:3: The file ends inside the XML that begins here');
    expect(stdout).toContain('"id":"1"');
    expect(stdout).toContain('Where is it?');
    expect(status).toBe(0);
  });

  it('a truncated NDJSON line: told with its line, the rest goes on', async () => {
    const { status, stdout, stderr } = await inFolder(
      put('cut.ndjson', `${good}{"id":"c-2","messages":[{"role":"cu`),
      '--format',
      'ndjson',
    );
    expectPlain(stderr);
    expect(stderr).toMatch(/cut\.ndjson:2/);
    expect(stdout).toContain('"conversation":"c-1"');
    expect(status).toBe(0);
    const strict = await inFolder('cut.ndjson', '--format', 'ndjson', '--strict');
    expect(strict.status).toBe(2);
  });

  it('a CSV with an unclosed quote', async () => {
    const text =
      'conversation_id,created_at,author_role,author_name,message\nc-1,2026-03-02T09:00:00Z,customer,Ann,Hello\nc-1,2026-03-02T09:00:20Z,agent,Tom,"Hello\n';
    const { stderr, status } = await inFolder(put('quote.csv', text));
    expectPlain(stderr);
    expect(stderr).toMatch(/quote\.csv:3/);
    expect(stderr).toMatch(/quote/i);
    expect([0, 2]).toContain(status);
  });

  it('a missing column', async () => {
    const text = 'ticket,when,who\n1,2026-03-02T09:00:00Z,Tom\n';
    const { stderr, status } = await inFolder(put('columns.csv', text));
    expectPlain(stderr);
    expect(stderr).toContain('columns.csv');
    expect(stderr).toContain('--map');
    expect(status).toBe(2);
  });

  it('an unknown flag', async () => {
    const { stderr, status } = await inFolder(put('good.ndjson', good), '--fromat', 'json');
    expectPlain(stderr);
    expect(stderr).toContain("unknown option '--fromat'");
    expect(stderr).toContain('--format');
    expect(status).toBe(2);
  });

  it('a pack with an unknown kind', async () => {
    const pack = put(
      'pack.yaml',
      'name: ours\nversion: 1.0.0\nrules:\n  r:\n    kind: sey\n    title: t\n    why: w\n    source: s\n    weight: 1\n    wording: {}\n    examples: []\n',
    );
    const { stderr, status } = await inFolder('good.ndjson', '--pack', `./${pack}`);
    expectPlain(stderr);
    expect(stderr).toContain('pack.yaml:5:11: unknown kind "sey"');
    expect(stderr).toContain('*     kind: sey'.replace('*     ', ''));
    expect(stderr).toContain('Did you mean "say"?');
    expect(status).toBe(2);
  });

  it('a configuration with a typo', async () => {
    const config = put('team.yaml', 'packs: [core]\ntimezon: UTC\n');
    const { stderr, status } = await inFolder('good.ndjson', '--config', config);
    expectPlain(stderr);
    expect(stderr).toContain('team.yaml:2:1: unknown key "timezon"');
    expect(stderr).toContain('Did you mean "timezone"?');
    expect(status).toBe(2);
  });

  it('a rule id that does not exist', async () => {
    const set = await inFolder('good.ndjson', '--set', 'warm-farewel.weight=3');
    expectPlain(set.stderr);
    expect(set.stderr).toContain('there is no rule "warm-farewel"');
    expect(set.stderr).toContain('Did you mean "warm-farewell"?');
    expect(set.status).toBe(2);
    const explained = await inFolder('rules', 'warm-farewel');
    expect(explained.stderr).toContain('there is no rule "warm-farewel"');
    expect(explained.status).toBe(2);
    const gated = await inFolder('good.ndjson', '--max', 'warm-farewel=3');
    expect(gated.stderr).toContain('there is no rule "warm-farewel"');
    expect(gated.status).toBe(2);
  });

  it('a path that does not exist, and a command misspelt', async () => {
    const missing = await inFolder('nowhere.csv');
    expectPlain(missing.stderr);
    expect(missing.stderr).toContain('nowhere.csv');
    expect(missing.status).toBe(2);
    const misspelt = await inFolder('rulse');
    expect(misspelt.stderr).toContain('Did you mean "transcript-audit rules"?');
    expect(misspelt.status).toBe(2);
  });

  it('a list of tickets without their messages is refused, not scored', async () => {
    const text =
      'Ticket ID,Subject,Status,Priority,Agent,Created time,Full name\n1,Broken lamp,Closed,Low,Tom,2026-03-02 09:00:00,Ann Lee\n';
    const { stderr, status } = await inFolder(put('tickets.csv', text));
    expectPlain(stderr);
    expect(stderr).toContain('tickets.csv');
    expect(stderr).toMatch(/message/);
    expect(status).toBe(2);
  });

  it('messages that nobody can tell the sides of are refused with the authors to choose from', async () => {
    const text =
      '{"id":"c-1","messages":[{"role":"unknown","name":"Ann","text":"Hi"},{"role":"unknown","name":"Tom","text":"Hello!"}]}\n';
    const { stderr, status } = await inFolder(put('sides.ndjson', text));
    expectPlain(stderr);
    expect(stderr).toContain('--agent-name');
    expect(stderr).toContain('Tom');
    expect(status).toBe(2);
  });
});
