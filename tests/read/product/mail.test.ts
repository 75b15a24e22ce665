import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { unflow } from '../../../src/read/mail/flowed.ts';
import { senderOf } from '../../../src/read/mail/senders.ts';
import { type Heading, threadsOf } from '../../../src/read/mail/threads.ts';
import { told } from '../given.ts';
import { readAll, sourceOf } from '../reading.ts';

function letter(headers: Record<string, string>, body: string): string {
  const head = {
    From: 'Anna <anna@example.com>',
    To: 'help@shop.example',
    Date: 'Mon, 2 Mar 2026 09:14:05 +0100',
    ...headers,
  };
  const lines = Object.entries(head).filter(([, value]) => value !== '');
  return `${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${body.replaceAll('\n', '\r\n')}`;
}

const read = async (headers: Record<string, string>, body: string, name = 'one.eml') => {
  const { conversations, problems } = await readAll([sourceOf(name, letter(headers, body))]);
  return { message: conversations[0]?.messages[0], conversation: conversations[0], problems };
};

describe('one letter', () => {
  it('takes the last server that received it, where it has no usable date', async () => {
    const received = 'from a by b; Tue, 3 Mar 2026 10:00:00 +0100 (CET)';
    for (const date of ['', 'yesterday', '2 Mar 2026']) {
      const { message, problems } = await read({ Date: date, Received: received }, 'hi');
      expect(message?.at).toBe('2026-03-03T10:00:00+01:00');
      expect(problems).toEqual([]);
    }
  });

  it('says so where there is no time at all, and keeps the letter', async () => {
    const { message, problems } = await read({ Date: '', Subject: 'Lids' }, 'hi');
    expect(message).toMatchObject({ at: null, text: 'hi' });
    expect(problems).toMatchObject([{ severity: 'notice', code: 'no-time' }]);
  });

  it('knows encoded names, names in quotes, and addresses without a name', async () => {
    const { message } = await read({ From: '=?windows-1251?B?wO3t4A==?= <Anna@Example.com>' }, 'hi');
    expect(message).toMatchObject({ name: 'Анна', id: 'anna@example.com' });
    expect((await read({ From: '"\'Anna P\'" <a@b.example>' }, 'hi')).message?.name).toBe('Anna P');
    expect((await read({ From: 'a@b.example' }, 'hi')).message).toMatchObject({ name: null, id: 'a@b.example' });
    expect((await read({ From: '"a@b.example" <a@b.example>' }, 'hi')).message?.name).toBeNull();
  });

  it('finds the sender behind a group address', async () => {
    const { message } = await read(
      { From: "'Anna P' via Help <help@shop.example>", 'X-Original-From': 'Anna P <anna@example.com>' },
      'hi',
    );
    expect(message).toMatchObject({ name: 'Anna P', id: 'anna@example.com' });
  });

  it.each([
    ['windows-1251', Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2])],
    ['koi8-r', Buffer.from([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4])],
    ['utf-8', Buffer.from('Привет')],
  ])('reads a body in %s', async (charset, bytes) => {
    const head = letter({ 'Content-Type': `text/plain; charset=${charset}`, 'Content-Transfer-Encoding': '8bit' }, '');
    const { conversations } = await readAll([sourceOf('a.eml', Buffer.concat([Buffer.from(head), bytes]))]);
    expect(conversations[0]?.messages[0]?.text).toBe('Привет');
  });

  it('reads old letters that name no character set, in head and body', async () => {
    const old = (text: string) => Buffer.from(text, 'latin1');
    // windows-1251: Анна; крышка сломана
    const name = old('\xc0\xed\xed\xe0');
    const body = old('\xea\xf0\xfb\xf8\xea\xe0 \xf1\xeb\xee\xec\xe0\xed\xe0');
    const bytes = Buffer.concat([
      old('From: '),
      name,
      old(' <a@b.example>\nSubject: x\nDate: Mon, 2 Mar 2026 09:14:05 +0300\n\n'),
      body,
    ]);
    const { conversations } = await readAll([sourceOf('a.eml', bytes)]);
    expect(conversations[0]?.messages[0]).toMatchObject({ name: 'Анна', text: 'крышка сломана' });
  });

  it('prefers the plain text, takes the HTML where that is empty, else names what is attached', async () => {
    const parts = (text: string) =>
      `--b\nContent-Type: text/plain\n\n${text}\n--b\nContent-Type: text/html\n\n<p>From <b>HTML</b><br>two</p>\n--b--\n`;
    const type = { 'Content-Type': 'multipart/alternative; boundary=b' };
    expect((await read(type, parts('plain'))).message?.text).toBe('plain');
    expect((await read(type, parts(' '))).message?.text).toBe('From HTML\ntwo');
    const attached =
      '--b\nContent-Type: image/png; name=lid.png\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\nAAAA\n--b--\n';
    expect((await read({ 'Content-Type': 'multipart/mixed; boundary=b' }, attached)).message?.text).toBe('[lid.png]');
  });

  it('leaves a letter within the letter out of the words', async () => {
    const nested =
      '--b\nContent-Type: text/plain\n\nsee below\n--b\nContent-Type: message/rfc822\n\nFrom: x@y.example\nSubject: old\n\nold words\n--b--\n';
    expect((await read({ 'Content-Type': 'multipart/mixed; boundary=b' }, nested)).message?.text).toBe('see below');
  });

  it('cuts what the markup says is quoted', async () => {
    const html = 'Thanks!<blockquote type="cite">We sent it.<br>Tom</blockquote>';
    const { message } = await read({ 'Content-Type': 'text/html' }, html);
    expect(message?.text).toBe('Thanks!\n> We sent it.\n> Tom');
    expect(message?.cuts).toEqual([{ start: 8, end: 27, kind: 'quote' }]);
  });

  it('keeps own answers between quoted pieces of HTML', async () => {
    const html =
      '<div class="gmail_quote"><div class="gmail_attr">On Mon, 2 Mar 2026 at 09:14, Anna &lt;a@b.example&gt; wrote:</div>' +
      '<blockquote class="gmail_quote">In blue?</blockquote><div>Yes.</div><blockquote class="gmail_quote">In red?</blockquote><div>No.</div></div>';
    const { message } = await read({ 'Content-Type': 'text/html' }, html);
    let own = '';
    let at = 0;
    for (const cut of message?.cuts ?? []) {
      own += message?.text.slice(at, cut.start);
      at = cut.end;
    }
    own += message?.text.slice(at);
    expect(own.split(/\s+/).filter(Boolean)).toEqual(['Yes.', 'No.']);
  });

  it('leaves drafts of a Maildir and of a labelled mailbox out, with a notice', async () => {
    const draft = await read({}, 'not yet', 'cur/1772442845.M1P1.host:2,DS');
    expect(draft.conversation).toBeUndefined();
    expect(draft.problems.map(({ code }) => code)).toContain('draft');
    expect((await read({ 'X-Gmail-Labels': 'Drafts,Important' }, 'not yet')).conversation).toBeUndefined();
    expect((await read({}, 'sent', 'cur/1772442845.M1P1.host:2,S')).conversation).toBeDefined();
  });
});

