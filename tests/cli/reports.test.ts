import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, runProgram } from './program.ts';

const demo = join(root, 'fixtures', 'demo');
const folder = mkdtempSync(join(tmpdir(), 'reports-'));
const whole = join(folder, 'whole.json');
const chat = join(folder, 'chat.json');
const mail = join(folder, 'mail.json');
const otherWeights = join(folder, 'other-weights.json');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  await Promise.all([
    runProgram([demo, '--format', `json=${whole}`]),
    runProgram([join(demo, 'chat.csv'), '--format', `json=${chat}`]),
    runProgram([join(demo, 'mail.ndjson'), '--format', `json=${mail}`]),
    runProgram([demo, '--set', 'response-delay.weight=5', '--format', `json=${otherWeights}`]),
  ]);
});

describe('merge', () => {
  it('makes of the parts the very bytes of the whole', async () => {
    const { stdout, status } = await runProgram(['merge', mail, chat]);
    expect(status).toBe(0);
    expect(stdout).toBe(readFileSync(whole, 'utf8'));
  });

  it('keeps the conversations where every part was written with them', async () => {
    const written = async (name: string, path: string): Promise<string> => {
      const file = join(folder, name);
      await runProgram([path, '--with-conversations', '--format', `json=${file}`]);
      return file;
    };
    const all = await written('all.json', demo);
    const parts = [
      await written('mails.json', join(demo, 'mail.ndjson')),
      await written('chats.json', join(demo, 'chat.csv')),
    ];
    expect((await runProgram(['merge', ...parts])).stdout).toBe(readFileSync(all, 'utf8'));
    const mixed = await runProgram(['merge', mail, parts[1] ?? '']);
    expect(mixed.stderr).toContain('not every report holds its conversations');
    expect(mixed.stdout).toBe(readFileSync(whole, 'utf8'));
  });

  it('refuses parts that overlap', async () => {
    const { stdout, stderr, status } = await runProgram(['merge', chat, whole]);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('whole.json holds 117 conversations that an earlier report holds too');
  });

  it('refuses a report that was cut or mended by hand, and says where', async () => {
    const text = readFileSync(chat, 'utf8');
    const cut = join(folder, 'cut.json');
    writeFileSync(cut, text.slice(0, 5000));
    expect((await runProgram(['merge', cut])).stderr).toContain('cut.json is no JSON document');
    const report = JSON.parse(text);
    report.counts.cells[0][0] = 'Tom';
    const mended = join(folder, 'mended.json');
    writeFileSync(mended, JSON.stringify(report));
    const { stderr, status } = await runProgram(['merge', mended]);
    expect(stderr).toContain('"counts.cells.0.0" is "Tom"; expected number');
    expect(status).toBe(2);
  });
});

describe('compare', () => {
  it('is silent about the same report twice', async () => {
    expect(await runProgram(['compare', whole, whole])).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });

  it('names what differs first, and does not compare it', async () => {
    const { stdout, status } = await runProgram(['compare', whole, otherWeights]);
    expect(status).toBe(0);
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'differs: pack core: 1.0.0 → 1.0.0',
      'differs: rule response-delay: weight 3 → weight 5',
      'not compared: response-delay',
    ]);
    expect(stdout).not.toMatch(/^response-delay/m);
  });
});

describe('what compare and plan print as JSON', () => {
  it('fits the schema that `schema` prints', async () => {
    const printed = [
      { name: 'comparison', words: ['compare', '--json', whole, otherWeights] },
      { name: 'comparison', words: ['compare', '--json', chat, mail] },
      { name: 'plan', words: ['plan', '--json', '--margin', '5', '--report', whole] },
    ];
    for (const { name, words } of printed) {
      const { stdout } = await runProgram(words);
      const validate = new Ajv2020({ strict: false }).compile(JSON.parse((await runProgram(['schema', name])).stdout));
      expect(validate(JSON.parse(stdout)) ? [] : validate.errors).toEqual([]);
    }
  });
});

