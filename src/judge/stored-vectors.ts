import { Fault } from '../fault.ts';
import type { WordVectors } from './meanings.ts';

/**
 * A file of word vectors: one line of JSON with the number of dimensions, the worth of one step and the stems, then
 * the vectors in the order of the stems, one byte a part.
 */
interface Header {
  readonly dimensions: number;
  readonly step: number;
  readonly stems: readonly string[];
}

const LARGEST_BYTE = 127;
const LINE_BREAK = 10;

/** Writes word vectors as the bytes of their file, rounded to whole steps; the same vectors give the same bytes. */
export function writeVectors({ dimensions, ofStem }: WordVectors): Uint8Array {
  const vectors = [...ofStem.values()];
  const largest = vectors.reduce(
    (most, vector) => vector.reduce((best, part) => Math.max(best, Math.abs(part)), most),
    0,
  );
  const step = Number((largest / LARGEST_BYTE || 1).toPrecision(6));
  const header: Header = { dimensions, step, stems: [...ofStem.keys()] };
  const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  const parts = vectors.flatMap((vector) => Array.from(vector, (part) => Math.round(part / step)));
  const bytes = new Uint8Array(line.length + parts.length);
  bytes.set(line);
  bytes.set(new Uint8Array(Int8Array.from(parts).buffer), line.length);
  return bytes;
}

/**
 * Reads word vectors from the bytes of their file.
 *
 * @param name - The file, for the fault.
 * @throws Fault `bad-vectors` when the bytes are no such file, or are cut off.
 */
export function readVectors(bytes: Uint8Array, name: string): WordVectors {
  const lineEnd = bytes.indexOf(LINE_BREAK);
  const header = parseHeader(bytes.subarray(0, Math.max(0, lineEnd)));
  if (header === null || bytes.length !== lineEnd + 1 + header.stems.length * header.dimensions) {
    throw new Fault('bad-vectors', `${name} holds no word vectors, or is damaged`, {
      hint: 'Install the package again.',
    });
  }
  const { dimensions, step, stems } = header;
  const parts = new Int8Array(bytes.buffer, bytes.byteOffset + lineEnd + 1);
  return {
    dimensions,
    ofStem: new Map(
      stems.map((stem, row) => [
        stem,
        Float32Array.from(parts.subarray(row * dimensions, (row + 1) * dimensions), (part) => part * step),
      ]),
    ),
  };
}

function parseHeader(line: Uint8Array): Header | null {
  try {
    const header: unknown = JSON.parse(new TextDecoder().decode(line));
    if (typeof header === 'object' && header !== null) {
      const { dimensions, step, stems } = header as Partial<Header>;
      if (Number.isSafeInteger(dimensions) && typeof step === 'number' && Array.isArray(stems)) {
        return { dimensions: Number(dimensions), step, stems };
      }
    }
  } catch {
    // No JSON is told as a header without its keys is.
  }
  return null;
}
