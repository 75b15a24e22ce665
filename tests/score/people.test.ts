import { describe, expect, it } from 'vitest';
import type { RosterEntry } from '../../src/model/report.ts';
import { summarise } from '../../src/score/summarise.ts';
import { Tally } from '../../src/score/tally.ts';
import { type MadeConversation, made, RUN, SCORING } from './made.ts';

const entry = (fields: Partial<RosterEntry>): RosterEntry => ({
  ids: [],
  names: [],
  team: null,
  site: null,
  ignore: false,
  ...fields,
});

function reportOf(roster: readonly RosterEntry[], conversations: readonly MadeConversation[]) {
  const scoring = { ...SCORING, ranking_minimum: 1, roster };
  const tally = new Tally(scoring);
  for (const conversation of conversations) {
    tally.add(made(conversation, scoring));
  }
  return summarise(RUN, scoring, tally.counts(), []);
}

describe('the roster', () => {
  it('makes one person of several ids and names, called by the first name', () => {
    const { agents } = reportOf(
      [entry({ ids: [{ product: 'zendesk', id: '7' }], names: ['Thomas Reed', 'tom_r'] })],
      [
        { id: 'c-1', product: 'zendesk', units: [{ agent: 'Tom', id: '7', pattern: 'ppp' }] },
        { id: 'c-2', product: 'telegram', units: [{ agent: 'tom_r', pattern: 'ffp' }] },
        { id: 'c-3', product: 'front', units: [{ agent: 'Somebody', id: '7', pattern: 'ppp' }] },
      ],
    );
    // 100 and 50; the id 7 of another product is another agent
    expect(agents.map(({ agent, score, units }) => [agent, score, units])).toEqual([
      ['Somebody', 100, 1],
      ['Thomas Reed', 75, 2],
    ]);
  });

  it('knows an id in any product where it names none', () => {
    const { agents } = reportOf(
      [entry({ ids: [{ product: null, id: '7' }], names: ['Thomas Reed'] })],
      [{ id: 'c-1', product: 'front', units: [{ agent: 'x', id: '7', pattern: 'ppp' }] }],
    );
    expect(agents[0]?.agent).toBe('Thomas Reed');
  });

  it('leaves ignored agents out of agents and totals', () => {
    const { agents, totals } = reportOf(
      [entry({ names: ['Test account'], ignore: true })],
      [
        { id: 'c-1', units: [{ agent: 'Test account', pattern: 'ffp' }] },
        { id: 'c-2', units: [{ agent: 'Tom', pattern: 'ppp' }] },
      ],
    );
    expect(agents.map(({ agent }) => agent)).toEqual(['Tom']);
    expect(totals).toMatchObject({ score: 100, units: 1 });
  });

  it('makes teams and sites; a conversation in which two of a team took part is one conversation', () => {
    const blue = ['Tom', 'Ann'].map((name) => entry({ names: [name], team: 'blue', site: 'Riga' }));
    const { teams, sites, agents } = reportOf(
      [...blue, entry({ names: ['Bea'], team: 'red', site: 'Riga' })],
      [
        {
          id: 'c-1',
          units: [
            { agent: 'Tom', pattern: 'ppp' },
            { agent: 'Ann', pattern: 'ffp' },
            { agent: 'Bea', pattern: 'ppp' },
          ],
        },
        { id: 'c-2', units: [{ agent: 'Tom', pattern: 'ppp' }] },
      ],
    );
    // blue: 100, 50, 100; red: 100
    expect(teams.map(({ agent, score, units, conversations }) => [agent, score, units, conversations])).toEqual([
      ['red', 100, 1, 1],
      ['blue', 83.3, 3, 2],
    ]);
    expect(sites.map(({ agent, units, conversations }) => [agent, units, conversations])).toEqual([['Riga', 4, 2]]);
    expect(agents.find(({ agent }) => agent === 'Ann')).toMatchObject({ team: 'blue', site: 'Riga' });
  });
});
