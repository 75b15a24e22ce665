import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWord } from '../../../src/text/fold.ts';
import { nameWord } from '../../../src/text/names/same-name.ts';
import { soundKey } from '../../../src/text/names/sound.ts';

const likeness = (known: string, said: string) => nameWord(foldWord(known)).likeness(foldWord(said));

describe('the same name', () => {
  it.each([
    ['Robert', 'Rob'],
    ['Robert', 'Bob'],
    ['Rob', 'Robert'],
    ['Elizabeth', 'Beth'],
    ['Samantha', 'Sam'],
    ['Philippa', 'Pip'],
    ['Екатерина', 'Катя'],
    ['Катя', 'Екатерина'],
    ['Саша', 'Александр'],
    ['Саша', 'Шура'],
    ['Наталья', 'Наталия'],
    ['Эвелина', 'Эвелиночка'],
    ['Лилечка', 'Лилия'],
    ['Анна', 'Ань'],
    ['Елена', 'Лен'],
    ['Алёна', 'Алена'],
    ['Ekaterina', 'Катя'],
    ['Ekaterina', 'Katya'],
    ['Айгерим', 'Aigerim'],
    ['Karthik', 'Karthick'],
  ])('%s may be called %s', (known, said) => {
    expect(likeness(known, said)).toBe('same');
  });

  it.each([
    ['Станислав', 'Станислва'],
    ['Bartholomew', 'Bartholmew'],
    ['Wadhwa', 'Wadwha'],
  ])('%s misspelled %s is a slip', (known, said) => {
    expect(likeness(known, said)).toBe('typo');
  });

  it.each([
    ['Анна', 'Анне'],
    ['Дмитрий', 'Дмитрию'],
    ['Юлия', 'Юлии'],
    ['Глеб', 'Глеба'],
    ['Павел', 'Павлу'],
    ['Anna', "Anna's"],
  ])('%s as %s is only mentioned', (known, said) => {
    expect(likeness(known, said)).toBe('oblique');
  });

  it.each([
    ['Karthik', 'Kavitha'],
    ['Maria', 'Mario'],
    ['Stephanie', 'Samantha'],
    ['Павел', 'Пётр'],
    ['Алина', 'Алена'],
    ['Лёня', 'Лена'],
    ['Ксения', 'Оксана'],
    ['Марк', 'Марта'],
    ['Александр', 'Александра'],
    ['Ann', 'And'],
    ['Hope', 'hole'],
  ])('%s is not %s', (known, said) => {
    expect(['same', 'typo']).not.toContain(likeness(known, said));
  });

  it('every word is itself, whatever its letters', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zа-я]{2,12}$/), (word) => {
        expect(nameWord(word).likeness(word)).toBe('same');
      }),
      { seed: 20261125, numRuns: 300 },
    );
  });
});

describe('the sound of a name in two scripts', () => {
  it.each([
    ['Юлия', ['Julia', 'Yulia', 'Yuliya', 'Iuliia']],
    ['Евгений', ['Evgeny', 'Evgenii', 'Evgeniy', 'Yevgeny']],
    ['Дмитрий', ['Dmitry', 'Dmitrii', 'Dmitriy', 'Dmitri']],
    ['Ксения', ['Ksenia', 'Kseniia', 'Xenia']],
    ['Алёна', ['Alena', 'Alyona']],
    ['Илья', ['Ilya', 'Ilia', "Il'ya"]],
    ['Пётр', ['Petr', 'Pyotr']],
    ['Сергей', ['Sergey', 'Sergei']],
    ['Михаил', ['Mikhail']],
    ['Анна', ['Anna']],
    ['Щербаков', ['Shcherbakov']],
  ])('%s is %j', (cyrillic, latin) => {
    const key = soundKey(foldWord(cyrillic));
    expect(latin.filter((name) => soundKey(foldWord(name)) !== key)).toEqual([]);
  });

  it('keeps apart what sounds apart', () => {
    const names = [
      'Анна',
      'Инна',
      'Алина',
      'Елена',
      'Леня',
      'Марина',
      'Мария',
      'Дарья',
      'Денис',
      'Данил',
      'Илья',
      'Юля',
    ];
    expect(new Set(names.map((name) => soundKey(foldWord(name)))).size).toBe(names.length);
  });
});
