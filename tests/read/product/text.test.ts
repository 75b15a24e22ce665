import { describe, expect, it } from 'vitest';
import { text } from '../../../src/read/product/text.ts';
import { detectWith, readWith, textContent, told } from '../given.ts';

const read = async (content: string, settings = {}, file = 'chat.txt') => {
  const result = await readWith(text, [textContent(content, file)], settings);
  return { ...result, talks: result.fragments.map(told) };
};
const seen = async (content: string) => (await detectWith(text, textContent(content)))?.score ?? 0;

describe('plain text: the forms of a line', () => {
  it.each([
    ['a clock in brackets', '[12:03] Anna: hi\n[12:04] Tom: hello'],
    ['a clock with the half of the day, in parentheses', '(12:03:00 PM) Anna: hi\n(12:04:00 PM) Tom: hello'],
    ['the name before the clock', 'Anna (12:03 PM): hi\nTom (12:04 PM): hello'],
    ['the name before the clock in brackets', 'Anna [12:03]: hi\nTom [12:04]: hello'],
    ['a bare clock', '12:03 Anna: hi\n12:04 Tom: hello'],
    ['a bare clock and a dash', '12:03 - Anna: hi\n12:04 - Tom: hello'],
    ['a heading above the words', 'Anna, 12:03\nhi\nTom, 12:04\nhello'],
    ['a clock in brackets and the name above the words', '[12:03 PM] Anna\nhi\n[12:04 PM] Tom\nhello'],
    ['a heading with the half of the day', 'Anna 12:03 PM\nhi\nTom 12:04 PM\nhello'],
  ])('%s', async (_, talk) => {
    expect(await seen(talk)).toBeGreaterThan(30);
    const { talks, problems } = await read(`Date: 2026-03-02\n${talk}`);
    expect(problems).toEqual([]);
    expect(talks).toEqual([['unknown Anna @2026-03-02T12:03:00: hi', 'unknown Tom @2026-03-02T12:04:00: hello']]);
  });

  it.each([
    ['ISO', '[2026-03-02 12:03:05] Anna: hi\n[2026-03-02 12:04:00] Tom: hello', '2026-03-02T12:03:05'],
    ['ISO with a zone', '2026-03-02T12:03:05Z Anna: hi\n2026-03-02T12:04:00Z Tom: hello', '2026-03-02T12:03:05Z'],
    ['German', '[13.03.2026 12:03] Anna: hi\n[13.03.2026 12:04] Tom: hello', '2026-03-13T12:03:00'],
    ['a named month', '2 March 2026 12:03 Anna: hi\n2 March 2026 12:04 Tom: hello', '2026-03-02T12:03:00'],
    ['American', 'Anna (03/13/2026 1:03 PM): hi\nTom (03/13/2026 1:04 PM): hello', '2026-03-13T13:03:00'],
  ])('with the day in it: %s', async (_, talk, at) => {
    const { fragments } = await read(talk);
    expect(fragments[0]?.messages[0]).toMatchObject({ name: 'Anna', at });
  });

  it('asks for the order of day and month where it cannot be told', async () => {
    const { problems, talks } = await read('[02.03/2026]\n[02/03/2026 12:03] Anna: hi\n[02/03/2026 12:04] Tom: hello');
    expect(talks).toEqual([]);
    expect(problems).toMatchObject([{ code: 'ambiguous-dates' }]);
  });

  it('counts elapsed times from the beginning', async () => {
    const { talks } = await read(
      'Chat Started: Monday, December 17, 2018, 23:59:50 (-0500)\n( 5s ) Tom: hi\n( 1m 13s ) Visitor: hello',
    );
    expect(talks).toEqual([
      ['agent Tom @2018-12-17T23:59:55-05:00: hi', 'customer - @2018-12-18T00:01:03-05:00: hello'],
    ]);
  });
});

