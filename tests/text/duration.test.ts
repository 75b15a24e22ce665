import { describe, expect, it } from 'vitest';
import { formatDuration, parseDuration } from '../../src/text/duration.ts';

describe('parseDuration', () => {
  it.each([
    ['90s', 90_000],
    ['15min', 900_000],
    ['12h', 43_200_000],
    ['1d', 86_400_000],
    ['2 h 30 min', 9_000_000],
    ['2h30m', 9_000_000],
    ['1.5 h', 5_400_000],
    ['500ms', 500],
    ['3 minutes', 180_000],
    ['1 неделя', 604_800_000],
    ['2 ч 15 мин', 8_100_000],
    [' 0 ', 0],
  ])('%s', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  it.each(['', '12', 'h', '5 parsecs', '-5s', '5 s and', 'PT5M', '1..5h'])('refuses %j', (text) => {
    expect(parseDuration(text)).toBeNull();
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0 s', '0 с'],
    [95_000, '1 min 35 s', '1 мин 35 с'],
    [60_020, '1 min 0.02 s', '1 мин 0,02 с'],
    [14_400_000, '4 h', '4 ч'],
    [93_784_000, '1 d 2 h', '1 дн 2 ч'],
    [400, '0.4 s', '0,4 с'],
    [-5, '0 s', '0 с'],
  ])('%d ms', (ms, english, russian) => {
    expect(formatDuration(ms, 'en')).toBe(english);
    expect(formatDuration(ms, 'ru')).toBe(russian);
  });
});
