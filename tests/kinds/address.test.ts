import { describe, expect, it } from 'vitest';
import { address } from '../../src/kinds/address.ts';
import { verdictOn } from '../judge/staging.ts';

const check = address.compile({}, { calendar: null });

/** A line: `c` the customer, `a` the agent (`a Name` by that name), `b` a bot, `s` the system, `n` a note. */
type Line = readonly [who: string, text: string];

const ROLES = { c: 'customer', a: 'agent', b: 'bot', s: 'system', n: 'agent' } as const;

/** The verdict on one agent (the first, unless named), as `verdict reason`. */
function judge(customer: string | null, lines: readonly Line[], agentName?: string): string {
  const messages = lines.map(([who, text]) => {
    const letter = who[0] as keyof typeof ROLES;
    const name = who.slice(2) || (letter === 'a' ? 'Support' : null);
    return { role: ROLES[letter], text, name, internal: letter === 'n' };
  });
  return verdictOn(check, messages, customer, agentName);
}

const GREETED = 'pass greeted-by-name';
const LATER = 'pass named-later';
const GENERIC = 'fail generic-greeting';
const NONE = 'fail no-greeting';
const WRONG = 'fail wrong-name';
const TEMPLATE = 'fail template-unfilled';
const NEVER = 'fail name-never-used';
const UNKNOWN = 'na name-unknown';
const NO_TURN = 'na no-turn-left';

