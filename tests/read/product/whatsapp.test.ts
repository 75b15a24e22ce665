import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { whatsapp } from '../../../src/read/product/whatsapp.ts';
import { detectWith, readWith, textContent, told } from '../given.ts';

const read = async (text: string, settings = {}, file = 'WhatsApp Chat with Anna.txt') => {
  const result = await readWith(whatsapp, [textContent(text, file)], settings);
  return { ...result, lines: told(result.fragments[0]) };
};

describe('WhatsApp: the header in every land', () => {
  it.each([
    ['iPhone, narrow no-break space', '[14/10/2021, 3:34:09\u202fPM] Anna: hi', '2021-10-14T15:34:09'],
    ['iPhone, mark before the bracket', '\u200e[14/10/2021, 3:34:09 PM] Anna: hi', '2021-10-14T15:34:09'],
    ['iPhone, German', '[27.03.26, 21:22:39] Anna: hi', '2026-03-27T21:22:39'],
    ['iPhone without a comma', '[31/12/2022 11:40:26] Anna: hi', '2022-12-31T11:40:26'],
    ['iPhone with dashes', '[01-29-2018, 23:33:00] Anna: hi', '2018-01-29T23:33:00'],
    ['iPhone, year first, with seconds', '[2023-12-20, 5:46:10 PM] Anna: hi', '2023-12-20T17:46:10'],
    ['Android, English', '1/24/23, 7:02\u202fPM - Anna: hi', '2023-01-24T19:02'],
    ['Android, Spanish', '28/3/2025, 9:29\u00a0p.\u00a0m. - Anna: hi', '2025-03-28T21:29'],
    ['Android, Canadian', '2023-12-20, 5:46 p.m. - Anna: hi', '2023-12-20T17:46'],
    ['Android, year first, slashes', '2023/12/20, 5:46 pm - Anna: hi', '2023-12-20T17:46'],
    ['Android, 24 hours', '13/9/20, 23:55 - Anna: hi', '2020-09-13T23:55'],
    ['Android, Russian', '27.03.2026, 09:05 - Анна: hi', '2026-03-27T09:05'],
    ['Android, long dash', '27.03.2026, 09:05 – Anna: hi', '2026-03-27T09:05'],
    ['Android, clock with a dot', '27.3.2026, 9.05 - Anna: hi', '2026-03-27T09:05'],
    ['Android, Greek afternoon', '27/3/2026, 9:05 μ.μ. - Anna: hi', '2026-03-27T21:05'],
    ['Android, half of the day before the clock', '2026/3/27, 오후 9:05 - Anna: hi', '2026-03-27T21:05'],
    ['old iPhone, no brackets', '27.03.26, 09:05:15: Anna: hi', '2026-03-27T09:05:15'],
    ['French', '27/03/2026 à 09:05 - Anna: hi', '2026-03-27T09:05'],
    ['Finnish', '27.3.2026 klo 9.05 - Anna: hi', '2026-03-27T09:05'],
    ['an hour that has no half of the day', '27/03/2026, 00:08 a. m. - Anna: hi', '2026-03-27T00:08'],
  ])('%s', async (_, line, at) => {
    const { fragments, problems } = await read(line);
    expect(problems).toEqual([]);
    const message = fragments[0]?.messages[0];
    expect({
      at: message?.at?.replace(/:00$/, '').slice(0, at.length),
      role: message?.role,
      text: message?.text,
    }).toEqual({
      at: at.replace(/:00$/, ''),
      role: 'unknown',
      text: 'hi',
    });
    expect((await detectWith(whatsapp, textContent(line)))?.score).toBeGreaterThan(50);
  });

  it('takes the zone of --timezone', async () => {
    const { lines } = await read('27.03.2026, 09:05 - Anna: hi', { timezone: 'Europe/Berlin' });
    expect(lines).toEqual(['unknown Anna @2026-03-27T09:05:00+01:00: hi']);
  });
});

