import { type ActHead, headsOf, type ReadyModel, type Speaker, type StoredModel } from './act-model.ts';
import { type PackedWeights, packWeights } from './packed-weights.ts';
import { placeRows } from './row-table.ts';

/**
 * A ready model as a file: the magic word, the length of a JSON header, the header, and from the next whole place of
 * numbers on 32-bit numbers in the order of the machine that wrote them: a mark by which that order is known, the slots
 * and the sieve of the rows, the weights of agents and of customers. Nothing in it is worked out again.
 */
const MAGIC = 'TAREADY1';
const ORDER_MARK = 0x01020304;
const SPEAKERS: readonly Speaker[] = ['agent', 'customer'];

interface Header {
  readonly heads: readonly ActHead[];
  readonly rows: number;
  readonly slots: number;
  readonly sieve: number;
  /** Of agents, then of customers: how many pairs a row has. */
  readonly pairs: readonly number[];
}

/** Lays a stored model out for being asked; the weights of a speaker when they are first wanted. */
export function readyModel({ heads, ids, weights }: StoredModel): ReadyModel {
  return {
    heads,
    rows: ids.length,
    places: placeRows(ids),
    weightsOf(speaker) {
      const { first, end } = headsOf(heads, speaker);
      return packWeights(weights, heads.length, first, end);
    },
  };
}

/** Writes a ready model as the bytes of its file. */
export function writeReadyModel({ heads, rows, places, weightsOf }: ReadyModel): Uint8Array {
  const weights = SPEAKERS.map((speaker) => weightsOf(speaker));
  const { slots, sieve } = places;
  const pairs = weights.map((one) => one.pairs);
  const header: Header = { heads, rows, slots: slots.length, sieve: sieve.length, pairs };
  const written = new TextEncoder().encode(JSON.stringify(header));
  const parts = [Int32Array.of(ORDER_MARK), slots, sieve, ...weights.map(({ cells }) => cells)];
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
  const { heads, rows, slots, sieve, pairs } = JSON.parse(
    decoder.decode(bytes.subarray(MAGIC.length + 4, MAGIC.length + 4 + length)),
  ) as Header;
  const numbers = asNumbers(bytes, begin);
  const wanted = 1 + slots + sieve + pairs.reduce((sum, each) => sum + each * rows, 0);
  if (numbers[0] !== ORDER_MARK || numbers.length !== wanted) {
    return null;
  }
  let place = 1;
  const next = (count: number): Int32Array => {
    place += count;
    return numbers.subarray(place - count, place);
  };
  const places = { slots: next(slots), sieve: next(sieve) };
  const weights = new Map(
    SPEAKERS.map((speaker, index): [Speaker, PackedWeights] => {
      const each = pairs[index] ?? 0;
      return [speaker, { cells: next(each * rows), pairs: each }];
    }),
  );
  return { heads, rows, places, weightsOf: (speaker) => weights.get(speaker) as PackedWeights };
}

/** Files read whole begin at a whole place of numbers; other bytes are copied to one. */
function asNumbers(bytes: Uint8Array, begin: number): Int32Array {
  const count = Math.floor((bytes.length - begin) / 4);
  return (bytes.byteOffset + begin) % 4 === 0
    ? new Int32Array(bytes.buffer, bytes.byteOffset + begin, count)
    : new Int32Array(bytes.slice(begin).buffer, 0, count);
}