/** The agent's whole opening turn, against a name of the record. */
const OPENINGS: readonly (readonly [expected: string, customer: string, opening: string])[] = [
  // The usual shapes of an English address.
  [GREETED, 'Anna Petrova', 'Hi Anna, the library card is on its way.'],
  [GREETED, 'Miguel Ortega', 'Good morning, Mr Ortega. Your boiler visit is booked.'],
  [GREETED, 'Miguel Ortega', 'Good afternoon Mr. Ortega'],
  [GREETED, 'Anna Petrova', 'Anna, thanks for writing in.'],
  [GREETED, 'Anna Petrova', 'Thanks for your patience, Anna!'],
  [GREETED, 'Anna Petrova', 'Sure thing Anna. One sec.'],
  [GREETED, 'Anna Petrova', 'hey anna whats the gate code'],
  [GREETED, 'Anna Petrova', 'Hello 😊 Anna, your plant ships today'],
  [GREETED, 'Anna Petrova', 'Hello! Anna, your plant ships today'],
  [GREETED, 'Anna Petrova', 'Dear Anna Petrova,\n\nThe gym is closed on Monday.\n\nKind regards,\nThe front desk'],
  [GREETED, 'Anna Petrova', 'Hi there Anna, the tyre is fitted.'],
  [GREETED, 'Robert Miles', 'Rob, good to hear from you. The vet is free at four.'],
  [GREETED, 'Robert Miles', 'Hi Bob! The vet is free at four.'],
  [GREETED, 'Katherine Li', 'Hello Kate, your visa photo is fine.'],
  [GREETED, 'William Tran', 'Hi Bill, your visa photo is fine.'],
  [GREETED, 'Margaret Owusu', 'Hello Peggy, the hearing aid is ready.'],
  [GREETED, 'Екатерина Белова', 'Hi Katya, the parcel is at the desk.'],
  [GREETED, 'Dr. Kwame Mensah', 'Good evening, Doctor Mensah, the lab closes at six.'],
  [GREETED, 'Li Wei', 'Hi Wei, your seat is 14A.'],
  [GREETED, 'Jean-Luc Moreau', 'Bonjour Jean-Luc, your table is set.'],
  [GREETED, 'Wei-Ling Tan', 'Hello Wei Ling, your table is set.'],
  [GREETED, "Siobhán O'Brien", 'Hi Siobhan, the coach leaves at nine.'],
  [GREETED, "Siobhán O'Brien", "Dear Ms O'Brien, the coach leaves at nine."],
  [GREETED, 'José García', 'Hola Jose, the kayak is yours for the day.'],
  [GREETED, 'Stephanie Orlov', 'Hi Stefanie, the kayak is yours for the day.'],
  [GREETED, 'Jennifer Wong', 'Hi Jenifer, the kayak is yours.'],
  [GREETED, 'Christopher Bell', 'Hello Chirstopher, sorry for the noise on the line.'],
  [GREETED, 'Anna Petrova', 'Am I speaking with Anna?'],
  [GREETED, 'Anna Petrova', 'Welcome back to the club, Anna! The pool is open.'],
  [GREETED, 'ANNA PETROVA', 'Hi Anna, noted.'],
  [GREETED, 'petrova, anna', 'Hi Anna, noted.'],
  [GREETED, 'Anna P.', 'Hi Anna, noted.'],
  [GREETED, 'Gurpreet Singh', 'Gurpreet ji, your SIM is active.'],
  [GREETED, 'Fatma Yılmaz', 'Merhaba Fatma hanım, your order is packed.'],
  [GREETED, 'Anna Petrova', 'Hi **Anna**, the pool is open.'],
  [GREETED, 'Anna Petrova', 'Hello Anna Petrova from Berlin! The pool is open.'],
  [GREETED, 'Anna Petrova', 'Dear Anna and Tom, the pool is open.'],
  [GREETED, 'Anna Petrova', 'Anna - the pool is open'],
  [GREETED, 'Anna | nails Leeds', 'Hi Anna! The pool is open.'],
  [GREETED, 'Mr. Johnson', 'Good day Mr Johnson.'],
  [GREETED, 'Александр Александрович Ким', 'Сан Саныч, приветствую!'],
  [GREETED, 'Иван Павлович Ким', 'Здравствуйте, Иван Палыч!'],
  [GREETED, 'Анна Смирнова', 'Анна, здравствуйте! Вам отвечает Ольга.'],
  [GENERIC, 'Анна Смирнова', 'Здравствуйте! Вам отвечает Анна.'],
  [GENERIC, 'Анна Смирнова', 'Здравствуйте! Вас приветствует Анна, отдел доставки.'],
  [GENERIC, 'Anna Petrova', 'Hello! Your agent is Anna.'],
  // Common words that are names count as an address only.
  [GREETED, 'Hope Adler', 'Hi Hope, the piano tuner comes at ten.'],
  [GREETED, 'Will Carter', 'Thanks for waiting, Will.'],
  [GREETED, 'Hope Adler', 'Hope hi!! The piano tuner comes at ten.'],
  [GREETED, 'Слава Ким', 'Слава, привет! Справка нашлась.'],
  [GENERIC, 'Hope Adler', 'Hello! Hope you are well. The piano tuner comes at ten.'],
  [GENERIC, 'Will Carter', 'Hi, the tuner will come at ten. Will that suit?'],
  [GENERIC, 'Grace Kim', 'Hello, there is a grace period of ten days on your bill.'],
  [GENERIC, 'Bill Hargrove', 'Good morning! Your bill is attached.'],
  [NONE, 'Mark Evans', 'Mark the box on page two and send it back.'],
  // No address: greetings for anybody, introductions, signatures, third persons, data, companies.
  [GENERIC, 'Anna Petrova', 'Hi there! How can I help?'],
  [GENERIC, 'Anna Petrova', 'Dear customer, we have looked into it.'],
  [GENERIC, 'Anna Petrova', 'Good morning! This is Tom from billing.'],
  [NONE, 'Anna Petrova', 'The meter reading is missing.'],
  [GENERIC, 'Anna Petrova', 'Hi, this is Anna, how can I help?'],
  [GENERIC, 'Anna Petrova', 'Hello! My name is Anna and I look after refunds.'],
  [GENERIC, 'Anna Petrova', "Hi, you're speaking with Anna today."],
  [GENERIC, 'Anna Petrova', 'Hello, the lift is repaired.\n\nBest regards,\nAnna'],
  [GENERIC, 'Anna Petrova', 'Hello, the lift is repaired.\n\nBest regards,\nAnna Smith\nTenant services'],
  [GENERIC, 'Anna Petrova', 'Hello, I passed it on to Anna in accounts.'],
  [GENERIC, 'Anna Petrova', "Hello, I found Anna's order."],
  [NONE, 'Anna Petrova', 'Anna wrote to us yesterday about the same lift.'],
  [GENERIC, 'Anna Petrova', 'Hello, here is the booking:\nName: Anna Petrova\nRoom: 12'],
  [GENERIC, 'Anna Petrova', 'Hello! Booking data:\n- Guest – Anna Petrova\n- Nights – 2'],
  [GENERIC, 'Jordan Fell', 'Hello, Jordan Retail handles that themselves.'],
  [NONE, 'Victoria Stone', 'The 14:05 stops at Victoria Station.'],
  // Somebody else's name, templates.
  [WRONG, 'Anna Petrova', 'Hi Samantha, your lift is repaired.'],
  [WRONG, 'Anna Petrova', 'Dear Mr. Sharma,\nwe have noted the meter reading.'],
  [WRONG, 'Maria Lopez', 'Hello Mario, your lift is repaired.'],
  [TEMPLATE, 'Anna Petrova', 'Hi {{first_name}}, your lift is repaired.'],
  [TEMPLATE, 'Anna Petrova', 'Dear [Customer Name], your lift is repaired.'],
  [TEMPLATE, 'Anna Petrova', 'Dear %FIRSTNAME%, your lift is repaired.'],
  [TEMPLATE, 'Anna Petrova', 'Hello {name}! Your lift is repaired.'],
  [TEMPLATE, 'Анна Петрова', 'Здравствуйте, <Имя>! Лифт починили.'],
  [TEMPLATE, 'Анна Петрова', 'Уважаемый(ая) %ИМЯ_КЛИЕНТА%, лифт починили.'],
  // The usual shapes of a Russian address.
  [GREETED, 'Екатерина Ивановна Белова', 'Здравствуйте, Екатерина Ивановна! Абонемент продлён.'],
  [GREETED, 'Белова Екатерина Ивановна', 'Екатерина Ивановна, абонемент продлён.'],
  [GREETED, 'Екатерина Белова', 'Екатерина, добрый день! Абонемент продлён.'],
  [GREETED, 'Екатерина Белова', 'Добрый день, Катя!'],
  [GREETED, 'Екатерина Белова', 'Кать, привет, садик закрыт до среды'],
  [GREETED, 'Анна Смирнова', 'Ань, привет) запись на маникюр в силе'],
  [GREETED, 'Александр Громов', 'Саша, здравствуйте! Запись на шиномонтаж в силе.'],
  [GREETED, 'Саша Громов', 'Александр, здравствуйте! Запись на шиномонтаж в силе.'],
  [GREETED, 'Алёна Кузьмина', 'Алена, добрый вечер.'],
  [GREETED, 'Артем Кузьмин', 'Артём, добрый вечер.'],
  [GREETED, 'Наталия Жук', 'Здравствуйте, Наталья.'],
  [GREETED, 'Dmitry Orlov', 'Дмитрий, здравствуйте!'],
  [GREETED, 'Юлия Краснова', 'Hi Julia, the tickets are booked.'],
  [GREETED, 'Айгерим Сейткали', 'Здравствуйте, Aйгерим!'],
  [GREETED, 'Иван Петров', 'Уважаемый господин Петров! Справка готова.'],
  [GREETED, 'Иван Петрович Сидоров', 'Иван Петрович, справка готова.'],
  [GREETED, 'Мария Ким', 'Мария, добрый день! Справка готова.'],
  [GREETED, 'Вера Соболева', 'Вера, здравствуйте! Справка готова.'],
  [GREETED, 'Анастасия Ли', 'Спасибо за ожидание, Анастасия.'],
  [GREETED, 'Станислав Ким', 'Станислва, добрый день!'],
  [GENERIC, 'Вера Соболева', 'Добрый день! Вера в лучшее нас не подвела: справка готова.'],
  [GENERIC, 'Слава Ким', 'Здравствуйте! Слава богу, справка нашлась.'],
  [GENERIC, 'Анна Смирнова', 'Здравствуйте! Меня зовут Анна, чем помочь?'],
  [GENERIC, 'Анна Смирнова', 'Добрый день! На связи Анна.'],
  [GENERIC, 'Анна Смирнова', 'Здравствуйте! С вами Анна, отдел доставки.'],
  [GENERIC, 'Анна Смирнова', 'здравствуйте меня анна зовут слушаю вас'],
  [GENERIC, 'Анна Смирнова', 'Здравствуйте! Справка готова.\n\nС уважением,\nАнна'],
  [GENERIC, 'Анна Смирнова', 'Здравствуйте! Посылку Анны нашли.'],
  [GENERIC, 'Анна Смирнова', 'Здравствуйте! Передали Анне из соседнего отдела.'],
  [GENERIC, 'Дмитрий Орлов', 'Здравствуйте! Передали Дмитрию.'],
  [GENERIC, 'Анна Смирнова', 'Уважаемый клиент, справка готова.'],
  [GENERIC, 'Анна Смирнова', 'Доброго времени суток! Справка готова.'],
  [NONE, 'Анна Смирнова', 'Справка готова, забирайте.'],
  [GENERIC, 'Анна Смирнова', 'Здравствуйте! Данные записи:\n• Имя: Анна\n• Время: 10:00'],
  [WRONG, 'Анна Смирнова', 'Здравствуйте, Мария! Справка готова.'],
  [WRONG, 'Павел Кузьмич Орлов', 'Здравствуйте, Пётр Кузьмич! Справка готова.'],
  // Display names that are no names, or are.
  [UNKNOWN, 'GingerDunn', 'Hi there! The keg is ready.'],
  [UNKNOWN, 'melissarojas', 'Hi there! The keg is ready.'],
  [UNKNOWN, 'vasilii-karpov', 'Hi there! The keg is ready.'],
  [UNKNOWN, 'djtansey', 'djtansey: try the other keg'],
  [UNKNOWN, 'J', 'Hi there! The keg is ready.'],
  [UNKNOWN, '+1 555 0142', 'Hi there! The keg is ready.'],
  [UNKNOWN, 'anna.petrova@mail.example', 'Hi there! The keg is ready.'],
  [UNKNOWN, 'ИП Кобзева', 'Здравствуйте! Кега готова.'],
  [UNKNOWN, "Tim's mum", 'Hi there! The keg is ready.'],
  [UNKNOWN, 'Bluebird Bakery LLC', 'Hi Bluebird Bakery! The keg is ready.'],
  [UNKNOWN, 'Website Visitor', 'Dear subscriber, the keg is ready.'],
  [UNKNOWN, 'Посетитель сайта', 'Здравствуйте! Кега готова.'],
  [GENERIC, 'Balazs', 'Hi there! The keg is ready.'],
  [GREETED, 'giorgio', 'giorgio: the keg is ready'],
  [GREETED, 'GingerDunn', 'Hi Ginger! The keg is ready.'],
  [GREETED, 'user_88', 'Hi Anna, the keg is ready.'],
  [GREETED, 'client_20931', 'Анна, здравствуйте! Кега готова.'],
];

