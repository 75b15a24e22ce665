/**
 * Average precision of a ranking by score: the mean, over the true ones, of the share of true ones at and above each.
 * Ties keep the given order. NaN where nothing is true.
 */
export function averagePrecision(scores: readonly number[], truth: readonly boolean[]): number {
  const order = Array.from(scores.keys()).sort(
    (one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || one - other,
  );
  let found = 0;
  let sum = 0;
  for (const [rank, place] of order.entries()) {
    if (truth[place]) {
      found += 1;
      sum += found / (rank + 1);
    }
  }
  return sum / found;
}

/**
 * Platt's calibration: the logistic curve that turns margins into probabilities with the least surprise, by Newton's
 * method with the targets drawn in from 0 and 1 (Platt 1999; Lin, Lin and Weng 2007).
 *
 * @returns probability = 1 / (1 + exp(−(slope × margin + shift)))
 */
export function fitLogistic(margins: readonly number[], truth: readonly boolean[]): { slope: number; shift: number } {
  const positives = truth.filter(Boolean).length;
  const negatives = truth.length - positives;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (negatives + 2);
  let slope = 1;
  let shift = 0;
  for (let round = 0; round < 100; round += 1) {
    let [slopeSlope, slopeShift, shiftShift, slopePull, shiftPull] = [1e-9, 0, 1e-9, 0, 0];
    for (const [place, margin] of margins.entries()) {
      const probability = 1 / (1 + Math.exp(-(slope * margin + shift)));
      const error = probability - (truth[place] ? high : low);
      const spread = probability * (1 - probability);
      slopeSlope += spread * margin * margin;
      slopeShift += spread * margin;
      shiftShift += spread;
      slopePull += error * margin;
      shiftPull += error;
    }
    const determinant = slopeSlope * shiftShift - slopeShift * slopeShift;
    const slopeStep = (shiftShift * slopePull - slopeShift * shiftPull) / determinant;
    const shiftStep = (slopeSlope * shiftPull - slopeShift * slopePull) / determinant;
    // Far from the answer a whole step of Newton's can overshoot; a step of at most five never does on margins.
    const scale = Math.min(1, 5 / Math.max(1e-12, Math.abs(slopeStep), Math.abs(shiftStep)));
    slope -= slopeStep * scale;
    shift -= shiftStep * scale;
    if (Math.abs(slopeStep) < 1e-9 && Math.abs(shiftStep) < 1e-9) {
      break;
    }
  }
  return { slope, shift };
}
