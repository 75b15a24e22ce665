import { describe, expect, it } from 'vitest';
import type { StoredModel } from '../../src/judge/act-model.ts';
import { readModel, writeModel } from '../../src/judge/stored-model.ts';

const model: StoredModel = {
  heads: [
    {
      act: 'refusal',
      speaker: 'agent',
      whole: { bias: -1, step: 0.01 },
      sentence: { bias: 0, step: 1 },
      slope: 2,
      shift: 0.5,
    },
  ],
  common: Int32Array.of(11, -5),
  ids: Int32Array.of(-7, 3, 2_000_000_000),
  weights: Int8Array.of(-128, 0, 127, 1, 2, 3),
};

describe('a stored model', () => {
  it('comes back as it was', () => {
    expect(readModel(writeModel(model), 'a.bin')).toEqual(model);
  });

  it('is refused when it is something else, cut off or broken inside', () => {
    const bytes = writeModel(model);
    expect(() => readModel(new Uint8Array(4), 'a.bin')).toThrow('a.bin is no model of this version');
    expect(() => readModel(bytes.subarray(0, bytes.length - 1), 'a.bin')).toThrow('it is damaged');
    const broken = bytes.slice();
    broken[12] = 0x5b;
    expect(() => readModel(broken, 'a.bin')).toThrow('the header of a.bin cannot be read');
  });
});
