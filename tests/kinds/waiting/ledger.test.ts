import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, type Line } from './stage.ts';

const START = Date.UTC(2026, 2, 2, 9);
const iso = (seconds: number): string => new Date(START + seconds * 1000).toISOString();

interface Said {
  readonly who: 'C' | 'Tom' | 'Dana' | '+Tom' | '>Dana';
  readonly seconds: number;
}

/** Conversations in which time never goes back. */
const anyTalk = fc
  .array(
    fc.record({
      who: fc.constantFrom<Said['who']>('C', 'C', 'Tom', 'Tom', 'Dana', '+Tom', '>Dana'),
      seconds: fc.integer({ min: 0, max: 400 }),
    }),
    { minLength: 2, maxLength: 12 },
  )
  .map((talk) => {
    let clock = 0;
    return talk.map(({ who, seconds }): Said => {
      clock += seconds;
      return { who, seconds: clock };
    });
  });

const linesOf = (talk: readonly Said[], time: (seconds: number) => string = iso): Line[] =>
  talk.map(({ who, seconds }): Line => [who, time(seconds), who === 'C' ? 'Where is it?' : 'On its way.']);

const verdicts = (lines: readonly Line[]): string[] =>
  judge({ channel: 'chat', lines, fields: { closed_at: iso(10_000) } });

describe('the ledger of waits', () => {
  it('does not care on which day a talk is held, nor in which zone its times are written', () => {
    fc.assert(
      fc.property(anyTalk, fc.integer({ min: -1000, max: 1000 }), (talk, days) => {
        const usual = verdicts(linesOf(talk));
        const later = (seconds: number): string => iso(seconds + days * 86_400);
        const shifted = judge({ channel: 'chat', lines: linesOf(talk, later), fields: { closed_at: later(10_000) } });
        expect(shifted).toEqual(usual);
        const inZone = (seconds: number): string => iso(seconds + 19_800).replace('Z', '+05:30');
        expect(verdicts(linesOf(talk, inZone))).toEqual(usual);
      }),
      { seed: 11, numRuns: 100 },
    );
  });

  it('does not hear notes, and nobody waits for an answer to "ok" (words aside, nothing changes)', () => {
    fc.assert(
      fc.property(anyTalk, fc.nat(), (talk, place) => {
        const lines = linesOf(talk);
        const index = place % (lines.length + 1);
        const at = lines[index]?.[1] ?? lines.at(-1)?.[1] ?? null;
        const withNote: Line[] = [...lines, ['note', at, 'sounds upset']];
        expect(verdicts(withNote)).toEqual(verdicts(lines));
        const withOk: Line[] = [...lines, ['C', at, 'ok']];
        expect(verdicts(withOk)).toEqual(verdicts(lines));
      }),
      { seed: 12, numRuns: 100 },
    );
  });

  it('divides a wait among its owners without loss, and no share is negative', () => {
    fc.assert(
      fc.property(anyTalk, (talk) => {
        const shares = new Map<string, number>();
        for (const line of verdicts(linesOf(talk))) {
          for (const [, from, to, ms] of line.matchAll(/\[(\d+)>(\d+) \w+ (-?[\d.]+)\//g)) {
            expect(Number(ms)).toBeGreaterThanOrEqual(0);
            const key = `${from}>${to}`;
            shares.set(key, (shares.get(key) ?? 0) + Number(ms));
          }
        }
        for (const [key, sum] of shares) {
          const [from, to] = key.split('>').map(Number);
          expect(sum).toBe((talk[to ?? 0]?.seconds ?? 0) - (talk[from ?? 0]?.seconds ?? 0));
        }
      }),
      { seed: 13, numRuns: 200 },
    );
  });

  it('answers later, waits longer: a slower agent is never better off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), (delay, more) => {
        const verdictAfter = (seconds: number): string =>
          verdicts([
            ['C', iso(0), 'Where is it?'],
            ['Tom', iso(seconds), 'On its way.'],
          ])[0]?.split(' ')[1] ?? '';
        const order = ['pass', 'fail'];
        expect(order.indexOf(verdictAfter(delay + more))).toBeGreaterThanOrEqual(order.indexOf(verdictAfter(delay)));
      }),
      { seed: 14, numRuns: 100 },
    );
  });
});
