import { describe, expect, it } from 'vitest';
import { type AskedName, askedName } from '../../../src/text/names/asking.ts';
import { findSelfNamings } from '../../../src/text/names/self-naming.ts';
import { findUnfilledName } from '../../../src/text/names/template.ts';
import { readWords } from '../../../src/text/names/words.ts';
import { tokenize } from '../../../src/text/tokens.ts';

function own(text: string, asked: AskedName = null, staff: readonly string[] = []): string[] {
  return findSelfNamings(readWords(text, tokenize(text)), asked, new Set(staff)).map(({ start, end }) =>
    text.slice(start, end),
  );
}

it.each([
  "I remember my username, it's olivia_gonzalez_2305",
  "I'm daiki_muller_1116. Just need them canceled",
  'it uses a lot of resources for its gui. will 15 fix it?',
  'any one using XChat here ?',
  'блин это Юрик',
  'ok put her name then not mine. Lena Sorvino',
  "Sure, it's okoye.desk@examplemail.com",
  'his name IS Snoopy',
  "my dog's name is Rex",
  'Movie name is Two Times Trouble',
  'no. also find me a hotel by the name warkworth house',
  'Я гражданин Казахстана, но у меня есть временная регистрация в Москве',
  'Нет, спасибо. Прощай!',
  'on Johnson Av here in Prairieville.',
])('%s gives no name', (text) => {
  expect(own(text)).toEqual([]);
});

it.each([
  'Hartig Tools, Lime Street 3, Aarau',
  'i see JXK-0071',
  'bree.tan',
  '`Noto Sans Italic` 404 as well',
  'Whats that for?',
  'The part is for my friend Mark, he got a degree in engineering, super proud of him!',
  'my wife Anna has booked it',
  'это на мою жену Анну',
])('%s answers with no name', (text) => {
  expect(own(text, 'own')).toEqual([]);
});

it.each([
  ['Jory Penrose', 'Jory Penrose'],
  ['Anna.thanks a lot', 'Anna'],
  ['James Park', 'James Park'],
  ['I go by the name Marlowe', 'Marlowe'],
  ['my name is Mark, my friend has paid', 'Mark'],
])('%s answers with one', (text, name) => {
  expect(own(text, 'own')).toEqual([name]);
});

it('is not where a date follows a name: who is written to is called', () => {
  expect(own('Анечка, 12-го съёмка в роще?')).toEqual([]);
});

it.each([
  ['morning its gerald pike', 'gerald pike'],
  ['nm tim. loc mad by iss alpha', 'tim'],
  ['алло да это Лариса', 'Лариса'],
  ['hi uh gerald here', 'gerald'],
])('%s gives one', (text, name) => {
  expect(own(text)).toEqual([name]);
});

describe('a name that somebody gives as the own one', () => {
  it.each([
    ['my name is john smith', 'john smith'],
    ['My name is, John. Tuesday at 5pm.', 'John'],
    ['Wendell here. My statement is wrong', 'Wendell'],
    ['Mrs. Halloran speaking.', 'Mrs. Halloran'],
    ['Leave it downstairs. I’m Dwayne.', 'Dwayne'],
    ['hello mam myself manoj, reverse the charge', 'manoj'],
    ['I, Hemant Kulkarni, request you to activate roaming', 'Hemant Kulkarni'],
    ['take it to Reza, that’s me', 'Reza'],
    ['Name: Anna Petrova\nOrder: 12', 'Anna Petrova'],
    ['Jane Doe', 'Jane Doe'],
    ['Rhonda Teague, I want the same room', 'Rhonda Teague'],
    ['Where is it?\n\nKind regards,\nWalt Emmerich', 'Walt Emmerich'],
    ['Can you repair it? Dorothy', 'Dorothy'],
    ['no flag for it? – Koen', 'Koen'],
    ['меня Даниил зовут если что', 'Даниил'],
    ['вас беспокоит Галина Романова', 'Галина Романова'],
    ['Павел я', 'Павел'],
    ['Спасибо, схожу.\nС уважением, Тамара Львовна', 'Тамара Львовна'],
    ['на меня, Сафин Ильдар', 'Сафин Ильдар'],
    ['Иван, 8-916-123-45-67. Буду к пяти', 'Иван'],
    ['Прошу опломбировать счётчик в субботу.\nМаксимова', 'Максимова'],
    ['Прошу выплатить два оклада. Шумилов А.', 'Шумилов А'],
  ])('%s', (text, name) => {
    expect(own(text)).toEqual([name]);
  });

  it.each([
    ['Susan', 'Susan'],
    ['sire its Katarina Miller', 'Katarina Miller'],
    ['darnell', 'darnell'],
    ['самойлова дарья', 'самойлова дарья'],
    ['Yes, I am Mark. Be quick!', 'Mark'],
    ['Joseph Banter, acct# 3BG', 'Joseph Banter'],
    ['kowalczyk k o w a', 'kowalczyk'],
    ['на меня егоров антон викторович', 'егоров антон викторович'],
  ])('asked for: %s', (text, name) => {
    expect(own(text, 'own')).toEqual([name]);
  });

  it.each([
    'I am walking from Craig and Center to Airport',
    "It's urgent and I'm sorry",
    'This is about my order',
    "I'm American",
    'flowers for Mrs. Adelaide Quist please',
    'Мне Михаил посоветовал ваш сервис',
    'Вашего менеджера зовут Константин',
    'Hi Sarah, thanks for calling back',
    'Anna, where is my parcel?',
    'Ok, thank you! Goodbye',
    'Ладно, спасибо. Пока.',
    "I've been waiting since Monday",
    'это коробочка на подарок',
    'it is 3 GB. is there downtime',
    'пров говорит роутер виноват, роутер говорит пров',
    'Меня зовут, пожелайте удачи',
  ])('%s gives none', (text) => {
    expect(own(text)).toEqual([]);
  });

  it("thanks to the agent are not signed with the agent's name", () => {
    expect(own('cheers Evi', null, ['evi'])).toEqual([]);
    expect(own('cheers Evi', null, ['tess'])).toEqual(['Evi']);
  });

  it("an answer that says whose the name is, or to a question for somebody else's, gives none", () => {
    expect(own('his is Jonte', 'own')).toEqual([]);
    expect(own('Захар Белых', 'other')).toEqual([]);
    expect(own('Захар Белых, а меня зовут Нина', 'other')).toEqual(['Нина']);
  });
});

