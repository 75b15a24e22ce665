import { stemFeature } from './features.ts';

/** Vectors of words that are used alike lie near each other; of one language, by stem. */
export interface WordVectors {
  readonly dimensions: number;
  readonly ofStem: ReadonlyMap<string, Float32Array>;
}

/** What features mean: the vectors of words, laid over the features that the words are. */
export interface Meanings {
  readonly dimensions: number;
  readonly ofFeature: ReadonlyMap<number, Float32Array>;
}

export const NO_MEANINGS: Meanings = { dimensions: 0, ofFeature: new Map() };

/**
 * How much the meaning of a word counts beside the word itself; found by cross-validation over held-out writers. More
 * blurs words that must be told apart, such as "can" and "cannot".
 */
const SHARE = 1.4;

/** The meanings that a model learns with. */
export function meaningsOf({ dimensions, ofStem }: WordVectors): Meanings {
  const ofFeature = new Map<number, Float32Array>();
  for (const [stem, vector] of ofStem) {
    ofFeature.set(
      stemFeature(stem),
      vector.map((part) => part * SHARE),
    );
  }
  return { dimensions, ofFeature };
}

/** The vectors of the features added up, each by its value. */
export function meaningOf(ids: Int32Array, values: Float32Array, { dimensions, ofFeature }: Meanings): Float32Array {
  const sum = new Float32Array(dimensions);
  for (let place = 0; place < ids.length; place += 1) {
    const vector = ofFeature.get(ids[place] as number);
    const value = values[place] as number;
    for (let dimension = 0; vector !== undefined && dimension < dimensions; dimension += 1) {
      sum[dimension] = (sum[dimension] as number) + value * (vector[dimension] as number);
    }
  }
  return sum;
}

/**
 * What a feature weighs by its meaning. The sum of the meanings of a text is linear in its words, so what a model
 * learnt of meanings can be written as one weight more for each word, also for words that it never met.
 *
 * @param learnt - The weight of each dimension.
 */
export function weightByMeaning(id: number, learnt: Float64Array, { ofFeature }: Meanings): number {
  let weight = 0;
  for (const [dimension, part] of (ofFeature.get(id) ?? []).entries()) {
    weight += part * (learnt[dimension] ?? 0);
  }
  return weight;
}