describe('plain text: times', () => {
  it('go on past midnight, and equal ones stay in order', async () => {
    const { talks } = await read('Chat Started: 2 March 2026, 23:58\n[23:59] Anna: a\n[00:01] Tom: b\n[00:01] Anna: c');
    expect(talks[0]?.map((line) => line.slice(-22))).toEqual(
      ['@2026-03-02T23:59:00: a', '@2026-03-03T00:01:00: b', '@2026-03-03T00:01:00: c'].map((line) => line.slice(-22)),
    );
  });

  it('take the zone that the head bears, else that of --timezone', async () => {
    const told = await read('Chat Started: 2 March 2026, 12:00 (+0300)\n[12:03] Anna: a\n[12:04] Tom: b');
    expect(told.fragments[0]).toMatchObject({
      opened_at: '2026-03-02T12:00:00+03:00',
      messages: [{ at: '2026-03-02T12:03:00+03:00' }, {}],
    });
    const given = await read('Date: 2 March 2026\n[12:03] Anna: a\n[12:04] Tom: b', { timezone: 'Europe/Berlin' });
    expect(given.fragments[0]?.messages[0]?.at).toBe('2026-03-02T12:03:00+01:00');
  });

  it('are of the day that a line between them names', async () => {
    const { fragments } = await read('--- 2 March 2026 ---\n[12:03] Anna: a\n--- 3 March 2026 ---\n[09:00] Tom: b');
    expect(fragments[0]?.messages.map(({ at }) => at)).toEqual(['2026-03-02T12:03:00', '2026-03-03T09:00:00']);
  });

  it('are of the day in the name of the file', async () => {
    const { fragments } = await read('[12:03] Anna: a\n[12:04] Tom: b', {}, 'chats/2026-03-02 Anna.txt');
    expect(fragments[0]?.messages[0]?.at).toBe('2026-03-02T12:03:00');
  });

  it('without any day stay null, with a notice', async () => {
    const { fragments, problems } = await read('[12:03] Anna: a\n[12:04] Tom: b');
    expect(fragments[0]?.messages.map(({ at }) => at)).toEqual([null, null]);
    expect(problems).toMatchObject([{ severity: 'notice', code: 'times-without-day' }]);
  });
});

describe('plain text: who speaks', () => {
  it('is told by roles, with or without names', async () => {
    const { talks } = await read(
      'Customer: hi\nAgent: hello\nTom (Agent): I take over\nCustomer (Anna): ok\nBot: beep\nSystem: Li joined\nAgent Li: here',
    );
    expect(talks[0]).toEqual([
      'customer - @-: hi',
      'agent - @-: hello',
      'agent Tom @-: I take over',
      'customer Anna @-: ok',
      'bot - @-: beep',
      'system - @-: Li joined',
      'agent Li @-: here',
    ]);
  });

  it('is told in Russian', async () => {
    const { talks } = await read('Клиент: привет\nОператор: здравствуйте\nОператор Ольга: слушаю вас');
    expect(talks[0]).toEqual(['customer - @-: привет', 'agent - @-: здравствуйте', 'agent Ольга @-: слушаю вас']);
  });

  it('is told by the names above the talk', async () => {
    const { fragments, talks } = await read(
      'Chat ID: 17\nCustomer: Anna Petrova\nEmail: anna@example.com\nSubject: Parcel\nDate: 2026-03-02\n\n[12:03] Anna Petrova: hi\n[12:04] Tom: hello',
    );
    expect(fragments[0]).toMatchObject({
      id: '17',
      subject: 'Parcel',
      customer: { name: 'Anna Petrova', email: 'anna@example.com' },
    });
    expect(talks[0]?.map((line) => line.split(' @')[0])).toEqual(['customer Anna Petrova', 'agent Tom']);
  });

  it('is told by the agent above a talk without times', async () => {
    const { talks } = await read('Agent: Tom\n\nAnna: hi\nTom: hello\nAnna: bye\nTom: bye');
    expect(talks[0]?.map((line) => line.split(' @')[0])).toEqual([
      'customer Anna',
      'agent Tom',
      'customer Anna',
      'agent Tom',
    ]);
  });

  it('stays unknown where nothing tells it', async () => {
    const { talks } = await read('Anna: hi\nTom: hello\nAnna: bye\nTom: bye');
    expect(talks[0]?.map((line) => line.split(' @')[0])).toEqual([
      'unknown Anna',
      'unknown Tom',
      'unknown Anna',
      'unknown Tom',
    ]);
  });

  it('is nobody in lines that only look so', async () => {
    const { talks } = await read(
      [
        'Anna: hi',
        'Tom: these are the steps',
        'Note: unplug it first',
        'https://shop.example/a',
        'Meeting at 10:30: yes',
        'Anna: ok',
        'Tom: bye',
      ].join('\n'),
    );
    expect(talks[0]).toEqual([
      'unknown Anna @-: hi',
      'unknown Tom @-: these are the steps\nNote: unplug it first\nhttps://shop.example/a\nMeeting at 10:30: yes',
      'unknown Anna @-: ok',
      'unknown Tom @-: bye',
    ]);
  });

  it('is not somebody whom a message mentions with a time', async () => {
    const { talks } = await read(
      'Date: 2026-03-02\n[12:03] Anna: the log says\n12:01 Error: no paper\n[12:04] Tom: thanks',
    );
    expect(talks[0]).toEqual([
      'unknown Anna @2026-03-02T12:03:00: the log says\n12:01 Error: no paper',
      'unknown Tom @2026-03-02T12:04:00: thanks',
    ]);
  });

  it('is the program between stars and in sentences about the chat', async () => {
    const { talks } = await read(
      'Date: 2026-03-02\n(12:03:15 PM) *** Tom joined the chat ***\n(12:03:20 PM) Anna: hi\n(12:04:00 PM) Tom has left the chat',
    );
    expect(talks[0]?.map((line) => line.replace(/ @\S+/, ''))).toEqual([
      'system - Tom joined the chat',
      'unknown Anna hi',
      'system - Tom has left the chat',
    ]);
  });

  it('is a customer where tawk.to gives a number for a name, under its own head', async () => {
    const { fragments, talks } = await read(
      'Conversation started on : Monday, March 2, 2026, at 10:30 (GMT-5)\n[10:30] V1234567890123456 : hi\n[10:31] Tom : hello\n[10:35] *** Tom left the chat ***',
    );
    expect(fragments[0]?.opened_at).toBe('2026-03-02T10:30:00-05:00');
    expect(talks[0]?.[0]).toBe('customer V1234567890123456 @2026-03-02T10:30:00-05:00: hi');
    expect(talks[0]).toHaveLength(3);
  });

  it('is plain of the second person where the first is called by a role; a number is no name', async () => {
    const { fragments, talks } = await read(
      'Chat started: 2026-03-02 10:03 AM UTC\n(10:03:15) Visitor 48291: hello\n(10:03:40) *** Bob joined the chat ***\n(10:03:55) Bob: Hi there!',
    );
    expect(talks[0]?.map((line) => line.split(' @')[0])).toEqual(['customer Visitor 48291', 'system -', 'agent Bob']);
    expect(fragments[0]?.customer.name).toBeNull();
  });

  it('believes a listed name that speaks once', async () => {
    const { talks } = await read('Anna: hi\nTom: hello\nAnna: bye', { agentNames: ['to*'] });
    expect(talks[0]).toHaveLength(3);
  });
});