describe('the question for a name', () => {
  it.each([
    'May I have your name, please?',
    'who am i speaking with please',
    'Please provide your name.',
    'Can I get your full name, account number and PIN please?',
    'Как к вам обращаться?',
    'здравствуйте фамилия имя ваши',
    'Представьтесь, пожалуйста',
    'Full name, account number, PIN.',
    'шестьсот семьдесят имя для заказа',
    'фамилия на которую бронь',
    'тогда фио и кодовое слово',
  ])('%s asks', (text) => {
    expect(askedName(text)).toBe('own');
  });

  it.each([
    'What is your username?',
    "Not while the title's in her name.",
    'Спасибо, жду вас',
    'What is the file name?',
  ])('%s does not', (text) => {
    expect(askedName(text)).not.toBe('own');
  });

  it.each(['Full name, username?', 'Name of the traveller? Quickly please.', 'На кого пишу?', 'your names please'])(
    '%s asks for the own',
    (text) => {
      expect(askedName(text)).toBe('own');
    },
  );

  it.each([
    'Hello! Team name?',
    'Could you give me the name of the apartment, please?',
    "And your company's name?",
    "Hi, sure, what's the new name?",
    'has yours got a name inside, and which colour is the zip?',
    "i'm sorry for your loss what's the name and date of death",
    'His full name as in the ID?',
    "What was your mother's maiden name?",
    'Имя ребёнка?',
    'Напишите адрес и имя именинника',
    'Контрольный вопрос: девичья фамилия матери?',
  ])('%s asks for another', (text) => {
    expect(askedName(text)).toBe('other');
  });
});

describe('an unfilled slot', () => {
  it.each([
    ['Hi {{ticket.requester.first_name}},', '{{ticket.requester.first_name}}'],
    ['Здравствуйте, %ИМЯ_КЛИЕНТА%!', '%ИМЯ_КЛИЕНТА%'],
    ['Dear [Customer Name],', '[Customer Name]'],
    ['Hello {name}!', '{name}'],
    ['Уважаемый <Имя>!', '<Имя>'],
    ['Dear null,', 'Dear null'],
  ])('%s', (text, slot) => {
    const range = findUnfilledName(text);
    expect(range === null ? null : text.slice(range.start, range.end)).toBe(slot);
  });

  it.each(['Hi Anna,', '50% off, name it, 20% off', 'see [1] and [the guide]', 'const {a} = b'])(
    '%s has none',
    (text) => {
      expect(findUnfilledName(text)).toBeNull();
    },
  );

  it('is looked for in linear time', () => {
    expect(findUnfilledName('{{ '.repeat(20_000))).toBeNull();
    expect(findUnfilledName('% name '.repeat(10_000))).not.toBeUndefined();
  });
});
