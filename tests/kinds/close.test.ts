import { describe, expect, it } from 'vitest';
import { close } from '../../src/kinds/close.ts';
import { FAREWELLS } from './cases/farewells.ts';
import { judgeTalk } from './cases/hearing.ts';

describe('close', () => {
  it.each(FAREWELLS.map((talk) => [`${talk.language}: ${talk.title}`, talk] as const))('%s', (_, talk) => {
    const judgement = judgeTalk(close, talk);
    expect(judgement.verdict).toBe(talk.verdict);
    if (talk.reason !== undefined) {
      expect(judgement.reason).toBe(talk.reason);
    }
    if (talk.evidence !== undefined) {
      expect([...new Set(judgement.evidence.map(({ message }) => message))]).toEqual(talk.evidence);
    }
  });
});
