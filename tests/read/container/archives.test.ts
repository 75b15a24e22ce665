import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csv } from '../../../src/read/container/csv.ts';
import { headOf } from '../../../src/read/head.ts';
import { readAll, sourceOf } from '../reading.ts';

const zip = readFileSync(resolve(import.meta.dirname, '../../../fixtures/whatsapp/ios-zip/WhatsApp Chat - Anna.zip'));

describe('a zip archive', () => {
  it('cut anywhere is a problem of its own, and the other files are read', async () => {
    const other = sourceOf('other.txt', '13.03.2026, 09:14 - Ben: hi\n');
    for (const length of [5, 40, zip.length - 30, zip.length - 1]) {
      const { conversations, problems } = await readAll([sourceOf('a.zip', zip.subarray(0, length)), other]);
      expect(conversations.map(({ id }) => id)).toEqual(['other#1']);
      expect(problems.map(({ file, severity }) => `${severity} ${file}`)).toEqual(['problem a.zip']);
    }
  });

  it('with nothing in it that can be read, says so', async () => {
    // The end record of an archive without members.
    const empty = Buffer.concat([Buffer.from('504b0506', 'hex'), Buffer.alloc(18)]);
    const { conversations, problems } = await readAll([sourceOf('a.zip', empty)]);
    expect(conversations).toEqual([]);
    expect(problems).toMatchObject([{ severity: 'problem', file: 'a.zip' }]);
  });
});

describe('what is no table', () => {
  it('is JSON in one long line, whatever its commas', async () => {
    for (const text of [
      '{"name":"A","messages":[{"id":1,"text":"x"}]}',
      '[{"a":1,"b":2},{"a":3,"b":4}]',
      ' { "a" : 1, "b": 2 }',
    ]) {
      expect(csv.detect(await headOf(sourceOf('a.json', text)))).toBeNull();
    }
  });
});
