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