describe('plain text: several conversations in a file', () => {
  it('begin where the head of the next stands', async () => {
    const { fragments, talks } = await read(
      'Chat Started: 2 March 2026, 12:00\n[12:03] Anna: a\n[12:04] Tom: b\n\n=====\nChat Started: 3 March 2026, 09:00\n[09:01] Ben: c\n[09:02] Tom: d',
    );
    expect(fragments.map(({ id, source }) => [id, source.line])).toEqual([
      ['chat#1', 1],
      ['chat#2', 6],
    ]);
    expect(talks[1]).toEqual(['unknown Ben @2026-03-03T09:01:00: c', 'unknown Tom @2026-03-03T09:02:00: d']);
  });
});

describe('plain text: a number inside the words', () => {
  it('begins no conversation', async () => {
    const { fragments } = await read(
      'Date: 2026-03-02\n[12:03] Tom: your number is\nTicket #4411\n[12:04] Anna: thanks',
    );
    expect(fragments).toHaveLength(1);
    expect(fragments[0]?.messages[0]?.text).toBe('your number is\nTicket #4411');
  });

  it('above the head of the next talk begins one', async () => {
    const { fragments } = await read(
      'Ticket #4411\nDate: 2026-03-02\n[12:03] Tom: hi\n[12:04] Anna: thanks\n\nTicket #4412\nDate: 2026-03-03\n[12:03] Tom: hello\n[12:04] Ben: hi',
    );
    expect(fragments.map(({ id, messages }) => [id, messages[0]?.at])).toEqual([
      ['4411', '2026-03-02T12:03:00'],
      ['4412', '2026-03-03T12:03:00'],
    ]);
  });
});

describe('plain text: what is no transcript', () => {
  it.each([
    ['', 'nothing'],
    ['Dear all,\n\nthe meeting is on Monday.\nBest, Tom', 'a letter'],
    ['name: transcript\nversion: 1\nauthor: Tom\nlicense: MIT', 'settings'],
    ['# Title\n\nSome words: and more.\n\n- a list\n- of things', 'a page'],
    ['Eggs: 2\nMilk: 1\nFlour: 3', 'a recipe'],
  ])('%j', async (content) => {
    expect(await seen(content)).toBe(0);
  });
});
