import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPerson } from '../../../src/text/names/person.ts';

describe('a display name', () => {
  it.each([
    ['Anna Petrova', ['anna', 'petrova']],
    ['Mr. Anil Deshpande', ['anil', 'deshpande']],
    ['R. K. Balasubramaniam', ['balasubramaniam']],
    ['Bartholomew "Bo" Ansel', ['bartholomew', 'bo', 'ansel']],
    ['Рябинина Вера Павловна', ['рябинина', 'вера', 'павловна']],
    ['Wei-Ling Tan', ['wei', 'ling', 'tan']],
    ["Margaret O'Leary-Hughes", ['margaret', "o'leary", 'hughes']],
    ['Vikrant S.', ['vikrant']],
    ['Petrova, Anna', ['petrova', 'anna']],
    ['Anna (she/her)', ['anna']],
    ['Anna 🌸', ['anna']],
    ['Гость Анна', ['анна']],
    ['Balazs', ['balazs']],
    ['giorgio', ['giorgio']],
    ['Charlotte Church', ['charlotte', 'church']],
    ['DeShawn Ellery', ['deshawn', 'ellery']],
    ['Hope', ['hope']],
  ])('%s names a person', (shown, words) => {
    expect(readPerson(shown)?.words).toEqual(words);
  });

  it.each([
    'GingerDunn',
    'melissarojas',
    'vasilii-karpov',
    'pixel_raider77',
    'xXx_Volk_xXx',
    'pavuk',
    '@knigoed_spb',
    'mila.kat.08',
    '+7•••4410',
    '9100081553',
    'anna@mail.example',
    'Guest',
    'Visitor 90211',
    'Web visitor',
    'Посетитель сайта',
    'Клиент',
    'ИП Кобзева',
    'ООО «Вектор-Плюс»',
    'Bluebird Bakery LLC',
    "Tim's mum",
    'мама Тимы',
    'ops-team',
    'Happy Customer',
    'Green Valley',
    'J',
    'A. B.',
    '',
    '—',
  ])('%s names nobody', (shown) => {
    expect(readPerson(shown)).toBeNull();
  });

  it('is read without fail, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (shown) => {
        const person = readPerson(shown);
        expect(person === null || person.words.every((word) => word.length > 1)).toBe(true);
      }),
      { seed: 20261125, numRuns: 500 },
    );
  });
});
