import { describe, expect, it } from 'vitest';
import { address } from '../../src/kinds/address.ts';
import { verdictOn } from '../judge/staging.ts';

const check = address.compile({}, { calendar: null });

/** The verdict on the agent: lines in turn, the agent's marked by a dash, with the record's name of the customer. */
function judge(lines: readonly string[], customer: string | null, agentName: string): string {
  const messages = lines.map((line) => {
    const role = line.startsWith('- ') ? ('agent' as const) : ('customer' as const);
    return { role, text: line.replace(/^- /, ''), name: role === 'agent' ? agentName : null };
  });
  return verdictOn(check, messages, customer);
}

const GREETED = 'pass greeted-by-name';
const LATER = 'pass named-later';
const NEVER = 'fail name-never-used';
const GENERIC = 'fail generic-greeting';
const NONE = 'fail no-greeting';
const UNKNOWN = 'na name-unknown';
const UNSURE = 'na unsure';

describe('a name in speech without capitals counts once the agent takes it up', () => {
  it.each([
    [
      LATER,
      'Gail',
      ['- orchard lane dentists gail', 'hi its thessalyn darragh i broke a tooth', '- oh no thessalyn which side'],
    ],
    [
      LATER,
      'Gail',
      [
        '- orchard lane dentists gail',
        "it's brondwyn from the brass band is the hall free",
        "- not on friday i'm afraid brondwyn",
      ],
    ],
    [
      LATER,
      'Lou',
      [
        '- gas desk lou',
        "yeah morning uh walter finch i'm at nine elm road i smell gas",
        '- right mister finch open the windows',
      ],
    ],
    [
      GREETED,
      'Lou',
      ['hiya rosalind ofori i left a coat in the cab', '- the driver found it rosalind so it is at the office'],
    ],
    [
      LATER,
      'Lou',
      ['- permits lou', 'hey its ruby jean hartley i lost my permit', '- okay ruby jean that takes a week'],
    ],
    [LATER, 'Lou', ['- crafts lou', 'put it under marion then marion oakes', "- lovely marion i'll hold it till noon"]],
    [LATER, 'Lou', ['- school lou', 'hi its emeka obis mum joy can he leave at two', '- hello joy yes of course']],
    [
      LATER,
      'Рита',
      ['- химчистка рита слушаю', 'терехова галина у меня пальто готово', '- галина приходите после обеда'],
    ],
    [
      LATER,
      'Рита',
      ['- химчистка рита слушаю', 'рита здравствуйте борис я пальто сдавал', '- борис не торопитесь оно ещё сушится'],
    ],
    [LATER, 'Рита', ['- кафе рита', 'столик на троих на шесть запишите на вадима', '- вадим записала ждём']],
    [LATER, 'Рита', ['- кафе рита', 'столик на троих на шесть запишите на светлану', '- светлана записала ждём']],
    [
      LATER,
      'Рита',
      [
        '- архив рита слушаю',
        'гинзбург лев ильич это по справке',
        '- примите мои извинения лев ильич да справка готова',
      ],
    ],
    [LATER, 'Рита', ['- архив рита слушаю', 'добрый день сомова я по справке', '- вера павловна да вижу вас']],
  ] as const)('%s: %s, %j', (expected, agent, lines) => {
    expect(judge(lines, null, agent)).toBe(expected);
  });
});

describe('doubt about a name accuses nobody', () => {
  it.each([
    [UNKNOWN, 'Lou', ['- Name of the shop you bought it in?', 'Currys', '- Thanks.']],
    [UNKNOWN, 'Lou', ['- What is the name of your router?', 'netgear nighthawk i think', '- Restart it.']],
    [UNKNOWN, 'Lou', ["hi i'm esmes husband", '- and the number']],
    [UNKNOWN, 'Зоя', ['Тойота Карина', '- Какие запчасти?']],
    [UNKNOWN, 'Lou', ['- dentists lou', 'hi its thessalyn darragh i broke a tooth', '- which side is it']],
    [UNKNOWN, 'Lou', ['- tables lou', "five it's abernethy at seven", '- five abernethy seven']],
    [UNKNOWN, 'Lou', ['- parts lou', 'hello berlingo wipers please', '- berlingo wipers are nine pounds']],
    [UNKNOWN, 'Lou', ['is it sunny in San Francisco', '- It will be 20 degrees in San Francisco.']],
    [UNKNOWN, 'Рита', ['- химчистка рита', 'терехова галина у меня пальто готово', '- приходите после обеда']],
    [UNKNOWN, 'Рита', ['- архив рита', 'сомова я по справке', '- вера павловна принимает по средам']],
    [UNSURE, 'Рита', ['- клиника рита назовите фамилию', 'терехова', '- записала терехова шестнадцать ноль ноль']],
    [
      UNKNOWN,
      'Lou',
      [
        'can i change my handle',
        '- the display name is yours, what people see is that',
        'people still see it in mentions',
        '- not any more',
      ],
    ],
  ] as const)('%s: %s, %j', (expected, agent, lines) => {
    expect(judge(lines, null, agent)).toBe(expected);
  });
});