describe('WhatsApp: day or month first', () => {
  it('is told by any part over twelve', async () => {
    const { lines } = await read('1/2/26, 09:05 - Anna: a\n1/13/26, 09:05 - Tom: b');
    expect(lines[0]).toContain('2026-01-02');
  });

  it('is told by the order of the messages', async () => {
    const { lines } = await read('1/2/26, 09:05 - Anna: a\n1/3/26, 09:05 - Tom: b\n2/1/26, 10:00 - Tom: c');
    // Read with the day first, the third would be the earliest.
    expect(lines[2]).toContain('2026-02-01');
  });

  it('is asked where both are possible, and nothing is guessed', async () => {
    const { fragments, problems } = await read('1/2/26, 09:05 - Anna: a');
    expect(fragments).toEqual([]);
    expect(problems).toMatchObject([{ code: 'ambiguous-dates', severity: 'problem' }]);
    expect(problems[0]?.message).toContain('--date-order');
    const answered = await read('1/2/26, 09:05 - Anna: a', { dateOrder: 'dmy' });
    expect(answered.lines[0]).toContain('2026-02-01');
  });
});

describe('WhatsApp: who says what', () => {
  it('joins continuation lines, empty ones too', async () => {
    const { lines } = await read('27.03.2026, 09:05 - Anna: one\n\ntwo: three\n27.03.2026, 09:06 - Tom: four');
    expect(lines.map((line) => line.replace(/ @\S+:/, ':'))).toEqual([
      'unknown Anna: one\n\ntwo: three',
      'unknown Tom: four',
    ]);
  });

  it('keeps the line at which each message begins', async () => {
    const { fragments } = await read('27.03.2026, 09:05 - Anna: one\nmore\n27.03.2026, 09:06 - Tom: two');
    expect(fragments[0]?.messages.map((message) => message.line)).toEqual([1, 3]);
  });

  it.each([
    ['Messages and calls are end-to-end encrypted. Only people in this chat can read them.'],
    ['Tom created group "Sale: spring"'],
    ['Tom changed the subject from "a" to "b: c"'],
    ['You were added'],
    ['Вы добавили Анну'],
    ['Anna: \u200eMessages and calls are end-to-end encrypted. Only people in this chat can read them.'],
    ['Anna: Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.'],
    ['Anna: This message was deleted'],
    ['Anna: \u200eThis message was deleted.'],
    ['Anna: Missed voice call'],
    ["Shop: \u200eAnna joined using this group's invite link"],
  ])('takes for a line of the program: %s', async (body) => {
    const { fragments } = await read(`27.03.2026, 09:05 - Anna: hi\n27.03.2026, 09:06 - ${body}`);
    expect(fragments[0]?.messages.map((message) => message.role)).toEqual(['unknown', 'system']);
  });

  it.each([
    ['<Media omitted>'],
    ['\u200eimage omitted'],
    ['\u200e<attached: 00000012-PHOTO.jpg>'],
    ['IMG-20260327-WA0001.jpg (file attached)'],
    ['PTT-20260327-WA0014.opus (archivo adjunto)'],
  ])('takes for a message of its author: %s', async (body) => {
    const { fragments } = await read(`27.03.2026, 09:05 - Anna: ${body}`);
    expect(fragments[0]?.messages).toMatchObject([{ role: 'unknown', name: 'Anna', text: body.replace('\u200e', '') }]);
  });

  it('takes the note about a change off the words', async () => {
    const { lines } = await read('27.03.2026, 09:05 - Anna: hi there \u200e<This message was edited>');
    expect(lines[0]).toMatch(/: hi there$/);
  });

  it('knows names with marks, figures and emoji, and numbers', async () => {
    const { fragments } = await read(
      [
        '27.03.2026, 09:05 - \u202a+49 170 1234567\u202c: a',
        '27.03.2026, 09:06 - ~\u202fAnna 🌷: b',
        '27.03.2026, 09:07 - 🤓: c',
        "27.03.2026, 09:08 - Anna-Lena O'Neil: d : e",
      ].join('\n'),
    );
    expect(fragments[0]?.messages.map(({ name, text }) => [name, text])).toEqual([
      ['+49 170 1234567', 'a'],
      ['Anna 🌷', 'b'],
      ['🤓', 'c'],
      ["Anna-Lena O'Neil", 'd : e'],
    ]);
  });

  it('knows a name with a colon in it by its always being there', async () => {
    const chat = ['a', 'b', 'c'].map((text, minute) => `27.03.2026, 09:0${minute} - Shop: Returns: ${text}`).join('\n');
    const { lines } = await read(`${chat}\n27.03.2026, 09:05 - Anna: Order: 5`);
    expect(lines.map((line) => line.replace(/ @\S+:/, ':'))).toEqual([
      'unknown Shop: Returns: a',
      'unknown Shop: Returns: b',
      'unknown Shop: Returns: c',
      'unknown Anna: Order: 5',
    ]);
    const asked = await read('27.03.2026, 09:05 - Shop: Returns: a', { agentNames: ['Shop: Returns'] });
    expect(asked.fragments[0]?.messages[0]?.name).toBe('Shop: Returns');
  });

  it('is one talk per file, to be split by silence', async () => {
    const { fragments } = await read('27.03.2026, 09:05 - Anna: hi', {}, 'chats/WhatsApp Chat with Anna (1).txt');
    expect(fragments[0]).toMatchObject({
      id: 'chats/WhatsApp Chat with Anna',
      product: 'whatsapp',
      channel: 'messaging',
      sessions: true,
    });
    const zipped = await read('27.03.2026, 09:05 - Anna: hi', {}, 'WhatsApp Chat - Anna.zip/_chat.txt');
    expect(zipped.fragments[0]?.id).toBe('WhatsApp Chat - Anna');
  });

  it('tells of lines before the first message, and of times that no clock has', async () => {
    const { problems, lines } = await read('lost\n27.03.2026, 09:05 - Anna: hi\n27.03.2026, 29:05 - Tom: ho');
    expect(problems).toMatchObject([
      { code: 'unreadable-record', line: 1 },
      { code: 'unreadable-time', line: 3 },
    ]);
    expect(lines[1]).toBe('unknown Tom @-: ho');
  });

  it("leaves a help desk's transcript to the reader of plain text", async () => {
    for (const line of ['[27/03/2026 09:05] Agent: hi', '[2026-03-27 09:05:15] Anna: hi']) {
      expect((await detectWith(whatsapp, textContent(line)))?.score).toBeLessThan(40);
    }
  });

  it('is not seen in other texts', async () => {
    for (const text of ['', 'Hello\nyou', 'Anna: hi', '{"a": 1}', 'From a@b.example Mon Mar  2 09:14:05 2026']) {
      expect(await detectWith(whatsapp, textContent(text))).toBeNull();
    }
  });
});

const samples = new URL('../../../../shared/samples/formats/whatsapp/', import.meta.url);

describe.skipIf(!existsSync(samples))('WhatsApp samples (only where the shared folder lies beside)', () => {
  // Counted by hand: messages of people, and lines of the program.
  it.each([
    ['issue_android_en_CA.txt', 1, 0],
    ['issue_android_es.txt', 2, 0],
    ['issue_ios_de.txt', 1, 1],
    ['issue_ios_en_nnbsp.txt', 2, 0],
    ['test_[mmddyy]_24hrs.txt', 7, 2],
    ['test_mmddyyyy_12hrs.txt', 7, 2],
    ['test_yyyymmdd_24hrs.txt', 7, 2],
  ])('%s', async (name, people, program) => {
    const { fragments, problems } = await read(readFileSync(new URL(encodeURIComponent(name), samples), 'utf8'));
    expect(problems).toEqual([]);
    expect(fragments).toHaveLength(1);
    const roles = fragments[0]?.messages.map((message) => message.role) ?? [];
    expect([
      roles.filter((role) => role === 'unknown').length,
      roles.filter((role) => role === 'system').length,
    ]).toEqual([people, program]);
    expect(fragments[0]?.messages.every((message) => message.at !== null)).toBe(true);
  });
});
