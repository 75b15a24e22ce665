/**
 * Makes `fixtures/demo`: a small mixed team in two languages, on chat and e-mail, from hand-written pieces.
 * Run with `npm run demo`; the same pieces give the same bytes. Every person, address and number is invented.
 */
import { mkdirSync, writeFileSync } from 'node:fs';

interface Piece {
  readonly ask: string;
  readonly answer: string;
  /** Where the case is a refusal: with another way, and without. */
  readonly refusal?: { readonly kind: string; readonly cold: string };
}

interface Person {
  readonly name: string;
  readonly hello: string;
  readonly email: string;
}

type Tongue = 'en' | 'ru';

interface Habits {
  readonly name: string;
  readonly id: string;
  readonly language: Tongue;
  readonly channel: 'chat' | 'email';
  readonly conversations: number;
  /** How often, in percent, this agent greets by name, ends warmly, offers another way, answers in time, leaves time. */
  readonly byName: number;
  readonly warm: number;
  readonly otherWay: number;
  readonly inTime: number;
  readonly patient: number;
}

/** A small seeded generator (mulberry32), so that the demo is the same on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const next = seeded(20260302);
const chance = (percent: number): boolean => next() * 100 < percent;
const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item;
const person = (name: string, mailbox: string): Person => ({ name, hello: name.split(' ')[0] ?? name, email: mailbox });

const people: Readonly<Record<Tongue, readonly Person[]>> = {
  en: [
    person('Hannah Whitcombe', 'hannah.whitcombe@mail.example'),
    person('Luis Ortega', 'luis.ortega@mail.example'),
    person('Grace Okafor', 'grace.okafor@mail.example'),
    person('Marek Dvorak', 'marek.dvorak@mail.example'),
    person('Yusuf Demir', 'yusuf.demir@mail.example'),
    person('Chloe Bennett', 'chloe.bennett@mail.example'),
    person('Arjun Mehta', 'arjun.mehta@mail.example'),
    person('Ingrid Solberg', 'ingrid.solberg@mail.example'),
  ],
  ru: [
    person('Екатерина Белова', 'e.belova@pochta.example'),
    person('Дмитрий Соколов', 'd.sokolov@pochta.example'),
    person('Наталья Громова', 'n.gromova@pochta.example'),
    person('Артём Лисицын', 'a.lisitsyn@pochta.example'),
    person('Ирина Павлова', 'i.pavlova@pochta.example'),
    person('Тимур Ахметов', 't.akhmetov@pochta.example'),
  ],
};

const pieces: Readonly<Record<Tongue, readonly Piece[]>> = {
  en: [
    {
      ask: 'Could you tell me when order 48213 will arrive?',
      answer: 'It left our warehouse this morning and will be with you on Thursday.',
    },
    {
      ask: 'I was charged twice for my subscription, card 4111 1111 1111 1111.',
      answer: 'I have found the second payment and sent it back; you will see it within three days.',
    },
    {
      ask: 'How do I change the address on my account?',
      answer: 'Open Settings, then Address. I have updated it for you too.',
    },
    {
      ask: 'The lamp arrived with a cracked shade.',
      answer: 'I am sorry about that. A new shade is on its way to you.',
    },
    {
      ask: 'Do you have the desk lamp in copper?',
      answer: '',
      refusal: {
        kind: 'The copper one is sold out, I am afraid. We do have it in brass, or I can let you know when copper is back.',
        cold: 'Unfortunately the copper one is sold out.',
      },
    },
    {
      ask: 'Can I still cancel order 51077 and get the money back?',
      answer: '',
      refusal: {
        kind: 'We cannot cancel it any more, it has been shipped. You could refuse the parcel at the door, and we refund it in full.',
        cold: 'We cannot cancel it any more, it has been shipped.',
      },
    },
    {
      ask: 'Is there a technician free on Saturday?',
      answer: '',
      refusal: {
        kind: 'Saturday is fully booked. Would Friday after five suit you?',
        cold: 'No, Saturday is fully booked.',
      },
    },
  ],
  ru: [
    {
      ask: 'Подскажите, когда придёт заказ 48213?',
      answer: 'Он выехал со склада сегодня утром и будет у вас в четверг.',
    },
    {
      ask: 'С меня дважды списали деньги за подписку.',
      answer: 'Второе списание нашли и вернули, деньги придут за три дня.',
    },
    {
      ask: 'Как поменять адрес в личном кабинете?',
      answer: 'Откройте «Настройки», затем «Адрес». У нас я его уже поменял.',
    },
    {
      ask: 'Есть ли настольная лампа в медном цвете?',
      answer: '',
      refusal: {
        kind: 'Медных, к сожалению, не осталось. Есть такая же латунная, могу отложить, или сообщу, когда привезут медную.',
        cold: 'К сожалению, медных ламп нет в наличии.',
      },
    },
    {
      ask: 'Можно ли ещё отменить заказ 51077?',
      answer: '',
      refusal: {
        kind: 'Отменить уже нельзя, заказ отправлен. Вы можете отказаться от посылки при получении, и мы вернём всю сумму.',
        cold: 'Отменить уже нельзя, заказ отправлен.',
      },
    },
    {
      ask: 'Есть свободный мастер на субботу?',
      answer: '',
      refusal: {
        kind: 'На субботу всё занято. Подойдёт ли вам пятница после пяти?',
        cold: 'Нет, на субботу всё занято.',
      },
    },
  ],
};

interface Manner {
  named(name: string): string;
  readonly general: readonly string[];
  readonly warm: readonly string[];
  readonly cold: readonly string[];
  readonly hurry: readonly string[];
  readonly patient: readonly string[];
  readonly thanks: readonly string[];
  readonly pause: readonly string[];
}

const manners: Readonly<Record<Tongue, Manner>> = {
  en: {
    named: (name) => pick([`Hi ${name}, thanks for writing in!`, `Good morning, ${name}!`, `Hello ${name}.`]),
    general: ['Hello!', 'Hi there!', 'Dear customer,'],
    warm: [
      'Have a lovely day!',
      'Thank you for your patience, take care!',
      'Do write again if anything comes up.',
      'Enjoy your weekend!',
    ],
    cold: ['Bye.', 'That is all.', 'This chat will now be closed.'],
    hurry: ['Please hurry up, I have other customers waiting.', 'As I already told you, I need your answer now.'],
    patient: ['Take your time.', 'No hurry at all.'],
    thanks: ['Thanks, that is clear.', 'Great, thank you.', 'OK, thanks.'],
    pause: ['One moment, I need to look for the number.', 'Let me check with my partner.'],
  },
  ru: {
    named: (name) =>
      pick([`Здравствуйте, ${name}!`, `${name}, добрый день!`, `Добрый день, ${name}, спасибо, что написали!`]),
    general: ['Здравствуйте!', 'Добрый день!', 'Уважаемый клиент,'],
    warm: [
      'Хорошего вам дня!',
      'Спасибо за обращение!',
      'Обращайтесь, если появятся вопросы!',
      'Рады были помочь, всего доброго!',
    ],
    cold: ['До свидания.', 'Это всё.', 'Чат будет закрыт.'],
    hurry: ['Побыстрее, пожалуйста, меня другие клиенты ждут.', 'Я уже говорил вам, жду ответа.'],
    patient: ['Не торопитесь.', 'Конечно, спешить некуда.'],
    thanks: ['Спасибо, понятно.', 'Хорошо, спасибо.'],
    pause: ['Минуту, поищу номер.', 'Сейчас спрошу у жены.'],
  },
};

const team: readonly Habits[] = [
  {
    name: 'Maya Lindgren',
    id: 'a1',
    language: 'en',
    channel: 'chat',
    conversations: 32,
    byName: 95,
    warm: 96,
    otherWay: 95,
    inTime: 92,
    patient: 100,
  },
  {
    name: 'Tom Ashford',
    id: 'a2',
    language: 'en',
    channel: 'chat',
    conversations: 30,
    byName: 35,
    warm: 60,
    otherWay: 45,
    inTime: 70,
    patient: 78,
  },
  {
    name: 'Priya Nair',
    id: 'a3',
    language: 'en',
    channel: 'email',
    conversations: 26,
    byName: 90,
    warm: 75,
    otherWay: 80,
    inTime: 75,
    patient: 100,
  },
  {
    name: 'Ольга Котова',
    id: 'a4',
    language: 'ru',
    channel: 'chat',
    conversations: 28,
    byName: 88,
    warm: 90,
    otherWay: 85,
    inTime: 85,
    patient: 96,
  },
  {
    name: 'Сергей Мальцев',
    id: 'a5',
    language: 'ru',
    channel: 'chat',
    conversations: 27,
    byName: 40,
    warm: 45,
    otherWay: 30,
    inTime: 60,
    patient: 70,
  },
  {
    name: 'Jonas Weber',
    id: 'a6',
    language: 'en',
    channel: 'email',
    conversations: 7,
    byName: 60,
    warm: 60,
    otherWay: 60,
    inTime: 60,
    patient: 100,
  },
];

interface Line {
  readonly role: 'customer' | 'agent';
  readonly at: number;
  readonly text: string;
}

const SECOND = 1000;
const HOUR = 3_600_000;

function talk(habits: Habits, customer: Person, start: number): Line[] {
  const manner = manners[habits.language];
  const piece = pick(pieces[habits.language]);
  const opening = chance(habits.byName) ? manner.named(customer.hello) : pick(manner.general);
  const body =
    piece.refusal === undefined ? piece.answer : chance(habits.otherWay) ? piece.refusal.kind : piece.refusal.cold;
  const ending = chance(habits.warm) ? pick(manner.warm) : null;
  const kept = chance(habits.inTime);
  const lines: Line[] = [{ role: 'customer', at: start, text: piece.ask }];
  const add = (role: Line['role'], wait: number, text: string): void => {
    lines.push({ role, at: (lines.at(-1)?.at ?? start) + wait, text });
  };
  if (habits.channel === 'email') {
    const parts = [opening, body, ...(ending === null ? [] : [ending]), `Best regards,\n${habits.name}`];
    add('agent', (kept ? between(2, 10) : between(30, 60)) * HOUR, parts.join('\n\n'));
    return lines;
  }
  add('agent', (kept ? between(15, 45) : between(150, 340)) * SECOND, opening);
  add('agent', 20 * SECOND, body);
  if (chance(35)) {
    add('customer', 25 * SECOND, pick(manner.pause));
    add('agent', 10 * SECOND, pick(chance(habits.patient) ? manner.patient : manner.hurry));
  }
  add('customer', 90 * SECOND, pick(manner.thanks));
  add('agent', 15 * SECOND, ending ?? pick(manner.cold));
  return lines;
}

const written = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');
const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const rows = ['conversation_id,created_at,channel,author_role,author_id,author_name,customer_name,message'];
const mails: string[] = [];
let number = 0;
let clock = Date.parse('2026-03-02T08:05:00Z');
for (let round = 0; round < 40; round += 1) {
  for (const habits of team.filter(({ conversations }) => round < conversations)) {
    number += 1;
    clock += between(420, 1020) * SECOND;
    const customer = pick(people[habits.language]);
    const lines = talk(habits, customer, clock);
    if (habits.channel === 'chat') {
      for (const { role, at, text } of lines) {
        const author = role === 'agent' ? [habits.id, habits.name] : ['', customer.name];
        rows.push([`chat-${number}`, written(at), 'chat', role, ...author, customer.name, text].map(cell).join(','));
      }
      continue;
    }
    const signature = `\n\n-- \n${customer.name}\n${customer.email}\n+44 20 7946 0${100 + number}`;
    mails.push(
      JSON.stringify({
        id: `mail-${number}`,
        channel: 'email',
        status: 'closed',
        exported_at: '2026-03-31T18:00:00Z',
        customer: { id: null, name: customer.name, email: customer.email },
        csat: number % 3 === 0 ? 5 : number % 7 === 0 ? 2 : null,
        messages: lines.map(({ role, at, text }) => ({
          role,
          id: role === 'agent' ? habits.id : null,
          name: role === 'agent' ? habits.name : customer.name,
          at: written(at),
          text: role === 'customer' ? text + signature : text,
        })),
      }),
    );
  }
}
mkdirSync('fixtures/demo', { recursive: true });
writeFileSync('fixtures/demo/chat.csv', `${rows.join('\n')}\n`);
writeFileSync('fixtures/demo/mail.ndjson', `${mails.join('\n')}\n`);
