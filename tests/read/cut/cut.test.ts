import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFragment, makeMessage } from '../../../src/model/conversation.ts';
import { cutConversation, findCuts } from '../../../src/read/cut/cut.ts';

/** What is left of a text when its cuts are taken out, without the empty lines at its ends. */
function own(text: string, earlier: string[] = []): string {
  let left = '';
  let at = 0;
  for (const cut of findCuts(text, { earlier })) {
    left += text.slice(at, cut.start);
    at = cut.end;
  }
  return (left + text.slice(at)).trim();
}

const quoted = (text: string, kept: string): void => {
  expect(own(text)).toBe(kept);
};
const kept = (text: string): void => {
  expect(findCuts(text)).toEqual([]);
};

describe('quoted history is cut', () => {
  it.each([
    ['English, one line', 'On Mon, Mar 2, 2026 at 9:14 AM Anna Petrova <anna@example.com> wrote:'],
    ['English, wrapped', 'On Mon, Mar 2, 2026 at 9:14 AM, Anna Petrova <\nanna@example.com> wrote:'],
    ['English, wrapped before the verb', 'On Monday, March 2, 2026 at 9:14 AM Anna Petrova <anna@example.com>\nwrote:'],
    [
      'English, over three lines',
      'On Monday, March 2, 2026 at 9:14 AM\nAnna Petrova of the Long Company Name\n<anna@example.com> wrote:',
    ],
    ['English without an address', 'On 02/03/2026 09:14, Anna Petrova wrote:'],
    ['French', 'Le lun. 2 mars 2026 à 09:14, Anna Petrova <anna@example.com> a écrit :'],
    ['German', 'Am 02.03.2026 um 09:14 schrieb Anna Petrova <anna@example.com>:'],
    ['German with the weekday', 'Am Mo., 2. März 2026 um 09:14 Uhr schrieb Anna Petrova <anna@example.com>:'],
    ['Danish', 'Den man. 2. mar. 2026 kl. 09.14 skrev Anna Petrova <anna@example.com>:'],
    ['Swedish', 'Den mån 2 mars 2026 kl 09:14 skrev Anna Petrova <anna@example.com>:'],
    ['Norwegian, date first', 'man. 2. mars 2026 kl. 09:14 skrev Anna Petrova <anna@example.com>:'],
    ['Dutch', 'Op ma 2 mrt 2026 om 09:14 schreef Anna Petrova <anna@example.com>:'],
    ['Spanish', 'El lun, 2 mar 2026 a las 9:14, Anna Petrova (<anna@example.com>) escribió:'],
    ['Italian', 'Il giorno lun 2 mar 2026 alle ore 09:14 Anna Petrova <anna@example.com> ha scritto:'],
    ['Polish', 'pon., 2 mar 2026 o 09:14 Anna Petrova <anna@example.com> napisał(a):'],
    ['German, name first', 'Anna Petrova <anna@example.com> schrieb am Mo., 2. März 2026, 09:14:'],
    ['Russian, no verb', 'пн, 2 мар. 2026 г. в 09:14, Анна Петрова <anna@example.com>:'],
    ['Russian with a verb', '02.03.2026 09:14, Анна Петрова пишет:'],
    ['Russian from a phone', '02.03.2026 09:14 пользователь "Анна Петрова" <\nanna@example.com> написал:'],
    ['Russian with a quoted name', '02.03.2026, 09:14, "Анна Петрова" <anna@example.com>:'],
    ['Russian, long weekday', 'Понедельник, 2 марта 2026, 9:14 +03:00 от Анна Петрова <anna@example.com>:'],
  ])('%s, above marked lines and above unmarked ones', (_, attribution) => {
    quoted(`It is on its way.\n\n${attribution}\n\n> Where is my parcel?\n> Anna`, 'It is on its way.');
    quoted(`It is on its way.\n\n${attribution}\n\nWhere is my parcel?\nAnna`, 'It is on its way.');
  });

  it.each([
    ['English', 'From: Anna Petrova\nSent: Monday, March 2, 2026 9:14 AM\nTo: Support\nSubject: Parcel'],
    [
      'English, with an address',
      '*From:* Anna <anna@example.com>\n*Date:* Monday, March 2, 2026\n*To:* help@shop.example',
    ],
    ['English, in markdown', '**From:** Anna Petrova\n**Sent:** Monday\n**To:** Support\n**Subject:** Parcel'],
    ['Russian', 'От: Анна Петрова\nОтправлено: 2 марта 2026 г. 9:14\nКому: Поддержка\nТема: Посылка'],
    ['German', 'Von: Anna Petrova\nGesendet: Montag, 2. März 2026 09:14\nAn: Hilfe\nBetreff: Paket'],
    ['Danish', 'Fra: Anna Petrova\nSendt: 2. marts 2026 09:14\nTil: Support\nEmne: Pakke'],
    ['French', 'De : Anna Petrova\nEnvoyé : lundi 2 mars 2026 09:14\nÀ : Aide\nObjet : Colis'],
    ['Swedish', 'Från: Anna Petrova\nSkickat: den 2 mars 2026 09:14\nTill: Support\nÄmne: Paket'],
    [
      'German, date first',
      'Gesendet: Montag, 2. März 2026 um 09:14 Uhr\nVon: "Anna" <anna@example.com>\nAn: hilfe@shop.example\nBetreff: Paket',
    ],
    [
      'Russian of a web mail',
      'От кого: Анна <anna@example.com>\nКому: help@shop.example\nДата: понедельник, 2 марта 2026\nТема: Посылка',
    ],
    ['with copies', 'From: Anna Petrova\nSent: Monday\nTo: Support\nCc: Ben; Cleo;\n Dora\nSubject: Parcel'],
  ])('the header block of an office program: %s', (_, block) => {
    quoted(`It is on its way.\n\n${block}\n\nWhere is my parcel?`, 'It is on its way.');
    quoted(
      `It is on its way.\n\n________________________________\n${block}\n\nWhere is my parcel?`,
      'It is on its way.',
    );
  });

  it.each([
    ['-----Original Message-----'],
    ['-------- Исходное сообщение --------'],
    ['---------- Forwarded message ---------'],
    ['-----Ursprüngliche Nachricht-----'],
    ['--------- Пересылаемое сообщение --------'],
  ])('below %s', (separator) => {
    quoted(`See below.\n\n${separator}\nFrom: Sales\nHi Dorothy,\nThank you!`, 'See below.');
  });

  it('below the line above which a help desk wants its answer', () => {
    quoted('It is blue.\n\n##- Please type your reply above this line -##\nYour request was updated.', 'It is blue.');
    kept('##- Please type your reply above this line -##\n\nHi Anna,\nit is on its way.');
  });

  it('below the line of a forwarded message of a phone', () => {
    quoted('See below.\n\nBegin forwarded message:\n\nFrom: Sales <sales@shop.example>\nSubject: Hi', 'See below.');
  });

  it('marked lines with the attribution inside them', () => {
    quoted('Tom\n\n> On Fri, Mar 20, 2026 at 4:48 PM Anna wrote:\n> Two logos, please', 'Tom');
  });

  it('marked lines after the own words, without an attribution', () => {
    quoted('My booking is K7.\n\n> Please send the booking number', 'My booking is K7.');
  });

  it('marked lines of several depths', () => {
    quoted('Done.\n>> first\n> second\n>\n> third', 'Done.');
  });

  it('above an answer written below the quotation', () => {
    quoted('On 04/02/2026 06:26 PM, Anna wrote:\n> Hi \nHello', 'Hello');
  });

  it('between inline answers, and every own line stays', () => {
    const text =
      'Hi Anna,\n\n> Is it in blue?\nYes, in two blues.\n\n> And in size 40?\nSadly not, but 41 runs small.\n\nTom';
    quoted(text, 'Hi Anna,\n\n\nYes, in two blues.\n\n\nSadly not, but 41 runs small.\n\nTom');
  });

  it('when the quoted words follow the attribution in its line', () => {
    quoted(
      'Not yet.\n\nSent from Yahoo Mail on Android\n\n  On Mon, Mar 2, 2026 at 9:14 AM, Tom<tom@shop.example> wrote:   Is it there?\nTom',
      'Not yet.',
    );
  });

  it('when its line breaks were lost on the way', () => {
    quoted(
      'It is on its way. On Mon, Mar 2, 2026 at 9:14 AM Anna <anna@example.com> wrote: Where is it? Thanks, Anna',
      'It is on its way.',
    );
    quoted('See below. -----Original Message----- From: Sales Hi Dorothy, thank you for choosing us!', 'See below.');
    quoted('Sent today. From: Anna Sent: Monday, 2 March 2026 To: Help Subject: Parcel Where is it?', 'Sent today.');
    quoted('Отправили. пн, 2 мар. 2026 г. в 09:14, Анна <anna@example.com>: Где посылка?', 'Отправили.');
  });
});

