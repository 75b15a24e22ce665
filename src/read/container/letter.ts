import { problem } from '../../model/problem.ts';
import type { MailContent } from '../content.ts';
import type { Container } from '../reader.ts';
import { asLatin, bytesOf, MAX_MAIL_BYTES } from '../source-bytes.ts';

const KNOWN =
  /^(?:from|to|cc|date|subject|message-id|received|return-path|delivered-to|mime-version|content-type|content-transfer-encoding|reply-to|in-reply-to|references|sender|envelope-to|x-[a-z0-9-]{1,60}|dkim-signature|arc-[a-z-]{1,40}|authentication-results)$/;

/** The names of the headers at the beginning of a text; empty where it does not begin with headers. */
function headerNames(text: string): string[] {
  const names: string[] = [];
  for (const line of text.replace(/^\s+/u, '').split(/\r?\n/)) {
    if (line === '') {
      break;
    }
    if (/^[ \t]/.test(line) && names.length > 0) {
      continue;
    }
    const name = /^([A-Za-z][A-Za-z0-9-]{0,60})[ \t]{0,2}:/.exec(line)?.[1];
    if (name === undefined) {
      // The head may end in the middle of a long header block.
      return names.length >= 4 ? names : [];
    }
    names.push(name.toLowerCase());
  }
  return names;
}

/** One letter as it was sent: `.eml`, a file of a Maildir. */
export const letter: Container = {
  name: 'eml',
  detect(head) {
    const text = asLatin(head.bytes, 16_384);
    const names = new Set(headerNames(text).filter((name) => KNOWN.test(name)));
    const multipart = /^content-type:\s{0,20}multipart\//imu.test(text.slice(0, 8_000)) && names.has('content-type');
    // "From:" and "To:" alone may be a travel plan; a letter has what only programs write, or a subject or a date.
    const sent =
      names.has('from') &&
      ['subject', 'date', 'message-id', 'received', 'content-type'].some((name) => names.has(name));
    return sent || multipart
      ? { score: 90, reason: `begins with the headers ${[...names].slice(0, 4).join(', ')}` }
      : null;
  },
  async open(source, _head, context) {
    return {
      shape: 'mail',
      file: source.name,
      container: 'eml',
      async *messages() {
        const bytes = await bytesOf(source);
        if (bytes === null) {
          const limit = MAX_MAIL_BYTES / 1024 / 1024;
          context.tell(
            problem('record-too-large', source.name, 1, `The letter is larger than ${limit} MB and was left out.`),
          );
          return;
        }
        yield { line: 1, format: 'rfc822', bytes };
      },
    } satisfies MailContent;
  },
};
