import type { Source } from '../model/source.ts';

/** The largest letter that is read: attachments and all. */
export const MAX_MAIL_BYTES = 96 * 1024 * 1024;

/** All bytes of a source, or null where there are more than `limit`. */
export async function bytesOf(source: Source, limit = MAX_MAIL_BYTES): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source.open()) {
    size += chunk.length;
    if (size > limit) {
      return null;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Headers are ASCII; a byte beyond it must not stop the look at them. */
export function asLatin(bytes: Uint8Array, length = bytes.length): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.byteLength)).toString('latin1');
}