describe('what is doubtful stays', () => {
  it('a colon at the end of a line is no attribution', () => {
    kept('Here is what I found:\n\nThe parcel left on Monday.');
    kept('On Monday we will do the following:\n\nsend you a new one.');
    kept('Dear all,\nThe manager writes:\n\nWe close at six.\n\nBest,\nTom');
  });

  it('"on that day you wrote:" is the author speaking, and what follows may be the answer', () => {
    kept('Hi Anna,\nOn 5 March 2026 at 14:20 you wrote:\n\nI have since refunded the order.');
  });

  it('the words of the author around a quotation that they introduce', () => {
    quoted('Hi Anna, you asked:\n> Is it in blue?\nYes.', 'Hi Anna, you asked:\n\nYes.');
  });

  it('a list set off by marks, introduced by the author', () => {
    kept('We can offer you:\n> a smaller size\n> store credit');
    kept('Go to this menu:\n> Settings\n> Billing\nand press Save.');
  });

  it('a way through menus, and short items right under an own line', () => {
    kept('Open the app and go to\n> Settings > Billing > Cards\nthen press Save.');
    kept('We have these left\n> blue, size 40\n> red, size 41\nWhich one?');
    quoted('Done.\n\n> Please send the lid\n> and the kettle', 'Done.');
  });

  it('unless those words stand in an earlier message', () => {
    expect(own('About this:\n> is it in blue?\nYes.', ['Hello, is it in\nblue? Thanks'])).toBe('About this:\n\nYes.');
  });

  it('comparisons and faces', () => {
    kept('Free delivery applies to orders\n>50 EUR');
    kept('That is bad\n>:(');
  });

  it('a message that is nothing but marked lines', () => {
    kept('> Settings > Billing\n> press Save');
  });

  it('a booking with "From:" and "To:"', () => {
    kept('Your trip:\nFrom: Berlin\nTo: Paris\nDate: 5 May 2026 09:30\n\nHave a lovely journey!');
  });

  it('a letter that the author tells the customer to write', () => {
    kept(
      'Please write to the workshop:\nFrom: your own address\nTo: repairs@shop.example\nSubject: Kettle\n\nThey mend it.',
    );
  });

  it('a contact form that begins with the fields of a letter', () => {
    kept('From: Anna\nDate: 2 March 2026\nTo: Support\nSubject: Parcel\n\nWhere is my parcel?');
  });

  it('unmarked words under an attribution with nothing above it', () => {
    kept('On Mon, Mar 2, 2026 at 9:14 AM Anna <anna@example.com> wrote:\nWhere is it?\n\nIt is on its way.');
  });

  it('an attribution at the very end, with nothing below', () => {
    kept('As agreed.\nOn Mon, Mar 2, 2026 at 9:14 AM Anna <anna@example.com> wrote:');
  });

  it('a quotation in one short line of a chat', () => {
    kept('> ok');
    kept('he wrote: no');
  });

  it('a divider between two choices', () => {
    kept('Choice A: blue, today.\n--\nChoice B: red, tomorrow. Which one do you prefer?');
    kept('We fixed it.\n--\nPlease tell us whether it works now.');
  });
});