describe('gates', () => {
  it('are told on standard error with their numbers, whatever is written where', async () => {
    const file = join(folder, 'again.json');
    const { stderr, status } = await runProgram([demo, '--fail-under', '99', '--format', `json=${file}`]);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /gate: --fail-under 99 NOT KEPT: the score is [\d.]+, and 150 scored units leave room up to [\d.]+/,
    );
  });

  it('keep a baseline of the same quality, and say whose score moved when only the rules did', async () => {
    const kept = await runProgram([demo, '--baseline', whole]);
    expect(kept.status).toBe(0);
    expect(kept.stderr).toContain('gate: --baseline kept');
    expect(kept.stderr).not.toContain('judged anew');
    const anew = await runProgram([demo, '--baseline', whole, '--set', 'response-delay.weight=5']);
    expect(anew.stderr).toContain('differs: rule response-delay: weight 3 → weight 5');
    expect(anew.stderr).toMatch(/Jonas Weber: [\d.]+ → [\d.]+ \(−[\d.]+\); points lost: response-delay \+/);
  });
});

describe('suppressions and disputes', () => {
  it('take a finding out of the score, and say what ran out or matched nothing', async () => {
    const findings = (await runProgram([demo, '--format', 'ndjson'])).stdout.split('\n').filter((line) => line !== '');
    const finding = findings.map((line) => JSON.parse(line)).find(({ verdict }) => verdict === 'fail');
    const file = join(folder, 'disputes.yaml');
    writeFileSync(
      file,
      `suppressions:
  - { fingerprint: "${finding.fingerprint}", by: Lea, why: Said by phone, until: 2026-12-31 }
  - { fingerprint: "0123456789abcdef", by: Lea, why: Long gone }
`,
    );
    const config = join(folder, 'own.yaml');
    writeFileSync(config, 'suppressions: disputes.yaml\n');
    const report = join(folder, 'suppressed.json');
    const { stderr, status } = await runProgram([demo, '--config', config, '--format', `json=${report}`]);
    expect(status).toBe(0);
    expect(stderr).toMatch(/notice: .*disputes\.yaml:3: the suppression of 0123456789abcdef matches no finding/);
    expect(JSON.parse(readFileSync(report, 'utf8')).totals.suppressed).toBe(1);
    const late = await runProgram([demo, '--config', config, '--as-of', '2027-01-01', '--format', `json=${report}`]);
    expect(late.stderr).toMatch(/disputes\.yaml:2: the suppression of [0-9a-f]{16} ran out on 2026-12-31/);
    expect(JSON.parse(readFileSync(report, 'utf8')).totals.suppressed).toBe(0);
  });
});

describe('agents of two products with one id', () => {
  const conversation = (product: string, agent: string, greeting: string): string =>
    JSON.stringify({
      id: 'c-1',
      product,
      channel: 'chat',
      language: 'en',
      customer: { name: 'Anna Petrova' },
      messages: [
        { role: 'customer', name: 'Anna Petrova', at: '2026-03-02T08:00:00Z', text: 'Where is my parcel?' },
        { role: 'agent', id: '7', name: agent, at: '2026-03-02T08:00:20Z', text: `${greeting} It arrives tomorrow.` },
      ],
    });
  const input = [
    conversation('front', 'Ben', 'Hello there, good to hear from you!'),
    conversation('zendesk', 'Tom', 'Good morning, dear customer!'),
  ].join('\n');

  it('did not move where the same was judged again, though they share a name, too', async () => {
    const twins = [
      conversation('front', 'Tom', 'Hello there!'),
      conversation('zendesk', 'Tom', 'Hello Anna! Thank you for writing to us, and have a lovely day.'),
    ].join('\n');
    const baseline = join(folder, 'twins.json');
    await runProgram(['-', '--format', `json=${baseline}`], { input: twins });
    const again = await runProgram(['-', '--format', 'json', '--baseline', baseline], { input: twins });
    expect(again.status).toBe(0);
    expect(JSON.parse(again.stdout).agents).toHaveLength(2);
    expect(again.stderr).not.toContain('Tom');
  });

  it.each(['terminal', 'markdown'])('have their own words in the %s report', async (format) => {
    const { stdout, status } = await runProgram(['-', '--format', format, '--no-redact'], { input });
    expect(status).toBe(0);
    const ben = stdout.indexOf('“Hello there');
    const tom = stdout.indexOf('“Good morning');
    expect([ben, tom].every((place) => place > 0)).toBe(true);
    // Of equal scores Ben's part comes first, then Tom's: each holds its own words only.
    const heading = format === 'terminal' ? /^Tom {2}/gm : /<summary>Tom/g;
    const [parted] = [...stdout.matchAll(heading)].slice(-1);
    expect(ben).toBeLessThan(parted?.index ?? 0);
    expect(tom).toBeGreaterThan(parted?.index ?? Number.POSITIVE_INFINITY);
  });
});
