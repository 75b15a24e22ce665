import { describe, expect, it } from 'vitest';
import { findQuestions } from '../../src/text/questions.ts';
import { tokenize } from '../../src/text/tokens.ts';

const asked = (text: string): string[] =>
  findQuestions(text, tokenize(text)).map(({ start, end }) => text.slice(start, end));

describe('findQuestions', () => {
  it.each([
    ['Hi. Can I pay by invoice? I have no card.', ['Can I pay by invoice']],
    ['Is it open? And how much is it?', ['Is it open', 'And how much is it']],
    ['Спасибо. А сколько ждать?', ['А сколько ждать']],
    ['see https://example.com/?a=1 for more', []],
    ['I wonder what it costs.', []],
  ])('takes a question mark as decisive: %s', (text, expected) => {
    expect(asked(text)).toEqual(expected);
  });

  it.each([
    'okay and what time do you open',
    'can i bring my dog',
    'а когда приедет мастер',
    'можно ли перенести на пятницу',
    'успеете ли вы до вечера',
  ])('tells by its beginning what asks in spoken words without marks: %s', (text) => {
    expect(asked(text)).toEqual([text]);
  });

  it.each(['i will see what i can do', 'it is here', 'я знаю как это сделать', 'thanks bye'])(
    'leaves statements without marks alone: %s',
    (text) => {
      expect(asked(text)).toEqual([]);
    },
  );

  it('finds nothing in an empty text', () => {
    expect(asked('')).toEqual([]);
  });
});