describe('an opening turn against the name of the record', () => {
  it.each(OPENINGS)('%s: %s ← %s', (expected, customer, opening) => {
    expect(
      judge(customer, [
        ['c', 'hello'],
        ['a', opening],
      ]),
    ).toBe(expected);
  });
});

const LEARNT: readonly (readonly [expected: string, lines: readonly Line[]])[] = [
  [
    GREETED,
    [
      ['c', 'Hi, my name is Latoya and my bus pass is gone'],
      ['a', 'Hi Latoya, I can block it.'],
    ],
  ],
  [
    GENERIC,
    [
      ['c', 'Hi, my name is Latoya and my bus pass is gone'],
      ['a', 'Hi, I can block it.'],
    ],
  ],
  [
    GENERIC,
    [
      ['c', "Hello, it's Deb from unit 4, no water again"],
      ['a', 'Hello, a plumber is on the way.'],
    ],
  ],
  [
    GENERIC,
    [
      ['c', 'No water again.\n\nThanks,\nLorraine Fernandes'],
      ['a', 'Good day, a plumber is on the way.'],
    ],
  ],
  [
    GENERIC,
    [
      ['c', 'меня зовут артём потерял проездной'],
      ['a', 'здравствуйте сейчас заблокируем'],
    ],
  ],
  [
    GENERIC,
    [
      ['c', 'здравствуйте галина романова беспокоит по счетчику'],
      ['a', 'здравствуйте слушаю'],
    ],
  ],
  [
    GREETED,
    [
      ['c', 'алло это татьяна филипповна'],
      ['a', 'татьяна филипповна здравствуйте'],
    ],
  ],
  [
    GENERIC,
    [
      ['c', 'Нет воды.\nС уважением, Тамара Львовна'],
      ['a', 'Добрый день! Сантехник едет.'],
    ],
  ],
  [
    LATER,
    [
      ['c', 'no water'],
      ['a', 'Hello! May I have your name?'],
      ['c', 'Susan'],
      ['a', 'Thank you, Susan. A plumber is coming.'],
    ],
  ],
  [
    NEVER,
    [
      ['c', 'no water'],
      ['a', 'Hello! May I have your name?'],
      ['c', 'Susan'],
      ['a', 'Thank you. A plumber is coming.'],
    ],
  ],
  [
    NEVER,
    [
      ['c', 'no water'],
      ['a', 'who am i speaking with please'],
      ['c', 'darnell'],
      ['a', 'okay a plumber is coming'],
    ],
  ],
  [
    LATER,
    [
      ['c', 'нет воды'],
      ['a', 'Как к вам обращаться?'],
      ['c', 'людмила михайловна'],
      ['a', 'Людмила Михайловна, сантехник едет.'],
    ],
  ],
  [
    NEVER,
    [
      ['c', 'нет воды'],
      ['a', 'Здравствуйте! Ваш адрес?'],
      ['c', 'Мира 4. Меня Даниил зовут если что'],
      ['a', 'Сантехник едет.'],
    ],
  ],
  [
    NO_TURN,
    [
      ['c', 'no water'],
      ['a', 'A plumber is coming.'],
      ['c', 'Thanks! Regards, Walt Emmerich'],
    ],
  ],
  [
    UNKNOWN,
    [
      ['c', 'no water'],
      ['a', 'Hello! A plumber is coming.'],
      ['c', 'ok thanks'],
    ],
  ],
  // Talk of other people makes no name known.
  [
    UNKNOWN,
    [
      ['c', 'flowers for Mrs. Adelaide Quist please'],
      ['a', 'The ward takes no flowers.'],
    ],
  ],
  [
    UNKNOWN,
    [
      ['c', 'an appointment with Dr Morgan please'],
      ['a', 'Dr. Morgan is free at six.'],
    ],
  ],
  [
    UNKNOWN,
    [
      ['c', 'Мне Михаил посоветовал ваш сервис'],
      ['a', 'Здравствуйте! Рады, что Михаил нас посоветовал.'],
    ],
  ],
  [
    UNKNOWN,
    [
      ['c', 'Order for my son Tim, he is out'],
      ['a', 'Hello! When will he be back?'],
    ],
  ],
  [
    UNKNOWN,
    [
      ['c', "I'm sorry, I'm German and it's urgent"],
      ['a', 'Hello! What is the matter?'],
    ],
  ],
  [
    UNKNOWN,
    [
      ['c', 'Hi Sarah, thanks for the call back'],
      ['a', 'Hello! All done now.'],
    ],
  ],
  // Who was told the name before, or used it, knew it.
  [
    GREETED,
    [
      ['c', 'no water'],
      ['b', 'Hi Anna! Describe the problem.'],
      ['a', 'Anna, a plumber is coming.'],
    ],
  ],
  [
    GENERIC,
    [
      ['c', 'no water'],
      ['b', 'Hi Anna! Describe the problem.'],
      ['a', 'Hello, a plumber is coming.'],
    ],
  ],
  [
    GREETED,
    [
      ['c', 'no water'],
      ['a', 'Hello Ms Fernandes, a plumber is coming.'],
    ],
  ],
  [
    LATER,
    [
      ['a', 'Hello, what is wrong?'],
      ['c', 'no water'],
      ['a', 'Anna, a plumber is coming.'],
    ],
  ],
  // The customer corrects the agent.
  [
    NEVER,
    [
      ['c', 'no water'],
      ['a', 'Hello Samantha, which street?'],
      ['c', "It's Stephanie. Mill Road."],
      ['a', 'A plumber is coming.'],
    ],
  ],
  // Spoken transcripts: no capitals, no commas.
  [
    GENERIC,
    [
      ['c', 'hi this is room two oh nine doctor ferreira the lift is stuck'],
      ['a', 'good evening we know'],
    ],
  ],
  [
    GREETED,
    [
      ['c', 'hi my name is chidi okafor the lift is stuck'],
      ['a', 'yes sir mister okafor we know'],
    ],
  ],
  [
    GREETED,
    [
      ['c', 'hello brandon this is mrs abernathy about the paper bill'],
      ['a Brandon', 'okay missus abernathy'],
    ],
  ],
  [
    LATER,
    [
      ['c', 'the lift'],
      ['a', 'halcyon lifts tiff speaking who is this'],
      ['c', 'latoya'],
      ['a', 'hey latoya what about it'],
    ],
  ],
  [
    GREETED,
    [
      ['c', 'добрый день это ирина сергеевна вам звонит'],
      ['a', 'ирина сергеевна слушаю вас'],
    ],
  ],
  [
    GENERIC,
    [
      ['c', 'добрый день это ирина сергеевна вам звонит'],
      ['a', 'добрый день уважаемый клиент минуточку'],
    ],
  ],
  [
    NEVER,
    [
      ['c', 'лифт стоит'],
      ['a', 'диспетчер слушаю ваша фамилия'],
      ['c', 'самойлова дарья'],
      ['a', 'принято ждите'],
    ],
  ],
  [
    LATER,
    [
      ['c', 'лифт стоит'],
      ['a', 'диспетчер слушаю ваша фамилия'],
      ['c', 'самойлова дарья'],
      ['a', 'дарья записываю'],
    ],
  ],
  // Learnt late: only an address counts, wherever it stands.
  [
    LATER,
    [
      ['c', 'hi'],
      ['a', 'Hello! Your name, please?'],
      ['c', 'Ines Duarte'],
      ['a', 'And your street?'],
      ['c', 'Mill Road'],
      ['a', 'All set. Bye, Ines!'],
    ],
  ],
  [
    NEVER,
    [
      ['c', 'hi'],
      ['a', 'Hello! Your name, please?'],
      ['c', 'Ines Duarte'],
      ['a', "It is booked in Ines Duarte's name."],
    ],
  ],
  [
    NEVER,
    [
      ['c', 'hi'],
      ['a', 'Hello! Your name, please?'],
      ['c', 'Ines Duarte'],
      ['a', 'Done:\nName: Ines Duarte\nRoom: 4'],
    ],
  ],
  [
    NEVER,
    [
      ['c', 'привет'],
      ['a', 'Здравствуйте! На чьё имя запись?'],
      ['c', 'Илья Сомов'],
      ['a', 'Записали:\n• Имя: Илья Сомов\n• Время: 9:00'],
    ],
  ],
  [
    LATER,
    [
      ['c', 'привет'],
      ['a', 'Здравствуйте! Ваше имя?'],
      ['c', 'Илья, 8-900-123-45-67'],
      ['a', '**Отлично, Илья!** Ждём вас.'],
    ],
  ],
  [
    LATER,
    [
      ['c', 'hey'],
      ['a', 'hiya! what can i get you?'],
      ['c', 'a flat white, Theo is the name'],
      ['a', 'coming up, theo!'],
    ],
  ],
  [
    NEVER,
    [
      ['c', 'hey'],
      ['a', 'hiya! what can i get you?'],
      ['c', 'a flat white please. - Theo'],
      ['a', 'coming up!'],
    ],
  ],
  [
    NO_TURN,
    [
      ['c', 'hey'],
      ['a', 'hiya! what can i get you?'],
      ['c', 'nothing, bye. Theo'],
    ],
  ],
  [
    GENERIC,
    [
      ['c', 'Нужна справка. Заранее спасибо, Олег'],
      ['a', 'Добрый день! Справка будет завтра.'],
    ],
  ],
  [
    GENERIC,
    [
      ['c', 'Hello team,\nplease cancel.\n\nKind regards\n\nDr Amina Yusuf\nHead of Lab'],
      ['a', 'Good day, cancelled.'],
    ],
  ],
  [
    GREETED,
    [
      ['c', 'Hello team,\nplease cancel.\n\nKind regards\n\nDr Amina Yusuf\nHead of Lab'],
      ['a', 'Dear Dr Yusuf, cancelled.'],
    ],
  ],
  [
    GENERIC,
    [
      ['c', 'I am Farah, her daughter. Any aisle seat?'],
      ['a', 'Hello! Row 12 is free.'],
    ],
  ],
  [
    GENERIC,
    [
      ['c', 'It is under Bernadette Tillman but call me Bunny'],
      ['a', 'Hello! Found it.'],
    ],
  ],
  [
    GREETED,
    [
      ['c', 'It is under Bernadette Tillman but call me Bunny'],
      ['a', 'Hello Bunny! Found it.'],
    ],
  ],
];

