import { describe, expect, it } from 'vitest';
import type { StoredModel } from '../../src/judge/act-model.ts';
import { PackedWeights } from '../../src/judge/packed-weights.ts';
import { openReadyModel, readyModel, writeReadyModel } from '../../src/judge/ready-model.ts';
import { RowTable } from '../../src/judge/row-table.ts';

const head = (act: 'refusal' | 'offer' | 'declines', speaker: 'agent' | 'customer') => ({
  act,
  speaker,
  whole: { bias: -1, step: 0.01 },
  sentence: { bias: 0, step: 1 },
  slope: 2,
  shift: 0.5,
});

/** Two heads of agents and one of customers; three features. */
const model: StoredModel = {
  heads: [head('refusal', 'agent'), head('offer', 'agent'), head('declines', 'customer')],
  common: Int32Array.of(11, -5),
  ids: Int32Array.of(-7, 3, 2_000_000_000),
  weights: Int8Array.of(...[-128, 127, 5, -1, -2, 6], ...[0, -128, 7, 127, -128, 8], ...[127, 0, -128, -128, 127, 127]),
};

describe('a ready model', () => {
  it.each([
    ['as it is made', readyModel(model)],
    ['as it is opened', openReadyModel(writeReadyModel(readyModel(model)))],
  ])('knows every row and every weight, %s', (_, ready) => {
    expect(ready?.heads).toEqual(model.heads);
    expect(ready?.common).toEqual(model.common);
    const table = new RowTable(ready?.places ?? { slots: new Int32Array(), sieve: new Int32Array() });
    expect([-7, 3, 2_000_000_000, 4].map((id) => table.rowOf(id))).toEqual([0, 1, 2, -1]);
    expect(ready?.weights).toEqual(model.weights);
  });

  it('is opened wherever its bytes lie', () => {
    const bytes = writeReadyModel(readyModel(model));
    const moved = new Uint8Array(bytes.length + 3);
    moved.set(bytes, 3);
    const opened = openReadyModel(moved.subarray(3));
    expect(opened).toEqual(readyModel(model));
  });

  it('is not opened when it is something else, cut off, or of a machine with another order of bytes', () => {
    const bytes = writeReadyModel(readyModel(model));
    expect(openReadyModel(new Uint8Array(8))).toBeNull();
    expect(openReadyModel(bytes.subarray(0, 20_000))).toBeNull();
    expect(openReadyModel(bytes.subarray(0, bytes.length - 1))).toBeNull();
    const turned = bytes.slice();
    const header = new DataView(bytes.buffer).getUint32(8, true);
    const mark = Math.ceil((12 + header) / 4) * 4;
    turned.subarray(mark, mark + 4).reverse();
    expect(openReadyModel(turned)).toBeNull();
  });
});

describe('packed weights', () => {
  /** Low and high of a number that holds two. */
  const pair = (low: number, high: number): number => low + high * 65_536;

  it('hold the rows that were packed, of one speaker, the whole readings before those of sentences', () => {
    const agents = new PackedWeights(model.weights, 3, 0, 2);
    expect([agents.pack(2), agents.pack(0)]).toEqual([0, 2]);
    expect([...agents.starts]).toEqual([2, -1, 0]);
    expect([...agents.cells].slice(0, 4)).toEqual([
      ...[pair(127, 0), pair(-128, 127)],
      ...[pair(-128, 127), pair(-1, -2)],
    ]);
    const customers = new PackedWeights(model.weights, 3, 2, 3);
    customers.pack(1);
    expect([...customers.cells].slice(0, 2)).toEqual([7, 8]);
  });

  it('keep what was packed when their room runs out', () => {
    const rows = 9000;
    const many = new PackedWeights(
      Int8Array.from({ length: rows * 2 }, (_, index) => (index % 2 === 0 ? (index / 2) % 100 : -1)),
      1,
      0,
      1,
    );
    for (let row = rows - 1; row >= 0; row -= 1) {
      many.pack(row);
    }
    for (const row of [0, 99, 4096, 8191, 8999]) {
      const start = many.starts[row] ?? -1;
      expect([...many.cells.subarray(start, start + 2)]).toEqual([row % 100, -1]);
    }
  });
});
