import { describe, expect, it } from 'vitest';
import { setScene } from '../../../src/judge/scene.ts';
import { holdLimit } from '../../../src/kinds/waiting/announced-time.ts';
import { announcesHold } from '../../../src/kinds/waiting/announcement.ts';
import type { Act } from '../../../src/model/rule.ts';
import { tokenize } from '../../../src/text/tokens.ts';
import { conversationOf, SETTINGS } from '../../judge/staging.ts';
import { HOLD_EAR } from './stage.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const USUAL = 3 * MINUTE;

const limit = (text: string): number =>
  holdLimit(
    tokenize(text).map(({ word }) => word),
    USUAL,
  );

describe('the announced time', () => {
  it.each<[string, number]>([
    ['One moment, please.', USUAL],
    ['Give me a minute', USUAL],
    ['I need one minute', USUAL],
    ['30 seconds please', USUAL],
    ['Give me two minutes', 2 * MINUTE],
    ['give me 2min', 2 * MINUTE],
    ['Give me ten minutes', 10 * MINUTE],
    ['This will take 5-10 minutes', 10 * MINUTE],
    ['about 5 to 10 more minutes', 10 * MINUTE],
    ['a couple of minutes', USUAL],
    ['a few minutes', 5 * MINUTE],
    ['I will be back in half an hour', 30 * MINUTE],
    ['a quarter of an hour', 15 * MINUTE],
    ['give me an hour', HOUR],
    ['within 2 hours', 2 * HOUR],
    ['hold on, you wrote 20 minutes ago', USUAL],
    ['I will answer tomorrow', 48 * HOUR],
    ['Минутку, уточню', USUAL],
    ['Одну минуту', USUAL],
    ['Дайте мне пару минут', USUAL],
    ['Дайте две минуты', 2 * MINUTE],
    ['минут пять, и вернусь', 5 * MINUTE],
    ['несколько минут', 5 * MINUTE],
    ['10 минут', 10 * MINUTE],
    ['полчаса', 30 * MINUTE],
    ['четверть часа', 15 * MINUTE],
    ['вернусь через час', HOUR],
    ['в течение 2-3 часов', 3 * HOUR],
    ['вы писали 20 минут назад, минутку', USUAL],
  ])('%s', (text, ms) => {
    expect(limit(text)).toBe(ms);
  });
});

describe('whether a message announces a hold', () => {
  const announces = (text: string, alsoHeard: readonly Act[] = []): boolean => {
    const ear: typeof HOLD_EAR = {
      hear: (heard, act) =>
        alsoHeard.includes(act)
          ? { score: 1, spots: [{ message: 0, start: 0, end: 1 }], label: null, by: 'phrase' }
          : cutToWord(HOLD_EAR.hear(heard, act), heard.text),
    };
    const scene = setScene(conversationOf([{ role: 'agent', name: 'Tom', text }]), { ...SETTINGS, ear });
    const [first] = scene.utterances;
    return first !== undefined && announcesHold(scene, first);
  };

  /** A hearing whose words end where "moment" or «минутку» does. */
  const cutToWord = (hearing: ReturnType<typeof HOLD_EAR.hear>, text: string): ReturnType<typeof HOLD_EAR.hear> => ({
    ...hearing,
    spots: hearing.spots.map((spot) => {
      const match = /one moment|give me|минутку|bear with/i.exec(text);
      return match === null ? spot : { ...spot, start: match.index, end: match.index + match[0].length };
    }),
  });

  it.each([
    'One moment, please.',
    'Sure! One moment while I check that for you.',
    'One moment please. Thank you for your patience.',
    'One moment. I will check with the warehouse.',
    'Thanks for waiting so long, one moment more please.',
    'Could you give me two minutes?',
    'Минутку, уточню на складе.',
  ])('yes: %s', (text) => {
    expect(announces(text)).toBe(true);
  });

  it.each([
    'One moment... It is in stock and I have reserved it for you.',
    'One moment: your refund was sent on Friday.',
    'One moment. What is your order number?',
    'One moment. Which of the two addresses do you mean? Thanks.',
    'Thanks for holding. Please bear with us, we will call you.',
    'Минутку… нашла: посылка в Казани, приедет в среду.',
    'Минутку, я вам перезвоню.',
  ])('no: %s', (text) => {
    expect(announces(text)).toBe(false);
  });

  it('no, where the same words hurry or send away', () => {
    expect(announces('You have one moment.', ['rushing'])).toBe(false);
    expect(announces('One moment, this chat closes.', ['closing-notice'])).toBe(false);
  });
});