describe('signatures are cut', () => {
  it('below the dashes', () => {
    quoted(
      'Is there a setting?\n\nBest,\nMargaret\n--\nMargaret Hughes\nFinance, Hallmere Group',
      'Is there a setting?\n\nBest,\nMargaret',
    );
    quoted('Done.\n\n-- \nTom Baker\nSenior Agent\n+44 20 7946 0000', 'Done.');
  });

  it('below the dashes and above the quoted history', () => {
    quoted('Done.\n\n-- \nTom Baker\nShop\n\nOn 02/03/2026 09:14, Anna wrote:\n> Please\n', 'Done.');
  });

  it('below the quoted history', () => {
    quoted('Done.\n\nOn 02/03/2026 09:14, Anna wrote:\n> Please\n\n-- \nTom Baker\nShop', 'Done.');
  });

  it.each([
    ['Sent from my iPhone'],
    ['Sent from Outlook for iOS'],
    ['Get Outlook for Android'],
    ['Отправлено с iPhone'],
    ['Отправлено из мобильной Почты'],
    ['Von meinem iPhone gesendet'],
    ['Envoyé de mon iPhone'],
    ['Sendt fra min iPad'],
  ])('the line of a device: %s', (line) => {
    quoted(`Where is my parcel?\n\n${line}`, 'Where is my parcel?');
    quoted(`Where is it?\n\n${line}\n\nOn 02/03/2026 09:14, Tom wrote:\n> It left.`, 'Where is it?');
  });

  it('the contacts under a sign-off, while the formula and the name stay', () => {
    quoted(
      'We sent it.\n\nKind regards,\nTom Baker\nSenior Agent\nTel: +44 20 7946 0000\nwww.shop.example',
      'We sent it.\n\nKind regards,\nTom Baker',
    );
    quoted('Отправили.\n\nС уважением, Ольга\nСлужба поддержки\n+7 495 123-45-67', 'Отправили.\n\nС уважением, Ольга');
    quoted('Отправили.\n\nС уважением,\nОльга Ким\nтел. +7 495 123-45-67', 'Отправили.\n\nС уважением,\nОльга Ким');
  });

  it('the paragraph about confidence under them', () => {
    quoted(
      'We sent it.\n\nRegards,\nTom\n\nThis e-mail and its attachments are confidential and intended solely for the addressee.',
      'We sent it.\n\nRegards,\nTom',
    );
  });
});

