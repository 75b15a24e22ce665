/** Made-up score distributions: rows of a score in tenths and its probability in thousandths. */
export type Chances = readonly (readonly [number, number])[];

export const DISTRIBUTIONS: Readonly<Record<string, Chances>> = {
  even: Array.from({ length: 10 }, (_, index) => [index * 100 + 50, 100] as const),
  skewed: [
    [1000, 550],
    [800, 200],
    [600, 120],
    [400, 80],
    [200, 50],
  ],
  'nearly always 100': [
    [1000, 970],
    [600, 30],
  ],
  'critical zeros': [
    [1000, 600],
    [800, 200],
    [600, 100],
    [0, 100],
  ],
  'rare critical zeros': [
    [1000, 800],
    [700, 180],
    [0, 20],
  ],
};

export function meanOf(chances: Chances): number {
  return chances.reduce((sum, [score, chance]) => sum + score * chance, 0) / 1000;
}

/** A small seeded generator (mulberry32): the same figures on every machine. */
export class Randomness {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** Even in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
}

export function drawScore(chances: Chances, random: Randomness): number {
  let left = random.next() * 1000;
  for (const [score, chance] of chances) {
    left -= chance;
    if (left < 0) {
      return score;
    }
  }
  return chances.at(-1)?.[0] ?? 0;
}

/** How many of `size` drawn units have each score. */
export function drawSample(chances: Chances, size: number, random: Randomness): Map<number, number> {
  const sample = new Map<number, number>();
  for (let unit = 0; unit < size; unit += 1) {
    const score = drawScore(chances, random);
    sample.set(score, (sample.get(score) ?? 0) + 1);
  }
  return sample;
}

export function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