describe('letters of colleagues among themselves', () => {
  const thread = async (from: string, to: string) => {
    const first = letter({ 'Message-ID': '<1@x>', Subject: 'Lids' }, 'Is it loose?');
    const second = letter(
      { From: from, To: to, 'Message-ID': '<2@x>', References: '<1@x>', Subject: 'Fwd: Lids' },
      'look',
    );
    const sources = [sourceOf('1.eml', first), sourceOf('2.eml', second)];
    const { conversations } = await readAll(sources, { agentNames: ['*@shop.example'] });
    return conversations[0]?.messages.map(({ role, internal }) => `${role}${internal ? ' internal' : ''}`);
  };

  it('are notes that the customer never saw', async () => {
    expect(await thread('tom@shop.example', 'olga@shop.example')).toEqual(['customer', 'agent internal']);
  });

  it('are not what goes to the customer too, or to an address that customers write to', async () => {
    expect(await thread('tom@shop.example', 'olga@shop.example, anna@example.com')).toEqual(['customer', 'agent']);
    expect(await thread('tom@shop.example', 'help@shop.example')).toEqual(['customer', 'agent']);
    expect(await thread('anna@example.com', 'olga@shop.example')).toEqual(['customer', 'customer']);
  });
});

describe('an mbox', () => {
  const from = 'From anna@example.com Mon Mar  2 09:14:05 2026\n';
  const plain = (id: string, body: string) =>
    `${from}From: a@b.example\nMessage-ID: <${id}@x>\nDate: Mon, 2 Mar 2026 09:14:05 +0100\n\n${body}\n`;

  it('is cut at From lines below an empty line and above headers, and nowhere else', async () => {
    const text = `${plain('1', 'one\nFrom me to you at 10:30 in 2026\n\nFrom today on at 10:30 in 2026 we close\nearly')}\n${plain('2', '>From afar\n>>From nearer')}`;
    const { conversations } = await readAll([sourceOf('box.mbox', text)]);
    expect(conversations.map((one) => one.messages[0]?.text)).toEqual([
      'one\nFrom me to you at 10:30 in 2026\n\nFrom today on at 10:30 in 2026 we close\nearly',
      'From afar\n>From nearer',
    ]);
    expect(conversations.map(({ source }) => source.line)).toEqual([1, 12]);
  });

  it('gives the same letters whatever the size of the pieces it comes in', async () => {
    const text = `${plain('1', 'one')}\n${plain('2', 'two')}\n${plain('3', 'three')}`;
    for (const size of [1, 7, 64]) {
      const { conversations } = await readAll([sourceOf('box.mbox', text, size)]);
      expect(conversations.map((one) => one.messages[0]?.text)).toEqual(['one', 'two', 'three']);
    }
  });

  it('is read twice where it has no room in memory, with the same outcome', async () => {
    const text = `${plain('1', 'one')}\n${plain('2', 'two')}\n${plain('3', 'three')}`;
    const roomy = await readAll([sourceOf('box.mbox', text)]);
    const tight = await readAll([sourceOf('box.mbox', text)], { memoryLimit: 600 });
    expect(tight.conversations).toEqual(roomy.conversations);
  });

  it('met twice, counts every letter once', async () => {
    const text = `${plain('1', 'one')}\n${plain('2', 'two')}`;
    const { conversations } = await readAll([sourceOf('a.mbox', text), sourceOf('b.mbox', text)]);
    expect(conversations.map(told)).toHaveLength(2);
    expect(conversations.every(({ messages }) => messages.length === 1)).toBe(true);
  });
});

