import { describe, expect, it } from 'vitest';
import { type Sample, trainSeparator } from '../../src/judge/separator.ts';

const sample = (...ids: number[]): Sample => ({
  ids: Int32Array.from(ids),
  values: new Float32Array(ids.length).fill(1),
});

describe('a separator', () => {
  /**
   * The bias is a weight like that of the feature, so the margin m of a single message costs m²/4; with the cost c of a
   * mistake, m²/4 + c(1 − m)² is least at m = 2c / (1/2 + 2c).
   */
  const single = (is: boolean, weight: number): number =>
    trainSeparator({ samples: [sample(0)], truth: [is], weights: [weight] }, 1).margin(sample(0));

  it('holds a missed message dearer than a false alarm', () => {
    expect(single(true, 1)).toBeCloseTo(2 / 2.5, 10);
    expect(single(false, 1)).toBeCloseTo(-1 / 1.5, 10);
  });

  it('counts a message by its weight', () => {
    expect(single(true, 3)).toBeCloseTo(6 / 6.5, 10);
    expect(single(true, 0.3)).toBeCloseTo(0.6 / 1.1, 10);
    expect(single(false, 3)).toBeCloseTo(-3 / 3.5, 10);
  });

  it('tells apart what lies beyond the margin early and what is only explained late', () => {
    const many = (count: number, ...ids: number[]) => Array.from({ length: count }, () => sample(...ids));
    const samples = [...many(40, 0), ...many(40, 1), sample(0, 2)];
    const truth = samples.map((_, place) => place < 40);
    const separator = trainSeparator({ samples, truth, weights: samples.map(() => 1) }, 3);
    expect(samples.map((each) => separator.margin(each) > 0)).toEqual(truth);
  });
});
