import { describe, expect, it } from 'vitest';
import { russianNames } from '../../../src/text/names/diminutives.ts';
import { mayBeginWith, soundKey } from '../../../src/text/names/sound.ts';

describe('the first sign of a key', () => {
  it.each([...russianNames()].map((name) => [name]))('is one that %s may begin with', (name) => {
    expect(mayBeginWith(soundKey(name).charAt(0), name)).toBe(true);
  });

  it('is not that of another letter', () => {
    expect(mayBeginWith('a', 'борис')).toBe(false);
    expect(mayBeginWith('b', 'борис')).toBe(true);
    expect(mayBeginWith('A', 'ия')).toBe(true);
  });
});
