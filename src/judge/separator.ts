/** One message as a sparse row: columns ascending or not, each once. */
export interface Sample {
  readonly ids: Int32Array;
  readonly values: Float32Array;
}

export interface Separator {
  readonly weights: Float64Array;
  readonly bias: number;
  margin(sample: Sample): number;
}

/** How dear a mistake is beside large weights; found by cross-validation, and flat around it. */
const COST = 0.5;
/** A missed act is dearer than a false one: acts are rare among the messages. */
const COST_OF_MISS = 1;
const ROUNDS = 9;
/**
 * Messages that lie beyond the margin move nothing, and most do: they are looked at in every fourth round only, the last
 * one among them (the shrinking of Hsieh et al. 2008, with fixed rounds in place of a bound).
 */
const ROUNDS_OF_REST = 4;

/** What a separator learns from: samples, whether each is of the kind, and how much it counts. */
export interface Examples {
  readonly samples: readonly Sample[];
  readonly truth: readonly boolean[];
  readonly weights: readonly number[];
}

/**
 * A linear separator with squared hinge loss, by dual coordinate descent (Hsieh et al. 2008, "A dual coordinate
 * descent method for large-scale linear SVM"). Deterministic: the order is shuffled by a generator with a fixed seed.
 *
 * @param size - The number of columns.
 */
export function trainSeparator({ samples, truth, weights: shares }: Examples, size: number): Separator {
  const weights = new Float64Array(size);
  let bias = 0;
  const alphas = new Float64Array(samples.length);
  const resting = new Uint8Array(samples.length);
  const squares = samples.map(({ values }) => values.reduce((sum, value) => sum + value * value, 1));
  const order = Array.from(samples.keys());
  const random = seeded(20_260_101);
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order, random);
    const all = round % ROUNDS_OF_REST === 0;
    for (const row of order) {
      const sample = samples[row];
      if (sample === undefined || (resting[row] === 1 && !all)) {
        continue;
      }
      const sign = truth[row] ? 1 : -1;
      const softness = 1 / (2 * (truth[row] ? COST_OF_MISS : COST) * (shares[row] ?? 1));
      const before = alphas[row] ?? 0;
      const gradient = sign * (dot(weights, sample) + bias) - 1 + softness * before;
      const after = Math.max(0, before - gradient / ((squares[row] ?? 1) + softness));
      resting[row] = before === 0 && gradient > 0 ? 1 : 0;
      const change = (after - before) * sign;
      if (change !== 0) {
        alphas[row] = after;
        bias += change;
        add(weights, sample, change);
      }
    }
  }
  return { weights, bias, margin: (sample) => dot(weights, sample) + bias };
}

function dot(weights: Float64Array, { ids, values }: Sample): number {
  let sum = 0;
  for (let place = 0; place < ids.length; place += 1) {
    sum += (weights[ids[place] as number] as number) * (values[place] as number);
  }
  return sum;
}

function add(weights: Float64Array, { ids, values }: Sample, factor: number): void {
  for (let place = 0; place < ids.length; place += 1) {
    const column = ids[place] as number;
    weights[column] = (weights[column] as number) + factor * (values[place] as number);
  }
}

/** Numbers in [0, 1) from a seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
}