describe('threads', () => {
  const heading = (place: string, fields: Partial<Heading>): Heading => ({
    messageId: place,
    references: [],
    subject: 'Lids',
    from: 'anna@example.com',
    recipients: ['help@shop.example'],
    ms: 0,
    place,
    ...fields,
  });

  it('follow references, also to letters that are not there, and across one that is missing', () => {
    const threads = threadsOf([
      heading('c', { references: ['lost', 'b'], ms: 3 }),
      heading('a', { references: ['lost'], ms: 1 }),
      heading('d', { ms: 4 }),
    ]);
    expect(threads).toEqual(['lost', 'lost', 'd']);
  });

  it('follow subject and people where an answer names nothing', () => {
    const answer = { from: 'help@shop.example', recipients: ['anna@example.com'], ms: 5 };
    for (const subject of ['Re: Lids', 'RE: re: lids', 'Aw: Lids', 'Отв: Lids', 'SV: Lids', 'Re[2]: Lids']) {
      expect(threadsOf([heading('a', {}), heading('b', { ...answer, subject })])).toEqual(['a', 'a']);
    }
  });

  it('are not made of a subject alone', () => {
    const ben = { from: 'ben@example.com', ms: 5 };
    expect(threadsOf([heading('a', {}), heading('b', ben)])).toEqual(['a', 'b']);
    expect(threadsOf([heading('a', {}), heading('b', { ms: 5 })])).toEqual(['a', 'b']);
    expect(
      threadsOf([heading('a', {}), heading('b', { ...ben, subject: 'Re: Lids', recipients: ['cleo@example.com'] })]),
    ).toEqual(['a', 'b']);
    expect(threadsOf([heading('a', { subject: '' }), heading('b', { subject: 'Re: ', ms: 5 })])).toEqual(['a', 'b']);
  });

  it('do not reach over more than ninety days', () => {
    const late = {
      from: 'help@shop.example',
      recipients: ['anna@example.com'],
      subject: 'Re: Lids',
      ms: 91 * 86_400_000,
    };
    expect(threadsOf([heading('a', {}), heading('b', late)])).toEqual(['a', 'b']);
  });
});

