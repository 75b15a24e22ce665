/** For each head the sentence that speaks most for it: the first of equals. */
export class StrongestSentence {
  private readonly from: number;
  private readonly sums: Float64Array;
  private readonly places: Int32Array;

  /** @param from - The first of the columns of sentence readings. */
  constructor(from: number, heads: number) {
    this.from = from;
    this.sums = new Float64Array(heads);
    this.places = new Int32Array(heads);
  }

  meet(sums: Float64Array, place: number): void {
    for (let head = 0; head < this.sums.length; head += 1) {
      const sum = sums[this.from + head] as number;
      if (place === 0 || sum > (this.sums[head] as number)) {
        this.sums[head] = sum;
        this.places[head] = place;
      }
    }
  }

  sumOf(head: number): number {
    return this.sums[head] as number;
  }

  placeOf(head: number): number {
    return this.places[head] as number;
  }
}
