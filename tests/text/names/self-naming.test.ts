import { describe, expect, it } from 'vitest';
import { asksForName } from '../../../src/text/names/asking.ts';
import { findSelfNamings } from '../../../src/text/names/self-naming.ts';
import { findUnfilledName } from '../../../src/text/names/template.ts';
import { readWords } from '../../../src/text/names/words.ts';
import { tokenize } from '../../../src/text/tokens.ts';

function own(text: string, asked = false): string[] {
  return findSelfNamings(readWords(text, tokenize(text)), asked).map(({ start, end }) => text.slice(start, end));
}

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
  ])('asked for: %s', (text, name) => {
    expect(own(text, true)).toEqual([name]);
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
  ])('%s gives none', (text) => {
    expect(own(text)).toEqual([]);
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
  ])('%s asks', (text) => {
    expect(asksForName(text)).toBe(true);
  });

  it.each([
    'What is your username?',
    "Not while the title's in her name.",
    'Спасибо, жду вас',
    'What is the file name?',
  ])('%s does not', (text) => {
    expect(asksForName(text)).toBe(false);
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
