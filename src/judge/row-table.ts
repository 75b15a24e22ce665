/** Every id may lie at one bit of the sieve: 64 kB stay near the processor, and most ids end there. */
const SIEVE_BITS = 1 << 19;

/** Where the hashes of the features lie: as plain numbers, so that they can be written to a file and used again. */
export interface RowPlaces {
  /** Hash and row side by side, a power of two of them; a row of -1 where none lies. */
  readonly slots: Int32Array;
  readonly sieve: Int32Array;
}

/** @param ids - The hashes in the order of the rows. */
export function placeRows(ids: Int32Array): RowPlaces {
  let size = 1024;
  while (size * 3 < ids.length * 4) {
    size *= 2;
  }
  const mask = size - 1;
  const slots = new Int32Array(size * 2).fill(-1);
  const sieve = new Int32Array(SIEVE_BITS / 32);
  for (let row = 0; row < ids.length; row += 1) {
    const id = ids[row] as number;
    let place = id & mask;
    while (slots[place * 2 + 1] !== -1) {
      place = (place + 1) & mask;
    }
    slots[place * 2] = id;
    slots[place * 2 + 1] = row;
    const bit = (id >>> 8) & (SIEVE_BITS - 1);
    sieve[bit >> 5] = (sieve[bit >> 5] as number) | (1 << (bit & 31));
  }
  return { slots, sieve };
}

/**
 * Finds the row of a feature by its hash. Open addressing with hash and row side by side, so that a look-up reads one
 * place of memory: at least four places for three features, so that a miss ends soon. Before it stands a sieve of bits.
 */
export class RowTable {
  private readonly table: Int32Array;
  private readonly mask: number;
  private readonly sieve: Int32Array;

  constructor({ slots, sieve }: RowPlaces) {
    this.table = slots;
    this.mask = slots.length / 2 - 1;
    this.sieve = sieve;
  }

  /** The row of a feature, or -1. */
  rowOf(id: number): number {
    const bit = (id >>> 8) & (SIEVE_BITS - 1);
    if (((this.sieve[bit >> 5] as number) & (1 << (bit & 31))) === 0) {
      return -1;
    }
    const { table, mask } = this;
    let place = id & mask;
    for (;;) {
      const row = table[place * 2 + 1] as number;
      if (row < 0 || table[place * 2] === id) {
        return row;
      }
      place = (place + 1) & mask;
    }
  }
}
