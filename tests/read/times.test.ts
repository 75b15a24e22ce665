import { describe, expect, it } from 'vitest';
import type { ReadSettings } from '../../src/read/settings.ts';
import { readText } from './reading.ts';

/** One message with a time, as each family of exports writes it. */
const FAMILIES: readonly (readonly [string, (at: string | number) => string])[] = [
  ['rows', (at) => `chat_id,created_at,role,text\n1,"${at}",customer,Hi\n`],
  ['records', (at) => `${JSON.stringify({ chat_id: 1, created_at: at, role: 'customer', text: 'Hi' })}\n`],
  [
    'a help desk (Crisp)',
    (at) =>
      JSON.stringify([{ session_id: '1', fingerprint: 1, timestamp: at, from: 'user', type: 'text', content: 'Hi' }]),
  ],
  [
    'a warehouse (Zendesk)',
    (at) => `id,_fivetran_synced,body,created,public,ticket_id,user_id\n1,,Hi,${at},TRUE,1,2\n`,
  ],
];

async function timeOf(text: string, settings: Partial<ReadSettings> = {}): Promise<string | null | undefined> {
  const { conversations } = await readText('x', text, settings);
  return conversations[0]?.messages[0]?.at;
}

describe.each(FAMILIES)('times of %s', (name, write) => {
  const warehouse = name.startsWith('a warehouse');

  it.each([
    ['seconds', 1772438400, '2026-03-02T08:00:00Z'],
    ['seconds with a fraction', 1772438400.5, '2026-03-02T08:00:00.500Z'],
    ['milliseconds', 1772438400000, '2026-03-02T08:00:00Z'],
    ['microseconds', 1772438400000000, '2026-03-02T08:00:00Z'],
    ['an offset', '2026-03-02T09:00:00+01:00', '2026-03-02T09:00:00+01:00'],
  ])('%s', async (_name, at, wanted) => {
    expect(await timeOf(write(at))).toBe(wanted);
  });

  it('without a zone they stay local, unless the product is known to write UTC', async () => {
    expect(await timeOf(write('2026-03-02 09:00:00'))).toMatch(
      warehouse ? /^2026-03-02[T ]09:00:00Z$/ : /^2026-03-02[T ]09:00:00$/,
    );
  });

  it('with --timezone they get its offset, also where clocks skip an hour or show it twice', async () => {
    const berlin = { timezone: 'Europe/Berlin' };
    const read = (at: string): Promise<string | null | undefined> => timeOf(write(at), berlin);
    if (warehouse) {
      // A loader's UTC stays UTC, whatever zone the user lives in.
      expect(await read('2026-03-29 02:30:00')).toBe('2026-03-29T02:30:00Z');
      return;
    }
    expect(await read('2026-03-29 01:59:00')).toBe('2026-03-29T01:59:00+01:00');
    expect(await read('2026-03-29 02:30:00')).toBe('2026-03-29T03:30:00+02:00');
    expect(await read('2026-10-25 02:30:00')).toBe('2026-10-25T02:30:00+02:00');
    expect(await read('2026-10-25 03:00:00')).toBe('2026-10-25T03:00:00+01:00');
  });

  it('nonsense is left out, with a notice, and the message stays', async () => {
    const { conversations, problems } = await readText('x', write('yesterday'));
    expect(conversations[0]?.messages.map(({ at, text }) => [at, text])).toEqual([[null, 'Hi']]);
    expect(problems.map(({ severity, code }) => [severity, code.replace(/s$/, '')])).toEqual([
      ['notice', 'unreadable-time'],
    ]);
  });
});

describe('times of a table', () => {
  const rows = (header: string, ...times: string[]): string =>
    `chat_id,${header},role,text\n${times.map((at, index) => `1,${at},customer,${index}\n`).join('')}`;

  it('the zone in the name of the column goes before --timezone', async () => {
    const text = rows('Created at (America/New_York)', '2026-03-08 02:30:00');
    expect(await timeOf(text, { timezone: 'Europe/Berlin' })).toBe('2026-03-08T03:30:00-04:00');
    expect(await timeOf(rows('created_at_utc', '2026-03-08 02:30:00'))).toBe('2026-03-08T02:30:00Z');
  });

  it('the order of day and month is worked out over the whole file', async () => {
    const { conversations } = await readText(
      'x',
      rows('time', '01/02/2026 10:00', '02/02/2026 10:00', '13/02/2026 10:00'),
    );
    expect(conversations[0]?.messages.map(({ at }) => at)).toEqual([
      '2026-02-01T10:00:00',
      '2026-02-02T10:00:00',
      '2026-02-13T10:00:00',
    ]);
  });

  it('where it cannot be, the file is refused until --date-order says it', async () => {
    const text = rows('time', '01/02/2026 10:00');
    const refused = await readText('x', text);
    expect(refused.conversations).toEqual([]);
    expect(refused.problems.map(({ code }) => code)).toEqual(['ambiguous-dates']);
    expect(refused.files[0]?.outcome).toBe('refused');
    expect(await timeOf(text, { dateOrder: 'mdy' })).toBe('2026-01-02T10:00:00');
    expect(await timeOf(text, { dateOrder: 'dmy' })).toBe('2026-02-01T10:00:00');
  });
});
