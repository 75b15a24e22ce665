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
    [
      "one of the desk's, chosen",
      ['Do any villas take dogs?', '- Casa Fonda and Casa Pino.', 'Pino. is it fenced', '- Yes.'],
    ],
    ['a question behind a dash', ['last one - whats max devices', '- Five.']],
    ['thanks in another language', ['parfait merci', '- Done.']],
    ['a grape', ['на фото за вами это Изабелла? чем подвязывали', '- она. лыком вяжу']],
    ['a street', ['a bus please', '- Where do you start from?', 'Milton Road.', '- Bus 9.']],
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

  it.each([
    ['Rosa Klein', 'Здравствуйте, Роза! Нет.'],
    ['Раиса', 'Раечка, добрый вечер, есть!'],
    ['Анастасия', 'Настён, честно? Слесарь новый был.'],
  ])('%s: %s', (customer, reply) => {
    expect(judge(['Можно?', `- ${reply}`], customer)).toBe('pass greeted-by-name');
  });

  it('a name in the other script, short as it is, greets', () => {
    expect(judge(['Можно с мужем?', '- Здравствуйте, Мия! Нет.'], 'Mia Chen')).toBe('pass greeted-by-name');
  });
});

describe('a name in a handle is known by nobody, but counts once the agent calls the customer so', () => {
  const judged = (handle: string, reply: string): string => judge(['sleeve arrived bent', `- ${reply}`], handle);

  it.each([
    ['@aliceinwales', "Really sorry about that, Alice. It's no fun."],
    ['oldschool_vadim', 'Вадим, здравствуйте. Вид 3.2 мы не вернём.'],
    ['@carol_ann60', 'We are too, Carol Ann. It was hollow.'],
  ])('%s: %s', (handle, reply) => {
    expect(judged(handle, reply)).toBe('pass greeted-by-name');
  });

  it.each([
    ['cyril3', 'cyril3: try this'],
    ['GeordieMc', 'GeordieMc, try this'],
    ['@nailqueen_mia', "@nailqueen_mia we're shut sundays"],
    ['@aliceinwales', 'The new shelter is due in April.'],
  ])('%s: %s is no address by name', (handle, reply) => {
    expect(judged(handle, reply)).toBe(UNKNOWN);
  });
});

describe('among nicks a word that no list of names has is a nick, too', () => {
  const between = (agent: string, customer: string): string =>
    verdictOn(
      check,
      [
        { role: 'customer', text: 'how do i hide the join messages', name: customer },
        { role: 'agent', text: 'right click on the room', name: agent },
      ],
      customer,
    );

  it.each([
    ['lordcirth', 'Synthead'],
    ['Dr_Willis', 'Turominio'],
    ['Ben64', 'Ascavasaion'],
    ['OerHeks', 'Orioa'],
  ])('%s serves %s', (agent, customer) => {
    expect(between(agent, customer)).toBe(UNKNOWN);
  });

  it.each([
    ['lordcirth', 'Giorgio'],
    ['lordcirth', 'Zhuldyz Omarova'],
    ['Tom', 'Zhuldyz'],
    ['agent_7', 'Zhuldyz'],
    ['AcmeSupport', 'Zhuldyz'],
    ['tom@acme.com', 'Zhuldyz'],
  ])('%s serves %s, who has a name', (agent, customer) => {
    expect(between(agent, customer)).toBe('fail no-greeting');
  });

  it.each(['D[4]ni', 'Xat`'])('%s is a nick anywhere', (customer) => {
    expect(between('Tom', customer)).toBe(UNKNOWN);
  });
});

it('the last of things in a row addresses nobody', () => {
  expect(judge(['which editors run in a terminal?', '- vim, emacs, nano, joe', 'ok'], null)).toBe(UNKNOWN);
});

it('a spelled surname is known, and used', () => {
  const lines = ['the tenth please', '- sure what name', 'kessler k e s s l e r', '- all set mr kessler see you then'];
  expect(judge(lines, null)).toBe('pass named-later');
});
