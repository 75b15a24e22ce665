import type { ActHead, ReadyModel, StoredModel } from './act-model.ts';
import { placeRows } from './row-table.ts';

/**
 * A ready model as a file: the magic word, the length of a JSON header, the header, and from the next whole place of
 * numbers on 32-bit numbers in the order of the machine that wrote them: a mark by which that order is known, the common
 * words, the slots and the sieve of the rows; then the weights. Nothing in it is worked out again.
 */
const MAGIC = 'TAREADY2';
const ORDER_MARK = 0x01020304;

interface Header {
  readonly heads: readonly ActHead[];
  readonly common: number;
  readonly slots: number;
  readonly sieve: number;
  readonly weights: number;
}

/** Lays a stored model out for being asked. */
export function readyModel({ heads, common, ids, weights }: StoredModel): ReadyModel {
  return { heads, common, weights, places: placeRows(ids) };
}

/** Writes a ready model as the bytes of its file. */
export function writeReadyModel({ heads, common, weights, places }: ReadyModel): Uint8Array {
  const { slots, sieve } = places;
  const lengths = { common: common.length, slots: slots.length, sieve: sieve.length, weights: weights.length };
  const header: Header = { heads, ...lengths };
  const written = new TextEncoder().encode(JSON.stringify(header));
  const parts = [Int32Array.of(ORDER_MARK), common, slots, sieve, weights];
  const begin = numbersBegin(written.length);
  const bytes = new Uint8Array(begin + parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  bytes.set(new TextEncoder().encode(MAGIC));
  new DataView(bytes.buffer).setUint32(MAGIC.length, written.length, true);
  bytes.set(written, MAGIC.length + 4);
  let place = begin;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), place);
    place += part.byteLength;
  }
  return bytes;
}

const numbersBegin = (header: number): number => Math.ceil((MAGIC.length + 4 + header) / 4) * 4;

/**
 * Opens a ready model: the numbers stay where they are in the bytes.
 *
 * @returns null where the bytes are no whole ready model of this version, or of a machine with another order of bytes:
 *   then the stored model is to be read instead.
 */
export function openReadyModel(bytes: Uint8Array): ReadyModel | null {
  const decoder = new TextDecoder();
  if (bytes.length < MAGIC.length + 4 || decoder.decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) {
    return null;
  }
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  const begin = numbersBegin(length);
  if (bytes.length < begin + 4) {
    return null;
  }
  const { heads, ...lengths } = JSON.parse(
    decoder.decode(bytes.subarray(MAGIC.length + 4, MAGIC.length + 4 + length)),
  ) as Header;
  const count = 1 + lengths.common + lengths.slots + lengths.sieve;
  if (bytes.length !== begin + count * 4 + lengths.weights) {
    return null;
  }
  // Files read whole begin at a whole place of numbers; other bytes are copied to one.
  const { buffer, byteOffset } = (bytes.byteOffset + begin) % 4 === 0 ? bytes.subarray(begin) : bytes.slice(begin);
  const numbers = new Int32Array(buffer, byteOffset, count);
  if (numbers[0] !== ORDER_MARK) {
    return null;
  }
  const slotsBegin = 1 + lengths.common;
  const sieveBegin = slotsBegin + lengths.slots;
  return {
    heads,
    common: numbers.subarray(1, slotsBegin),
    places: { slots: numbers.subarray(slotsBegin, sieveBegin), sieve: numbers.subarray(sieveBegin) },
    weights: new Int8Array(buffer, byteOffset + numbers.byteLength, lengths.weights),
  };
}
