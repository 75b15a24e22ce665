import { describe, expect, it } from 'vitest';
import { createEar } from '../../src/judge/ear.ts';
import { stemFeature } from '../../src/judge/features.ts';
import { learnActs } from '../../src/judge/learn.ts';
import { type Meanings, meaningOf, meaningsOf, weightByMeaning } from '../../src/judge/meanings.ts';
import { readVectors, writeVectors } from '../../src/judge/stored-vectors.ts';
import { heard } from './staging.ts';

describe('the meaning of a text', () => {
  const meanings: Meanings = {
    dimensions: 2,
    ofFeature: new Map([
      [7, Float32Array.of(1, -2)],
      [9, Float32Array.of(0.5, 4)],
    ]),
  };

  it('is the sum of the vectors of its words, each by its value', () => {
    const meaning = meaningOf(Int32Array.of(7, 8, 9), Float32Array.of(2, 100, 4), meanings);
    expect([...meaning]).toEqual([2 * 1 + 4 * 0.5, 2 * -2 + 4 * 4]);
  });

  it('weighs as much as its words weigh one by one', () => {
    const learnt = Float64Array.of(3, 0.25);
    expect(weightByMeaning(7, learnt, meanings)).toBe(2.5);
    expect(weightByMeaning(9, learnt, meanings)).toBe(2.5);
    expect(weightByMeaning(8, learnt, meanings)).toBe(0);
    // 4 × 3 + 12 × 0.25 = 15 = 2 × 2.5 + 4 × 2.5
    const meaning = meaningOf(Int32Array.of(7, 8, 9), Float32Array.of(2, 100, 4), meanings);
    expect((meaning[0] ?? 0) * 3 + (meaning[1] ?? 0) * 0.25).toBe(15);
  });
});

describe('a file of word vectors', () => {
  const vectors = {
    dimensions: 3,
    ofStem: new Map([
      ['gone', Float32Array.of(1.27, -1.27, 0)],
      ['так', Float32Array.of(0.014, 0.016, 0.5)],
    ]),
  };

  it('keeps stems, and parts to the nearest step', () => {
    const read = readVectors(writeVectors(vectors), 'a.bin');
    expect(read.dimensions).toBe(3);
    // The largest part is 1.27, so that a step is 0.01.
    const parts = [...read.ofStem].map(([stem, vector]) => [stem, [...vector].map((part) => Math.round(part * 1000))]);
    expect(parts).toEqual([
      ['gone', [1270, -1270, 0]],
      ['так', [10, 20, 500]],
    ]);
  });

  it('is refused when it is something else, or cut off', () => {
    const bytes = writeVectors(vectors);
    const damaged = expect.objectContaining({ code: 'bad-vectors' });
    expect(() => readVectors(bytes.subarray(0, bytes.length - 1), 'a.bin')).toThrow(damaged);
    expect(() => readVectors(Uint8Array.of(1, 2, 3), 'a.bin')).toThrow('a.bin holds no word vectors, or is damaged');
    expect(() => readVectors(new TextEncoder().encode('{"dimensions":3}\n'), 'a.bin')).toThrow(damaged);
    expect(() => readVectors(new TextEncoder().encode('null\n'), 'a.bin')).toThrow(damaged);
  });
});

describe('a model that learnt with meanings', () => {
  const things = ['lamp', 'chair', 'table', 'desk', 'sofa', 'shelf', 'rug', 'mirror'];
  const items = things.flatMap((thing, index) =>
    [true, false].map((refused) => ({
      id: `${thing} ${refused}`,
      writer: index % 2 === 0 ? 'one' : 'two',
      speaker: 'agent' as const,
      text: refused ? `The ${thing} is gone` : `The ${thing} is coming`,
      before: [],
      answer: null,
      names: [],
      acts: refused ? ['refusal'] : [],
    })),
  );
  const towards = (first: number, second: number): Float32Array => Float32Array.of(first, second);
  const ofStem = new Map([
    ['gone', towards(1, 0)],
    ['extinct', towards(0.9, 0.1)],
    ['come', towards(0, 1)],
    ['arriv', towards(0.1, 0.9)],
  ]);
  const lesson = { items, hintsOf: () => [], features: 2000 };
  const { model } = learnActs({ ...lesson, meanings: meaningsOf({ dimensions: 2, ofStem }) });
  const hear = (text: string) => {
    const ear = createEar({ phrases: [], models: new Map([['en', model]]) });
    return ear.hear(heard(text, 0), 'refusal');
  };

  it('understands words that it never met by their neighbours, and shows them', () => {
    const text = 'coming, coming, extinct';
    const refused = hear(text);
    expect(refused.score).toBeGreaterThan(hear(text.replace('extinct', 'arriving')).score);
    const [spot] = refused.spots;
    const shown = text.slice(spot?.start, spot?.end);
    expect(shown).toBe('extinct');
  });

  it('has a row for every word that means something, and stays the same', () => {
    for (const stem of ofStem.keys()) {
      expect(model.ids).toContain(stemFeature(stem));
    }
    expect(learnActs({ ...lesson, meanings: meaningsOf({ dimensions: 2, ofStem }) }).model).toEqual(model);
  });

  it('is as before where nothing is known of meanings', () => {
    const plain = learnActs(lesson).model;
    expect(learnActs({ ...lesson, meanings: meaningsOf({ dimensions: 2, ofStem: new Map() }) }).model).toEqual(plain);
  });
});
