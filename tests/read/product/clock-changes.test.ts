import { describe, expect, it } from 'vitest';
import { readText } from '../reading.ts';

const minute = (clock: string, words: string, form: string): string =>
  ({
    whatsapp: `25.10.2026, ${clock} - Anna: ${words}`,
    signal: `[2026-10-25, ${clock}] Anna: ${words}`,
    text: `[25.10.2026 ${clock}] ${words === 'b' ? 'Agent' : 'Customer'}: ${words}`,
  })[form] ?? '';

// On 25 October 2026, at 3:00 +02:00, the clocks of Berlin go back to 2:00 +01:00.
describe.each(['whatsapp', 'signal', 'text'])('%s: the hour that comes twice', (form) => {
  const talk = [
    minute('01:59', 'a', form),
    minute('02:50', 'b', form),
    minute('02:10', 'c', form),
    minute('02:15', 'd', form),
    minute('03:01', 'e', form),
  ].join('\n');

  it('is told by the order of the talk, and the order stays', async () => {
    const { conversations } = await readText('chat.txt', talk, { timezone: 'Europe/Berlin' });
    expect(conversations[0]?.source.format).toBe(form);
    expect(conversations[0]?.messages.map(({ at, text }) => `${text} ${at}`)).toEqual([
      'a 2026-10-25T01:59:00+02:00',
      'b 2026-10-25T02:50:00+02:00',
      'c 2026-10-25T02:10:00+01:00',
      'd 2026-10-25T02:15:00+01:00',
      'e 2026-10-25T03:01:00+01:00',
    ]);
  });

  it('stays as written, in the order of the file, where no zone is known', async () => {
    const { conversations } = await readText('chat.txt', talk, {});
    expect(conversations[0]?.messages.map(({ at, text }) => `${text} ${at?.slice(11, 16)}`)).toEqual([
      'a 01:59',
      'b 02:50',
      'c 02:10',
      'd 02:15',
      'e 03:01',
    ]);
  });
});

// On 29 March 2026 the clocks of Berlin go from 2:00 +01:00 to 3:00 +02:00.
describe('the hour that does not come', () => {
  it('is moved forward: a wrong clock must not put an answer before its question', async () => {
    const { conversations } = await readText(
      'chat.txt',
      '29.03.2026, 01:59 - Anna: a\n29.03.2026, 02:30 - Anna: b\n29.03.2026, 03:31 - Anna: c',
      { timezone: 'Europe/Berlin' },
    );
    expect(conversations[0]?.messages.map(({ at }) => at)).toEqual([
      '2026-03-29T01:59:00+01:00',
      '2026-03-29T03:30:00+02:00',
      '2026-03-29T03:31:00+02:00',
    ]);
  });
});
