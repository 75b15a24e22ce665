/** The standard normal distribution, accurate far out in the tails, where adjusted tests look. */

export function normalDensity(value: number): number {
  return Math.exp((-value * value) / 2) / Math.sqrt(2 * Math.PI);
}

/**
 * The probability below a value, by the continued fraction of the tail far out and the series near the middle
 * (Abramowitz and Stegun 26.2.14 and 26.2.10).
 */
export function normalBelow(value: number): number {
  if (value > 0) {
    return 1 - normalBelow(-value);
  }
  const distance = -value;
  if (distance < 3) {
    let term = distance;
    let sum = distance;
    for (let index = 1; index < 80; index += 1) {
      term *= (-distance * distance) / (2 * index);
      sum += term / (2 * index + 1);
    }
    return 0.5 - sum / Math.sqrt(2 * Math.PI);
  }
  let fraction = 0;
  for (let index = 60; index >= 1; index -= 1) {
    fraction = index / (distance + fraction);
  }
  return normalDensity(distance) / (distance + fraction);
}

/** The value that a standard normal variable exceeds with probability `tail`, for a tail of at most one half. */
export function normalPoint(tail: number): number {
  let low = 0;
  let high = 38;
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (normalBelow(-middle) > tail) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return (low + high) / 2;
}
