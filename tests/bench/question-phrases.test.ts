import { describe, expect, it } from 'vitest';
import { corePhrases } from '../../bench/core-pack.ts';
import { PhraseBook } from '../../src/judge/heard-phrases.ts';
import { tokenize } from '../../src/text/tokens.ts';

const book = new PhraseBook(corePhrases());

/** What the message is after, by the phrases of the core pack. */
function wantedIn(language: 'en' | 'ru', text: string): string[] {
  const acts = book.find(text, tokenize(text), language).map(({ act }) => act);
  return [...new Set(acts.filter((act) => act === 'asks-for' || act === 'asks-about'))].sort();
}

describe('what a question is after', () => {
  it.each([
    ['en', 'can i have a second permit'],
    ['en', 'do you have the grey one in L'],
    ['en', 'please cancel my order'],
    ['en', "I'd like a table for six"],
    ['ru', 'Можно ли мне второй пропуск?'],
    ['ru', 'а есть синий?'],
    ['ru', 'верните деньги'],
  ] as const)('%s: "%s" asks for a thing', (language, text) => {
    expect(wantedIn(language, text)).toEqual(['asks-for']);
  });

  it.each([
    ['en', 'how long is the permit valid'],
    ['en', 'Is a second permit required?'],
    ['en', 'do i have to come in person'],
    ['en', 'why are my views frozen'],
    ['ru', 'Почему одни и те же видео?'],
    ['ru', 'Сколько всего на канале может быть пользователей'],
    ['ru', 'обязательно ли приносить паспорт'],
  ] as const)('%s: "%s" asks how it is', (language, text) => {
    expect(wantedIn(language, text)).toEqual(['asks-about']);
  });

  it.each([
    ['en', 'thanks, that is all'],
    ['en', 'order 4471'],
    ['ru', 'спасибо, понятно'],
  ] as const)('%s: "%s" asks nothing', (language, text) => {
    expect(wantedIn(language, text)).toEqual([]);
  });
});