describe('who sends', () => {
  const kind = (headers: Record<string, string>, from = 'a@b.example', subject = 'Lids') =>
    senderOf((name) => headers[name] ?? '', from, subject);

  it.each([
    ['a plain letter', {}, 'person'],
    ['an automatic reply', { 'auto-submitted': 'auto-replied' }, 'answering-machine'],
    ['an automatic reply of an old program', { 'x-autoreply': 'yes' }, 'answering-machine'],
    ['an acknowledgement', { 'auto-submitted': 'auto-generated' }, 'answering-machine'],
    ['an answer through a help desk', { 'auto-submitted': 'auto-generated', 'x-mailer': 'Zendesk Mailer' }, 'person'],
    ['an answer that a program passes on', { 'auto-submitted': 'auto-generated', 'in-reply-to': '<1@x>' }, 'person'],
    ['auto-submitted: no', { 'auto-submitted': 'no' }, 'person'],
    ['a bounce', { 'content-type': 'multipart/report; report-type=delivery-status' }, 'notice'],
    ['bulk mail', { precedence: 'bulk' }, 'notice'],
    ['a newsletter', { 'list-unsubscribe': '<https://x.example>' }, 'notice'],
    [
      'a letter through a group address',
      { precedence: 'list', 'list-unsubscribe': '<x>', 'list-post': '<x>' },
      'person',
    ],
  ] as const)('%s', (_, headers, expected) => {
    expect(kind(headers)).toBe(expected);
  });

  it('is told by the address of the mail system and by the subject', () => {
    expect(kind({}, 'MAILER-DAEMON@b.example')).toBe('notice');
    expect(kind({}, 'a@b.example', 'Automatic reply: Lids')).toBe('answering-machine');
    expect(kind({}, 'a@b.example', 'Автоответ: Lids')).toBe('answering-machine');
    expect(kind({}, 'a@b.example', 'Your automatic reply machine')).toBe('person');
  });
});

describe('flowed text', () => {
  it.each([
    ['a \nb', 'a b'],
    ['a\nb', 'a\nb'],
    ['> a \n> b \n> c', '> a b c'],
    ['> Hi \nHello', '> Hi \nHello'.replace(' \n', '\n')],
    ['>> a \n> b', '>> a\n> b'],
    ['a \n-- \nTom', 'a \n-- \nTom'],
    [' >no quote', '>no quote'],
  ])('%j', (text, joined) => {
    expect(unflow(text)).toBe(joined);
  });
});

const samples = new URL('../../../../shared/samples/formats/', import.meta.url);

describe.skipIf(!existsSync(samples))('mail samples (only where the shared folder lies beside)', () => {
  // Worked out by hand: conversations, messages, and the own words of the first message.
  it.each([
    ['mbox/test-1-message.mbox', 1, 1, 'The mail content of mail 1...'],
    ['mbox/test-2-message.mbox', 2, 2, 'The mail content of mail 1...'],
    ['mbox/test-4-message.mbox', 4, 4, 'The mail content of mail 1...'],
    ['eml/simple.eml', 1, 1, 'Hello world!'],
    ['eml/talon_android.eml', 1, 1, 'Hello'],
    ['eml/talon_gmail.eml', 1, 1, 'Hello'],
    ['eml/talon_iphone.eml', 1, 1, 'Hello'],
    ['eml/talon_outlook.eml', 1, 1, 'Hello'],
    ['eml/talon_thunderbird.eml', 1, 1, 'Hello'],
    ['eml/base64encodedroot.eml', 1, 1, '[screenshot.png]'],
    ['msg/Simple.msg', 1, 1, 'Simple'],
    ['msg/attachAndInline.msg', 1, 1, '[attach.png]'],
  ])('%s', async (name, conversations, messages, own) => {
    const result = await readAll([sourceOf(name, readFileSync(new URL(name, samples)))]);
    expect(result.problems.filter(({ severity }) => severity === 'problem')).toEqual([]);
    expect(result.conversations).toHaveLength(conversations);
    expect(result.conversations.flatMap((one) => one.messages)).toHaveLength(messages);
    const first = result.conversations[0]?.messages[0];
    let left = first?.text ?? '';
    for (const cut of first?.cuts.toReversed() ?? []) {
      left = left.slice(0, cut.start) + left.slice(cut.end);
    }
    expect(left.trim()).toBe(own);
  });

  it.each([
    ['mbox/test-0-message.mbox', 'empty-file'],
    ['mbox/test-not-an.mbox', 'unrecognised-file'],
  ])('%s is refused', async (name, code) => {
    const { conversations, problems } = await readAll([sourceOf(name, readFileSync(new URL(name, samples)))]);
    expect(conversations).toEqual([]);
    expect(problems).toMatchObject([{ severity: 'problem', code }]);
  });

  it.each([['gmail.html'], ['ms_outlook_2007.html'], ['thunderbird.html'], ['yandex_ru.html']])(
    'an HTML letter as %s',
    async (name) => {
      const html = readFileSync(new URL(`eml_html_quotes/${name}`, samples), 'utf8');
      const { message } = await read({ 'Content-Type': 'text/html; charset=utf-8' }, html);
      let left = message?.text ?? '';
      for (const cut of message?.cuts.toReversed() ?? []) {
        left = left.slice(0, cut.start) + left.slice(cut.end);
      }
      expect(left.split(/\s+/).filter(Boolean).join(' ')).toBe('Hi. I am fine. Thanks, Alex');
    },
  );
});
