import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarise } from '../../src/score/summarise.ts';
import { Tally } from '../../src/score/tally.ts';
import { type MadeConversation, made, RUN, SCORING } from './made.ts';

const unit = fc.record({
  agent: fc.constantFrom('Tom', 'Ann', 'Tomás', '(queue)', null),
  pattern: fc.string({ unit: fc.constantFrom('p', 'f', 'n', 's'), minLength: 3, maxLength: 3 }),
  replies: fc.array(fc.integer({ min: 0, max: 40_000_000 }), { maxLength: 2 }),
});
const conversation = fc.record({
  units: fc.uniqueArray(unit, { minLength: 0, maxLength: 3, selector: ({ agent }) => agent }),
  channel: fc.constantFrom('chat' as const, 'email' as const),
  language: fc.constantFrom('en', 'ru'),
  tags: fc.array(fc.constantFrom('billing', 'vip', 'Ärger'), { maxLength: 2 }),
  hour: fc.constantFrom(null, 8, 23),
  csat: fc.constantFrom(null, 1, 4, 5, 'good', 'offered'),
  product: fc.constantFrom(null, 'zendesk'),
});
/** Files of conversations, in the order of an audit. */
const files = fc
  .array(fc.array(conversation, { maxLength: 6 }), { minLength: 1, maxLength: 5 })
  .map((drawn) =>
    drawn.map((inFile, file) =>
      inFile.map((one, index): MadeConversation => ({ ...one, id: `c-${file}-${index}`, file: `part-${file}.csv` })),
    ),
  );

function tallyOf(conversations: readonly MadeConversation[]): Tally {
  const tally = new Tally(SCORING);
  for (const one of conversations) {
    tally.add(made(one));
  }
  return tally;
}

describe('counts', () => {
  it('of parts add up to those of the whole, to the byte, in any order of the parts', () => {
    fc.assert(
      fc.property(files, fc.infiniteStream(fc.integer({ min: 0, max: 2 })), fc.boolean(), (drawn, shard, backwards) => {
        const whole = tallyOf(drawn.flat());
        const shards: MadeConversation[][] = [[], [], []];
        for (const inFile of drawn) {
          shards[shard.next().value ?? 0]?.push(...inFile);
        }
        const parts = shards.map((part) => tallyOf(part).counts());
        const merged = new Tally(SCORING);
        for (const part of backwards ? parts.reverse() : parts) {
          merged.absorb(part);
        }
        const text = JSON.stringify(summarise(RUN, SCORING, merged.counts(), []));
        expect(text).toBe(JSON.stringify(summarise(RUN, SCORING, whole.counts(), [])));
        expect(merged.repeatedConversations()).toBe(0);
      }),
      { seed: 7, numRuns: 150 },
    );
  });

  it('make points lost that add up to 100 − score exactly, of every agent and of the whole', () => {
    fc.assert(
      fc.property(files, (drawn) => {
        const { agents, totals } = summarise(RUN, SCORING, tallyOf(drawn.flat()).counts(), []);
        for (const { score, lost, pseudo } of [...agents, totals]) {
          const tenths = lost.reduce((sum, { points }) => sum + Math.round(points * 10), 0);
          expect(tenths).toBe(score === null ? 0 : 1000 - Math.round(score * 10));
          expect(pseudo && score !== null).toBe(false);
        }
      }),
      { seed: 23, numRuns: 200 },
    );
  });

  it('know a conversation that was counted twice', () => {
    const parts = [
      tallyOf([{ id: 'c-1', units: [] }]),
      tallyOf([
        { id: 'c-1', units: [] },
        { id: 'c-2', units: [] },
      ]),
    ];
    const merged = new Tally(SCORING);
    for (const part of parts) {
      merged.absorb(part.counts());
    }
    expect(merged.repeatedConversations()).toBe(1);
  });

  it('call an agent by the most frequent name, of equals by the first seen', () => {
    const tally = tallyOf([
      { id: 'c-1', units: [{ agent: 'Tommy', id: '7', pattern: 'ppp' }] },
      { id: 'c-2', units: [{ agent: 'Tom', id: '7', pattern: 'ppp' }] },
      { id: 'c-3', units: [{ agent: 'Tom', id: '7', pattern: 'ppp' }] },
      { id: 'c-4', units: [{ agent: 'Zoe', id: '8', pattern: 'ppp' }] },
      { id: 'c-5', units: [{ agent: 'Ada', id: '8', pattern: 'ppp' }] },
    ]);
    const { agents } = summarise(RUN, SCORING, tally.counts(), []);
    expect(agents.map(({ agent, agent_id }) => `${agent} ${agent_id}`)).toEqual(['Tom 7', 'Zoe 8']);
  });

  it('hold the scores of everybody together: pseudo-agents are counted, never scored or ranked', () => {
    const tally = tallyOf([
      {
        id: 'c-1',
        units: [
          { agent: 'Tom', pattern: 'ppp' },
          { agent: '(queue)', pattern: 'ppf' },
        ],
      },
    ]);
    const { agents, totals, end } = summarise(RUN, { ...SCORING, ranking_minimum: 1 }, tally.counts(), []);
    expect(agents.map(({ agent, score, ranked }) => [agent, score, ranked])).toEqual([
      ['Tom', 100, true],
      ['(queue)', null, false],
    ]);
    expect(totals).toMatchObject({ score: 100, units: 1 });
    expect(end.units).toBe(2);
  });

  it('add up what was left out, and say it once', () => {
    const [one, two] = [new Tally(SCORING), new Tally(SCORING)];
    one.leaveOut('by_filters');
    two.leaveOut('by_filters');
    two.leaveOut('unknown_roles');
    const whole = new Tally(SCORING);
    const parts = [one, two].map((tally) => summarise(RUN, SCORING, tally.counts(), []));
    for (const part of parts) {
      whole.absorb(part.counts);
    }
    const { problems, end } = summarise(
      RUN,
      SCORING,
      whole.counts(),
      parts.flatMap((part) => part.problems),
    );
    expect(problems.map(({ message }) => message.split(' left')[0]?.split(' not')[0])).toEqual([
      '2 conversations were',
      '1 conversation was',
    ]);
    expect([end.problems, end.notices]).toEqual([1, 1]);
  });
});
