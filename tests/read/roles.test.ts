import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agentMatcher } from '../../src/read/roles.ts';
import { readText } from './reading.ts';

describe('--agent-name', () => {
  it.each([
    ['*@shop.example', 'tom@shop.example', true],
    ['*@shop.example', 'tom@shop.example.org', false],
    ['TOM', 'tom', true],
    ['Tom', 'Tommy', false],
    ['T*m*', 'Tim Reed', true],
    ['*', '', true],
    ['a*a', 'a', false],
    ['a.c', 'abc', false],
  ])('%j and %j: %j', (pattern, author, wanted) => {
    expect(agentMatcher([pattern])(author)).toBe(wanted);
  });

  it('agrees with the same pattern as a regular expression', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 6 });
    const author = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 8 });
    fc.assert(
      fc.property(word, author, (pattern, name) => {
        expect(agentMatcher([pattern])(name)).toBe(new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(name));
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  const rows = 'chat_id,time,author,text\n1,2026-01-01 10:00:00,Ann,hi\n1,2026-01-01 10:01:00,Tom,hello Ann\n';

  it('leaves roles unknown without it, and lists the authors', async () => {
    const { conversations, unknownAuthors } = await readText('x.csv', rows);
    expect(conversations[0]?.messages.map(({ role }) => role)).toEqual(['unknown', 'unknown']);
    expect(unknownAuthors).toEqual([
      { name: 'Ann', messages: 1 },
      { name: 'Tom', messages: 1 },
    ]);
  });

  it('settles them with it: who is no agent is the customer', async () => {
    const { conversations, unknownAuthors } = await readText('x.csv', rows, { agentNames: ['tom'] });
    expect(conversations[0]?.messages.map(({ role }) => role)).toEqual(['customer', 'agent']);
    expect(conversations[0]?.customer.name).toBe('Ann');
    expect(unknownAuthors).toEqual([]);
  });

  it('says so where it matches nobody', async () => {
    const { problems } = await readText('x.csv', rows, { agentNames: ['Bob'] });
    expect(problems.map(({ code }) => code)).toEqual(['agent-name-unmatched']);
    const known = await readText('x.csv', 'chat_id,role,text\n1,customer,hi\n1,agent,hello\n', { agentNames: ['Bob'] });
    expect(known.problems).toEqual([]);
  });
});
