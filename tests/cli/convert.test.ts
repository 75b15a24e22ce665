import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lines, root, runProgram } from './program.ts';

/** Verdicts without what a conversion may change: where they stand in the file. */
function verdictsOf(ndjson: string): unknown[] {
  return lines(ndjson)
    .filter(({ type }) => type === 'verdict')
    .map(({ source: _, evidence, ...rest }) => ({
      ...rest,
      evidence: (evidence as Record<string, unknown>[]).map(({ line: __, ...spot }) => spot),
    }));
}

describe('ids beyond 2^53 written as numbers', () => {
  // As numbers both are 9007199254740992.
  const ids = ['9007199254740992', '9007199254740993'];
  const native = ids.map(
    (id) => `{"id":${id},"channel":"chat","customer":{"id":${id}},"messages":[{"role":"customer","text":"Hi ${id}"}]}`,
  );
  const rows = ids.map(
    (id) =>
      `{"conversation_id":${id},"created_at":"2026-03-02T08:00:00Z","role":"customer","author_id":${id},"text":"Hi ${id}"}`,
  );

  it.each([
    ['a conversation a line', native.join('\n')],
    ['an array of conversations', `[\n  ${native.join(',\n  ')}\n]`],
    ['a message a line', rows.join('\n')],
    ['an array of messages', `[${rows.join(',')}]`],
  ])('stay apart: %s', async (_, input) => {
    const { status, stdout } = await runProgram(['convert', '-'], { input });
    expect(status).toBe(0);
    const conversations = lines(stdout) as { id: string; messages: { text: string }[] }[];
    expect(conversations.map(({ id, messages }) => [id, messages.map(({ text }) => text)])).toEqual(
      ids.map((id) => [id, [`Hi ${id}`]]),
    );
  });
});

const fixtures = join(root, 'fixtures');
const exports = readdirSync(fixtures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

describe('convert, then audit, gives the verdicts of the original', () => {
  it.each(exports)('%s', async (name) => {
    const path = join(fixtures, name);
    const direct = await runProgram([path, '--format', 'ndjson']);
    const converted = await runProgram(['convert', path]);
    if (direct.status === 2) {
      // An export that does not tell agents from customers is refused by audit, and converted with a notice.
      expect(direct.stderr).toMatch(/--agent-name|--date-order|--input-format|no conversation/);
      return;
    }
    expect(converted.status).toBe(0);
    const again = await runProgram(['-', '--format', 'ndjson'], { input: converted.stdout });
    expect(again.status, again.stderr).toBe(0);
    expect(verdictsOf(again.stdout)).toEqual(verdictsOf(direct.stdout));
  });
});