describe('a name that the record does not give', () => {
  it.each(LEARNT)('%s: %j', (expected, lines) => {
    expect(judge(null, lines)).toBe(expected);
  });
});

describe('several agents', () => {
  const lines: readonly Line[] = [
    ['c', 'My sofa is the wrong colour'],
    ['a Trey', 'Hi Alyssa, let me see.'],
    ['s', 'Trey transferred the chat to Dana'],
    ['n Trey', 'Alyssa is cross'],
    ['a Dana', 'Hello, Dana here. I have read it all.'],
  ];
  it('each has an opening turn of their own, and a note is none', () => {
    expect(judge('Alyssa Monroe', lines, 'Trey')).toBe(GREETED);
    expect(judge('Alyssa Monroe', lines, 'Dana')).toBe(GENERIC);
    expect(judge(null, lines, 'Dana')).toBe(GENERIC);
  });

  it('an agent of the same name who only introduces herself addresses nobody', () => {
    const maria = (opening: string) =>
      judge('Maria Delgado', [
        ['c', 'hi'],
        ['a Maria', opening],
      ]);
    expect(maria('Hi! Maria here from billing.')).toBe(GENERIC);
    expect(maria('Hi Maria! Same name here.')).toBe(GREETED);
    expect(maria('Hello, the fee is waived.\nThanks, Maria')).toBe(GENERIC);
  });
});

describe('hostile texts', () => {
  it.each([
    ['names without end', 'Anna '.repeat(60_000)],
    ['commas without end', 'Anna, '.repeat(40_000)],
    ['labels without end', 'Name: Tom '.repeat(40_000)],
    ['one word without end', 'a'.repeat(300_000)],
    ['titles without end', 'Mr '.repeat(80_000)],
    ['lines without end', 'Anna\n'.repeat(60_000)],
  ])('%s are judged at once', (_, text) => {
    expect(
      judge('Anna Petrova', [
        ['c', text],
        ['a', text],
      ]),
    ).toMatch(/^(?:pass|fail|na) /);
    expect(
      judge(null, [
        ['c', text],
        ['a', text],
      ]),
    ).toMatch(/^(?:pass|fail|na) /);
  });
});
