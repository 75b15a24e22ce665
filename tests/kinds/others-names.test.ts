import { describe, expect, it } from 'vitest';
import { address } from '../../src/kinds/address.ts';
import { verdictOn } from '../judge/staging.ts';

const check = address.compile({}, { calendar: null });

/** The verdict on the agent Mavis: lines in turn, hers marked by a dash, with the record's name of the customer. */
function judge(lines: readonly string[], customer: string | null): string {
  const messages = lines.map((line) => {
    const role = line.startsWith('- ') ? ('agent' as const) : ('customer' as const);
    return { role, text: line.replace(/^- /, ''), name: role === 'agent' ? 'Mavis' : null };
  });
  return verdictOn(check, messages, customer);
}

const UNKNOWN = 'na name-unknown';

describe("another's name is neither the customer's nor a greeting", () => {
  it.each([
    ['one that the customer asks for', ['schedule a haircut with Bo', '- Bo works Tuesday to Friday. What day?']],
    [
      'one in a phone call',
      ["haircut at sharp's tomorrow with greg", '- greg has the eleven fifteen', 'ok', '- booked'],
    ],
    ['an intern', ['Our intern Zoe starts on Monday.', '- All set.', 'thanks', '- Have a good start, Zoe']],
    [
      "the agent's own, thanked for",
      ['extend by one night, room 9', '- Done.', 'thanks Mavis', '- Have a lovely ride!'],
    ],
    ["a child's, asked for as such", ['запишите сына', '- Имя ребёнка?', 'Захар Белых', '- Записан на 11:20.']],
    ["a team's", ['book the quiz night', '- Hello! Team name?', 'Les Quizerables', '- Great, table 9.']],
    ['an abbreviation', ['is pdf fine or a photo', '- Принимаются PDF, JPG, PNG, TIFF.']],
    [
      'a size',
      ['do you move sites', '- free if under 5 GB, you fill in the form', 'it is 3 GB. ok', '- none on our side'],
    ],
    ['a list by its address', ["i'd like to talk to a dev", '- the mailing list, dev@, or the matrix room']],
    ['a manager', ['can we be a dealer?', '- Received. The area manager, Mr Foley, will call you.']],
  ])('%s', (_what, lines) => {
    expect(judge(lines, null)).toBe(UNKNOWN);
  });
});

describe('a name of which only a part is known', () => {
  it.each([
    ['К. Ю. Ланской', 'Уважаемый Константин Юрьевич! Рецензия не требуется.'],
    ['Жукова', 'Добрый день, Надежда. Ремонт будем делать.'],
  ])('%s is greeted by the other part', (customer, reply) => {
    expect(judge(['Прошу ответить.', `- ${reply}`], customer)).toBe('pass greeted-by-name');
  });

  it('a name in the other script, short as it is, greets', () => {
    expect(judge(['Можно с мужем?', '- Здравствуйте, Мия! Нет.'], 'Mia Chen')).toBe('pass greeted-by-name');
  });
});

it('a spelled surname is known, and used', () => {
  const lines = ['the tenth please', '- sure what name', 'kessler k e s s l e r', '- all set mr kessler see you then'];
  expect(judge(lines, null)).toBe('pass named-later');
});
