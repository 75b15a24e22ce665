import { describe, expect, it } from 'vitest';
import { findSpokenTimes } from '../../src/text/spoken-time.ts';
import { tokenize } from '../../src/text/tokens.ts';

const times = (text: string): number[] => findSpokenTimes(tokenize(text)).map(({ ms }) => ms / 1000);

describe('findSpokenTimes', () => {
  it.each([
    ['reply within 2 minutes', [120]],
    ['you have ninety seconds', [90]],
    ['back in half an hour', [1800]],
    ['in a couple of hours', [7200]],
    ['it takes 24h or 3 days', [86_400, 259_200]],
    ['forty five seconds', [45]],
    ['даю две минуты', [120]],
    ['в течение часа', [3600]],
    ['через полчаса', [1800]],
    ['полминуты вам', [30]],
    ['в течение 30 дней', [2_592_000]],
    ['жду тридцать секунд', [30]],
  ])('%s', (text, seconds) => {
    expect(times(text)).toEqual(seconds);
  });

  it.each(['Добрый день!', 'the other day', 'have a nice week', 'section 4', 'no time'])(
    'names no length: %s',
    (text) => {
      expect(times(text)).toEqual([]);
    },
  );

  it('says where the words stand', () => {
    const text = 'ok, half an hour then';
    const [time] = findSpokenTimes(tokenize(text));
    expect(text.slice(time?.start, time?.end)).toBe('half an hour');
  });
});