describe('a name that was said for certain is known', () => {
  it.each([
    [NEVER, 'Lou', ['- gym lou', "hi it's tanisha is there a sauna", '- no sauna no']],
    [NEVER, 'Lou', ['- pensions lou', "hello lou it's uh edith marlow i rang before", '- have you the form']],
    [NEVER, 'Lou', ['- pay desk name please', 'bill thackeray i want to settle up', '- cards only']],
    [NEVER, 'Lou', ['Which room?', '- The attic is free.', 'Fine. Name Anita Rao', '- Booked.']],
    [NEVER, 'Рита', ['опечатка в справке', '- Исправим. Как правильно?', 'Самойло Степан', '- Готово в среду.']],
    [NEVER, 'Рита', ['- запись на узи фамилия имя', 'кравченко ольга', '- завтра в девять']],
  ] as const)('%s: %s, %j', (expected, agent, lines) => {
    expect(judge(lines, null, agent)).toBe(expected);
  });
});

describe('a name of the record in the run of speech', () => {
  it.each([
    [GREETED, 'Anna Bell', 'Hi Anna on our website you can find it'],
    [GREETED, 'Olaf', 'sure thing olaf one sec'],
    [GREETED, 'Otto', 'haha Otto I wish, use a dot'],
    [GREETED, 'Otto', 'Good day Otto and thank you for writing.'],
    [GREETED, 'Otto', 'nothing left for tonight otto but tomorrow is fine'],
    [UNSURE, 'Otto', 'that is where otto works'],
    [UNSURE, 'Otto', 'booked for four otto eight at night'],
    [NONE, 'Ed Wood', 'we need a yes or a no first'],
    [GREETED, 'Lucas Prado', 'Olá Lucas. Week two is full.'],
    [GENERIC, 'Ngozi Bell', 'Hi! Ngozi on our crew says the sofa fits.'],
    [GENERIC, 'Gustavo', 'Good day! Van 12 is four stops away.'],
    [GREETED, 'Злата Рудина', 'Злата :) Настройки, потом звук.'],
    [GREETED, 'Геннадий', 'на север геннадий смысла нет'],
    [UNSURE, 'Роман Седов', 'роман по очереди давайте сначала свечу'],
    [GREETED, 'Степан', 'ресторан терраса зоя степан добрый вечер'],
    [UNKNOWN, 'Hon. Treasurer, Elm Allotments', 'Dear Treasurer,\n\nThe plot is taken.'],
  ])('%s: %s, "%s"', (expected, customer, opening) => {
    expect(judge(['вопрос', `- ${opening}`], customer, 'Зоя')).toBe(expected);
  });
});

describe('what only looks like a signature', () => {
  it.each([
    [UNKNOWN, ['- What is your destination?', 'Going to Stansted Airport, from Cambridge.', '- Here are your trains.']],
    [
      UNKNOWN,
      ['Hi, Good morning Jane.', '- Good morning Maam.', 'Book Patina at 9.', '- Done.', 'Thank you, Jane.', '- Bye.'],
    ],
    [UNKNOWN, ['Two tickets please.', '- Sure, what city do you want them in?', 'Los Angeles', '- Done. Enjoy!']],
    [UNKNOWN, ['I need a ride.', '- Ok. Ive requested it.', 'Thanks', '- Bye.']],
    [LATER, ['Is the hall free?', '- It is.', 'Great, book it. Thanks, Marta', '- Done, Marta. Have a good day!']],
    [NEVER, ['Is the hall free?', '- Which day?', 'On Friday.\n\nBest regards,\nMarta', '- It is free.']],
    [NONE, ['Is the hall free on Friday? Thanks, Marta', '- It is free.']],
  ])('%s: %j', (verdict, lines) => {
    expect(judge(lines, null, 'Tom')).toBe(verdict);
  });
});
