import type { Entry, ZipFile } from 'yauzl';
import { Fault } from '../../fault.ts';
import type { Source } from '../../model/source.ts';
import { byCodePoint } from '../../text/code-point-order.ts';
import { late } from '../../text/late-pattern.ts';
import type { Archive } from '../reader.ts';
import { bytesOf } from '../source-bytes.ts';

/** The central directory stands at the end, so the archive is held while its members are read. */
const MAX_ARCHIVE_BYTES = 512 * 1024 * 1024;
/** A member that unpacks to more than this is no export. */
const MAX_MEMBER_BYTES = 4 * 1024 * 1024 * 1024;
const MAX_MEMBERS = 200_000;

/** Pictures, sounds and papers that were sent along: no conversation is in them, and a chat has thousands. */
const SENT_ALONG = late(
  () =>
    /\.(?:jpe?g|png|gif|webp|heic|bmp|tiff?|svg|ico|mp[34]|m4[av]|mov|avi|3gp|opus|ogg|oga|aac|amr|wav|webm|pdf|docx?|pptx?|vcf|ttf|woff2?|css|js|exe|apk|tgs)$/iu,
);

/** Several files packed into one. */
export const zip: Archive = {
  name: 'zip',
  detect(head) {
    const [one, two, three, four] = head.bytes;
    // A spreadsheet is a zip archive too, and has a container of its own.
    const office = Buffer.from(head.bytes).includes('[Content_Types].xml');
    return one === 0x50 && two === 0x4b && three === 0x03 && four === 0x04 && !office
      ? { score: 100, reason: 'begins as a zip archive' }
      : null;
  },
  async *members(source) {
    const bytes = await bytesOf(source, MAX_ARCHIVE_BYTES);
    if (bytes === null) {
      throw new Fault('damaged-archive', `The archive is larger than ${MAX_ARCHIVE_BYTES / 1024 / 1024} MB.`, {
        hint: 'Unpack it and name the folder.',
      });
    }
    const archive = await openArchive(bytes);
    const entries = (await entriesOf(archive)).filter(isWanted);
    entries.sort((left, right) => byCodePoint(left.fileName, right.fileName));
    for (const entry of entries) {
      yield {
        name: `${source.name}/${entry.fileName}`,
        named: false,
        size: entry.compressedSize,
        open: () => contentOf(archive, entry),
      } satisfies Source;
    }
  },
};

function damaged(cause: unknown): Fault {
  const reason = cause instanceof Error ? cause.message : 'it cannot be read';
  return new Fault('damaged-archive', `The zip archive is damaged: ${reason}.`, {
    hint: 'Download it again, or unpack it and name the folder.',
    cause,
  });
}

async function openArchive(bytes: Buffer): Promise<ZipFile> {
  const { default: yauzl } = await import('yauzl');
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, autoClose: false }, (error, archive) => {
      if (error === null && archive !== undefined) {
        resolve(archive);
      } else {
        reject(damaged(error));
      }
    });
  });
}

function entriesOf(archive: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  return new Promise((resolve, reject) => {
    archive.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length >= MAX_MEMBERS) {
        resolve(entries);
      } else {
        archive.readEntry();
      }
    });
    archive.on('end', () => resolve(entries));
    archive.on('error', (error: unknown) => reject(damaged(error)));
    archive.readEntry();
  });
}

function isWanted({ fileName, uncompressedSize }: Entry): boolean {
  const name = fileName.split('/').at(-1) ?? '';
  return (
    !fileName.endsWith('/') &&
    !fileName.startsWith('__MACOSX/') &&
    !name.startsWith('.') &&
    uncompressedSize > 0 &&
    uncompressedSize <= MAX_MEMBER_BYTES &&
    !SENT_ALONG.test(name)
  );
}

async function* contentOf(archive: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    archive.openReadStream(entry, (error, opened) => {
      if (error === null && opened !== undefined) {
        resolve(opened);
      } else {
        reject(damaged(error));
      }
    });
  });
  try {
    for await (const chunk of stream) {
      yield chunk as Buffer;
    }
  } catch (cause) {
    throw damaged(cause);
  }
}
