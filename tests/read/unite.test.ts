import { describe, expect, it } from 'vitest';
import { type Fragment, type Message, makeFragment, makeMessage } from '../../src/model/conversation.ts';
import { unite } from '../../src/read/unite.ts';

const at = (minute: number): string => `2026-03-02T09:${String(minute).padStart(2, '0')}:00Z`;

function message(text: string, minute: number | null, fields: Partial<Message> = {}): Message {
  return makeMessage({ role: 'customer', text, at: minute === null ? null : at(minute), ...fields });
}

function whole(file: string, messages: Message[], fields: Partial<Fragment> = {}): Fragment {
  return makeFragment({ id: 'c', messages, source: { file, format: 'x', line: null }, ...fields });
}

const texts = (fragments: Fragment[]): string[] => unite(fragments).conversation.messages.map(({ text }) => text);

describe('uniting', () => {
  it('sorts rows by time, equal times as they came', () => {
    const rows = [message('c', 3), message('a', 1), message('b1', 2), message('b2', 2)].map((one) =>
      whole('f', [one], { order: 'time' }),
    );
    expect(texts(rows)).toEqual(['a', 'b1', 'b2', 'c']);
  });

  it('keeps the order of rows where a time is missing', () => {
    const rows = [message('c', 3), message('a', 1), message('?', null)].map((one) =>
      whole('f', [one], { order: 'time' }),
    );
    expect(texts(rows)).toEqual(['c', 'a', '?']);
  });

  it('keeps the given order of whole records, backward times or not', () => {
    expect(texts([whole('f', [message('later', 5), message('earlier', 1)])])).toEqual(['later', 'earlier']);
  });

  it('takes the first metadata that is not null', () => {
    const { conversation } = unite([
      whole('f', [message('a', 1)], { status: null, csat: 0, customer: { id: '1', name: null, email: null } }),
      whole('g', [message('a', 1)], {
        status: 'open',
        csat: 5,
        tags: ['t'],
        customer: { id: '2', name: 'Ann', email: null },
      }),
    ]);
    expect(conversation).toMatchObject({
      status: 'open',
      csat: 0,
      tags: ['t'],
      customer: { id: '1', name: 'Ann', email: null },
    });
  });

  it('counts a message of two exports once, by its id', () => {
    const united = unite([
      whole('f', [message('hi', 1, { message_id: 'm1' }), message('edited', 2, { message_id: 'm2' })]),
      whole('g', [message('as first written', 2, { message_id: 'm2' }), message('new', 3, { message_id: 'm3' })]),
    ]);
    expect(united.conversation.messages.map(({ text }) => text)).toEqual(['hi', 'edited', 'new']);
    expect([...united.duplicates]).toEqual([['g', 1]]);
  });

  it('without ids, by time, author and text, whatever the zone they are written in', () => {
    const again = makeMessage({ role: 'customer', text: 'hi', at: '2026-03-02T10:01:00+01:00' });
    expect(texts([whole('f', [message('hi', 1), message('b', 2)]), whole('g', [again, message('c', 3)])])).toEqual([
      'hi',
      'b',
      'c',
    ]);
  });

  it('lets one export say the same thing twice', () => {
    expect(texts([whole('f', [message('?', 1), message('?', 1)])])).toEqual(['?', '?']);
    const twice = [message('?', 1), message('?', 1)].map((one) => whole('f', [one], { order: 'time' }));
    expect(texts(twice)).toEqual(['?', '?']);
    expect(texts([...twice, whole('g', [message('?', 1)], { order: 'time' })])).toEqual(['?', '?']);
  });

  it('never takes two messages with ids of their own for one', () => {
    const one = message('?', 1, { message_id: 'a' });
    const other = message('?', 1, { message_id: 'b' });
    expect(texts([whole('f', [one]), whole('g', [other])])).toEqual(['?', '?']);
  });

  it('puts what only the second export has where it belongs', () => {
    const first = [message('b', null), message('d', null)];
    const second = [message('a', null), message('b', null), message('c', null), message('d', null), message('e', null)];
    expect(texts([whole('f', first), whole('g', second)])).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('drops what an export repeats under the same id', () => {
    const rows = ['m1', 'm2', 'm1', 'm1'].map((id, index) =>
      whole('f', [message(id, index, { message_id: id })], { order: 'time' }),
    );
    expect(texts(rows)).toEqual(['m1', 'm2']);
  });
});