describe('no word said to the customer is taken for a signature', () => {
  it('a bare sign-off stays in sight', () => {
    kept('The refund is refused.\n\nRegards,\nTom');
    kept('В возврате отказано.\n\nС уважением, отдел претензий');
    kept('Here it is.\n\nSandeep\nNordledger Support');
    kept('On it ^TK');
  });

  it('a sign-off and a wish below the dashes stay in sight', () => {
    quoted('Done.\n-- \nRegards,\nTom Baker\nwww.shop.example', 'Done.\n-- \nRegards,');
    kept('Done.\n-- \nHave a lovely day!');
  });

  it('a way to reach somebody else, given after the sign-off', () => {
    kept('We do not repair kettles.\n\nRegards,\nTom\n\nP.S. The workshop does: +44 20 7946 0000');
    kept('We do not repair kettles.\n\nThanks,\nTom\nPlease call the workshop at +44 20 7946 0000, they will help.');
  });

  it('contacts that are the answer', () => {
    kept('You can reach the workshop here:\n\nKettle Clinic\n+44 20 7946 0000\nwww.clinic.example');
  });

  it('a letter that is only the line of a device', () => {
    kept('\nSent from my iPhone');
  });
});

describe('the step over a conversation', () => {
  const fragment = (text: string, cuts = findCuts('')) =>
    makeFragment({
      id: 'c',
      source: { file: 'a', format: 'native', line: 1 },
      messages: [
        makeMessage({ role: 'customer', text: 'Is it in blue?' }),
        makeMessage({ role: 'agent', text, cuts }),
        makeMessage({ role: 'system', text: 'a\n> b' }),
      ],
    });

  it('keeps what the reader gave and finds the rest', () => {
    const text = 'Yes.\n-- \nTom\nquoted words';
    const given = [{ start: text.indexOf('quoted'), end: text.length, kind: 'quote' as const }];
    expect(cutConversation(fragment(text, given)).messages[1]?.cuts).toEqual([
      { start: 5, end: 12, kind: 'signature' },
      { start: 13, end: 25, kind: 'quote' },
    ]);
  });

  it('leaves system messages alone and changes nothing where nothing is to cut', () => {
    expect(cutConversation(fragment('Yes.')).messages[2]?.cuts).toEqual([]);
    const plain = fragment('Yes.');
    expect(cutConversation(plain)).toBe(plain);
  });

  it('gives the same when it is run again', () => {
    const piece = fc.constantFrom(
      'Hello',
      '> quoted',
      '-- ',
      '--',
      '',
      'Regards,',
      'Tom',
      '+44 20 7946 0000',
      'Sent from my iPhone',
      'On 02/03/2026 09:14, Anna wrote:',
      'From: a@b.example',
      'Sent: today',
      'Subject: x',
      '-----Original Message-----',
      'You asked:',
      '>50',
      'Anna <',
      'a@b.example> wrote:',
      'We offer:',
      '___________',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', ' '), (pieces, join) => {
        const text = pieces.join(join);
        const once = cutConversation(fragment(text));
        const cuts = once.messages[1]?.cuts ?? [];
        let at = 0;
        for (const cut of cuts) {
          expect(cut.start).toBeGreaterThanOrEqual(at);
          expect(cut.end).toBeGreaterThan(cut.start);
          expect(cut.end).toBeLessThanOrEqual(text.length);
          at = cut.end;
        }
        expect(cutConversation(once)).toEqual(once);
      }),
      { seed: 4, numRuns: 2_000 },
    );
  });

  it('reads hostile text in linear time', () => {
    const texts = [
      'On '.repeat(40_000),
      '> \n'.repeat(40_000),
      `${'a@'.repeat(40_000)}\nwrote:`,
      `${'1 2 3 '.repeat(30_000)}\nx`,
      'From: a\n'.repeat(20_000),
      'x wrote:\n'.repeat(20_000),
      `${'---'.repeat(40_000)} x`,
      '-- \n'.repeat(30_000),
      'From: Sent: '.repeat(20_000),
      'Regards,\n'.repeat(20_000),
      `Regards,\n${'(1) '.repeat(30_000)}`,
    ];
    for (const text of texts) {
      expect(Array.isArray(findCuts(text))).toBe(true);
    }
  });
});
