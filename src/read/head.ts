import type { Source } from '../model/source.ts';
import { charsetOf, decodeHead } from './charset.ts';
import type { Head } from './reader.ts';

const HEAD_SIZE = 64 * 1024;

/** The beginning of a source: enough to tell its container, and no more is read. */
export async function headOf(source: Source): Promise<Head> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let whole = true;
  for await (const chunk of source.open()) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > HEAD_SIZE) {
      whole = false;
      break;
    }
  }
  const bytes = Buffer.concat(chunks).subarray(0, HEAD_SIZE);
  const { charset, mark } = charsetOf(bytes);
  const body = bytes.subarray(mark);
  const text = charset === null ? null : decodeHead(body, charset);
  return { file: source.name, bytes: body, charset, mark, text, whole };
}
