import { sha256Of } from '../text/sha256.ts';

const BYTES = 8;

/**
 * The conversations that a report has seen, as the first 64 bits of SHA-256 of their keys: eight bytes each, enough
 * to tell that two reports overlap (for two of a million conversations a false alarm has odds of 1 in 18 million).
 */
export class KeyHashes {
  private hashes = new BigUint64Array(64);
  private size = 0;

  add(key: string): void {
    this.push(Buffer.from(sha256Of(key).buffer).readBigUInt64BE(0));
  }

  /** Adds a key that is a hash already: 16 hexadecimal digits. Any other text is hashed. */
  addHash(hex: string): void {
    if (/^[0-9a-f]{16}$/.test(hex)) {
      this.push(BigInt(`0x${hex}`));
    } else {
      this.add(hex);
    }
  }

  /** Adds what `toText` wrote. */
  absorb(text: string): void {
    const bytes = Buffer.from(text, 'base64');
    for (let offset = 0; offset + BYTES <= bytes.length; offset += BYTES) {
      this.push(bytes.readBigUInt64BE(offset));
    }
  }

  /** Sorted, big-endian, base64: the same conversations give the same text. */
  toText(): string {
    const bytes = Buffer.alloc(this.size * BYTES);
    for (const [index, hash] of this.sorted().entries()) {
      bytes.writeBigUInt64BE(hash, index * BYTES);
    }
    return bytes.toString('base64');
  }

  /** How many of the keys were added more than once. */
  repeated(): number {
    const sorted = this.sorted();
    let repeats = 0;
    for (let index = 1; index < sorted.length; index += 1) {
      if (sorted[index] === sorted[index - 1]) {
        repeats += 1;
      }
    }
    return repeats;
  }

  private sorted(): BigUint64Array {
    return this.hashes.slice(0, this.size).sort();
  }

  private push(hash: bigint): void {
    if (this.size === this.hashes.length) {
      const larger = new BigUint64Array(this.size * 2);
      larger.set(this.hashes);
      this.hashes = larger;
    }
    this.hashes[this.size] = hash;
    this.size += 1;
  }
}
