import { describe, expect, it } from 'vitest';
import { pace } from '../../src/kinds/pace.ts';
import { judgeTalk } from './cases/hearing.ts';
import { PACES } from './cases/paces.ts';

describe('pace', () => {
  it.each(PACES.map((talk) => [`${talk.language}: ${talk.title}`, talk] as const))('%s', (_, talk) => {
    const judgement = judgeTalk(pace, talk);
    expect(judgement.verdict).toBe(talk.verdict);
    if (talk.reason !== undefined) {
      expect(judgement.reason).toBe(talk.reason);
    }
    if (talk.evidence !== undefined) {
      expect([...new Set(judgement.evidence.map(({ message }) => message))]).toEqual(talk.evidence);
    }
  });
});
