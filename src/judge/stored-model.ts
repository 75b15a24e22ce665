import { Fault } from '../fault.ts';
import type { ActHead, StoredModel } from './act-model.ts';

/**
 * A model file: the magic word, the length of a JSON header, the header (heads, number of features and of common words),
 * then the hashes of the common words and of the features (32 bits, little endian) and their weights (8 bits, row by row).
 */
const MAGIC = 'TAACTS03';
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Writes a model as the bytes of its file; the same model gives the same bytes. */
export function writeModel(model: StoredModel): Uint8Array {
  const header = encoder.encode(
    JSON.stringify({ features: model.ids.length, common: model.common.length, heads: model.heads }),
  );
  const start = MAGIC.length + 4 + header.length;
  const bytes = new Uint8Array(start + (model.common.length + model.ids.length) * 4 + model.weights.length);
  const view = new DataView(bytes.buffer);
  bytes.set(encoder.encode(MAGIC));
  view.setUint32(MAGIC.length, header.length, true);
  bytes.set(header, MAGIC.length + 4);
  for (const [index, id] of [...model.common, ...model.ids].entries()) {
    view.setInt32(start + index * 4, id, true);
  }
  bytes.set(
    new Uint8Array(model.weights.buffer, model.weights.byteOffset, model.weights.length),
    bytes.length - model.weights.length,
  );
  return bytes;
}

/**
 * Reads a model from the bytes of its file.
 *
 * @param name - The file, for the fault.
 * @throws Fault when the bytes are no model of this version, or are cut off.
 */
export function readModel(bytes: Uint8Array, name: string): StoredModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < MAGIC.length + 4 || decoder.decode(bytes.subarray(0, MAGIC.length)) !== MAGIC) {
    throw new Fault('bad-model', `${name} is no model of this version: it does not begin with ${MAGIC}`, {
      hint: 'Train it again with this version.',
    });
  }
  const headerLength = view.getUint32(MAGIC.length, true);
  const start = MAGIC.length + 4 + headerLength;
  const header = parseHeader(bytes.subarray(MAGIC.length + 4, start), name);
  const expected = start + header.common * 4 + header.features * (4 + header.heads.length * 2);
  if (bytes.length !== expected) {
    throw new Fault('bad-model', `${name} has ${bytes.length} bytes, expected ${expected}: it is damaged`, {
      hint: 'Install the package again, or train the model again.',
    });
  }
  const common = readIds(bytes, start, header.common);
  const ids = readIds(bytes, start + common.byteLength, header.features);
  const weights = new Int8Array(
    bytes.buffer,
    bytes.byteOffset + start + common.byteLength + ids.byteLength,
    ids.length * header.heads.length * 2,
  );
  return { heads: header.heads, common, ids, weights };
}

const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** Most machines store numbers as the file does: then the bytes only need a copy at a whole place. */
function readIds(bytes: Uint8Array, start: number, count: number): Int32Array {
  if (LITTLE_ENDIAN) {
    return new Int32Array(new Uint8Array(bytes.subarray(start, start + count * 4)).buffer);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Int32Array.from({ length: count }, (_, index) => view.getInt32(start + index * 4, true));
}

interface Header {
  readonly features: number;
  readonly common: number;
  readonly heads: readonly ActHead[];
}

function parseHeader(bytes: Uint8Array, name: string): Header {
  try {
    const header: unknown = JSON.parse(decoder.decode(bytes));
    if (
      typeof header === 'object' &&
      header !== null &&
      'features' in header &&
      'common' in header &&
      'heads' in header
    ) {
      const { features, common, heads } = header;
      if (Number.isSafeInteger(features) && Number.isSafeInteger(common) && Array.isArray(heads)) {
        return { features: Number(features), common: Number(common), heads };
      }
    }
  } catch {
    // Told below: a header that is no JSON is as damaged as one without its keys.
  }
  throw new Fault('bad-model', `the header of ${name} cannot be read: it is damaged`, {
    hint: 'Install the package again, or train the model again.',
  });
}
