import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fragment, makeFragment, makeMessage } from '../../src/model/conversation.ts';
import { groupFragments } from '../../src/read/group.ts';
import { memorySpill } from './reading.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'ж', '\n', '"', '\ud800', '😀'), maxLength: 30 });

const fragment: fc.Arbitrary<Fragment> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', '1', ''),
    product: fc.constantFrom(null, 'zendesk'),
    said: fc.array(fc.tuple(text, fc.constantFrom(null, '', 'Tom'), fc.boolean()), { maxLength: 3 }),
    csat: fc.constantFrom(null, 0, 5, 'good', ''),
    tags: fc.array(text, { maxLength: 2 }),
    extra: fc.constantFrom(undefined, { team: 'x', __proto__: null }),
    line: fc.constantFrom(null, 0, 7),
  })
  .map(({ id, product, said, csat, tags, extra, line }) =>
    makeFragment({
      ...{ id, product, csat, tags, source: { file: `${id}.csv`, format: 'csv', line } },
      messages: said.map(([words, name, internal]) =>
        makeMessage({ role: 'agent', text: words, name, internal, line }),
      ),
      ...(extra === undefined ? {} : { extra: { team: 'x' } }),
      subject: said.length === 0 ? '' : null,
    }),
  );

async function grouped(fragments: readonly Fragment[], memoryLimit: number): Promise<(readonly Fragment[])[]> {
  const stream = (async function* () {
    for (const one of fragments) {
      yield [one];
    }
  })();
  const groups: (readonly Fragment[])[] = [];
  for await (const group of groupFragments(stream, memoryLimit, memorySpill())) {
    groups.push(group);
  }
  return groups;
}

/** What grouping means, said in the plainest way. */
function plainly(fragments: readonly Fragment[]): Fragment[][] {
  const groups = new Map<string, Fragment[]>();
  for (const one of fragments) {
    const key = JSON.stringify([one.product, one.id]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

describe('grouping', () => {
  it('gives the same groups in the same order whatever the memory limit', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fragment, { maxLength: 60 }),
        fc.constantFrom(1, 500, 1024, 1e9),
        async (all, limit) => {
          expect(await grouped(all, limit)).toEqual(plainly(all));
        },
      ),
      { seed: 5, numRuns: 100 },
    );
  });

  it('merges more runs than may be open at once', async () => {
    const all = Array.from({ length: 1500 }, (_, index) =>
      makeFragment({ id: String(index % 7), messages: [], source: { file: 'x', format: 'csv', line: index } }),
    );
    const groups = await grouped(all, 1);
    expect(groups.map(([first]) => first?.id)).toEqual(['0', '1', '2', '3', '4', '5', '6']);
    expect(groups[3]?.map(({ source }) => source.line)).toEqual(
      Array.from({ length: 214 }, (_, index) => 3 + 7 * index),
    );
  });
});
