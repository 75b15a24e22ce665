import { problem } from '../../model/problem.ts';
import type { MailContent } from '../content.ts';
import type { Container } from '../reader.ts';
import { bytesOf, MAX_MAIL_BYTES } from '../source-bytes.ts';

const MAGIC = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
/** The name of the stream that every Outlook message holds; Word and Excel files of the same container do not. */
const PROPERTIES = Buffer.from('__properties_version1.0', 'utf16le');

/** A letter as Outlook saves it. */
export const msg: Container = {
  name: 'msg',
  detect(head) {
    const bytes = Buffer.from(head.bytes.buffer, head.bytes.byteOffset, head.bytes.byteLength);
    const fits = bytes.subarray(0, 8).equals(MAGIC) && (bytes.includes(PROPERTIES) || !head.whole);
    return fits ? { score: 95, reason: 'the compound file of an Outlook message' } : null;
  },
  async open(source, _head, context) {
    return {
      shape: 'mail',
      file: source.name,
      container: 'msg',
      async *messages() {
        const bytes = await bytesOf(source);
        if (bytes === null) {
          const limit = MAX_MAIL_BYTES / 1024 / 1024;
          context.tell(
            problem('record-too-large', source.name, null, `The letter is larger than ${limit} MB and was left out.`),
          );
          return;
        }
        yield { line: null, format: 'msg', bytes };
      },
    } satisfies MailContent;
  },
};
