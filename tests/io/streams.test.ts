import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStream } from '../../src/io/out.ts';
import { fileSource } from '../../src/io/source.ts';
import { makeSpillStore } from '../../src/io/spill.ts';
import { stdinSource } from '../../src/io/stdin.ts';
import { TemporaryFolder } from '../../src/io/temporary.ts';
import { writeWhole } from '../../src/io/write.ts';
import type { Source } from '../../src/model/source.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'streams-test-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function textOf(source: Source): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source.open()) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function file(name: string, bytes: string | Uint8Array): Source {
  const path = join(root, name);
  writeFileSync(path, bytes);
  return fileSource(path, name, true, null);
}

describe('sources', () => {
  it('gzip is taken off, also several streams one after another, told by bytes and not by name', async () => {
    expect(await textOf(file('a.csv', Buffer.concat([gzipSync('one\n'), gzipSync('two\n')])))).toBe('one\ntwo\n');
    expect(await textOf(file('a.gz', 'plain'))).toBe('plain');
  });

  it('zstandard is taken off', async () => {
    // `hello, hello, hello` in one raw frame, as RFC 8878 writes it: magic, header, one raw block.
    const text = Buffer.from('hello, hello, hello');
    const block = ((text.length << 3) | 1) >>> 0;
    const frame = Buffer.from([
      0x28,
      0xb5,
      0x2f,
      0xfd,
      0x20,
      text.length,
      block & 255,
      (block >> 8) & 255,
      (block >> 16) & 255,
      ...text,
    ]);
    expect(await textOf(file('a.zst', frame))).toBe(text.toString());
  });

  it('gzip that is cut off is a fault in words', async () => {
    const cut = gzipSync('x'.repeat(100_000)).subarray(0, 60);
    await expect(textOf(file('cut.gz', cut))).rejects.toMatchObject({ code: 'damaged-compression' });
  });

  it('a file that has gone is a fault in words', async () => {
    await expect(textOf(fileSource(join(root, 'gone'), 'gone', true, null))).rejects.toMatchObject({
      code: 'unreadable-file',
      message: 'gone cannot be read: there is no such file.',
    });
  });

  it('standard input is read once and opened as often as needed, small or large', async () => {
    for (const size of [10, 9 * 1024 * 1024]) {
      const folder = new TemporaryFolder();
      const input = new PassThrough();
      input.end(Buffer.alloc(size, 'x'));
      const source = stdinSource(input, folder);
      expect((await textOf(source)).length).toBe(size);
      expect((await textOf(source)).length).toBe(size);
      await folder.remove();
    }
  });
});

describe('temporary files', () => {
  it('lines come back as they were, and nothing stays behind', async () => {
    const folder = new TemporaryFolder();
    const spill = await makeSpillStore(folder).create();
    const lines = Array.from({ length: 5000 }, (_, index) => `${index} жж ${'x'.repeat(index % 90)}`);
    await spill.append(lines.slice(0, 3000));
    await spill.append(lines.slice(3000));
    const back: string[] = [];
    for await (const some of spill.read()) {
      back.push(...some);
    }
    expect(back).toEqual(lines);
    const path = dirname(await folder.newFile());
    expect(existsSync(path)).toBe(true);
    await folder.remove();
    expect(existsSync(path)).toBe(false);
  });
});

describe('writing', () => {
  it('a file appears whole or not at all, and the old one stays until then', async () => {
    const path = join(root, 'report.json');
    writeFileSync(path, 'old');
    const failing = (async function* () {
      yield 'half of it';
      throw new Error('reporter failed');
    })();
    await expect(writeWhole(path, failing)).rejects.toThrow('reporter failed');
    expect(readFileSync(path, 'utf8')).toBe('old');
    await writeWhole(path, ['new ', 'text']);
    expect(readFileSync(path, 'utf8')).toBe('new text');
    expect(readdirSync(root).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('a folder that does not exist is a fault in words', async () => {
    await expect(writeWhole(join(root, 'no/such/report.json'), ['x'])).rejects.toMatchObject({
      code: 'cannot-write',
      message: expect.stringContaining('its folder does not exist'),
    });
  });

  it('a device is written straight', async () => {
    await writeWhole('/dev/null', ['x']);
    expect(existsSync('/dev/null')).toBe(true);
  });

  it('a full disk is a fault in words', async () => {
    const full = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error('write failed'), { code: 'ENOSPC' }));
      },
    });
    const sink = openStream(full, '<stdout>');
    await expect(
      (async () => {
        await sink.write('x'.repeat(100_000));
        await sink.finish();
      })(),
    ).rejects.toMatchObject({ code: 'disk-full' });
  });

  it('a reader that has gone ends the writing quietly', async () => {
    const gone = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error('broken pipe'), { code: 'EPIPE' }));
      },
    });
    const sink = openStream(gone, '<stdout>');
    await sink.write('x'.repeat(100_000));
    await sink.finish();
    expect(sink.closed).toBe(true);
    await sink.write('more');
    await sink.finish();
  });

  it('waits for a slow reader', async () => {
    const slow = new PassThrough({ highWaterMark: 10 });
    const sink = openStream(slow, '<stdout>');
    let finished = false;
    const writing = (async () => {
      await sink.write('x'.repeat(200_000));
      await sink.finish();
      finished = true;
    })();
    await new Promise((resolve) => setImmediate(resolve));
    expect(finished).toBe(false);
    let size = 0;
    slow.on('data', (chunk: Buffer) => {
      size += chunk.length;
    });
    await writing;
    expect(size).toBe(200_000);
  });
});
